"""The equations from which all others follow: programs of those alone are solved sooner."""

import numpy as np
from scipy import sparse

from samen.core.disclosure.system import Ints, Matrix


def essential(equations: Matrix) -> Matrix:
    """Of each cell that has parts the shortest equation; and any other that these leave open."""
    size = equations.shape[1]
    by_length = np.argsort(np.diff(equations.indptr), kind="stable")
    in_rows, above = equations.maximum(0.0).nonzero()
    above = above[np.argsort(in_rows)][by_length]
    parents, first = np.unique(above.astype(np.int64), return_index=True)
    chosen = by_length[first]
    parts = -equations[chosen].minimum(0.0)
    below = _ones(parents, np.arange(len(parents)), (size, len(parents))) @ parts
    # What adds up along those that are chosen, adds up to the lowest cells.
    lowest = np.setdiff1d(np.arange(size), parents)
    sums = step = _ones(lowest, lowest, (size, size))
    while (step := below @ step).nnz:
        sums = sums + step
    left_open = np.flatnonzero(abs(equations @ sums).sum(axis=1))
    return equations[np.union1d(chosen, left_open)]


def _ones(rows: Ints, columns: Ints, shape: tuple[int, int]) -> Matrix:
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
