"""Tables as one system: the cells, and the equations that the totals are.

Tables that share a margin, and earlier releases, share its cells: what tells two cells apart is
what they count, so a code that counts everybody is left out of a cell's name. Differencing over
tables and dates is then an ordinary attack on one system (docs/adr/0009).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from samen.core.disclosure.hierarchy import Hierarchy, upward
from samen.core.errors import BadInput, TooBig

type Cell = tuple[tuple[str, str], ...]
"""(dimension, code) pairs in the order of the names, without those that count everybody."""
type Ints = npt.NDArray[np.int64]
type Mask = npt.NDArray[np.bool_]
type Matrix = sparse.csr_array[np.float64, tuple[int, int]]
type ByCell = sparse.csc_array[np.float64]

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
class Contributions:
    """Who gave what to each cell, sparse by column.

    by_contributor: (contributors, cells). by_source: (source organisations, cells), without rows
    when they are not known; a contribution that several report is of each. are_persons: every
    contributor gave 1, once.
    """

    by_contributor: ByCell
    by_source: ByCell
    are_persons: bool


@dataclass(frozen=True)
class System:
    """All cells of all tables and earlier releases, and what adds up.

    counts: int64 of shape (cells,). equations: sparse (equations, cells); +1 for the parent, -1 for
    each child; equations @ counts == 0. unsafe: bool of shape (cells,), called unsafe by hand.
    released: bool of shape (cells,), those of the tables that are to be released. shown_before,
    hidden_before: the same, what earlier releases show, and what only they have and hide.
    by_source: what each source organisation gave to each cell, where that is known and the
    contributors are not: sparse (source organisations, cells).
    """

    cells: tuple[Cell, ...]
    counts: Ints
    equations: Matrix
    unsafe: Mask
    released: Mask
    shown_before: Mask
    hidden_before: Mask
    contributions: Contributions | None = None
    by_source: ByCell | None = None

    @property
    def unpublished(self) -> Mask:
        """Cells that nobody ever sees, through which others are linked; bool of shape (cells,)."""
        return ~self.released & ~self.shown_before


@dataclass(frozen=True)
class Before:
    """What is out already, by cell. counts: its numbers, shown or not. shown: what anybody can
    look up. hidden: what has to stay hidden. hierarchies: how versions of a count add up.
    dimensions: those of each table that is out."""

    counts: Mapping[Cell, int]
    shown: frozenset[Cell] = frozenset()
    hidden: frozenset[Cell] = frozenset()
    hierarchies: tuple[Hierarchy, ...] = ()
    dimensions: tuple[tuple[str, ...], ...] = ()


NOTHING_BEFORE = Before({})


def system_of(
    tables: Sequence[Table], hierarchies: Sequence[Hierarchy], before: Before = NOTHING_BEFORE
) -> System:
    """The system of linked tables, with what is out already. Raises BadInput when they do not add
    up or contradict."""
    refuse_rings([*(table.dimensions for table in tables), *before.dimensions])
    counts, unsafe = published(tables, roots_of(hierarchies))
    released = set(counts)
    counts |= before.counts
    _refuse_many(counts)
    sums = _sums(counts, [*hierarchies, *before.hierarchies])
    _added_up(sums, counts)
    _refuse_overlaps(counts, hierarchies)
    cells = tuple(sorted(counts))
    place = {cell: number for number, cell in enumerate(cells)}
    rows = [(place[parent], [place[child] for child in below]) for parent, below in sums]
    return System(
        cells,
        np.array([counts[cell] for cell in cells], dtype=np.int64),
        _matrix(rows, len(cells)),
        _mask(cells, unsafe),
        _mask(cells, released),
        _mask(cells, before.shown),
        _mask(cells, before.hidden - released - before.shown),
    )


def _mask(cells: Sequence[Cell], chosen: AbstractSet[Cell]) -> Mask:
    return np.array([cell in chosen for cell in cells], dtype=bool)


def roots_of(hierarchies: Sequence[Hierarchy]) -> dict[str, str]:
    """The code of each dimension that cells are named without."""
    return {each.dimension: each.unnamed or each.root for each in hierarchies}


def published(
    tables: Sequence[Table], roots: Mapping[str, str]
) -> tuple[dict[Cell, int], set[Cell]]:
    """The counts of tables by cell, and the cells called unsafe by hand. Raises BadInput where they
    contradict each other."""
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
    return counts, unsafe


def _refuse_many(counts: Mapping[Cell, int]) -> None:
    if len(counts) > MOST_CELLS:
        raise TooBig(
            "The tables have {cells} cells together.",
            "At most {most} can be protected at once.",
            "Leave out a dimension, or take coarser codes.",
            cells=len(counts),
            most=MOST_CELLS,
        )


def refuse_rings(tables: Sequence[Collection[str]]) -> None:
    """Raise BadInput when tables are linked in a ring, such as a × b, b × c and a × c.

    Their margins then say less than they tell together: the persons must also exist in a × b × c,
    which is none of them. Without a ring the margins say all (Beeri, Fagin, Maier and Yannakakis
    1983, On the desirability of acyclic database schemes); found by their reduction.
    """
    left = [set(each) for each in dict.fromkeys(frozenset(names) for names in tables)]
    while True:
        before = [set(each) for each in left]
        for each in left:
            each -= {name for name in each if sum(name in other for other in left) == 1}
        left = [each for at, each in enumerate(left)
                if each and not any(each < other or (each == other and at > to)
                                    for to, other in enumerate(left))]  # fmt: skip
        if left == before:
            break
    if left:
        raise BadInput(
            "Tables over {dimensions} are linked in a ring.",
            "What such tables tell together is in none of them, so it is not protected.",
            "Leave one out, or protect one table over all these dimensions.",
            dimensions=", ".join(sorted({name for each in left for name in each})),
        )


def named(dimensions: Sequence[str], codes: Sequence[str], roots: Mapping[str, str]) -> Cell:
    """The name of a cell: what it counts."""
    pairs = zip(dimensions, codes, strict=True)
    return tuple(sorted((name, code) for name, code in pairs if code != roots[name]))


def spoken(cell: Cell) -> str:
    """A cell in words."""
    return " × ".join(code for _, code in cell) or "Σ"


def _sums(
    counts: dict[Cell, int], hierarchies: Sequence[Hierarchy]
) -> list[tuple[Cell, tuple[Cell, ...]]]:
    """What adds up among all cells, whichever table they stand in.

    A sum that no table shows, but of which all parts are there, is added to `counts`: through it
    its parts are linked to what is above.
    """
    found: set[tuple[Cell, tuple[Cell, ...]]] = set()
    size = -1
    while size < len(counts):  # an added sum can be part of another
        size = len(counts)
        for hierarchy in hierarchies:
            for rest in sorted({_without(cell, hierarchy.dimension) for cell in counts}):
                for parent in hierarchy.upward:
                    family = [_with(rest, hierarchy, code)
                              for code in (parent, *hierarchy.children[parent])]  # fmt: skip
                    if _is_whole(family, counts):
                        found.add((family[0], tuple(sorted(family[1:]))))
    return sorted(found)


def _is_whole(family: Sequence[Cell], counts: dict[Cell, int]) -> bool:
    """Whether a parent and its children are all there; a missing parent is added up."""
    parent, *children = family
    missing = [child for child in children if child not in counts]
    if len(missing) == len(children):
        return False  # a table that does not go so deep
    if not missing:
        counts.setdefault(parent, sum(counts[child] for child in children))
    elif parent in counts:
        raise BadInput(
            "There is no row for cell {cell}.",
            "A table has a row for each combination of its codes, also where nobody is.",
            "Add the row, with n = 0 if it is nobody.",
            cell=spoken(missing[0]),
        )
    return not missing


def _without(cell: Cell, dimension: str) -> Cell:
    return tuple(pair for pair in cell if pair[0] != dimension)


def _with(rest: Cell, hierarchy: Hierarchy, code: str) -> Cell:
    if code == (hierarchy.unnamed or hierarchy.root):
        return rest
    return tuple(sorted((*rest, (hierarchy.dimension, code))))


def _refuse_overlaps(counts: Mapping[Cell, int], hierarchies: Sequence[Hierarchy]) -> None:
    """Raise BadInput when codes of two ways to add up meet in codes that no table has: how many
    they share is then in no equation."""
    for name in sorted({each.dimension for each in hierarchies}):
        below = _below([each for each in hierarchies if each.dimension == name])
        codes: dict[Cell, set[str]] = {}
        for cell in counts:
            codes.setdefault(_without(cell, name), set()).update(
                code for dimension, code in cell if dimension == name
            )
        for used in {frozenset(each) for each in codes.values()}:
            lowest = [code for code in sorted(used) if not below[code] & (used - {code})]
            _refuse_meeting(lowest, below)


def _refuse_meeting(lowest: Sequence[str], below: Mapping[str, AbstractSet[str]]) -> None:
    first: dict[str, str] = {}
    for code in lowest:
        for part in sorted(below[code]):
            if first.setdefault(part, code) != code:
                raise BadInput(
                    "Codes {one} and {other} count some of the same persons: both have {part}.",
                    "Where codes add up in two ways, the tables have the codes that both share.",
                    "Add those codes, or leave one of the two ways out.",
                    one=first[part],
                    other=code,
                    part=part,
                )


def _below(ways: Sequence[Hierarchy]) -> dict[str, set[str]]:
    """For each code: itself and all below it, in whichever way."""
    found: dict[str, set[str]] = {}
    for (_, code), above in upward(ways).items():
        for parent in above:
            found.setdefault(parent, set()).add(code)
    return found


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
