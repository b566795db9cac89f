"""Who gave what to each cell, from a file: a row a contribution, such as a person or an amount."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

import numpy as np
from scipy import sparse

from samen.core.csv_rows import csv_rows
from samen.core.disclosure.hierarchy import Hierarchy, upward
from samen.core.disclosure.system import (
    ByCell,
    Contributions,
    Ints,
    System,
    named,
    roots_of,
    spoken,
)
from samen.core.disclosure.table_file import MOST
from samen.core.errors import BadInput, TooBig

MOST_ROWS = 200_000
CONTRIBUTOR, VALUE, SOURCE = "contributor", "value", "source"
BETWEEN = ";"
"""Between the organisations that report the same contribution."""


@dataclass(frozen=True)
class Rows:
    """A contribution in each place of the lists. codes: one a dimension, the lowest there are;
    sources: the organisations that reported it, none when the file does not say."""

    dimensions: tuple[str, ...]
    codes: Sequence[tuple[str, ...]]
    contributors: Sequence[str]
    values: Sequence[int]
    sources: Sequence[tuple[str, ...]]


def read_contributions(lines: Iterable[str]) -> Rows:
    """A column a dimension; `contributor` (else each row is one), `value` (else 1) and `source`,
    organisations with a semicolon between them. Raises BadInput and TooBig."""
    rows = csv_rows(lines)
    header = next(iter(rows), [])
    if len(set(header)) < len(header) or not all(header):
        raise BadInput("Two columns have the same name, or one has none.",
                       "Each column has its own name.", "Rename it.")  # fmt: skip
    names = tuple(each for each in header if each not in {CONTRIBUTOR, VALUE, SOURCE})
    found = [dict(zip(header, row, strict=True)) for row in islice(rows, MOST_ROWS + 1)]
    if len(found) > MOST_ROWS:
        raise TooBig("The file has more than {most} contributions.", "",
                     "Add up the contributions of one contributor.", most=MOST_ROWS)  # fmt: skip
    return Rows(
        names,
        [tuple(row[name].strip() for name in names) for row in found],
        [row.get(CONTRIBUTOR, str(at)).strip() for at, row in enumerate(found, 2)],
        [_value(row.get(VALUE, "1").strip(), at) for at, row in enumerate(found, 2)],
        [_sources(row.get(SOURCE, "")) for row in found],
    )


def _value(text: str, line: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= MOST):
        raise BadInput("Line {line} of the contributions has the value {text}.",
                       "A value is a whole number from 0 to {most}.",
                       "Mend the value, or give larger units.",
                       line=line, text=f"“{text[:20]}”", most=MOST)  # fmt: skip
    return int(text)


def _sources(text: str) -> tuple[str, ...]:
    return tuple(sorted({each.strip() for each in text.split(BETWEEN)} - {""}))


def with_contributions(system: System, rows: Rows, hierarchies: Sequence[Hierarchy]) -> System:
    """The system with who gave what to its cells. Raises BadInput when they do not add up to it."""
    _refuse_strange(system, rows, hierarchies)
    cells, at = _cells_of(system, rows, hierarchies)
    values = np.array(rows.values, dtype=np.int64)[at]
    people = {name: number for number, name in enumerate(sorted(set(rows.contributors)))}
    who = np.array([people[name] for name in rows.contributors], dtype=np.int64)
    given = Contributions(
        _matrix(who[at], cells, values, (len(people), len(system.cells))),
        _by_source(rows, cells, at, len(system.cells)),
        are_persons=len(people) == len(rows.values) and set(rows.values) <= {1},
    )
    _refuse_other_sums(system, given.by_contributor)
    return replace(system, contributions=given)


def _by_source(rows: Rows, cells: Ints, at: Ints, width: int) -> ByCell:
    """Sparse (source organisations, cells)."""
    names = sorted({name for each in rows.sources for name in each})
    if names and not all(rows.sources):
        raise BadInput("A contribution has no source, and others have one.",
                       "Each contribution comes from an organisation.",
                       "Fill in the column source.")  # fmt: skip
    each = [(row, name) for row, given in enumerate(rows.sources) for name in given]
    links = sparse.csr_array(
        (np.ones(len(each)), ([names.index(name) for _, name in each], [row for row, _ in each])),
        shape=(len(names), len(rows.values)),
    )
    values = np.array(rows.values, dtype=np.int64)
    return sparse.csc_array(links @ _matrix(at, cells, values[at], (len(rows.values), width)))


def _matrix(lines: Ints, cells: Ints, values: Ints, shape: tuple[int, int]) -> ByCell:
    """Sparse by column, without what is nothing."""
    found = sparse.csc_array((values.astype(float), (lines, cells)), shape=shape)
    found.eliminate_zeros()
    return found


def _cells_of(system: System, rows: Rows, hierarchies: Sequence[Hierarchy]) -> tuple[Ints, Ints]:
    """Cells and the rows that count in them, as pairs."""
    place = {cell: number for number, cell in enumerate(system.cells)}
    above, roots = upward(hierarchies), roots_of(hierarchies)
    known: dict[tuple[str, ...], list[int]] = {}
    for codes in dict.fromkeys(rows.codes):
        ways = [above[name, code] for name, code in zip(rows.dimensions, codes, strict=True)]
        names = (named(rows.dimensions, way, roots) for way in product(*ways))
        known[codes] = [place[cell] for cell in names if cell in place]
    cells = [cell for codes in rows.codes for cell in known[codes]]
    lengths = [len(known[codes]) for codes in rows.codes]
    return np.array(cells, dtype=np.int64), np.repeat(np.arange(len(lengths)), lengths)


def _refuse_strange(system: System, rows: Rows, hierarchies: Sequence[Hierarchy]) -> None:
    used = {name for cell in system.cells for name, _ in cell}
    for name in sorted(used - set(rows.dimensions)):
        raise BadInput("The contributions have no column {name}.",
                       "They have a column for each dimension of the tables.",
                       "Add the column.", name=name[:60])  # fmt: skip
    lowest = {(each.dimension, code) for each in hierarchies for code in each.codes}
    lowest -= {(each.dimension, code) for each in hierarchies for code in each.children}
    for codes in dict.fromkeys(rows.codes):
        for name, code in zip(rows.dimensions, codes, strict=True):
            if (name, code) not in lowest:
                raise BadInput(
                    "The contributions have {code} in column {name}.",
                    "Each has one of the lowest codes of the tables, in columns of theirs.",
                    "Mend the file.", code=f"“{code[:40]}”", name=name[:60],
                )  # fmt: skip


def _refuse_other_sums(system: System, by: ByCell) -> None:
    sums = np.round(np.asarray(by.sum(axis=0)).ravel()).astype(np.int64)
    for place in np.flatnonzero(sums != system.counts)[:1]:
        raise BadInput("The contributions to cell {cell} are {total} together, and its count {n}.",
                       "A table counts what was contributed.", "Mend either file.",
                       cell=spoken(system.cells[place]), total=int(sums[place]),
                       n=int(system.counts[place]))  # fmt: skip
