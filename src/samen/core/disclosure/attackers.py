"""Attackers who see all that a pattern shows and try each unsafe cell; and the rows that forbid
what they succeed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from samen.core.disclosure.essential import essential
from samen.core.disclosure.program import Floats, Limit, Program, Row
from samen.core.disclosure.system import Ints, Mask, Matrix, System
from samen.core.disclosure.views import View

CLOSE = 1e-6
_LITTLE = 1e-3
"""Persons by which a cell that can still be hidden moves: so rows go through few of them."""


@dataclass(frozen=True)
class Success:
    """An attack that comes too close to a cell, and the row that forbids it: what has to be hidden
    for the cell to move by `level` in the direction of `sign`."""

    view: View
    place: int
    sign: float
    level: float
    row: Row


class Movable(Protocol):
    """What an attacker asks: how far cells can move, within how far each can. kinds: a number for
    each cell, the same for those that always move in one proportion, as far as that is known."""

    kinds: Ints

    def limit(self, low: Floats, high: Floats) -> None:
        """Set how far each of all cells can move."""

    def furthest(self, place: int, sign: float) -> tuple[Floats, Floats]:
        """The movement that takes one cell furthest, and the reduced cost of each cell."""


class _Movable:
    """max ±d of one cell, with equations @ d = 0, in the cells that can move at all."""

    def __init__(self, equations: Matrix, places: Ints, limit: Limit) -> None:
        self._places, self._cells = places, equations.shape[1]
        self.kinds = np.arange(self._cells)
        rows = equations[:, places]
        asked = np.flatnonzero(np.diff(rows.indptr))
        still = np.zeros(len(places))
        self._program = Program(still, still, still, limit)
        # Only costs and limits change: the last answer is the best place to begin.
        self._program.option("simplex_strategy", 4)
        self._program.add_matrix(rows[asked], np.zeros(len(asked)), 0.0)
        self._by_cell = equations[asked].T.tocsr()

    def limit(self, low: Floats, high: Floats) -> None:
        """Set how far each of all cells can move."""
        self._program.limit(low[self._places], high[self._places])

    def furthest(self, place: int, sign: float) -> tuple[Floats, Floats]:
        """The movement that takes one cell furthest, and the reduced cost of each cell."""
        column = int(np.searchsorted(self._places, place))
        self._program.aim(column, -sign)
        found = self._program.solve()
        self._program.aim(column, 0.0)
        moved = np.zeros(self._cells)
        moved[self._places] = found.values
        reduced = -(self._by_cell @ found.prices)
        reduced[place] -= sign
        return moved, reduced


class Attackers:
    """Each target of each view is moved as far as what the attacker knows lets it go."""

    def __init__(self, system: System, seen: list[View], limit: Limit) -> None:
        self._counts, self.limit = system.counts, limit
        self._views = seen
        self._equations = essential(system.equations)
        self._all = _Movable(self._equations, np.arange(len(system.counts)), limit)

    def successes(
        self, hidden: Floats, free: Mask | None = None, movable: Movable | None = None
    ) -> Iterator[Success]:
        """Attacks that come too close when `hidden` (0 to 1, a cell each) is hidden; of each view
        and cell at most one, upward or else downward.

        free: cells that can still be hidden. They are tried first, rows ask as few of them as they
        can, and a few attacks may be left out: who finds none asks again without. movable: a
        smaller program, of cells that are hidden or free.
        """
        # A solver's zero lies about zero, and limits so small are no limits to it.
        share = np.where(hidden > CLOSE, np.minimum(hidden, 1.0), 0.0)
        little = np.where(free, _LITTLE, 0.0) if free is not None else np.zeros_like(share)
        if movable is None:
            targets = np.any([view.targets for view in self._views], axis=0)
            places = np.flatnonzero((share > 0) | (little > 0) | targets)
            movable = _Movable(self._equations, places, self.limit)
        for view in self._views:
            yield from self._of_view(movable, view, share, little)

    def succeed(self, success: Success, hidden: Mask) -> bool:
        """Whether this attack still comes too close when `hidden` is hidden."""
        down, up = room(success.view, self._counts)
        self._all.limit(-down * hidden, up * hidden)
        moved = self._all.furthest(success.place, success.sign)[0][success.place]
        return bool(success.sign * moved < success.level - CLOSE)

    def _of_view(
        self, movable: Movable, view: View, hidden: Floats, little: Floats
    ) -> Iterator[Success]:
        down, up = rooms = room(view, self._counts)
        low = -np.maximum(down * hidden, np.minimum(down, little))
        high = np.maximum(up * hidden, np.minimum(up, little))
        movable.limit(low, high)
        places = np.flatnonzero(view.targets)
        places = places[np.argsort(little[places] == 0, kind="stable")]
        levels = _levels(view, self._counts)[:, places]
        reached = levels <= 0
        found: set[int] = set()
        for number, place in enumerate(places):
            if (kind := int(movable.kinds[place])) in found:
                continue  # the same attack once more
            for side, sign in enumerate((1.0, -1.0)):
                if reached[side, number]:
                    continue
                furthest, reduced = movable.furthest(int(place), sign)
                # One answer often shows for many cells that the attack on them fails too, and
                # turned round for as many again.
                for moved in (furthest, _turned(furthest, low, high)):
                    reached |= np.array([moved[places], -moved[places]]) >= levels - CLOSE
                if reached[side, number]:
                    continue
                level = float(levels[side, number])
                row = _forbidding(reduced, rooms, level)
                if not little.any() or row[1] @ hidden[row[0]] < 1.0 - CLOSE:
                    found.add(kind)
                    yield Success(view, int(place), sign, level, row)
                    break


def _turned(moved: Floats, low: Floats, high: Floats) -> Floats:
    """The same movement the other way, as far as it can go."""
    uses = np.abs(moved) > 1e-9
    left = np.where(moved > 0, -low, high)[uses] / np.abs(moved[uses])
    return -moved * max(float(left.min()), 0.0) if len(left) else moved


def _forbidding(reduced: Floats, rooms: tuple[Floats, Floats], level: float) -> Row:
    # The reduced costs are of the minimum of -sign*d: positive at the lower limit.
    weights = np.maximum(reduced, 0) * rooms[0] + np.maximum(-reduced, 0) * rooms[1]
    places = np.flatnonzero(weights > 1e-9 * level)
    return places, np.minimum(weights[places] / level, 1.0)


def room(view: View, counts: Ints) -> tuple[Floats, Floats]:
    """How far each cell can lie below and above its count, for all that an attacker knows."""
    return (counts - view.low).astype(float), (view.high - counts).astype(float)


def _levels(view: View, counts: Ints) -> Floats:
    """How far each cell has to be able to go, of shape (2, cells): upward, downward."""
    return np.array([view.needs_high - counts, counts - view.needs_low], dtype=float)
