"""XLSX: the first sheet, read row by row; a formula comes as its text and is never worked out."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from typing import BinaryIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

import numpy as np
from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from samen.core.archives import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED
from samen.core.errors import BadInput, TooBig, Unreadable
from samen.core.registration.columns import Batch, Broken, batch_of
from samen.core.registration.problems import Problem, fault
from samen.core.registration.readers.hidden import Hidden, hidden_places
from samen.core.registration.readers.table import (
    MOST_COLUMNS,
    ROWS_A_BATCH,
    FileFormat,
    Layout,
    column_names,
)

MOST_ROWS = 1_048_576
MOST_EXACT = 10**15
"""From here Excel keeps the first fifteen digits of a number and makes the others noughts."""
LOOKED_AT = 20
"""Rows at the top among which the head is sought, below a title."""

type Row = tuple[int, tuple[str, ...]]

DAMAGED = Unreadable(
    "The workbook is damaged, protected with a password, or no .xlsx.",
    "A whole .xlsx without a password can be read.",
    "Save it as .xlsx again.",
)
# What openpyxl lets through when a file is not whole: its own faults, those of zip and XML, and
# what its parsers meet in the parts that are left.
_NOT_WHOLE = (
    BadZipFile, InvalidFileException, ParseError, DefusedXmlException, zlib.error,
    KeyError, ValueError, TypeError, IndexError, AttributeError, OSError,
    EOFError, NotImplementedError, RuntimeError, OverflowError, SyntaxError,
)  # fmt: skip


_OF_OTHERS = ("word/", "ppt/", "mimetype")
"""Parts that Word, PowerPoint and OpenDocument pack, and Excel does not."""


class Workbook:
    """A workbook of which one sheet is being read. Raises Unreadable or TooBig."""

    def __init__(self, stream: BinaryIO, layout: Layout) -> None:
        with _told():
            _refuse_bomb(stream)
            book = load_workbook(stream, read_only=True, keep_links=False)
            seen = {sheet.title: sheet for sheet in book.worksheets
                    if sheet.sheet_state == "visible"}  # fmt: skip
            unseen = [sheet.title for sheet in book.worksheets if sheet.title not in seen]
            self.sheets = list(seen)
            name = layout.sheet or next(iter(seen), "")
            if name not in seen:
                raise BadInput("The workbook has no such sheet.", "It has {n} visible sheets.",
                               "Choose one of these.", n=len(seen))  # fmt: skip
            for sheet in seen.values():
                sheet.reset_dimensions()
            self._rows = _rows(seen.pop(name).iter_rows(values_only=True))
            top = list(islice(self._rows, LOOKED_AT))
            others = {
                title: _filled(next(_rows(sheet.iter_rows(values_only=True)), (0, ()))[1])
                for title, sheet in seen.items()
            }
            hidden_rows, hidden_columns = hidden_places(stream, name)
        head = next((place for place, (_, cells) in enumerate(top) if len(_filled(cells)) > 1), 0)
        if top and not layout.sheet and _filled(top[head][1]) in others.values():
            raise BadInput("The workbook has several sheets with the same head.",
                           "One sheet is read; rows of the others would be lost.",
                           "Put all rows on one sheet, or save each sheet as a file.")  # fmt: skip
        self.names = column_names(top[head][1] if top else [])
        hidden = Hidden(
            tuple(number for number in hidden_rows if number > top[head][0]),
            tuple(each for place, each in enumerate(self.names, 1) if place in hidden_columns),
            tuple(unseen),
        )
        filled = tuple(title for title, cells in others.items() if cells)
        self.layout = Layout(FileFormat.XLSX, sheet=name, others=filled, hidden=hidden)
        self._first = top[head + 1 :]

    def batches(self) -> Iterator[Batch]:
        """The rows below the head."""
        with _told():
            rows = self._first + list(islice(self._rows, ROWS_A_BATCH))
        while rows:
            yield self._batch(rows)
            with _told():
                rows = list(islice(self._rows, ROWS_A_BATCH))

    def _batch(self, rows: Sequence[Row]) -> Batch:
        width = len(self.names)
        broken = [_beyond(number, cells, width) for number, cells in rows if any(cells[width:])]
        bad = {each.row for each in broken}
        good = [(number, cells + ("",) * (width - len(cells))) for number, cells in rows
                if number not in bad]  # fmt: skip
        columns = [[cells[place] for _, cells in good] for place in range(width)]
        return batch_of(self.names, columns, np.array([n for n, _ in good], np.int64), broken)


@contextmanager
def _told() -> Iterator[None]:
    """Whatever a damaged workbook raises, said in one sentence."""
    try:
        yield
    except _NOT_WHOLE as error:
        raise DAMAGED from error


def _refuse_bomb(stream: BinaryIO) -> None:
    """Raise TooBig for a workbook that unpacks to more than partners send."""
    with ZipFile(stream) as archive:
        parts = archive.infolist()
    if any(part.filename.startswith(_OF_OTHERS) for part in parts):
        raise Unreadable("This is a text document or a presentation, and no workbook.",
                         "CSV, XLSX, JSON and Parquet can be read.",
                         "Save the table in it as .xlsx or CSV.")  # fmt: skip
    size = sum(part.file_size for part in parts)
    grows = any(part.file_size > 1 << 20 and part.file_size > MOST_RATIO * part.compress_size
                for part in parts)  # fmt: skip
    if grows or size > MOST_UNPACKED or len(parts) > MOST_MEMBERS:
        raise TooBig("Unpacked the workbook would be {n} MB.", "At most {most} MB is allowed.",
                     "Save it as CSV.", n=size >> 20, most=MOST_UNPACKED >> 20)  # fmt: skip
    stream.seek(0)


def _rows(found: Iterator[tuple[object, ...]]) -> Iterator[Row]:
    """The rows with anything in them, as texts, with their numbers."""
    for number, cells in enumerate(found, 1):
        if number > MOST_ROWS:
            raise TooBig("The sheet has more than {most} rows.", "", "Save it as CSV.",
                         most=MOST_ROWS)  # fmt: skip
        texts = tuple(map(said, _within(cells)))
        if any(texts):
            yield number, texts


def _within(cells: tuple[object, ...]) -> tuple[object, ...]:
    """The cells in columns that can be read, and one more where there are cells beyond them."""
    beyond = cells[MOST_COLUMNS:]
    if len(beyond) == beyond.count(None):
        return cells[:MOST_COLUMNS]
    return (*cells[:MOST_COLUMNS], "?")


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell]


def _beyond(number: int, cells: tuple[str, ...], width: int) -> Broken:
    """A row with cells beyond the head, which close up behind it."""
    kept = (*cells[:width], *_filled(cells[width:]))
    return Broken(number, kept, fault(Problem.WIDTH, n=len(kept), most=width))


def said(value: object) -> str:
    """A cell as a person sees it: a whole number without a point, a date as ISO writes it. Of a
    number of more digits than Excel keeps the last are lost, so it is written short."""
    match value:
        case float() | int() if abs(value) >= MOST_EXACT:
            return f"{value:.14e}"
        case None:
            return ""
        case str():
            return value
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case date() | datetime() | time():
            return value.isoformat()
        case bool() | int() | float():
            return str(value).lower()
        case _:
            return "=" + str(getattr(value, "text", ""))
