"""The master program: chooses the cells to hide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from samen.core.disclosure.attackers import CLOSE, Attackers, Success
from samen.core.disclosure.program import Floats, Limit, Program, Row, Solution
from samen.core.disclosure.system import Mask, Matrix, System, rows_of

MOST_BRIDGED = 100
_KEPT = 0.5
"""By less than so much a choice in part keeps the rows that whole choices are held to at first."""
_ROUNDS = 12
"""Of whole choices that break rows which are known."""
NO_END = 2**31 - 1
"""Nodes of a search that may not stop."""


@dataclass(frozen=True)
class Costs:
    """What hiding each cell costs, float64 of shape (cells,); is_hidden: those that are hidden in
    any case, for nothing; can_hide: those and the ones that may be. zeros: what all cells of nobody
    that can be hidden cost together, less than one person."""

    costs: Floats
    is_hidden: Mask
    can_hide: Mask
    zeros: float


class Master:
    """min counts @ y, y = 1 where a cell is hidden; rows are added as attackers succeed."""

    def __init__(self, system: System, costs: Costs, limit: Limit) -> None:
        self._costs, self._limit = costs, limit
        self._is_hidden, self._can_hide = costs.is_hidden, costs.can_hide
        low, high = self._is_hidden.astype(float), self._can_hide.astype(float)
        self._program = Program(costs.costs, low, high, limit)
        self._rows, self._least = _matrix([], len(low)), np.zeros(0)
        self._asked = np.zeros(0, dtype=bool)
        self._add(list(_bridges(system, self._can_hide)), 0.0)

    def forbid(self, successes: Sequence[Success]) -> None:
        """Whoever succeeded has to miss at least one more cell."""
        self._add([each.row for each in successes], 1.0)

    def in_part(self, attackers: Attackers) -> Solution:
        """The cells to hide, between 0 and 1, so that no attacker succeeds, and the bound."""
        while True:
            chosen = self._program.solve()
            successes = unforbidden(attackers.successes(chosen.values), chosen)
            if not successes:
                return chosen
            self.forbid(successes)

    def whole(self, start: Mask, gap: float = 0.0, nodes: int = NO_END) -> Solution:
        """The same with each cell hidden or shown, to within `gap` of the least. A search of so
        many nodes may stop with what it has."""
        if gap:
            return self._of_few_rows(start, gap, nodes)
        self._program.option("mip_rel_gap", gap)
        return _whole(self._program, start | self._is_hidden, nodes)

    def _of_few_rows(self, start: Mask, gap: float, nodes: int) -> Solution:
        """Most rows are kept by whatever is chosen, and those of attackers are long: a program of
        those that some choice has broken, or nearly, is solved much sooner than one of all."""
        low, high = self._is_hidden.astype(float), self._can_hide.astype(float)
        bound = 0.0
        self._asked |= self._rows @ self._program.solve().values < self._least + _KEPT
        for _ in range(_ROUNDS):
            program = Program(self._costs.costs, low, high, self._limit)
            asked = np.flatnonzero(self._asked)
            program.add_matrix(self._rows[asked], self._least[asked])
            program.option("mip_rel_gap", gap)
            found = _whole(program, start | self._is_hidden, nodes)
            bound = max(bound, found.bound)
            broken = (self._rows @ found.values < self._least - CLOSE) & ~self._asked
            self._asked |= broken
            if not (found.is_best and broken.any()):
                break
        return replace(found, bound=bound, is_best=found.is_best and not broken.any())

    def near(self, start: Mask, free: Mask, nodes: int = NO_END) -> Solution:
        """The best whole choice that differs from `start` only where it is `free` to: a program of
        those cells and of the rows that they can break."""
        places = np.flatnonzero(free & self._can_hide & ~self._is_hidden)
        fixed = start | self._is_hidden
        fixed[places] = False
        rows, left = self._rows[:, places], self._least - self._rows @ fixed.astype(float)
        # A row that the start breaks, as a cell hidden alone does, asks nothing that protects.
        keeps = rows @ start[places].astype(float) >= left - CLOSE
        can_break = np.flatnonzero(keeps & (rows.minimum(0.0).sum(axis=1) < left - CLOSE))
        none = np.zeros(len(places))
        program = Program(self._costs.costs[places], none, none + 1.0, self._limit)
        program.add_matrix(rows[can_break], left[can_break])
        found = _whole(program, start[places], nodes)
        values = fixed.astype(float)
        values[places] = found.values
        return replace(found, values=values)

    def _add(self, rows: Sequence[Row], least: float) -> None:
        self._program.add_rows(rows, least, np.inf)
        more = _matrix(rows, self._rows.shape[1])
        self._rows = sparse.vstack([self._rows, more], format="csr")
        self._least = np.append(self._least, np.full(len(rows), least))
        self._asked = np.append(self._asked, np.zeros(len(rows), dtype=bool))


def _whole(program: Program, start: Mask, nodes: int) -> Solution:
    program.whole()
    program.stop_after(nodes)
    program.start_at(start.astype(float))
    found = program.solve()
    # A solver's 0.9999999 of a large cell would be a whole person less to hide behind.
    return replace(found, values=np.round(found.values))


def unforbidden(successes: Iterable[Success], chosen: Solution) -> list[Success]:
    """Those whose rows would change what is chosen, by more than a solver tells apart."""
    return [each for each in successes
            if each.row[1] @ chosen.values[each.row[0]] < 1.0 - CLOSE]  # fmt: skip


def _matrix(rows: Sequence[Row], columns: int) -> Matrix:
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places = np.concatenate([np.zeros(0, dtype=np.int64), *(places for places, _ in rows)])
    values = np.concatenate([np.zeros(0), *(values for _, values in rows)])
    return sparse.csr_array((values, places, ends), shape=(len(rows), columns))


def _bridges(system: System, can_hide: Mask) -> Iterator[Row]:
    """A cell hidden alone in an equation is not hidden: y_j <= sum of the others' y.

    Sums that no table shows go without: nobody needs them hidden. So do long equations: their
    rows would fill the memory, and attackers find as much.
    """
    for columns, _ in rows_of(system.equations):
        places = columns[can_hide[columns]]
        if len(places) <= MOST_BRIDGED:
            for one in np.flatnonzero(~system.unpublished[places]):
                signs = np.ones(len(places))
                signs[one] = -1.0
                yield places, signs
