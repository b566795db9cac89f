"""A coarser table where hiding loses too much: which codes to tell only together.

A step leaves out all that is below some codes of a column: below one code, or a whole level, or the
column. Each step is protected and attacked as any table is; the proposal shows the most cells of
those that lose little enough. Where one step is not enough, the best one is gone on from.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from samen.core.disclosure.hierarchy import Hierarchy, upward
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.program import NO_LIMIT, Limit
from samen.core.disclosure.protect import Protected, Status, with_suppression
from samen.core.disclosure.system import System, Table
from samen.core.errors import SamenError

MOST_STEPS = 3
MOST_TRIED = 40


@dataclass(frozen=True)
class Step:
    """Of a dimension, nothing below these codes is told."""

    dimension: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Coarser:
    """Tables after some steps, and what protecting them comes to."""

    steps: tuple[Step, ...]
    tables: tuple[Table, ...]
    found: Protected

    @property
    def loss(self) -> float:
        """Share of all that the tables count which is hidden; 1 where nothing can be released."""
        return loss_of(self.found)

    @property
    def shown(self) -> int:
        """Cells with a number that anybody can read."""
        return shown_of(self.found)


def loss_of(found: Protected) -> float:
    """Share of all that the tables count which is hidden; 1 where nothing can be released."""
    if found.status is not Status.SAFE:
        return 1.0
    counts, ours = found.system.counts, found.system.released
    return int(counts[ours & found.hidden].sum()) / max(int(counts[ours].sum()), 1)


def shown_of(found: Protected) -> int:
    """Cells of the release with a number that anybody can read."""
    return int((found.system.released & ~found.hidden).sum()) if found.reason is None else 0


def coarser(
    tables: Sequence[Table],
    hierarchies: Sequence[Hierarchy],
    system_of: Callable[[Sequence[Table]], System],
    policy: Policy,
    most: float,
    limit: Limit = NO_LIMIT,
) -> tuple[Coarser | None, tuple[Coarser, ...]]:
    """The proposal, or None where no few steps are enough; and the first steps, the best first.

    most: the largest loss that is good enough, as a share. system_of: what tables are protected as.
    """
    first: tuple[Coarser, ...] = ()
    best = Coarser((), tuple(tables), _refused(system_of(tables), policy))
    for _ in range(MOST_STEPS):
        tried = sorted(_tried(best, hierarchies, system_of, policy, limit), key=_rank(most))
        first = first or tuple(tried)
        if not tried or (best.steps and tried[0].loss >= best.loss):
            break
        best = tried[0]
        if best.loss <= most:
            return best, first
    return None, first


def _refused(system: System, policy: Policy) -> Protected:
    nothing = system.counts < 0
    return Protected(system, policy, nothing, nothing)


def _rank(most: float) -> Callable[[Coarser], tuple[float, float, float]]:
    """Those that lose little enough first, of them the one that shows most."""

    def rank(each: Coarser) -> tuple[float, float, float]:
        enough = each.loss <= most
        return (not enough, -each.shown if enough else each.loss, each.loss)

    return rank


def _tried(
    start: Coarser,
    hierarchies: Sequence[Hierarchy],
    system_of: Callable[[Sequence[Table]], System],
    policy: Policy,
    limit: Limit,
) -> Iterator[Coarser]:
    for step in list(_steps(start.tables, hierarchies))[:MOST_TRIED]:
        tables = tuple(_without(table, step, hierarchies) for table in start.tables)
        if not all(table.counts for table in tables):
            continue
        try:
            found = with_suppression(system_of(tables), policy, limit)
        except SamenError:
            continue  # an earlier release or a file of contributions needs what is left out
        if found.status is Status.SAFE:
            yield Coarser((*start.steps, step), tables, found)


def _steps(tables: Sequence[Table], hierarchies: Sequence[Hierarchy]) -> Iterator[Step]:
    """Below each code that has codes below it in the tables, and below all of a level."""
    used = {(name, codes[at]) for table in tables for at, name in enumerate(table.dimensions)
            for codes in table.counts}  # fmt: skip
    found: dict[Step, None] = {}
    for each in hierarchies:
        levels: dict[int, list[str]] = {}
        for code, below in each.children.items():
            if any((each.dimension, child) in used for child in below):
                levels.setdefault(_depth(each, code), []).append(code)
        for codes in levels.values():
            found |= {Step(each.dimension, tuple(sorted(codes))): None}
            found |= {Step(each.dimension, (code,)): None for code in sorted(codes)}
    yield from found


def _depth(hierarchy: Hierarchy, code: str) -> int:
    """How many codes lie above it."""
    return len(upward([hierarchy])[hierarchy.dimension, code])


def _without(table: Table, step: Step, hierarchies: Sequence[Hierarchy]) -> Table:
    if step.dimension not in table.dimensions:
        return table
    at, above = table.dimensions.index(step.dimension), upward(hierarchies)
    left = {
        codes: count
        for codes, count in table.counts.items()
        if not set(step.codes) & {*above[step.dimension, codes[at]]} - {codes[at]}
    }
    return replace(table, counts=left, unsafe=frozenset(table.unsafe & left.keys()))
