"""The rows of a CSV file, whatever separates its fields, and cells that are no formula."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from operator import itemgetter

from samen.core.errors import BadInput

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(content: bytes) -> StringIO:
    """The lines of a file that people saved. Raises BadInput for what is no UTF-8."""
    try:
        return StringIO(content.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        raise BadInput("The file is no text in UTF-8.", "", "Save it as CSV in UTF-8.") from None


def csv_rows(lines: Iterable[str]) -> Iterator[list[str]]:
    """Rows; names without surrounding blanks. The separator is the one that the header has most."""
    return map(itemgetter(1), numbered_rows(lines))


def numbered_rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The same, each with the number of its line in the file (of its last one, if it has more)."""
    through = iter(lines)
    first = next(through, "").removeprefix("\ufeff")
    separator = max(",;\t", key=first.count)
    width = len(next(csv.reader([first], delimiter=separator), []))
    reader = csv.reader(through, delimiter=separator)
    try:
        yield 1, [field.strip() for field in next(csv.reader([first], delimiter=separator), [])]
        for row in reader:
            if len(row) == width:
                yield reader.line_num + 1, row
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
