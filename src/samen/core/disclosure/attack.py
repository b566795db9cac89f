"""What an attacker gets to know of cells from a release: exactly.

His answer for a cell is the least and the most whole number of persons that it can hold, given what
is published, what he knows himself, and that totals add up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from samen.core.disclosure.policy import Attacker
from samen.core.disclosure.program import NO_LIMIT, Floats, Limit, Program
from samen.core.disclosure.system import Cell, Ints, Mask, Matrix, System, rows_of
from samen.core.disclosure.views import View

_CLOSE = 1e-6
UNKNOWN = 2**40
"""Persons; more than any cell can hold."""


@dataclass(frozen=True)
class Interval:
    """What an attacker gets of one cell: low and high, whole numbers of persons; and the numbers
    that the policy wants to stay possible (needs_low and needs_high)."""

    attacker: Attacker
    cell: Cell
    low: int
    high: int
    needs_low: int
    needs_high: int

    @property
    def is_too_close(self) -> bool:
        """Whether a number is ruled out that the policy wants to stay possible."""
        return self.low > self.needs_low or self.high < self.needs_high

    @property
    def is_too_narrow(self) -> bool:
        """The same for counts that were moved, of which the true one need not be amid the others:
        whether fewer numbers stay possible than the policy wants."""
        return self.high - self.low < self.needs_high - self.needs_low


@dataclass(frozen=True)
class Release:
    """What is published of each cell: low <= persons <= high, int64 of shape (cells,)."""

    low: Ints
    high: Ints


def suppressed(system: System, hidden: Mask) -> Release:
    """The release of a table in which the cells `hidden` are not shown."""
    return as_shown(system, Release(np.where(hidden, 0, system.counts),
                                    np.where(hidden, UNKNOWN, system.counts)))  # fmt: skip


def as_shown(system: System, release: Release) -> Release:
    """A release in which sums that no table shows are not known either."""
    unseen = system.unpublished
    return Release(np.where(unseen, 0, release.low), np.where(unseen, UNKNOWN, release.high))


def attack(system: System, release: Release, view: View, limit: Limit = NO_LIMIT) -> list[Interval]:
    """What one attacker gets of each of his targets. Raises TimedOut."""
    low, high = np.maximum(release.low, view.low), np.minimum(release.high, view.high)
    found = [
        _interval(system, int(place), view, (int(low[place]), int(high[place])))
        for place in np.flatnonzero(view.targets & (low == high))
    ]
    for places in _parts(system, low < high):
        targets = np.flatnonzero(view.targets[places])
        if len(targets):
            bounds = _Bounds(system, places, (low, high), limit)
            found += [
                _interval(system, int(places[at]), view, bounds.of(int(at))) for at in targets
            ]
    return sorted(found, key=lambda each: each.cell)


def _interval(system: System, place: int, view: View, got: tuple[int, int]) -> Interval:
    needs = int(view.needs_low[place]), int(view.needs_high[place])
    return Interval(view.attacker, system.cells[place], *got, *needs)


def _parts(system: System, free: Mask) -> Iterator[Ints]:
    """Cells not known exactly that hang together through equations; others tell nothing of them."""
    places = np.flatnonzero(free)
    if len(places):
        shared = abs(system.equations[:, places])
        linked = sparse.block_array([[None, shared], [shared.T, None]], format="csr")
        part = connected_components(linked, directed=False)[1][shared.shape[0] :]
        order = np.argsort(part, kind="stable")
        yield from np.split(places[order], np.flatnonzero(np.diff(part[order])) + 1)


class _Bounds:
    """The least and the most that a cell of a part can hold: whole numbers that add up."""

    def __init__(
        self, system: System, places: Ints, known: tuple[Ints, Ints], limit: Limit
    ) -> None:
        low, high = (each[places].astype(float) for each in known)
        nothing = np.zeros(len(places))
        self._programs = tuple(Program(nothing, low, high, limit) for _ in range(2))
        for row, total in _known_sums(system.equations[:, places], system.counts[places]):
            for program in self._programs:
                program.add_rows([row], total, total)
        self._programs[1].whole()

    def of(self, number: int) -> tuple[int, int]:
        """The limits of the cell at `number`."""
        return self._extreme(number, 1.0), self._extreme(number, -1.0)

    def _extreme(self, number: int, sign: float) -> int:
        # A corner of whole numbers is the answer; only for others is the slower program needed.
        value = 0.0
        for program in self._programs:
            program.aim(number, sign)
            values = program.solve().values
            program.aim(number, 0.0)
            value = float(values[number])
            if np.abs(values - np.round(values)).max() < _CLOSE:
                break
        return round(value)


def _known_sums(equations: Matrix, counts: Ints) -> Iterator[tuple[tuple[Ints, Floats], float]]:
    """Each equation with what its cells come to, in those that a part has cells of."""
    for places, signs in rows_of(equations):
        if len(places):
            yield (places, signs), float(signs @ counts[places])
