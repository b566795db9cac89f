"""The rows of a CSV file, whatever separates its fields, and cells that are no formula."""

import csv
from collections.abc import Iterable, Iterator

from samen.core.errors import BadInput

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_rows(lines: Iterable[str]) -> Iterator[list[str]]:
    """Fields without surrounding blanks; the separator is the one that the header has most."""
    through = iter(lines)
    first = next(through, "").removeprefix("\ufeff")
    separator = max(",;\t", key=first.count)
    width = len(next(csv.reader([first], delimiter=separator), []))
    reader = csv.reader(through, delimiter=separator)
    try:
        yield [field.strip() for field in next(csv.reader([first], delimiter=separator), [])]
        for row in reader:
            if len(row) == width:
                yield row
            elif any(row):
                raise BadInput("Line {line} has {n} fields.", "The first line has {width}.",
                               "Correct the line.", line=reader.line_num + 1, n=len(row),
                               width=width)  # fmt: skip
    except csv.Error as error:
        raise BadInput("The file cannot be read as CSV: {error}.", "", "Save it as CSV again.",
                       error=error) from error  # fmt: skip


def plain_cell(words: str) -> str:
    """Words that no spreadsheet takes for a formula (they start with an apostrophe then)."""
    return f"'{words}" if words.startswith(FORMULA_SIGNS) else words
