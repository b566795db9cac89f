"""How cells of a region can move when the others are left as they are: as sums of few movements,
so that attackers who try many choices there ask programs that are small."""

import numpy as np
from scipy import sparse

from samen.core.disclosure.program import Floats, Limit, Places, Program
from samen.core.disclosure.system import Ints, Mask, Matrix

MOST_CELLS = 6_000
"""Of a system; beyond that elimination fills the memory."""
_NOTHING = 1e-7
"""Entries are small whole numbers and their quotients."""
_ALIKE = 6
"""Decimals by which cells move alike."""


class Movements:
    """All d with equations @ d = 0 that move some cells alone, the `places`: sums of the rows of
    `matrix`, float64 of shape (movements, places).

    follow: of the places, those that go where the others take them. others: how far each cell that
    is no place would take each of those, sparse of shape (cells, follow).
    """

    def __init__(self, equations: Matrix, cells: Mask) -> None:
        self.places = np.flatnonzero(cells)
        touched = np.diff(equations[:, self.places].indptr) > 0
        matrix = equations[touched].toarray()
        pivots = _eliminated(matrix, self.places)
        matrix, follow = matrix[pivots >= 0], pivots[pivots >= 0]
        leading = np.setdiff1d(self.places, follow)
        self.follow = np.searchsorted(self.places, follow)
        self.matrix = np.zeros((len(leading), len(self.places)))
        self.matrix[np.arange(len(leading)), np.searchsorted(self.places, leading)] = 1.0
        self.matrix[:, self.follow] = -matrix[:, leading].T
        self.others = sparse.csr_array(np.where(cells, 0.0, matrix).T)


class Region:
    """max ±d of one cell among the movements that leave the cells `still` as they are.

    kinds: int64 of shape (cells,), the same for cells that always move in one proportion.
    """

    def __init__(self, every: Movements, still: Mask, limit: Limit) -> None:
        self._every, self._places, self._limit = every, every.places, limit
        matrix = every.matrix.copy()
        pivots = _eliminated(matrix, np.flatnonzero(still[self._places]))
        self._left = matrix[pivots < 0]
        # Sparse products come out the same on any number of processors.
        self._by_place = sparse.csr_array(self._left.T)
        self._held = pivots[pivots >= 0]
        self._holding = sparse.csr_array(matrix[pivots >= 0])
        most = np.abs(self._left).argmax(axis=0) if len(self._left) else np.zeros(0, dtype=int)
        self._scale = np.zeros(len(self._places))
        self._scale[: len(most)] = self._left[most, np.arange(len(most))]
        self._moving = np.flatnonzero(np.abs(self._scale) > _NOTHING)
        alike = self._left[:, self._moving] / self._scale[self._moving]
        _, first, self._kind = np.unique(
            np.round(alike, _ALIKE), axis=1, return_index=True, return_inverse=True
        )
        self._rows = sparse.csr_array(alike[:, first].T)
        self.kinds = -1 - np.arange(len(still))
        self.kinds[self._places[self._moving]] = self._kind

    def limit(self, low: Floats, high: Floats) -> None:
        """Set how far each of all cells can move."""
        scale, places = self._scale[self._moving], self._places[self._moving]
        low_end, high_end = np.sort([low[places] / scale, high[places] / scale], axis=0)
        # Of cells that move alike, the one that can least holds the others.
        self._holder = np.zeros((2, self._rows.shape[0]), dtype=np.int64)
        for side, order in enumerate((np.argsort(low_end), np.argsort(-high_end))):
            self._holder[side, self._kind[order]] = order
        free = np.full(len(self._left), np.inf)
        self._program = Program(np.zeros(len(free)), -free, free, self._limit)
        self._program.option("simplex_strategy", 4)
        self._program.option("presolve", "off")
        self._program.add_matrix(self._rows, low_end[self._holder[0]], high_end[self._holder[1]])

    def furthest(self, place: int, sign: float) -> tuple[Floats, Floats]:
        """The movement that takes one cell furthest, and the reduced cost of each cell: also of
        those that are left as they are."""
        column = int(np.searchsorted(self._places, place))
        self._program.aim_all(-sign * self._left[:, column])
        found = self._program.solve()
        moved = np.zeros(len(self.kinds))
        moved[self._places] = self._by_place @ found.values
        reduced = np.zeros(len(self._places))
        side = (found.prices < 0).astype(np.int64)
        holders = self._moving[self._holder[side, np.arange(len(side))]]
        reduced[holders] = found.prices / self._scale[holders]
        aim = np.zeros(len(self._places))
        aim[column] = sign
        reduced[self._held] = -(self._holding @ (reduced + aim))
        priced = self._every.others @ (reduced + aim)[self._every.follow]
        priced[self._places] = reduced
        return moved, priced


def _eliminated(matrix: Floats, columns: Ints) -> Places:
    """Gauss and Jordan, in place: of each row the column that it alone has, or -1."""
    pivots = np.full(len(matrix), -1)
    for column in columns:
        entries = np.where(pivots < 0, np.abs(matrix[:, column]), 0.0)
        can = np.flatnonzero(entries > max(_NOTHING, entries.max(initial=0.0) / 2))
        if not len(can):
            continue
        row = can[np.argmin(np.count_nonzero(matrix[can], axis=1))]  # so the others stay short
        matrix[row] /= matrix[row, column]
        matrix[row, np.abs(matrix[row]) < _NOTHING] = 0.0
        uses, others = np.flatnonzero(matrix[row]), np.flatnonzero(matrix[:, column])
        others = others[others != row]
        matrix[np.ix_(others, uses)] -= np.outer(matrix[others, column], matrix[row, uses])
        matrix[others, column] = 0.0
        pivots[row] = column
    return pivots
