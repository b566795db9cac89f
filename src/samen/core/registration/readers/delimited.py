"""CSV: fields between separators, one record a line or more.

A piece of the file is read at once where its lines are plainly records, and with care
(`records`) where they are not.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from samen.core.errors import BadInput, Unreadable
from samen.core.registration.columns import Batch, Broken, batch_of, storable
from samen.core.registration.problems import Problem, fault
from samen.core.registration.readers.encoding import text_of
from samen.core.registration.readers.records import MOST_BROKEN, Records
from samen.core.registration.readers.table import FileFormat, Layout, column_names
from samen.core.registration.values import LOST

PIECE = 1 << 21
MOST_LINE = 1 << 24
"""Signs without a line end."""
SEPARATORS = (";", ",", "\t", "|")
_QUOTED = re.compile(r'"[^"]*"')
_HINT = re.compile(r"sep=(.)", re.I)
_DISTINCT = pa.dictionary(pa.int32(), pa.string())


def guess_delimiter(head: str) -> str:
    """The separator that the first line names ("sep=;") or has most, outside quotation marks."""
    line = head.lstrip("\n").partition("\n")[0]
    if (hint := _HINT.fullmatch(line)) and hint[1] in SEPARATORS:
        return hint[1]
    return max(SEPARATORS, key=_QUOTED.sub("", line).count)


def _known(delimiter: str) -> str:
    if delimiter and delimiter not in SEPARATORS:
        raise BadInput("The separator is not known.",
                       "Known are the semicolon, the comma, the tab and the bar.",
                       "Choose one of these.")  # fmt: skip
    return delimiter


class Delimited:
    """A CSV file that is being read. Raises BadInput where it has no head."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        self._text = text_of(stream, layout.encoding)
        self._rest, self._is_last = "", False
        self._read_on()
        delimiter = _known(layout.delimiter) or guess_delimiter(self._rest)
        self.layout = Layout(FileFormat.CSV, layout.encoding, delimiter)
        self._records = Records(delimiter)
        self._row, self._broken_rows = 1, 0
        self.names = self._head()
        self._records.width = len(self.names)

    def batches(self) -> Iterator[Batch]:
        """The rows, in pieces of the file."""
        while self._rest or not self._is_last:
            piece = self._piece()
            if piece:
                yield self._at_once(piece) or self._with_care(piece)
            self._read_on()

    def _read_on(self) -> None:
        more = self._text.read(PIECE)
        self._rest, self._is_last = self._rest + more, len(more) < PIECE

    def _piece(self) -> str:
        """What can be read of the text so far: up to its last line end."""
        cut = len(self._rest) if self._is_last else self._rest.rfind("\n") + 1
        piece, self._rest = self._rest[:cut], self._rest[cut:]
        if len(self._rest) > MOST_LINE:
            raise Unreadable("A line of the file has more than {most} signs.",
                             "A row stands on one line.", "Save the file as CSV again.",
                             most=MOST_LINE)  # fmt: skip
        return piece

    def _head(self) -> list[str]:
        """The names, from the first row with anything in it."""
        lines = io.StringIO(self._rest)
        try:
            for cells in csv.reader(lines, delimiter=self.layout.delimiter):
                self._row += 1
                if any(cells) and not _HINT.fullmatch(self.layout.delimiter.join(cells)):
                    self._rest = lines.read()
                    return column_names([_readable(cell) for cell in cells])
        except csv.Error as error:
            raise Unreadable("The first row cannot be read as CSV.",
                             "It holds the names of the columns.",
                             "Save the file as CSV again.") from error  # fmt: skip
        return column_names([])

    def _at_once(self, piece: str) -> Batch | None:
        """The rows of a piece of which each line is a record; None where that is not sure."""
        try:
            content = (piece.removesuffix("\n") + "\n").encode()
            columns = _read_lines(content, self.layout.delimiter, self.names)
        except (UnicodeEncodeError, pa.ArrowInvalid):
            return None
        lines = content.count(b"\n")
        if len(columns[0]) != lines or any("\n" in (each[-1].as_py() or "") for each in columns):
            return None
        rows = np.arange(self._row, self._row + lines)
        self._row += lines
        return batch_of(self.names, columns, rows)

    def _with_care(self, piece: str) -> Batch:
        """The rows of a piece, with those that cannot be told apart beside them."""
        found, left = self._records.read(piece, is_last=self._is_last)
        self._rest = left + self._rest
        numbered = list(enumerate(found, self._row))
        self._row += len(found)
        broken = [wrong for row, record in numbered if (wrong := self._broken(row, record))]
        self._count(broken)
        bad = {each.row for each in broken}
        width = len(self.names)
        good = [record if any(record) else [""] * width
                for row, record in numbered if row not in bad]  # fmt: skip
        rows = np.array([row for row, _ in numbered if row not in bad], np.int64)
        columns = [[record[place] for record in good] for place in range(width)]
        return batch_of(self.names, columns, rows, broken)

    def _count(self, broken: Sequence[Broken]) -> None:
        self._broken_rows += len(broken)
        if self._broken_rows > MOST_BROKEN:
            raise Unreadable(
                "More than {most} rows have another number of fields than the first row.",
                "A row has a field for each column.",
                "Choose another separator, or save the file as CSV again.",
                most=MOST_BROKEN,
            )

    def _broken(self, row: int, record: list[str] | str) -> Broken | None:
        if isinstance(record, str):
            return Broken(row, (_readable(record),), fault(Problem.QUOTE))
        width = len(self.names)
        if not any(record) or (len(record) >= width and not any(record[width:])):
            return None
        cells = tuple(_readable(cell) for cell in record)
        return Broken(row, cells, fault(Problem.WIDTH, n=len(record), most=width))


def _readable(text: str) -> str:
    return storable(text).replace("\0", LOST)


def _read_lines(content: bytes, delimiter: str, names: Sequence[str]) -> list[pa.Array]:
    """The columns of the lines; a record of several lines gives fewer rows than lines."""
    places = [str(place) for place in range(len(names))]
    table = arrow_csv.read_csv(
        pa.BufferReader(content),
        arrow_csv.ReadOptions(
            use_threads=False, block_size=len(content) + 1, column_names=places
        ),
        arrow_csv.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False
        ),
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(places, _DISTINCT), null_values=[""],
            strings_can_be_null=True, quoted_strings_can_be_null=True,
        ),
    )  # fmt: skip
    return [column.combine_chunks() for column in table.columns]
