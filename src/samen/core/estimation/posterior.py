"""What a Bayesian estimate says: quantiles of the number of persons, or why there are none."""

from dataclasses import dataclass

from samen.core.errors import Refused
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Ints

LEVELS = (0.025, 0.1, 0.5, 0.9, 0.975)


@dataclass(frozen=True)
class Quantiles:
    """Persons in all, on a list or on none, at the posterior's `LEVELS`.

    There is no mean: with little overlap the tail can be so heavy that none exists.
    """

    at: tuple[float, ...]

    @property
    def estimate(self) -> float:
        """The median: half of the posterior lies on each side."""
        return self.at[2]

    @property
    def interval(self) -> tuple[float, float]:
        """The middle 95%."""
        return self.at[0], self.at[4]


@dataclass(frozen=True)
class Verdict:
    """Quantiles when the posterior can be trusted; otherwise the reasons why not, and no number.

    A reason is an error that is not raised: it says what was found, what is allowed, what to do.
    """

    quantiles: Quantiles | None
    reasons: tuple[Refused, ...]

    @property
    def status(self) -> Status:
        return Status.OK if self.quantiles else Status.REFUSED


def verdict(counts: Ints, quantiles: Quantiles, reasons: tuple[Refused, ...]) -> Verdict:
    """Quantiles without reasons, or reasons without quantiles.

    counts: persons by capture history, shape (2**L,). Two more reasons are found here. Without
    overlap the posterior is the prior's opinion; and a 95% interval of one number says that the
    hidden number is known exactly, which no table can say.
    """
    low, high = quantiles.interval
    overlap = sum(int(n) for history, n in enumerate(counts) if history & (history - 1))
    if not overlap:
        reasons = (NO_OVERLAP, *reasons)
    elif low == high and not reasons:
        reasons = (
            Refused(
                "The posterior holds one number only: {persons}.",
                "A usable posterior has a spread.",
                "Look whether lists are copies of each other.",
                persons=round(low),
            ),
        )
    return Verdict(None if reasons else quantiles, reasons)


NO_OVERLAP = Refused(
    "Nobody stands on two lists.",
    "An estimate is made of the overlap between lists.",
    "Look whether persons are matched between the lists, or use other lists.",
)
