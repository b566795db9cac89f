"""What one estimator says."""

from dataclasses import dataclass

from samen.core.errors import SamenError
from samen.core.estimation.existence import Status


@dataclass(frozen=True)
class Answer:
    """What one estimator says: persons in all, with an interval of some kind; or why not.

    errors: the Monte Carlo standard error of low and of high.
    """

    name: str
    status: Status
    total: float | None = None
    low: float | None = None
    high: float | None = None
    kind: str = ""
    model: str = ""
    reasons: tuple[SamenError, ...] = ()
    errors: tuple[float, float] = (0.0, 0.0)
