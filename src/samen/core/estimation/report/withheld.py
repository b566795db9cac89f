"""What an estimate would give away: estimates from which a number below 5 follows.

Where the sizes of lists are shown, no number below 5 is in the table that they tell. Where not:

Two lists: their estimate is the product of the persons on either one alone, divided by those on
both; with the overlap or the lower bound of Chao all three follow. Nothing is told.

Three lists: the estimate of Zelterman gives the ratio of those on two lists to those on one, that
of Chao nearly the numbers themselves, and with the number of all persons those on all three follow.
The estimate of each list from the others is a product of overlaps divided by those on all three.
"""

from dataclasses import replace

from samen.core.errors import Refused
from samen.core.estimation.estimate import Estimate
from samen.core.estimation.report.overlaps import Shown
from samen.core.estimation.verdict import Judgement, Use

FROM_THREE = ("zelterman", "sample_coverage")


def told(found: Estimate, shown: Shown) -> Estimate:
    """The estimate without what would give a number below 5 away. shown: of the overlaps."""
    n_lists = len(found.table.lists)
    if shown is Shown.SIZES or n_lists > 3:
        return found
    if n_lists == 2:
        return replace(found, judgement=Judgement(Use.REFUSE, (FOLLOWS,)))
    answers = {name: each for name, each in found.answers.items() if name not in FROM_THREE}
    return replace(found, answers=answers)


FOLLOWS = Refused(
    "A number of persons below 5 would follow from an estimate of these two lists.",
    "Such numbers are not told.",
    "Take more years or lists together.",
)
