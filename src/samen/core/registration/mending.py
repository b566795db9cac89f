"""The rows that were refused, as a file to mend and send again under the same mapping.

Two columns stand in front: what is wrong, and the row in the first file. CSV gives CSV, XLSX
gives XLSX, JSON gives an object a line; Parquet gives CSV, which a person can open. Of who gave no
consent nothing is written but the number of the row.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

import numpy as np
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from samen.core.registration.checking import Checked
from samen.core.registration.columns import Batch, Broken
from samen.core.registration.problems import Language, Problem, by_row
from samen.core.registration.readers.mended import HEADS, escaped
from samen.core.registration.readers.table import FileFormat, Layout
from samen.core.registration.values import LOST

SUFFIXES = {
    FileFormat.CSV: "csv",
    FileFormat.PARQUET: "csv",
    FileFormat.XLSX: "xlsx",
    FileFormat.JSON: "jsonl",
    FileFormat.JSON_LINES: "jsonl",
}
"""How the name of the file ends."""


class _Sheet(Protocol):
    def add(self, cells: Sequence[str]) -> None:
        """One row more."""

    def close(self) -> None:
        """All is written; the stream stays open."""


class MendingFile:
    """Takes the checked batches of a file and writes the rows that were refused."""

    def __init__(
        self, out: BinaryIO, layout: Layout, names: Sequence[str], language: Language = "nl"
    ) -> None:
        self._names, self._language = names, language
        head = [*HEADS[language], *names]
        match layout.format:
            case FileFormat.XLSX:
                self._sheet: _Sheet = _Xlsx(out, head)
            case FileFormat.JSON | FileFormat.JSON_LINES:
                self._sheet = _JsonLines(out, head)
            case _:
                self._sheet = _Csv(out, head, layout.delimiter or ";")
        self._delimiter = layout.delimiter
        self.rows = 0

    def add(self, checked: Checked) -> None:
        """Writes the refused rows of a batch, in their order."""
        errors = [each for each in checked.errors if each.refuses]
        wrong = {row: " ".join(dict.fromkeys(each.sentence(self._language) for each in found))
                 for row, found in by_row(errors).items()}  # fmt: skip
        cells = dict(self._cells(checked.batch, wrong))
        nothing = [""] * len(self._names)
        cells |= {each.row: nothing for each in errors
                  if each.fault.problem is Problem.NO_CONSENT}  # fmt: skip
        for row in sorted(wrong):
            self._sheet.add([wrong[row], str(row), *cells[row]])
        self.rows += len(wrong)

    def close(self) -> None:
        """Ends the file; the stream stays the caller's."""
        self._sheet.close()

    def _cells(self, batch: Batch, rows: Iterable[int]) -> Iterator[tuple[int, Sequence[str]]]:
        """The cells of rows as they came, the broken ones as far as they can be told apart."""
        places = np.flatnonzero(np.isin(batch.rows, list(rows)))
        columns = [batch.cells[name].take(places).to_pylist() for name in self._names]
        for at, place in enumerate(places):
            yield int(batch.rows[place]), [column[at] or "" for column in columns]
        for each in batch.broken:
            yield each.row, self._apart(each)

    def _apart(self, broken: Broken) -> Sequence[str]:
        if len(broken.cells) == 1 and self._delimiter:
            return broken.cells[0].split(self._delimiter)
        return broken.cells


class _Csv:
    def __init__(self, out: BinaryIO, head: Sequence[str], delimiter: str) -> None:
        self._text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
        self._writer = csv.writer(self._text, delimiter=delimiter)
        self._writer.writerow(head)

    def add(self, cells: Sequence[str]) -> None:
        self._writer.writerow([escaped(cell) for cell in cells])

    def close(self) -> None:
        self._text.detach()


@dataclass(slots=True)
class _Xlsx:
    out: BinaryIO
    head: Sequence[str]
    book: Workbook = field(default_factory=lambda: Workbook(write_only=True))

    def __post_init__(self) -> None:
        self.book.create_sheet()
        self.add(self.head)

    def add(self, cells: Sequence[str]) -> None:
        sheet = self.book.worksheets[0]
        row = []
        for text in cells:
            cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(LOST, text))
            cell.data_type = "s"  # a text that begins with = is no formula
            row.append(cell)
        sheet.append(row)

    def close(self) -> None:
        self.book.save(self.out)


@dataclass(slots=True)
class _JsonLines:
    out: BinaryIO
    head: Sequence[str]

    def add(self, cells: Sequence[str]) -> None:
        found = {name: cell for name, cell in zip(self.head, cells, strict=False) if cell}
        self.out.write((json.dumps(found, ensure_ascii=False) + "\n").encode())

    def close(self) -> None:
        self.out.flush()
