"""How often intervals hold the truth, in worlds where it is known."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from samen.core.estimation.bootstrap import (
    Progress,
    Source,
    bootstrap,
    fitted,
    jackknife,
    observed,
)
from samen.core.estimation.intervals import Interval, bca, calibrated, percentile
from samen.core.estimation.outcomes import Outcome, outcome
from samen.core.estimation.poisson import Flags, Floats, Ints
from samen.core.estimation.procedures import Procedure
from samen.core.estimation.table import CaptureTable

REPLICATES = 2000
WORLDS = 500
KINDS = ("percentile", "bca", "calibrated")


@dataclass(frozen=True)
class Effort:
    """kinds: of percentile, bca and calibrated. replicates: of each bootstrap."""

    kinds: tuple[str, ...] = KINDS
    replicates: int = REPLICATES
    workers: int = 1

    def intervals(
        self, counts: Ints, procedure: Procedure, total: float, seed: int
    ) -> tuple[Interval, ...]:
        """One of each kind, around an estimate."""
        draws = bootstrap(observed(counts), procedure, counts, self.replicates, seed, self.workers)
        made = {
            "percentile": lambda: percentile(draws),
            "bca": lambda: bca(draws, total, jackknife(counts, procedure)),
            "calibrated": lambda: calibrated(draws, int(counts[1:].sum()), total),
        }
        return tuple(made[kind]() for kind in self.kinds)


@dataclass(frozen=True)
class KindCoverage:
    """How often intervals of one kind hold the truth, and miss it below and above themselves.

    error: the Monte Carlo standard error of the coverage, with two worlds more of each sort so
    that it is never 0 (Agresti and Coull 1998). width: the median of upper to lower limit.
    """

    kind: str
    coverage: float
    error: float
    truth_below: float
    truth_above: float
    width: float


@dataclass(frozen=True, eq=False)
class Coverage:
    """A procedure put to worlds made by a model.

    outcome: of the table that the model was chosen on; without an estimate there are no worlds,
    and it says why.
    truth: persons in each world. totals: the estimates, shape (worlds,), NaN where there is none.
    kinds: of the worlds with an estimate.
    """

    outcome: Outcome
    truth: int
    totals: Floats
    kinds: tuple[KindCoverage, ...]
    replicates: int
    seed: int

    @property
    def without_estimate(self) -> float:
        """The share of worlds without an estimate; NaN without worlds, as the next three."""
        return _mean(np.isnan(self.totals))

    @property
    def log_bias(self) -> float:
        """The mean of log(estimate / truth); below 0 when estimates are too low."""
        return _mean(self._gaps)

    @property
    def log_rmse(self) -> float:
        """The root mean square of log(estimate / truth)."""
        return sqrt(_mean(self._gaps**2))

    @property
    def rmse(self) -> float:
        """The root mean square error, in persons."""
        return sqrt(_mean((np.exp(self._gaps) - 1) ** 2)) * self.truth

    @property
    def _gaps(self) -> Floats:
        gaps: Floats = np.log(self.totals[~np.isnan(self.totals)] / self.truth)
        return gaps


def simulated_coverage(
    table: CaptureTable,
    procedure: Procedure,
    worlds: int = WORLDS,
    effort: Effort = Effort(),
    seed: int = 1,
    on_progress: Progress = lambda _: None,
    maker: Procedure | None = None,
) -> Coverage:
    """How often 95% intervals hold the truth when that is a model of the table itself
    (Chan, Silverman and Vincent 2021, section 5). Covariates are pooled.

    Each world is a table drawn from the model that `maker`, else the procedure, chooses on `table`
    (of an average the one with the largest weight), put through the whole procedure and its
    bootstrap.
    """
    counts = table.by_history()
    maker = maker or procedure
    plain = outcome(counts, maker)
    if plain.total is None:
        return Coverage(plain, 0, np.zeros(0), (), effort.replicates, seed)
    source = fitted(maker.choose(counts).models[0][0])
    totals = np.full(worlds, np.nan)
    limits = []
    for world in range(worlds):
        chance = np.random.default_rng([seed, world])
        drawn = _drawn(source, counts.size, chance)
        total = procedure.choose(drawn).total if drawn.any() else None
        if total is not None:
            totals[world] = total
            inner = int(chance.integers(1 << 62))
            limits.append(effort.intervals(drawn, procedure, total, inner))
        on_progress((world + 1) / worlds)
    kinds = tuple(_tallied(of_kind, source.persons) for of_kind in zip(*limits, strict=True))
    return Coverage(plain, source.persons, totals, kinds, effort.replicates, seed)


def _drawn(source: Source, n_cells: int, chance: np.random.Generator) -> Ints:
    table = np.zeros(n_cells, dtype=np.int64)
    table[source.histories] = source.draw(chance, 1)[0]
    return table


def _tallied(intervals: tuple[Interval, ...], truth: int) -> KindCoverage:
    n = len(intervals)
    held = sum(holds(each, truth) for each in intervals)
    share = (held + 2) / (n + 4)
    return KindCoverage(
        intervals[0].kind,
        held / n,
        float(np.sqrt(share * (1 - share) / (n + 4))),
        sum(truth < each.low for each in intervals) / n,
        sum(truth > each.high for each in intervals) / n,
        float(np.median([_width(each) for each in intervals])),
    )


def holds(interval: Interval, truth: float) -> bool:
    """Whether the truth lies between the limits."""
    return interval.low <= truth <= interval.high


def _width(interval: Interval) -> float:
    return interval.high / interval.low if np.isfinite(interval.low) else float("inf")


def _mean(values: Floats | Flags) -> float:
    return float(values.mean()) if values.size else float("nan")
