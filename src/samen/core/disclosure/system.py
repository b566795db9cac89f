"""Tables as one system: the cells, and the equations that the totals are.

Tables that share a margin, and earlier releases, share its cells: what tells two cells apart is
what they count, so a code that counts everybody is left out of a cell's name. Differencing over
tables and dates is then an ordinary attack on one system (docs/adr/0009).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
from scipy import sparse

from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.errors import BadInput, TooBig

type Cell = tuple[tuple[str, str], ...]
"""(dimension, code) pairs in the order of the names, without those that count everybody."""
type Ints = npt.NDArray[np.int64]
type Mask = npt.NDArray[np.bool_]
type Matrix = sparse.csr_array[np.float64, tuple[int, int]]

MOST_CELLS = 20_000


@dataclass(frozen=True)
class Table:
    """Counts by the codes of some dimensions, totals included.

    counts: codes, one a dimension -> persons. unsafe: codes of cells called unsafe by hand.
    """

    dimensions: tuple[str, ...]
    counts: Mapping[tuple[str, ...], int]
    unsafe: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True)
class System:
    """All cells of all tables, and what adds up.

    counts: int64 of shape (cells,). equations: sparse (equations, cells); +1 for the parent, -1 for
    each child; equations @ counts == 0. unsafe: bool of shape (cells,), called unsafe by hand.
    """

    cells: tuple[Cell, ...]
    counts: Ints
    equations: Matrix
    unsafe: Mask

    def at(self, cell: Cell) -> int:
        """The place of a cell."""
        return self.cells.index(cell)


def system_of(tables: Sequence[Table], hierarchies: Sequence[Hierarchy]) -> System:
    """The system of linked tables. Raises BadInput when they do not add up or contradict."""
    roots = {each.dimension: each.root for each in hierarchies}
    counts: dict[Cell, int] = {}
    unsafe: set[Cell] = set()
    for table in tables:
        for codes, count in table.counts.items():
            cell = named(table.dimensions, codes, roots)
            if counts.setdefault(cell, count) != count:
                raise BadInput(
                    "Cell {cell} is {one} in one table and {other} in another.",
                    "Tables that are protected together count the same persons.",
                    "Mend the tables, or give them one by one.",
                    cell=spoken(cell),
                    one=counts[cell],
                    other=count,
                )
        unsafe |= {named(table.dimensions, codes, roots) for codes in table.unsafe}
    if len(counts) > MOST_CELLS:
        raise TooBig(
            "The tables have {cells} cells together.",
            "At most {most} can be protected at once.",
            "Leave out a dimension, or take coarser codes.",
            cells=len(counts),
            most=MOST_CELLS,
        )
    cells = tuple(sorted(counts))
    place = {cell: number for number, cell in enumerate(cells)}
    sums = sorted({each for table in tables for each in _sums(table, hierarchies, roots)})
    _added_up(sums, counts)
    return System(
        cells,
        np.array([counts[cell] for cell in cells], dtype=np.int64),
        _matrix(
            [(place[parent], [place[child] for child in below]) for parent, below in sums],
            len(cells),
        ),
        np.array([cell in unsafe for cell in cells], dtype=bool),
    )


def named(dimensions: Sequence[str], codes: Sequence[str], roots: Mapping[str, str]) -> Cell:
    """The name of a cell: what it counts."""
    pairs = zip(dimensions, codes, strict=True)
    return tuple(sorted((name, code) for name, code in pairs if code != roots[name]))


def spoken(cell: Cell) -> str:
    """A cell in words."""
    return " × ".join(code for _, code in cell) or "Σ"


def _sums(
    table: Table, hierarchies: Sequence[Hierarchy], roots: Mapping[str, str]
) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    codes = [
        dict.fromkeys(each[at] for each in table.counts) for at in range(len(table.dimensions))
    ]
    for hierarchy in hierarchies:
        if hierarchy.dimension not in table.dimensions:
            continue
        at = table.dimensions.index(hierarchy.dimension)
        others = [list(each) if place != at else [""] for place, each in enumerate(codes)]
        for parent, children in hierarchy.children.items():
            if parent not in codes[at] or not any(child in codes[at] for child in children):
                continue
            for rest in product(*others):
                family = [(*rest[:at], code, *rest[at + 1 :]) for code in (parent, *children)]
                if not any(each in table.counts for each in family):
                    continue
                _all_present(family, table)
                cells = [named(table.dimensions, each, roots) for each in family]
                yield cells[0], tuple(sorted(cells[1:]))


def _all_present(family: Sequence[tuple[str, ...]], table: Table) -> None:
    missing = [each for each in family if each not in table.counts]
    if missing:
        raise BadInput(
            "There is no row for cell {cell}.",
            "A table has a row for each combination of its codes, also where nobody is.",
            "Add the row, with n = 0 if it is nobody.",
            cell=" × ".join(missing[0]),
        )


def _added_up(sums: Sequence[tuple[Cell, tuple[Cell, ...]]], counts: Mapping[Cell, int]) -> None:
    for parent, children in sums:
        total = sum(counts[child] for child in children)
        if counts[parent] != total:
            raise BadInput(
                "Cell {cell} is {count}, and its parts add up to {total}.",
                "Every parent is the sum of its children.",
                "Mend the count or the hierarchy.",
                cell=spoken(parent),
                count=counts[parent],
                total=total,
            )


def _matrix(sums: Sequence[tuple[int, Sequence[int]]], cells: int) -> Matrix:
    rows = [number for number, (_, below) in enumerate(sums) for _ in range(len(below) + 1)]
    columns = [place for parent, below in sums for place in (parent, *below)]
    signs = [sign for _, below in sums for sign in (1.0, *[-1.0] * len(below))]
    return sparse.csr_array((signs, (rows, columns)), shape=(len(sums), cells))


def rows_of(matrix: Matrix) -> Iterator[tuple[Ints, npt.NDArray[np.float64]]]:
    """The rows of a sparse matrix: columns and coefficients."""
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        yield matrix.indices[part].astype(np.int64), matrix.data[part]
