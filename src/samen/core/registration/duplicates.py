"""Numbers that a file gives to two rows, found without keeping the numbers."""

import numpy as np
from numpy.typing import NDArray

from samen.core.registration.columns import KNOWN, Column
from samen.core.registration.problems import Problem, RowError, fault


class Seen:
    """The numbers so far, as hashes of 64 bits beside their rows: 16 bytes a row.

    Two different numbers have one hash in fewer than one of ten million files of a million rows.
    """

    def __init__(self) -> None:
        self._hashes = np.empty(0, np.int64)
        self._rows = np.empty(0, np.int64)

    def errors(self, column: Column, rows: NDArray[np.int64]) -> list[RowError]:
        """The rows whose number an earlier row has; the numbers are then seen."""
        known = np.flatnonzero(column.row_states() == KNOWN)
        if not len(known):
            return []
        distinct = np.array([hash(each) for each in column.normal.to_pylist()], np.int64)
        found, numbers = distinct[column.codes[known]], rows[known]
        order = np.argsort(found, kind="stable")
        found, numbers = found[order], numbers[order]
        first = np.r_[True, found[1:] != found[:-1]]
        earlier = numbers[first][np.cumsum(first) - 1]
        place = np.searchsorted(self._hashes, found)
        before = np.append(self._hashes, 0)[place] == found
        before &= place < len(self._hashes)
        earlier[before] = np.append(self._rows, 0)[place[before]]
        self._add(found[first & ~before], numbers[first & ~before])
        repeated = before | ~first
        return [
            RowError(int(row), column.name, fault(Problem.DUPLICATE, n=int(other)))
            for row, other in sorted(zip(numbers[repeated], earlier[repeated], strict=True))
        ]

    def _add(self, hashes: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        places = np.searchsorted(self._hashes, hashes)
        self._hashes = np.insert(self._hashes, places, hashes)
        self._rows = np.insert(self._rows, places, rows)
