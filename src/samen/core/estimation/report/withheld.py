"""What a sheet leaves out when a small number would follow from it.

Each degree tells less than the one before and is made of it, so a table that gives the same sheet
in one degree does so in all that follow.
"""

import math
from dataclasses import replace
from enum import IntEnum

from samen.core.errors import Refused
from samen.core.estimation.answer import Answer
from samen.core.estimation.estimate import SEARCHES, Estimate
from samen.core.estimation.verdict import Judgement, Use

OUTWARD = (1, 2, 5, 10)


class Degree(IntEnum):
    """How much a sheet leaves out: nothing; what hangs on the choice of a model; all but the limits
    of the interval, outwards to 1, 2 or 5 with zeros; the same to powers of ten; every number.
    """

    NOTHING = 0
    CHOICE = 1
    ALL_BUT_LIMITS = 2
    ALL_BUT_POWERS = 3
    EVERYTHING = 4


def told(found: Estimate, degree: Degree) -> Estimate:
    """The estimate without what a degree leaves out."""
    if degree is Degree.NOTHING:
        return found
    if degree is Degree.EVERYTHING or (degree > Degree.CHOICE and _without_limits(found)):
        return replace(found, judgement=Judgement(Use.REFUSE, (FOLLOWS,)), draws=None, intervals=())
    name, chosen = found.answer.name, found.plan.model is None
    kept = [each for each in found.answers.values() if each.name not in SEARCHES]
    answers = {
        each.name: replace(each, model="") if chosen else each for each in [*kept, found.answer]
    }
    if degree >= Degree.ALL_BUT_LIMITS:
        steps = OUTWARD if degree is Degree.ALL_BUT_LIMITS else OUTWARD[::3]
        answers = {name: _outward(answers[name], steps)}
    refused = found.judgement.use is Use.REFUSE
    return replace(
        found,
        answer=answers[name],
        answers=answers,
        judgement=Judgement(Use.REFUSE if refused else Use.INDICATIVE, (LESS,)),
        draws=None,
        intervals=(),
    )


def _without_limits(found: Estimate) -> bool:
    given = found.judgement.use is not Use.REFUSE
    return given and (found.answer.low is None or not math.isfinite(found.answer.high or math.inf))


def _outward(answer: Answer, steps: tuple[int, ...]) -> Answer:
    low, high = answer.low, answer.high
    if low is None or high is None or not math.isfinite(high):
        return answer
    under, over = (10 ** math.floor(math.log10(max(limit, 1))) for limit in (low, high))
    return replace(
        answer,
        low=max(step * under for step in steps if step * under <= max(low, 1)),
        high=min(step * over for step in steps if step * over >= high),
        errors=(0.0, 0.0),
    )


LESS = Refused(
    "The sheet tells less than was found.",
    "No number of persons below 5 follows from it.",
    "",
)
FOLLOWS = Refused(
    "A number of persons below 5 would follow from an estimate of these lists.",
    "Such numbers are not told.",
    "Take more years or lists together.",
)
