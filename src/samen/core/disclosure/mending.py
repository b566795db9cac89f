"""Patterns that protect, from a choice that does not, and better ones near them."""

import numpy as np

from samen.core.disclosure.attackers import CLOSE, Attackers, Success, room
from samen.core.disclosure.master import Costs, Master, unforbidden
from samen.core.disclosure.program import Floats, Limit, Program, TimedOut
from samen.core.disclosure.system import ByCell, Ints, Mask, Matrix, System, rows_of

_HALF = 0.5
_SURELY = 1.01
_REGION = (40, 100, 300)
"""Cells that a search of the neighbourhood frees: the fewest, how many at first, the most."""
_NODES = 20
_REGIONS = 40
"""Searched at a time, at most; fewer when so many in a row gain nothing."""
_QUIET = 10


class Mending:
    """Hides more where attackers succeed: the cheapest d that moves the attacked cell enough."""

    def __init__(self, system: System, costs: Costs, limit: Limit) -> None:
        self._counts = system.counts
        self._cost, self._can_hide = costs.costs, costs.can_hide
        self._cells = len(self._cost)
        zero = np.zeros(2 * self._cells)  # what goes up, then what goes down
        self._program = Program(zero, zero, zero, limit)
        rows = [
            (np.concatenate([places, places + self._cells]), np.concatenate([signs, -signs]))
            for places, signs in rows_of(system.equations)
        ]
        self._program.add_rows(rows, 0.0, 0.0)

    def mended(self, chosen: Floats, attackers: Attackers) -> Mask:
        """The cells chosen by more than half, with those that make every attack fail.

        chosen: 0 to 1, a cell each; what is chosen in part costs as much less.
        """
        hidden = chosen > _HALF
        known = -1
        while known < (known := int(hidden.sum())):
            left = list(attackers.successes(hidden.astype(float)))
            while left:
                each = left.pop()
                if not attackers.succeed(each, hidden):
                    continue  # what was hidden for another was enough
                cost = np.where(hidden, 0.0, self._cost * (_SURELY - np.clip(chosen, 0.0, 1.0)))
                moved = self._moved(each, cost)
                hidden |= np.abs(moved) > CLOSE
                left = [other for other in left
                        if other.view is not each.view
                        or other.sign * moved[other.place] < other.level - CLOSE]  # fmt: skip
        return hidden

    def _moved(self, success: Success, cost: Floats) -> Floats:
        """The cheapest d, of shape (cells,), that moves the attacked cell by its level."""
        self._program.aim_all(np.concatenate([cost, cost]))
        down, up = room(success.view, self._counts)
        low = np.zeros(2 * self._cells)
        high = np.concatenate([up * self._can_hide, down * self._can_hide])
        side, other = (0, self._cells) if success.sign > 0 else (self._cells, 0)
        low[success.place + side] = success.level
        high[success.place + other] = 0.0
        self._program.limit(low, high)
        values = self._program.solve().values
        return values[: self._cells] - values[self._cells :]


class Trimming:
    """Shows again what a mended pattern hides in vain: the same search without whole numbers,
    among the cells that it hides. Far smaller than the search among all."""

    def __init__(self, system: System, costs: Costs, limit: Limit) -> None:
        self._cost = costs.costs
        self._master = Master(system, costs, limit)

    def trimmed(self, hidden: Mask, attackers: Attackers, mending: Mending) -> Mask:
        """A pattern that protects as well and loses no more."""
        while True:
            try:
                chosen = self._master.in_part(attackers, hidden)
                found = mending.mended(chosen.values, attackers)
            except TimedOut:
                return hidden
            if self._cost[found].sum() >= self._cost[hidden].sum():
                return hidden
            hidden = found


class Neighbours:
    """Patterns among the cells that some choice has used: few of all, so the program for whole
    cells is soon solved. First among all of them, then region by region, the others left as they
    are."""

    def __init__(self, system: System, costs: Costs) -> None:
        self._costs = costs
        self._equations, self._of_cell = system.equations, system.equations.tocsc()
        self._chance = np.random.default_rng(1)
        self._size = float(_REGION[1])

    def improved(self, hidden: Mask, used: Mask, master: Master, attackers: Attackers) -> Mask:
        """A pattern that protects as well and loses no more, and which none in the last regions
        loses less than. used: bool of shape (cells,)."""
        used = (used | hidden) & self._costs.can_hide
        starts = np.flatnonzero(used & ~self._costs.is_hidden)
        quiet = regions = 0
        try:
            hidden = self._best(hidden, used, master, attackers)
            while len(starts) > self._size and quiet < _QUIET and regions < _REGIONS:
                region = self._region(int(self._chance.choice(starts)), used)
                found = self._best(hidden, region, master, attackers)
                regions, quiet = regions + 1, 0 if (found != hidden).any() else quiet + 1
                hidden = found
        except TimedOut:
            pass  # what there is protects
        return hidden

    def _best(self, hidden: Mask, free: Mask, master: Master, attackers: Attackers) -> Mask:
        """The best pattern that differs where it is free to. A search that stops before it knows
        makes the next regions smaller."""
        cost = self._costs.costs
        while True:
            chosen = master.whole(hidden, free, nodes=_NODES)
            self._size *= 1.03 if chosen.is_best else 0.9
            self._size = min(max(self._size, _REGION[0]), _REGION[2])
            found = chosen.values > _HALF
            if cost[hidden].sum() - cost[found].sum() < _HALF:
                return hidden
            successes = list(attackers.successes(chosen.values))
            if not successes:
                return found
            forbidden = unforbidden(successes, chosen)
            if not forbidden:
                return hidden  # of a row that a solver takes for kept
            master.forbid(forbidden)

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
