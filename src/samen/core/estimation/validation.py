"""Whether a procedure can be believed: it is put to tasks of which the answer is known.

Tables are pooled over covariates. A procedure that passes may still be wrong about persons whom
no list can reach.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isinf

import numpy as np

from samen.core.estimation.bootstrap import Progress, observed
from samen.core.estimation.coverage import REPLICATES, Effort, holds
from samen.core.estimation.intervals import Interval
from samen.core.estimation.outcomes import Outcome, outcome, relisted
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Procedure
from samen.core.estimation.table import CaptureTable

PARTS = 10
ORDERS = 20


@dataclass(frozen=True)
class KnownList:
    """The persons on one list as a population of known size, captured by the other lists.

    known: persons on the list. outcome: the estimate of it. interval: None without an estimate.
    """

    name: str
    known: int
    outcome: Outcome
    interval: Interval | None

    @property
    def ratio(self) -> float | None:
        """Estimated to known; 1 is right."""
        return None if self.outcome.total is None else self.outcome.total / self.known

    @property
    def covered(self) -> bool | None:
        """Whether the interval holds the known number."""
        return None if self.interval is None else holds(self.interval, self.known)


@dataclass(frozen=True)
class Consistency:
    """All lists as known populations, in the order of the table."""

    lists: tuple[KnownList, ...]
    replicates: int
    seed: int

    @property
    def mean_log_bias(self) -> float | None:
        """The mean logarithm of estimated to known; below 0 when estimates are too low."""
        ratios = [each.ratio for each in self.lists if each.ratio is not None]
        return float(np.log(ratios).mean()) if ratios else None

    @property
    def coverage(self) -> float | None:
        """The share of the intervals that hold the known number; see also `without_limit`."""
        held = [each.covered for each in self.lists if each.covered is not None]
        return sum(held) / len(held) if held else None

    @property
    def without_limit(self) -> int:
        """Intervals with no finite upper limit: they hold the known number all too easily."""
        return sum(each.interval is not None and isinf(each.interval.high) for each in self.lists)


@dataclass(frozen=True)
class Accrual:
    """Estimates from random parts of the persons observed, each scaled up to all of them.

    share: how large a part. totals: of each order in which the persons came, ascending, only of
    parts with an estimate. without_estimate: the share of parts without one.
    """

    share: float
    totals: tuple[float, ...]
    without_estimate: float

    @property
    def median(self) -> float | None:
        """Persons in all, by the middle order."""
        return float(np.median(self.totals)) if self.totals else None


@dataclass(frozen=True)
class Trajectories:
    """by_lists: names of the lists so far, and the estimate from them. by_persons: see Accrual."""

    by_lists: tuple[tuple[tuple[str, ...], Outcome], ...]
    by_persons: tuple[Accrual, ...]
    orders: int
    seed: int


def internal_consistency(
    table: CaptureTable,
    procedure: Procedure,
    kind: str = "calibrated",
    replicates: int = REPLICATES,
    seed: int = 1,
    workers: int = 1,
    on_progress: Progress = lambda _: None,
) -> Consistency:
    """Each list in turn as a known population (Binette and Steorts 2022, arXiv 2112.01594).

    Of the persons on a list those on no other are the hidden ones, and it is known how many. The
    other lists that hold none of them are left out. A list has a reason instead of an estimate
    when fewer than two others are left, or they do not overlap enough. A fixed model keeps its
    terms of the lists that are left.
    kind: of interval, see `Effort`. replicates: of each list's bootstrap. Many of a list's persons
    may stand on others; then only the kind calibrated holds its level.
    """
    found = []
    for at, name in enumerate(table.lists):
        known = int(table.overlap()[at, at])
        within, kept = _among(table, at)
        counts, its = within.by_history(), relisted(procedure, [1 << bit for bit in kept])
        estimated = outcome(counts, its)
        interval = None
        if estimated.total is not None:
            effort = Effort((kind,), replicates, workers)
            interval = effort.intervals(counts, its, estimated.total, seed)[0]
        found.append(KnownList(name, known, estimated, interval))
        on_progress((at + 1) / len(table.lists))
    return Consistency(tuple(found), replicates, seed)


def _among(table: CaptureTable, at: int) -> tuple[CaptureTable, list[int]]:
    """The persons on one list as other lists saw them, and which lists saw some of them."""
    on = np.flatnonzero(table.histories >> at & 1)
    within = replace(
        table, histories=table.histories[on], codes=table.codes[on], counts=table.counts[on]
    )
    kept = [bit for bit, size in enumerate(within.overlap()[at]) if size and bit != at]
    return _of_lists(within, kept), kept


def _of_lists(table: CaptureTable, kept: Sequence[int]) -> CaptureTable:
    for bit, name in enumerate(table.lists):
        if bit not in kept:
            table = table.drop_list(name)
    return table


def trajectories(
    table: CaptureTable,
    procedure: Procedure,
    orders: int = ORDERS,
    seed: int = 1,
    on_progress: Progress = lambda _: None,
) -> Trajectories:
    """How the estimate moves as lists and persons come in (Binette and Steorts 2022).

    Lists come in by size, the largest two first. Persons come in in `orders` random orders, a
    tenth of them at a time on average; a part's estimate is scaled by all persons observed over
    those in the part. An estimate that still climbs has not seen enough.
    """
    largest = [int(bit) for bit in np.argsort(-table.overlap().diagonal(), kind="stable")]
    by_lists = []
    for n in range(2, len(largest) + 1):
        kept = sorted(largest[:n])
        part = _of_lists(table, kept)
        its = relisted(procedure, [1 << bit for bit in kept])
        by_lists.append((part.lists, outcome(part.by_history(), its)))
    scaled = _accrued(table.by_history(), procedure, orders, seed, on_progress)
    return Trajectories(
        tuple(by_lists),
        tuple(
            Accrual(
                (part + 1) / PARTS,
                tuple(np.sort(totals[np.isfinite(totals)]).tolist()),
                float(np.isnan(totals).mean()),
            )
            for part, totals in enumerate(scaled.T)
        ),
        orders,
        seed,
    )


def _accrued(
    counts: Ints, procedure: Procedure, orders: int, seed: int, on_progress: Progress
) -> Floats:
    """Scaled totals, NaN where a part has no estimate; shape (orders, PARTS)."""
    source, run = observed(counts), procedure.run(counts)
    totals = np.full((orders, PARTS), np.nan)
    for order in range(orders):
        chance = np.random.default_rng([seed, order])
        tenths = chance.multinomial(counts[source.histories], [1 / PARTS] * PARTS)
        parts = tenths.cumsum(axis=1).T.copy()
        persons = parts.sum(axis=1)
        some = persons > 0
        hidden, _ = run(source.histories, parts[some])
        totals[order, some] = (hidden + persons[some]) * source.persons / persons[some]
        on_progress((order + 1) / orders)
    return totals
