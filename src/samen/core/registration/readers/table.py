"""A file as a table: how it is laid out, the names of its columns, its rows in batches."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from samen.core.errors import BadInput, TooBig
from samen.core.registration.columns import Batch
from samen.core.registration.readers.hidden import NOTHING, Hidden
from samen.core.registration.values import LOST

MOST_COLUMNS = 500
MOST_NAME = 200
_VALUE = re.compile(
    r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}([ T]\d\d:\d\d.*)?|[^\s@]+@[^\s@]+\.[^\s@]+"
    r"|(\+|0)[\d -]{8,15}|[1-9]\d{3} ?[A-Z]{2}"
)
"""A date, an e-mail address, a telephone number or a postcode: of a person, and no name of a
column. A file without a head would lose its first row, and its mapping would keep it."""
ROWS_A_BATCH = 8_192


class FileFormat(StrEnum):
    """A kind of file that partners send."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    JSON_LINES = "json_lines"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is laid out, as guessed or as a person corrected it; "" where it has none.

    others: sheets with something in them that are not read. hidden: what of a workbook is not seen
    by who opens it.
    """

    format: FileFormat
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    others: tuple[str, ...] = ()
    hidden: Hidden = NOTHING


class Table(Protocol):
    """A file that is being read."""

    @property
    def layout(self) -> Layout:
        """How the file is laid out."""

    @property
    def names(self) -> Sequence[str]:
        """The columns, in their order."""

    def batches(self) -> Iterator[Batch]:
        """The rows, once. Raises BadInput where the file breaks off."""


def column_names(cells: Sequence[str]) -> list[str]:
    """The names in a head, without the empty ones at its end.

    Raises BadInput for a head that is empty, has a gap, a double or a lost sign, or is a row.
    """
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise BadInput("The file has no rows.", "The first row holds the names of the columns.",
                       "Send a file with a head and rows.")  # fmt: skip
    if len(names) > MOST_COLUMNS:
        raise TooBig("The file has {n} columns.", "At most {most} columns are read.",
                     "Leave out what is not needed.", n=len(names), most=MOST_COLUMNS)  # fmt: skip
    if "" in names:
        raise BadInput("Column {place} has no name in the first row.",
                       "Each column has one name, in one row; merged cells cannot be read.",
                       "Give each column its name.", place=names.index("") + 1)  # fmt: skip
    _refuse_unclear(names)
    return names


def _refuse_unclear(names: Sequence[str]) -> None:
    for place, name in enumerate(names, 1):
        if len(name) > MOST_NAME or LOST in name or "\0" in name:
            raise BadInput("The name of column {place} cannot be read.",
                           "A name has at most {most} signs.", "Correct the first row.",
                           place=place, most=MOST_NAME)  # fmt: skip
        if _VALUE.fullmatch(name):
            raise BadInput("The name of column {place} is a value, and no name.",
                           "The first row holds the names of the columns.",
                           "Put a row with the names above the others.", place=place)  # fmt: skip
    name, times = Counter(names).most_common(1)[0]
    if times > 1:
        raise BadInput("{n} columns have the name of column {place}.",
                       "Each column has its own name.", "Rename the others.",
                       n=times, place=names.index(name) + 1)  # fmt: skip
