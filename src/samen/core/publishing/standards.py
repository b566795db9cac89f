"""Counts shaped after IC-TIP, CTDC or HTCDS: our words by their codes, as a table says.

Only counts of at least 11 go out; others are left out, not told as zero. A word without a code
is told as not mapped: no code is invented. What goes out is a table like any other, and has to
pass disclosure control together with what was published before.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from samen.core.csv_rows import csv_rows, plain_cell
from samen.core.errors import BadInput

FEWEST = 11
"""Persons in a count that goes out; CTDC's k."""
HEAD = ["dimension", "ours", "field", "code"]
NOT_MAPPED = "not mapped: "

type Codes = tuple[str, ...]
"""A year, and our word for each dimension."""
type Coding = Mapping[tuple[str, str], tuple[str, str]]
"""By dimension and our word: the field of the standard, and its code, "" for none."""


def read_coding(lines: Iterable[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """A table of codes that somebody filled in. Raises BadInput at another table."""
    head, *rows = [*csv_rows(lines)] or [[]]
    if head != HEAD:
        raise BadInput(
            "The table of codes has other columns.",
            "The columns dimension, ours, field and code.",
            "Begin with the table that the house gives.",
        )
    coding: dict[tuple[str, str], tuple[str, str]] = {}
    for number, (dimension, ours, field, code) in enumerate(rows, start=2):
        if not field.strip() or (dimension, ours) in coding:
            raise BadInput(
                "Line {line} of the table of codes has no field, or a word that was there before.",
                "One line for each word, with its field.", "Correct the line.", line=number,
            )  # fmt: skip
        coding[dimension, ours] = (field.strip(), code.strip())
    return coding


def blank_coding(words: Mapping[str, Sequence[str]], known: Coding | None = None) -> bytes:
    """A table to fill in: by dimension, our words; the dimension's own name as its field.

    known: what is filled in already.
    """
    rows = [
        [dimension, each, *(known or {}).get((dimension, each), (dimension, ""))]
        for dimension in words for each in words[dimension]
    ]  # fmt: skip
    return _csv([HEAD, *rows])


def export(cells: Mapping[Codes, int | None], dimensions: Sequence[str], coding: Coding) -> bytes:
    """Counts as CSV, a column for each field of the standard, sorted. None: not shown.

    cells: without totals, since a total less what is shown is what is left out. Words with one
    code are added up; a sum with a part that is not shown is left out.
    """
    _refuse(cells, dimensions)
    sums: dict[Codes, int | None] = {}
    columns = _columns(cells, dimensions, coding)
    for codes, n in cells.items():
        row = _row(codes, dimensions, coding, columns)
        before = sums.get(row, 0)
        sums[row] = None if n is None or before is None else before + n
    rows = [[*row, str(n)] for row, n in sorted(sums.items()) if n is not None and n >= FEWEST]
    return _csv([["yearOfRegistration", *columns, "n"], *rows])


def _columns(cells: Iterable[Codes], dimensions: Sequence[str], coding: Coding) -> list[str]:
    """Fields in the order of the dimensions; of words without a field, the dimension itself."""
    words = [dict.fromkeys(sorted({codes[n + 1] for codes in cells}))
             for n in range(len(dimensions))]  # fmt: skip
    return list(
        dict.fromkeys(
            coding.get((dimension, word), (dimension, ""))[0]
            for dimension, found in zip(dimensions, words, strict=True)
            for word in found
        )
    )


def _row(codes: Codes, dimensions: Sequence[str], coding: Coding, columns: Sequence[str]) -> Codes:
    told: dict[str, str] = {}
    for dimension, word in zip(dimensions, codes[1:], strict=True):
        field, code = coding.get((dimension, word), (dimension, ""))
        told[field] = code or NOT_MAPPED + word
    return (codes[0], *(told.get(column, "") for column in columns))


def _refuse(cells: Mapping[Codes, int | None], dimensions: Sequence[str]) -> None:
    for codes, n in cells.items():
        if len(codes) != len(dimensions) + 1 or not all(codes):
            raise BadInput(
                "A count has no word for each dimension.",
                "A year and one word for each dimension; no totals.",
                "Leave the totals out.",
            )
        if n is not None and n < 0:
            raise BadInput("A count is below zero.", "", "Count again.")


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()
