"""Tables of counts from CSV files: one column a dimension, a column n, a row a cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from samen.core.csv_rows import csv_rows
from samen.core.disclosure.hierarchy import Hierarchy, flat
from samen.core.disclosure.system import MOST_CELLS, Table, named
from samen.core.errors import BadInput, TooBig

COUNT = "n"
STATUS = "status"
TOTALS = ("T", "Total", "Totaal", "total", "totaal", "TOTAL", "TOTAAL", "_T")
MOST = 10**9
_UNSAFE = "u"
_HIDDEN = frozenset({"u", "x"})
_STATUSES = frozenset({"s", "u", "x", "z", ""})
_MARKS = frozenset({"", "x", ".", "..", "-", "*", ":", "–"})
"""What stands in a published table where a number is hidden."""

type Codes = tuple[str, ...]


def read_table(lines: Iterable[str]) -> Table:
    """The table that a file holds. Its dimensions are all columns but the count and those whose
    name begins with `status`. A status `u` calls a cell unsafe by hand."""
    rows = csv_rows(lines)
    header = _header(rows, {COUNT})
    dimensions = _dimensions(header)
    status = _status(header)
    counts: dict[Codes, int] = {}
    unsafe: set[Codes] = set()
    for codes, row in _cells(rows, header, dimensions):
        if codes in counts:
            raise BadInput("There are two rows for cell {cell}.", "Each cell has one row.",
                           "Leave one out.", cell=" × ".join(codes)[:200])  # fmt: skip
        counts[codes] = _count(row[header.index(COUNT)], codes)
        if status is not None and _said(row[status]) == _UNSAFE:
            unsafe.add(codes)
    if not counts:
        raise BadInput(
            "The table has no rows.", "A table has a row for each cell.", "Add the rows."
        )
    return Table(dimensions, counts, frozenset(unsafe))


def read_hidden(
    lines: Iterable[str], tables: Sequence[Table], roots: Mapping[str, str] | None = None
) -> list[tuple[Table, Codes]]:
    """The cells that a pattern file hides, each with the table that has it.

    Hidden is a cell of status `u` or `x`; in a file without a status, one with a mark for its n. A
    cell that one row shows is shown, in whatever table, and so is one that has no row.
    roots: the code of each dimension that counts everybody.
    A dimension that the file has no column of, or an empty field, stands for a table without it.
    """
    rows = csv_rows(lines)
    header = _header(rows, set())
    status = _status(header)
    if status is None and COUNT not in header:
        raise BadInput("The pattern has neither a column status nor a column n.",
                       "A status is s (shown), u (unsafe), x (hidden beside it) or z (nobody).",
                       "Add the column.")  # fmt: skip
    known = list(dict.fromkeys(name for table in tables for name in table.dimensions))
    dimensions = tuple(name for name in known if name in header)
    hidden: list[tuple[Table, Codes]] = []
    shown: list[tuple[Table, Codes]] = []
    for codes, row in _cells(rows, header, dimensions):
        given = {name: code for name, code in zip(dimensions, codes, strict=True) if code}
        place = _place(given, tables)
        if status is not None:
            hides = _said(row[status]) in _HIDDEN
        else:
            hides = _is_mark(row[header.index(COUNT)], codes)
        (hidden if hides else shown).append(place)
    totals = dict.fromkeys(known, "") | dict(roots or {})
    seen = {named(table.dimensions, codes, totals) for table, codes in shown}
    return [(table, codes) for table, codes in hidden
            if named(table.dimensions, codes, totals) not in seen]  # fmt: skip


@dataclass(frozen=True)
class Earlier:
    """A release that is out. counts: codes -> persons, None where only a mark stands; hidden: codes
    of cells that it hides."""

    dimensions: Codes
    counts: Mapping[Codes, int | None]
    hidden: frozenset[Codes]


def read_earlier(lines: Iterable[str]) -> Earlier:
    """The release that a file holds: a published table, with a mark where a number is hidden, or
    its counts with a status."""
    rows = csv_rows(lines)
    header = _header(rows, {COUNT})
    dimensions, status, at = _dimensions(header), _status(header), header.index(COUNT)
    counts: dict[Codes, int | None] = {}
    hidden: set[Codes] = set()
    for codes, row in _cells(rows, header, dimensions):
        is_marked = _is_mark(row[at], codes)
        if is_marked or (status is not None and _said(row[status]) in _HIDDEN):
            hidden.add(codes)
        counts[codes] = None if is_marked else _count(row[at], codes)
    return Earlier(dimensions, counts, frozenset(hidden))


def _said(status: str) -> str:
    said = status.strip().lower()
    if said not in _STATUSES:
        raise BadInput("A status is {status}.",
                       "A status is s (shown), u (unsafe), x (hidden beside it) or z (nobody).",
                       "Mend the file.", status=f"“{status[:20]}”")  # fmt: skip
    return said


def _is_mark(text: str, codes: Codes) -> bool:
    if text.lower() in _MARKS:
        return True
    _count(text, codes)
    return False


def hierarchies_for(
    tables: Sequence[Table | Earlier], given: Sequence[Hierarchy]
) -> list[Hierarchy]:
    """The hierarchies given, and a flat one for each dimension that has none."""
    codes = codes_of(tables)
    have = {each.dimension for each in given}
    for name in have:
        _all_add_up(name, codes[name], [each for each in given if each.dimension == name])
    return [*given, *(_flat(name, codes[name]) for name in codes if name not in have)]


def codes_of(tables: Sequence[Table | Earlier]) -> Mapping[str, Sequence[str]]:
    """The codes of each dimension, in the order of the files."""
    found: dict[str, dict[str, None]] = {}
    for table in tables:
        for at, name in enumerate(table.dimensions):
            found.setdefault(name, {}).update(dict.fromkeys(codes[at] for codes in table.counts))
    return {name: list(codes) for name, codes in found.items()}


def _all_add_up(name: str, codes: Sequence[str], hierarchies: Sequence[Hierarchy]) -> None:
    known = {code for each in hierarchies for code in each.codes}
    strange = [code for code in codes if code not in known]
    if strange or len({each.root for each in hierarchies}) > 1:
        raise BadInput("In column {dimension}, code {code} stands in no hierarchy.",
                       "Every code of a column adds up to one total.",
                       "Add it to the hierarchy file.", dimension=name[:60],
                       code=(strange or [hierarchies[-1].root])[0][:60])  # fmt: skip


def _flat(name: str, codes: Sequence[str]) -> Hierarchy:
    totals = [code for code in codes if code in TOTALS]
    if len(totals) != 1 or len(codes) < 2:
        raise BadInput(
            "In column {dimension} no code can be taken for the total of the others.",
            "Without a hierarchy, one code is called {totals}.",
            "Give the hierarchy of the column with --hierarchy.",
            dimension=name[:60],
            totals=", ".join(TOTALS[:3]),
        )
    return flat(name, codes, totals[0])


def _header(rows: Iterable[list[str]], needed: set[str]) -> list[str]:
    header = next(iter(rows), [])
    for name in needed - set(header):
        raise BadInput("The table has no column {name}.",
                       "A table has a column for each dimension, and n with the counts.",
                       "Give the column of counts the name n.", name=name)  # fmt: skip
    if len(set(header)) < len(header) or not all(header):
        raise BadInput("Two columns have the same name, or one has none.",
                       "Each column has its own name.", "Rename it.")  # fmt: skip
    return header


def _dimensions(header: Sequence[str]) -> Codes:
    chosen = tuple(name for name in header if name != COUNT and not name.startswith(STATUS))
    if not chosen:
        raise BadInput("The table has no dimension.", "It has a column for each dimension, and n.",
                       "See docs/disclosure.md.")  # fmt: skip
    return chosen


def _status(header: Sequence[str]) -> int | None:
    return next((at for at, name in enumerate(header) if name.startswith(STATUS)), None)


def _cells(
    rows: Iterable[list[str]], header: Sequence[str], dimensions: Codes
) -> Iterable[tuple[Codes, list[str]]]:
    places = [header.index(name) for name in dimensions]
    for number, row in enumerate(islice(rows, MOST_CELLS + 1)):
        if number == MOST_CELLS:
            raise TooBig("The table has more than {most} cells.", "", "Take coarser codes.",
                         most=MOST_CELLS)  # fmt: skip
        fields = [field.strip() for field in row]
        yield tuple(fields[place] for place in places), fields


def _count(text: str, codes: Codes) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= MOST):
        raise BadInput(
            "The count of cell {cell} is {text}.",
            "A count is a whole number from 0 to {most}.",
            "Mend the count.",
            cell=" × ".join(codes)[:200],
            text=f"“{text[:20]}”",
            most=MOST,
        )
    return int(text)


def _place(given: Mapping[str, str], tables: Sequence[Table]) -> tuple[Table, Codes]:
    for table in tables:
        if set(given) != set(table.dimensions):
            continue
        codes = tuple(given[name] for name in table.dimensions)
        if codes in table.counts:
            return table, codes
    raise BadInput("The pattern has a cell {cell} that no table has.",
                   "A pattern has the cells of the tables it goes with.", "Give both together.",
                   cell=" × ".join(given.values())[:200])  # fmt: skip
