"""Every check of an estimate: what it hangs on, and whether its procedure finds what is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from samen.core.errors import TooBig
from samen.core.estimation.bootstrap import Progress
from samen.core.estimation.coverage import Coverage, Effort, simulated_coverage
from samen.core.estimation.linkage_errors import AtRates, linkage_errors
from samen.core.estimation.outcomes import Outcome
from samen.core.estimation.procedures import Procedure, Stepwise
from samen.core.estimation.sensitivity import (
    AtThreshold,
    Dependence,
    Merged,
    Tipping,
    WithoutList,
    highest_order,
    leave_out,
    merged,
    pair_dependence,
    thresholds,
)
from samen.core.estimation.table import CaptureTable
from samen.core.estimation.validation import (
    Consistency,
    Trajectories,
    internal_consistency,
    trajectories,
)

MOST_CHECKED = 12


@dataclass(frozen=True)
class Sensitivity:
    """The estimate under other assumptions, covariates pooled.

    thresholds: of a stepwise procedure only. whole: dependence of all lists. pairs: of every two
    lists, in the chosen model (of an average the one with the largest weight); empty without one.
    """

    without: tuple[WithoutList, ...]
    merged: tuple[Merged, ...]
    thresholds: tuple[AtThreshold, ...]
    whole: Dependence
    pairs: tuple[Dependence, ...]
    links: tuple[AtRates, ...]

    @property
    def plain(self) -> Outcome:
        """The estimate that the others stand beside."""
        return self.whole.plain

    @property
    def tipping(self) -> tuple[Dependence, Tipping] | None:
        """The two lists whose dependence has to be least wrong for half or twice the estimate."""
        found = [(pair, each) for pair in self.pairs for each in pair.tipping]
        nearest = min(found, key=lambda each: each[1].distance(each[0].own), default=None)
        return None if nearest is None or nearest[1].log_odds is None else nearest


@dataclass(frozen=True, eq=False)
class Validation:
    """The procedure put to known answers. coverage: None when no worlds were asked for."""

    consistency: Consistency
    trajectories: Trajectories
    coverage: Coverage | None


def sensitivity(
    table: CaptureTable, procedure: Procedure, on_progress: Progress = lambda _: None
) -> Sensitivity:
    """Everything in `sensitivity` and `linkage_errors` with its usual grid.

    Raises TooBig above MOST_CHECKED lists. Sources: with each part.
    """
    refuse_many_lists(table)
    paired, alone, together, linked = stretches(on_progress, (2, 1, 1, 6))
    choice = procedure.choose(table.by_history())
    pairs = list(combinations(range(len(table.lists)), 2)) if choice.model else []
    dependences = []
    for at, pair in enumerate(pairs):
        dependences.append(pair_dependence(table, choice.models[0][0].model, pair))
        paired((at + 1) / len(pairs))
    return Sensitivity(
        leave_out(table, procedure, alone),
        merged(table, procedure, together),
        thresholds(table) if isinstance(procedure, Stepwise) else (),
        highest_order(table, procedure),
        tuple(dependences),
        linkage_errors(table, procedure, on_progress=linked),
    )


def validation(
    table: CaptureTable,
    procedure: Procedure,
    worlds: int = 0,
    seed: int = 1,
    workers: int = 1,
    on_progress: Progress = lambda _: None,
) -> Validation:
    """Each list as a known population, trajectories, and the coverage in simulated worlds.

    worlds: how many; each gets the intervals that are reported, a known list the calibrated one.
    Raises TooBig above MOST_CHECKED lists. Sources: with each part.
    """
    refuse_many_lists(table)
    known, moving, covered = stretches(on_progress, (len(table.lists), 1, 10 * worlds))
    return Validation(
        internal_consistency(table, procedure, seed=seed, workers=workers, on_progress=known),
        trajectories(table, procedure, seed=seed, on_progress=moving),
        simulated_coverage(table, procedure, worlds, Effort(workers=workers), seed, covered)
        if worlds
        else None,
    )  # fmt: skip


def refuse_many_lists(table: CaptureTable) -> None:
    """Every check takes many estimates, each of them long when there are many lists."""
    if len(table.lists) > MOST_CHECKED:
        raise TooBig("There are {n} lists.", "Estimates of at most {most} lists can be checked.",
                     "Merge lists of the same kind, or choose with --lists.",
                     n=len(table.lists), most=MOST_CHECKED)  # fmt: skip


def stretches(on_progress: Progress, costs: Sequence[float]) -> list[Progress]:
    """One progress for each part of the work, as long as its cost; a part of no cost is silent."""
    whole = sum(costs)

    def stretch(start: float, cost: float) -> Progress:
        return lambda share: on_progress((start + share * cost) / whole)

    return [stretch(sum(costs[:at]), cost) for at, cost in enumerate(costs)]
