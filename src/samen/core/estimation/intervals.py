"""Intervals from bootstrap draws."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from samen.core.estimation.bootstrap import Draws, Progress, bootstrap, fitted, observed
from samen.core.estimation.fit import fit
from samen.core.estimation.models import closed
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Procedure

LEVEL = 0.95
BATCHES = 20
WORLDS = 400
WITHIN = 200


@dataclass(frozen=True)
class Interval:
    """low, high: of the total. errors: the Monte Carlo standard error of each limit.

    kind: percentile, bca or calibrated. tails: the shares of the draws below low and above high.
    """

    kind: str
    level: float
    low: float
    high: float
    errors: tuple[float, float]
    tails: tuple[float, float]


def percentile(draws: Draws, level: float = LEVEL) -> Interval:
    """The middle part of the draws."""
    tail = (1 - level) / 2
    return _between(draws, "percentile", level, (tail, tail))


def bca(draws: Draws, estimate: float, acceleration: float, level: float = LEVEL) -> Interval:
    """Bias-corrected and accelerated (Efron 1987, equation 2.3)."""
    below = np.clip(float((draws.totals < estimate).mean()), 1e-9, 1 - 1e-9)
    shift = float(ndtri(below))

    def moved(tail: float) -> float:
        z = shift + float(ndtri(tail))
        return float(ndtr(shift + z / (1 - acceleration * z)))

    tail = (1 - level) / 2
    return _between(draws, "bca", level, (moved(tail), 1 - moved(1 - tail)))


def calibrated(
    draws: Draws,
    counts: Ints,
    procedure: Procedure,
    level: float = LEVEL,
    workers: int = 1,
    on_progress: Progress = lambda _: None,
) -> Interval:
    """The percentile interval with its tails set by simulation (Loh 1987; Hall and Martin 1988).

    WORLDS populations are simulated from the models that the replicates chose, each as often as
    it was chosen, fitted to the table itself: the truth may be any of them. Each gets its own bootstrap of WITHIN replicates, which tells where the known truth lies
    among them. The tails are those that would have held the truth in `level` of the worlds.
    """
    chance = np.random.default_rng([draws.seed, WORLDS])
    n_lists = counts.size.bit_length() - 1
    fits = [(fit(counts, closed(n_lists, terms)), times) for terms, times in draws.models]
    known = [(fitted(model), times) for model, times in fits if model.hidden is not None]
    sources = [source for source, _ in known]
    weights = np.array([times for _, times in known]) / sum(times for _, times in known)
    places = np.empty(WORLDS)
    for world in range(WORLDS):
        source = sources[chance.choice(len(sources), p=weights)]
        table = np.zeros_like(counts)
        table[source.histories] = source.draw(chance, 1)[0]
        seed = int(chance.integers(1 << 62))
        inner = bootstrap(observed(table), procedure, table, WITHIN, seed, workers)
        places[world] = np.searchsorted(inner.totals, source.persons) / WITHIN
        on_progress((world + 1) / WORLDS)
    places.sort()
    tail = (1 - level) / 2
    return _between(
        draws, "calibrated", level, (_quantile(places, tail), 1 - _quantile(places, 1 - tail))
    )


def _between(draws: Draws, kind: str, level: float, tails: tuple[float, float]) -> Interval:
    batches = _batches(draws)
    lows = [_quantile(batch, tails[0]) for batch in batches]
    highs = [_quantile(batch, 1 - tails[1]) for batch in batches]
    return Interval(
        kind,
        level,
        _quantile(draws.totals, tails[0]),
        _quantile(draws.totals, 1 - tails[1]),
        (_error(lows), _error(highs)),
        tails,
    )


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
    parts = np.array_split(order, min(BATCHES, max(2, draws.totals.size // 20)))
    return [draws.totals[np.sort(part)] for part in parts]


def _error(limits: list[float]) -> float:
    finite = [limit for limit in limits if np.isfinite(limit)]
    if len(finite) < len(limits):
        return float("inf")
    return float(np.std(finite, ddof=1) / np.sqrt(len(finite)))
