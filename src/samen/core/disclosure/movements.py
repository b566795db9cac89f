"""The movements of few cells as sums of fewer: of a region that is searched, so that attackers who
try many choices in it ask small programs."""

import numpy as np
from scipy import sparse

from samen.core.disclosure.program import Floats, Limit, Places, Program
from samen.core.disclosure.system import Ints, Mask, Matrix

_NOTHING = 1e-7
"""Entries are small whole numbers and their quotients."""
_ALIKE = 6
"""Decimals by which cells move alike."""


class Movements:
    """All d with equations @ d = 0 that move `cells` alone: each a sum of rows of `matrix`, float64
    of shape (movements, places).

    follow: places that others move along. others: how far the cells that are no places let each
    of those go, sparse of shape (cells, follow)."""

    def __init__(self, equations: Matrix, cells: Mask) -> None:
        self.places = np.flatnonzero(cells)
        touched = np.diff(equations[:, self.places].indptr) > 0
        matrix = equations[touched].toarray()
        pivots = _eliminated(matrix, self.places)
        matrix, follow = matrix[pivots >= 0], pivots[pivots >= 0]
        lead = np.setdiff1d(self.places, follow)
        self.follow = np.searchsorted(self.places, follow)
        free = np.searchsorted(self.places, lead)
        self.matrix = np.zeros((len(lead), len(self.places)))
        self.matrix[np.arange(len(lead)), free] = 1.0
        self.matrix[:, self.follow] = -matrix[:, lead].T
        self.others = sparse.csr_array(np.where(cells, 0.0, matrix).T)


class Region:
    """max ±d of one cell among movements that leave some cells as they are."""

    def __init__(self, every: Movements, still: Mask, limit: Limit) -> None:
        self._every, self._places, self._limit = every, every.places, limit
        matrix = every.matrix.copy()
        pivots = _eliminated(matrix, np.flatnonzero(still[self._places]))
        self._left = matrix[pivots < 0]
        # What a sum of all movements does to cells that stay still says what each would cost.
        self._held, self._holding = pivots[pivots >= 0], matrix[pivots >= 0]
        most = np.argmax(np.abs(self._left), axis=0)
        self._scale = self._left[most, np.arange(len(self._places))]
        moves = np.flatnonzero(np.abs(self._scale) > _NOTHING)
        alike = np.round(self._left[:, moves] / self._scale[moves], _ALIKE)
        self._moves = moves
        _, first, self._kind = np.unique(alike, axis=1, return_index=True, return_inverse=True)
        self._kinds = sparse.csr_array((self._left[:, moves] / self._scale[moves])[:, first].T)

    def limit(self, low: Floats, high: Floats) -> None:
        """Set how far each of all cells can move."""
        scale, places = self._scale[self._moves], self._places[self._moves]
        ends = np.array([low[places] / scale, high[places] / scale])
        ends.sort(axis=0)
        count = self._kinds.shape[0]
        # Of cells that move alike the one that can least holds the others.
        self._holds = np.zeros((2, count), dtype=np.int64)
        for side, order in enumerate((np.argsort(ends[0]), np.argsort(-ends[1]))):
            self._holds[side, self._kind[order]] = self._moves[order]
        low_end, high_end = np.full(count, -np.inf), np.full(count, np.inf)
        np.maximum.at(low_end, self._kind, ends[0])
        np.minimum.at(high_end, self._kind, ends[1])
        free = np.full(len(self._left), np.inf)
        self._program = Program(0 * np.ones(len(free)), -free, free, self._limit)
        self._program.option("simplex_strategy", 4)
        self._program.add_matrix(self._kinds, low_end, high_end)

    def furthest(self, place: int, sign: float) -> tuple[Floats, Floats]:
        """The movement that takes one cell furthest, and the reduced cost of each cell."""
        column = int(np.searchsorted(self._places, place))
        self._program.aim_all(-sign * self._left[:, column])
        found = self._program.solve()
        moved = np.zeros(self._every.others.shape[0])
        moved[self._places] = found.values @ self._left
        prices = np.zeros(len(self._places))
        holds = self._holds[(found.prices < 0).astype(int), np.arange(len(found.prices))]
        prices[holds] = found.prices / self._scale[holds]
        prices[self._held] = -(self._holding @ prices + sign * self._holding[:, column])
        whole = prices.copy()
        whole[column] += sign
        reduced = self._every.others @ whole[self._every.follow]
        reduced[self._places] = prices
        return moved, reduced


def _eliminated(matrix: Floats, columns: Ints) -> Places:
    """Gauss and Jordan, in place: of each row the column that it alone has, or -1."""
    pivots = np.full(len(matrix), -1)
    for column in columns:
        entries = np.where(pivots < 0, np.abs(matrix[:, column]), 0.0)
        can = np.flatnonzero(entries > max(_NOTHING, entries.max(initial=0.0) / 2))
        if not len(can):
            continue
        row = can[np.argmin(np.count_nonzero(matrix[can], axis=1))]  # so others stay short
        matrix[row] /= matrix[row, column]
        matrix[row, np.abs(matrix[row]) < _NOTHING] = 0.0
        uses = np.flatnonzero(matrix[row])
        others = np.flatnonzero(np.abs(matrix[:, column]) > 0)
        others = others[others != row]
        matrix[np.ix_(others, uses)] -= np.outer(matrix[others, column], matrix[row, uses])
        matrix[others, column] = 0.0
        pivots[row] = column
    return pivots
