"""Intervals from bootstrap draws."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from samen.core.estimation.bootstrap import (
    Draws,
    Progress,
    bootstrap,
    fitted,
    jackknife,
    observed,
)
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Choice, Procedure

LEVEL = 0.95
BATCHES = 20
WORLDS = 200
WITHIN = 100
BEYOND = 0.5


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
    """The middle part of the draws (Efron 1981, Canadian Journal of Statistics 9)."""
    tail = (1 - level) / 2
    return _between(draws, "percentile", level, (tail, tail))


def bca(draws: Draws, estimate: float, acceleration: float, level: float = LEVEL) -> Interval:
    """Bias-corrected and accelerated (Efron 1987, equation 2.3)."""
    return _between(draws, "bca", level, _moved(draws, estimate, acceleration, level))


def _moved(draws: Draws, estimate: float, acceleration: float, level: float) -> tuple[float, float]:
    """The tails of BCa."""
    below = np.clip(float((draws.totals < estimate).mean()), 1e-9, 1 - 1e-9)
    shift = float(ndtri(below))

    def share(tail: float) -> float:
        z = shift + float(ndtri(tail))
        room = 1 - acceleration * z
        return float(ndtr(shift + z / room)) if room > 0 else float(z > 0)

    tail = (1 - level) / 2
    return share(tail), 1 - share(1 - tail)


def calibrated(
    draws: Draws,
    counts: Ints,
    choice: Choice,
    procedure: Procedure,
    level: float = LEVEL,
    workers: int = 1,
    on_progress: Progress = lambda _: None,
) -> Interval:
    """An interval whose tails lie between those of the percentile and of BCa, set by simulation.

    Neither of the two holds its level on every table. So WORLDS populations are simulated from
    the chosen models, each model as often as its weight says; each gets a bootstrap of WITHIN
    replicates; and each tail is moved from BCa (0) to percentile (1), or a little beyond, until it
    leaves the known truth out as often as it should (calibration: Loh 1987, Hall and Martin 1988).
    The simulated worlds share the chosen model, so they cannot show that it was too large or too
    small; the draws, in which others were chosen, can. So the lower tail never exceeds that of the
    percentile, and the upper one goes at least half of the way to it.
    choice: what the procedure made of the table; it has an estimate.
    """
    worlds = _worlds(choice, procedure, draws.seed, level, workers, on_progress)
    tail = (1 - level) / 2
    moved = _moved(draws, choice.total or 0.0, jackknife(counts, procedure), level)
    low, high = (
        _mixed(moved[side], tail, _mixture(worlds[:, side], worlds[:, 2 + side], tail, least))
        for side, least in ((0, -BEYOND), (1, 0.5))
    )
    return _between(draws, "calibrated", level, (min(low, tail), high))


def _worlds(
    choice: Choice,
    procedure: Procedure,
    seed: int,
    level: float,
    workers: int,
    on_progress: Progress,
) -> Floats:
    """Of each simulated population: the share of its draws below and above the truth, and the
    tails of BCa; shape (worlds, 4). Worlds without an estimate are left out.
    """
    chance = np.random.default_rng([seed, WORLDS])
    weights = [weight for _, weight in choice.models]
    sources = [fitted(model) for model, _ in choice.models]
    rows = []
    for world in range(WORLDS):
        source = sources[chance.choice(len(sources), p=weights)]
        table = np.zeros_like(choice.models[0][0].fitted, dtype=np.int64)
        table[source.histories] = source.draw(chance, 1)[0]
        inner_seed = int(chance.integers(1 << 62))
        found = procedure.choose(table)
        if found.total is not None:
            inner = bootstrap(observed(table), procedure, table, WITHIN, inner_seed, workers)
            below = float(np.searchsorted(inner.totals, source.persons)) / WITHIN
            moved = _moved(inner, found.total, jackknife(table, procedure), level)
            rows.append((below, 1 - below, *moved))
        on_progress((world + 1) / WORLDS)
    return np.array(rows).reshape(-1, 4)


def _mixture(places: Floats, moved: Floats, tail: float, least: float) -> float:
    """The mixture of BCa and percentile that misses the truth in `tail` of the worlds.

    places: the share of the draws on this side of the truth; moved: the tail of BCa.
    Of mixtures that miss equally often the one nearest to the middle.
    """
    mixtures = np.linspace(least, 1 + BEYOND, 41)
    gaps = [
        abs(float((places < _mixed(moved, tail, mixture)).mean()) - tail) for mixture in mixtures
    ]
    good = mixtures[np.array(gaps) <= min(gaps) + 1e-12]
    return float(good[np.argmin(np.abs(good - 0.5))])


def _mixed[Share: (float, Floats)](moved: Share, tail: float, mixture: float) -> Share:
    """Between two tails, on the scale of normal deviates."""
    between: Share = ndtr(
        (1 - mixture) * ndtri(np.clip(moved, 1e-6, 1 - 1e-6)) + mixture * ndtri(tail)
    )
    return between


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
