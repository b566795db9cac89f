"""Attackers who see all that a pattern shows and try each unsafe cell; and the rows that forbid
what they succeed in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samen.core.disclosure.program import Floats, Limit, Program, Row, Solution
from samen.core.disclosure.system import Ints, Mask, System, rows_of
from samen.core.disclosure.views import View

CLOSE = 1e-6


@dataclass(frozen=True)
class Success:
    """An attack that comes too close to a cell, and the row that forbids it: what has to be hidden
    for the cell to move by `level` in the direction of `sign`."""

    view: View
    place: int
    sign: float
    level: float
    row: Row


class Attackers:
    """max ±d at each target of each view, with equations @ d = 0 and d between what is known."""

    def __init__(self, system: System, seen: list[View], limit: Limit) -> None:
        self._counts = system.counts
        self._views = seen
        zero = np.zeros(len(self._counts))
        self._program = Program(zero, zero, zero, limit)
        # Only costs and limits change: the last answer is the best place to begin.
        self._program.option("presolve", "off")
        self._program.option("simplex_strategy", 4)
        self._program.add_rows(list(rows_of(system.equations)), 0.0, 0.0)

    def successes(self, hidden: Floats) -> Iterator[Success]:
        """Attacks that come too close when `hidden` (0 to 1, a cell each) is hidden; of each view
        and cell at most one, upward or else downward."""
        share = np.clip(hidden, 0.0, 1.0)  # a solver's zero may lie below zero
        for view in self._views:
            yield from self._of_view(view, share)

    def succeed(self, success: Success, hidden: Mask) -> bool:
        """Whether this attack still comes too close when `hidden` is hidden."""
        down, up = room(success.view, self._counts)
        self._program.limit(-down * hidden, up * hidden)
        moved = self._furthest(success.place, success.sign).values[success.place]
        return bool(success.sign * moved < success.level - CLOSE)

    def _of_view(self, view: View, hidden: Floats) -> Iterator[Success]:
        down, up = room(view, self._counts)
        low, high = -down * hidden, up * hidden
        self._program.limit(low, high)
        places = np.flatnonzero(view.targets)
        levels = _levels(view, self._counts)[:, places]
        reached = levels <= 0
        for number, place in enumerate(places):
            for side, sign in enumerate((1.0, -1.0)):
                if reached[side, number]:
                    continue
                found = self._furthest(int(place), sign)
                # One answer often shows for many cells that the attack on them fails too, and
                # turned round for as many again.
                for moved in (found.values, _turned(found.values, low, high)):
                    reached |= np.array([moved[places], -moved[places]]) >= levels - CLOSE
                if not reached[side, number]:
                    level = float(levels[side, number])
                    row = _forbidding(found, (down, up), level)
                    yield Success(view, int(place), sign, level, row)
                    break

    def _furthest(self, place: int, sign: float) -> Solution:
        self._program.aim(place, -sign)
        found = self._program.solve()
        self._program.aim(place, 0.0)
        return found


def _turned(moved: Floats, low: Floats, high: Floats) -> Floats:
    """The same movement the other way, as far as it can go."""
    uses = np.abs(moved) > 1e-9
    left = np.where(moved > 0, -low, high)[uses] / np.abs(moved[uses])
    return -moved * max(float(left.min()), 0.0) if len(left) else moved


def _forbidding(found: Solution, rooms: tuple[Floats, Floats], level: float) -> Row:
    # The reduced costs are of the minimum of -sign*d: positive at the lower limit.
    weights = np.maximum(found.reduced, 0) * rooms[0] + np.maximum(-found.reduced, 0) * rooms[1]
    places = np.flatnonzero(weights > 1e-9 * level)
    return places, np.minimum(weights[places] / level, 1.0)


def room(view: View, counts: Ints) -> tuple[Floats, Floats]:
    """How far each cell can lie below and above its count, for all that an attacker knows."""
    return (counts - view.low).astype(float), (view.high - counts).astype(float)


def _levels(view: View, counts: Ints) -> Floats:
    """How far each cell has to be able to go, of shape (2, cells): upward, downward."""
    return np.array([view.needs_high - counts, counts - view.needs_low], dtype=float)
