"""Whether an estimate can be used, and why not: usable, indicative, or refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samen.core.errors import Refused, SamenError
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Ints

FEWEST_SHARED = 10
FEW_SHARED = 50
WIDEST = 10.0
WIDE = 2.5
MOST_APART = 2.0
MOST_WITHOUT = 0.05


class Use(StrEnum):
    """What an estimate is good for."""

    USABLE = "usable"
    INDICATIVE = "indicative"
    REFUSE = "refuse"


@dataclass(frozen=True)
class Judgement:
    """The verdict with its reasons, each a sentence that is not raised."""

    use: Use
    reasons: tuple[SamenError, ...]


def no_estimate(status: Status, reason: SamenError | None = None) -> Judgement:
    """The verdict where there is no number."""
    return Judgement(Use.REFUSE, (reason or _WITHOUT[status],))


def judged(
    counts: Ints,
    total: float,
    limits: tuple[float, float] | None,
    without: float,
    others: Iterable[float],
) -> Judgement:
    """The verdict on an estimate, with the reasons that decide it.

    counts: persons by history, shape (2**L,). total: persons in all. limits: of its interval as
    they are said, None when none was asked for. without: the share of replicates
    without an estimate. others: the totals of other ways to choose a model, as they are said.
    """
    shared = int(sum(n for history, n in enumerate(counts) if history & (history - 1)))
    grave: list[SamenError] = []
    mild: list[SamenError] = []
    if shared < FEW_SHARED:
        (grave if shared < FEWEST_SHARED else mild).append(_few(shared))
    if limits is None:
        mild.append(_NO_INTERVAL)
    else:
        ratio = limits[1] / limits[0]
        if ratio > WIDE:
            (grave if ratio > WIDEST else mild).append(_wide(ratio))
    if without > MOST_WITHOUT:
        grave.append(_often_without(without))
    apart = [*others, total]
    if max(apart) / min(apart) > MOST_APART:
        mild.append(_FAR_APART)
    use = Use.REFUSE if grave else Use.INDICATIVE if mild else Use.USABLE
    return Judgement(use, tuple(grave or mild))


def _few(shared: int) -> Refused:
    """Without the number itself: with the overlaps beside it, it would give small cells away."""
    return Refused(
        "Fewer than {most} persons stand on two lists or more.",
        "An estimate is made of them: with fewer than 50 it is indicative, with fewer than 10 none "
        "is given.",
        "Match the lists better, or take more years together.",
        most=FEWEST_SHARED if shared < FEWEST_SHARED else FEW_SHARED,
    )


def _wide(ratio: float) -> Refused:
    return Refused(
        "The upper limit is about {ratio} times the lower one.",
        "Up to 2.5 times is usable, up to 10 times indicative.",
        "Give the interval before the estimate."
        if ratio <= WIDEST
        else "Match the lists better, or take more years together.",
        ratio=round(ratio, 1) if ratio < 1e6 else "∞",
    )


def _often_without(share: float) -> Refused:
    return Refused(
        "In {percent}% of the replicates no model has an estimate.",
        "At most 5% is allowed: otherwise the lists overlap too little.",
        "Match the lists better, or take more years together.",
        percent=round(100 * share),
    )


_FAR_APART = Refused(
    "Other ways to choose a model give numbers that lie far apart.",
    "They agree when the largest is at most twice the smallest.",
    "Report the estimates side by side.",
)
_NO_INTERVAL = Refused(
    "No interval was asked for.",
    "An estimate without an interval is indicative.",
    "Ask for bootstrap replicates.",
)
_WITHOUT = {
    Status.DOES_NOT_EXIST: Refused(
        "The model has no maximum likelihood estimate on this table.",
        "There is one when means that fit the margins can be positive in every live cell.",
        "Choose a smaller model, or merge lists.",
    ),
    Status.NOT_IDENTIFIABLE: Refused(
        "The hidden number cannot be told from this table with this model.",
        "The model has as many parameters as the table has live cells.",
        "Choose a smaller model, or merge lists.",
    ),
    Status.REFUSED: Refused(
        "The search for the maximum of the likelihood did not end.",
        "It must converge.",
        "Use a less extreme assumption, or a model with fewer terms.",
    ),
}
