"""Better patterns near one that protects: region by region, each solved to its end."""

from itertools import islice

import numpy as np

from samen.core.disclosure.attackers import Attackers, Success
from samen.core.disclosure.essential import essential
from samen.core.disclosure.master import Costs, Master, unforbidden
from samen.core.disclosure.movements import MOST_CELLS, Movements, Region
from samen.core.disclosure.program import Floats, TimedOut
from samen.core.disclosure.system import ByCell, Ints, Mask, Matrix, System

_HALF = 0.5
_REGION = (40, 80, 400)
"""Cells that a search frees: the fewest, how many at first, the most."""
_NODES = 20
_SUCCESSES = 10
"""Forbidden at once."""
_ROUNDS = 12
"""After which a region is left: its attackers succeed for too long."""
_QUIET, _ALL = 3.0, 12.0
"""It ends when regions with so many times all cells together gained nothing in a row; or when so
many have been searched, for the bound needs time too."""


class Neighbours:
    """Patterns among the cells that some choice has used: few of all, so the program for whole
    cells is soon solved. Where there are few it is solved among all of them first; then region by
    region, the others left as they are."""

    def __init__(self, system: System, costs: Costs, master: Master, attackers: Attackers) -> None:
        self._costs, self._master, self._attackers = costs, master, attackers
        self._equations, self._of_cell = system.equations, system.equations.tocsc()
        self._essential = essential(system.equations)
        self._chance = np.random.default_rng(1)
        self._size = float(_REGION[1])

    def improved(self, hidden: Mask, used: Mask) -> Mask:
        """A pattern that protects as well and loses no more. used: bool of shape (cells,)."""
        used = (used | hidden) & self._costs.can_hide
        starts = np.flatnonzero(used & ~self._costs.is_hidden)
        small = len(used) <= MOST_CELLS
        every = Movements(self._essential, used) if small else None
        quiet = searched = 0.0
        try:
            if 0 < len(starts) <= _REGION[2]:
                hidden = self._best(hidden, used, every)
            while len(starts) > self._size and quiet < _QUIET and searched < _ALL:
                region = self._region(int(self._chance.choice(starts)), used)
                found = self._best(hidden, region, every)
                gains = bool((found != hidden).any())
                share = region[starts].sum() / len(starts)
                searched += share
                quiet = 0.0 if gains else quiet + share
                hidden = found
        except TimedOut:
            pass  # what there is protects
        return hidden

    def _best(self, hidden: Mask, free: Mask, every: Movements | None) -> Mask:
        """The best pattern that differs where it is free to. A search that stops before it knows
        makes the next regions smaller."""
        cost, is_known = self._costs.costs, False
        still = ~(hidden | free)
        part = Region(every, still, self._attackers.limit) if every is not None else None
        for _ in range(_ROUNDS):
            chosen = self._master.near(hidden, free, nodes=_NODES)
            found = chosen.values > _HALF
            if cost[hidden].sum() - cost[found].sum() < _HALF:
                is_known = chosen.is_best
                break
            if not (successes := self._some_successes(chosen.values, free, part)):
                hidden, is_known = found, chosen.is_best
                break
            forbidden = unforbidden(successes, chosen)
            if not forbidden:
                break  # of a row that a solver takes for kept
            self._master.forbid(forbidden)
        self._size *= 1.03 if is_known else 0.9
        self._size = min(max(self._size, _REGION[0]), _REGION[2])
        return hidden

    def _some_successes(self, hidden: Floats, free: Mask, part: Region | None) -> list[Success]:
        """Not all: their rows often forbid the others too. None only where there is none."""
        successes = self._attackers.successes
        return list(islice(successes(hidden, free, part), _SUCCESSES)) or list(successes(hidden))

    def _region(self, start: int, used: Mask) -> Mask:
        """Used cells about `start`, nearest by equations first."""
        seen = np.zeros_like(used)
        seen[start], queue, count = True, [start], 0
        for cell in queue:  # grows meanwhile
            for row in self._chance.permutation(_part(self._of_cell, cell)):
                near = _part(self._equations, int(row))
                near = near[used[near] & ~seen[near]]
                seen[near] = True
                queue += near.tolist()
                count += int((~self._costs.is_hidden[near]).sum())
            if count >= self._size:
                break
        return seen


def _part(matrix: Matrix | ByCell, number: int) -> Ints:
    return matrix.indices[matrix.indptr[number] : matrix.indptr[number + 1]].astype(np.int64)
