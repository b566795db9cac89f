"""The master program: chooses the cells to hide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from samen.core.disclosure.attackers import CLOSE, Attackers, Success
from samen.core.disclosure.program import Floats, Limit, Program, Row, Solution
from samen.core.disclosure.system import Mask, System, rows_of

MOST_BRIDGED = 100
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
        self._is_hidden, self._can_hide = costs.is_hidden, costs.can_hide
        self._program = Program(
            costs.costs, self._is_hidden.astype(float), self._can_hide.astype(float), limit
        )
        self._program.add_rows(list(_bridges(system, self._can_hide)), 0.0, np.inf)

    def forbid(self, successes: list[Success]) -> None:
        """Whoever succeeded has to miss at least one more cell."""
        self._program.add_rows([each.row for each in successes], 1.0, np.inf)

    def in_part(self, attackers: Attackers, among: Mask | None = None) -> Solution:
        """The cells to hide, between 0 and 1, so that no attacker succeeds, and the bound; `among`
        those cells where they are given."""
        high = self._can_hide if among is None else self._is_hidden | among
        self._program.limit(self._is_hidden.astype(float), high.astype(float))
        while True:
            chosen = self._program.solve()
            successes = unforbidden(attackers.successes(chosen.values), chosen)
            if not successes:
                return chosen
            self.forbid(successes)

    def whole(
        self, start: Mask, free: Mask | None = None, gap: float = 0.0, nodes: int = NO_END
    ) -> Solution:
        """The same with each cell hidden or shown, to within `gap` of the least; what is not `free`
        stays as in `start`. A search of so many nodes may stop with what it has."""
        low, high = self._is_hidden, self._can_hide
        if free is not None:
            low, high = np.where(free, low, start | low), np.where(free, high, start | low)
        self._program.limit(low.astype(float), high.astype(float))
        self._program.whole()
        self._program.option("mip_rel_gap", gap)
        self._program.stop_after(nodes)
        self._program.start_at((start | self._is_hidden).astype(float))
        found = self._program.solve()
        # A solver's 0.9999999 of a large cell would be a whole person less to hide behind.
        return replace(found, values=np.round(found.values))


def unforbidden(successes: Iterable[Success], chosen: Solution) -> list[Success]:
    """Those whose rows would change what is chosen, by more than a solver tells apart."""
    return [each for each in successes
            if each.row[1] @ chosen.values[each.row[0]] < 1.0 - CLOSE]  # fmt: skip


def _bridges(system: System, can_hide: Mask) -> Iterator[Row]:
    """A cell hidden alone in an equation is not hidden: y_j <= sum of the others' y.

    Long equations go without: their rows would fill the memory, and attackers find as much.
    """
    for columns, _ in rows_of(system.equations):
        places = columns[can_hide[columns]]
        for one in range(len(places) if len(places) <= MOST_BRIDGED else 0):
            signs = np.ones(len(places))
            signs[one] = -1.0
            yield places, signs
