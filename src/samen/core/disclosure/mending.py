"""Patterns that protect, from a choice that does not."""

import numpy as np

from samen.core.disclosure.attackers import CLOSE, Attackers, Success, room
from samen.core.disclosure.essential import essential
from samen.core.disclosure.master import Costs
from samen.core.disclosure.program import Floats, Limit, Program
from samen.core.disclosure.system import Mask, System, rows_of

_HALF = 0.5
_SURELY = 1.01


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
            for places, signs in rows_of(essential(system.equations))
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
