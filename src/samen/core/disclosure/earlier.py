"""Earlier releases as part of the one system.

What an earlier release counts as the tables do, is the same cell: it is known, or stays hidden. An
earlier release with other counts is another version of them. Then those of before and those of now
share the persons who stayed, and who came and who went are cells of their own: a few of them are as
unsafe as a few anywhere (docs/adr/0021).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from samen.core.disclosure.hierarchy import Hierarchy, upward
from samen.core.disclosure.system import Before, Cell, Table, named, published, roots_of, spoken
from samen.core.disclosure.table_file import Codes, Earlier
from samen.core.errors import BadInput

NOW, THEN, BOTH, STAYED, CAME, WENT = "now", "then", "both", "stayed", "came", "went"


def before_of(
    earlier: Sequence[Earlier], tables: Sequence[Table], hierarchies: Sequence[Hierarchy]
) -> Before:
    """What earlier releases tell, beside the tables that are to be released.

    Raises BadInput when the number of a hidden cell is needed and nowhere.
    """
    roots = roots_of(hierarchies)
    known = dict(published(tables, roots)[0])
    shown: set[Cell] = set()
    hidden: set[Cell] = set()
    versions: list[Hierarchy] = []
    for number, each in enumerate(earlier, 1):
        cells = {codes: named(each.dimensions, codes, roots) for codes in each.counts}
        if _is_same(each, cells, known):
            counts = {cell: _number(each.counts[codes], known.get(cell), cell)
                      for codes, cell in cells.items()}  # fmt: skip
            places = cells
        else:
            version = f"version {number}"
            versions += _hierarchies(version)
            counts = _versions(each, cells, known, hierarchies, version)
            places = {codes: _of(cell, version, THEN) for codes, cell in cells.items()}
            hidden |= {
                cell for cell in counts if (version, CAME) in cell or (version, WENT) in cell
            }
        known |= counts
        hidden |= {places[codes] for codes in each.hidden}
        shown |= {place for codes, place in places.items() if codes not in each.hidden}
    return Before(known, frozenset(shown), frozenset(hidden - shown), tuple(versions),
                  tuple(each.dimensions for each in earlier))  # fmt: skip


def _is_same(each: Earlier, cells: Mapping[Codes, Cell], known: Mapping[Cell, int]) -> bool:
    """Whether it counts the same persons, as far as can be seen."""
    counts = ((count, known.get(cells[codes])) for codes, count in each.counts.items())
    return all(count == other for count, other in counts if count is not None and other is not None)


def _number(count: int | None, other: int | None, cell: Cell) -> int:
    if count is None and other is None:
        raise BadInput("An earlier release hides cell {cell}, and no table has its number.",
                       "The number is needed to know what that release still gives away.",
                       "Give its file with all numbers and a column status.",
                       cell=spoken(cell))  # fmt: skip
    return other if count is None and other is not None else count or 0


def _hierarchies(version: str) -> list[Hierarchy]:
    return [
        Hierarchy(version, {BOTH: (NOW, WENT), NOW: (STAYED, CAME)}, NOW),
        Hierarchy(version, {BOTH: (THEN, CAME), THEN: (STAYED, WENT)}, NOW),
    ]


def _of(cell: Cell, version: str, code: str) -> Cell:
    return tuple(sorted((*cell, (version, code))))


def _versions(
    each: Earlier,
    cells: Mapping[Codes, Cell],
    known: Mapping[Cell, int],
    hierarchies: Sequence[Hierarchy],
    version: str,
) -> dict[Cell, int]:
    """The numbers of who stayed, came and went in each cell: as few as the lowest cells allow."""
    counts: dict[Cell, int] = {}
    for codes, cell in cells.items():
        then = _number(each.counts[codes], None, cell)
        counts[_of(cell, version, THEN)] = then
    above = upward(hierarchies)
    for codes in _lowest(each, hierarchies):
        cell = cells[codes]
        if cell not in known:
            raise BadInput("An earlier release has other counts, and a cell {cell} too.",
                           "Two versions are compared cell by cell.",
                           "Give the table over the same codes.", cell=spoken(cell))  # fmt: skip
        then, now = counts[_of(cell, version, THEN)], known[cell]
        stayed, came, went = min(then, now), max(now - then, 0), max(then - now, 0)
        moves = {STAYED: stayed, CAME: came, WENT: went, BOTH: stayed + came + went}
        for way in product(*(above[pair] for pair in zip(each.dimensions, codes, strict=True))):
            for code, persons in moves.items() if way in cells else ():
                place = _of(cells[way], version, code)
                counts[place] = counts.get(place, 0) + persons
    _refuse_other_sums(cells.values(), counts, version)
    return counts


def _refuse_other_sums(cells: Iterable[Cell], counts: Mapping[Cell, int], version: str) -> None:
    for cell in cells:
        then, stayed, went = (counts[_of(cell, version, code)] for code in (THEN, STAYED, WENT))
        if then != stayed + went:
            raise BadInput("In an earlier release cell {cell} is {count}, and its parts {total}.",
                           "Every parent is the sum of its children.", "Mend the count.",
                           cell=spoken(cell), count=then, total=stayed + went)  # fmt: skip


def _lowest(each: Earlier, hierarchies: Sequence[Hierarchy]) -> list[Codes]:
    """The cells of which the release has no parts."""
    have = [{codes[at] for codes in each.counts} for at in range(len(each.dimensions))]
    parents = {
        (given.dimension, code)
        for given in hierarchies
        for code, below in given.children.items()
        if given.dimension in each.dimensions
        and set(below) & have[each.dimensions.index(given.dimension)]
    }
    return [codes for codes in each.counts
            if not parents & set(zip(each.dimensions, codes, strict=True))]  # fmt: skip
