"""Intervals from bootstrap draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy

from samen.core.estimation.bootstrap import Draws, of_population
from samen.core.estimation.poisson import Floats

LEVEL = 0.95
BATCHES = 20
OUTWARD = 0.5


@dataclass(frozen=True)
class Interval:
    """low, high: of the total. errors: the Monte Carlo standard error of each limit.

    kind: percentile, bca or calibrated.
    """

    kind: str
    level: float
    low: float
    high: float
    errors: tuple[float, float]


type Tails = Callable[[Floats], tuple[float, float]]
"""The shares of sorted draws that an interval leaves out below and above."""


def percentile(draws: Draws, level: float = LEVEL) -> Interval:
    """The middle part of the draws (Efron 1981, Canadian Journal of Statistics 9)."""
    tail = (1 - level) / 2
    return _between(draws, "percentile", level, lambda _: (tail, tail))


def bca(draws: Draws, estimate: float, acceleration: float, level: float = LEVEL) -> Interval:
    """Bias-corrected and accelerated (Efron 1987, equation 2.3)."""
    spread = float(scipy.special.ndtri((1 + level) / 2))

    def tails(totals: Floats) -> tuple[float, float]:
        shift = _shift(totals, estimate)

        def share(deviate: float) -> float:
            z = shift + deviate
            room = 1 - acceleration * z
            return float(scipy.special.ndtr(shift + z / room)) if room > 0 else float(z > 0)

        return share(-spread), 1 - share(spread)

    return _between(draws, "bca", level, tails)


def calibrated(draws: Draws, observed: int, estimate: float, level: float = LEVEL) -> Interval:
    """The middle part of draws of the whole population, wider where it lies off the estimate.

    Bias correction (Efron 1987, equation 2.3 without acceleration) moves both limits by twice the
    distance, in normal deviates, from the draws' median to the estimate. A procedure that chooses
    its model chooses other ones in replicates than in samples, so that distance need not be its
    bias (Leeb and Pötscher 2005), and percentile and BCa intervals miss the truth on opposite
    sides. So a limit moves by OUTWARD of the distance, and away from the middle only. The share
    was calibrated by simulation from models of the published tables (docs/measurements.md): once
    for all tables, as a calibration for each, after Loh 1987, moves its limits with the seed by
    more than they may be rounded.
    observed: persons on a list; no limit is below it. estimate: of the total.
    """
    spread = float(scipy.special.ndtri((1 + level) / 2))

    def tails(totals: Floats) -> tuple[float, float]:
        shift = _shift(totals, estimate)
        down, up = OUTWARD * max(-shift, 0.0), OUTWARD * max(shift, 0.0)
        return float(scipy.special.ndtr(-spread - down)), float(scipy.special.ndtr(-spread - up))

    found = _between(of_population(draws, observed, estimate), "calibrated", level, tails)
    return replace(found, low=max(found.low, float(observed)))


def _shift(totals: Floats, estimate: float) -> float:
    """From the median of the draws to the estimate, in normal deviates."""
    return float(scipy.special.ndtri(np.clip((totals < estimate).mean(), 1e-9, 1 - 1e-9)))


def _between(draws: Draws, kind: str, level: float, tails: Tails) -> Interval:
    low, high = _limits(draws.totals, tails)
    lows, highs = zip(*(_limits(batch, tails) for batch in _batches(draws)), strict=True)
    return Interval(kind, level, low, high, (_error(lows), _error(highs)))


def _limits(totals: Floats, tails: Tails) -> tuple[float, float]:
    below, above = tails(totals)
    return _quantile(totals, below), _quantile(totals, 1 - above)


def _quantile(ordered: Floats, share: float) -> float:
    """The inverse of the distribution of sorted draws, straight between neighbours."""
    at = min(max(share * ordered.size - 0.5, 0.0), ordered.size - 1.0)
    first = int(at)
    second = min(first + 1, ordered.size - 1)
    if np.isinf(ordered[second]):
        return float(ordered[second] if at > first else ordered[first])
    return float(ordered[first] + (at - first) * (ordered[second] - ordered[first]))


def _batches(draws: Draws) -> list[Floats]:
    """Random parts of the draws (they are sorted, so shuffled first), each sorted."""
    order = np.random.default_rng(draws.seed).permutation(draws.totals.size)
    parts = np.array_split(order, min(BATCHES, max(2, draws.totals.size // 20), draws.totals.size))
    return [draws.totals[np.sort(part)] for part in parts]


def _error(limits: Sequence[float]) -> float:
    finite = [limit for limit in limits if np.isfinite(limit)]
    if len(finite) < max(2, len(limits)):
        return float("inf")
    return float(np.std(finite, ddof=1) / np.sqrt(len(finite)))
