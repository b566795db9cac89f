"""Workbooks and tables as bytes: written without formulas, read without trust.

A cell that begins with = + - @ could be run as a formula by a spreadsheet program; such a
cell is written with an apostrophe before it, and read back without.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Protection
from openpyxl.worksheet.worksheet import Worksheet

from samen.core.errors import BadInput, TooBig, Unreadable
from samen.core.sheets.look import dress

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_CONTENT = 100 * 1024 * 1024
LARGEST_SHEETS = 30 * 1024 * 1024
"""Bytes of the cells of all sheets, unpacked; a row of an owner's sheet has about a thousand."""
MOST_RATIO = 100
"""Times that one part may grow when unpacked: the cells of a real register grow 10 to 30."""
MOST_CELLS = 500_000
"""Rows and cells of a whole register; more take minutes and gigabytes."""
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?:row|c)[\s/>]")
_STARTS = ("=", "+", "-", "@", "\t", "'")

type Cells = Sequence[str | int | Decimal | date | None]


def escaped(words: str) -> str:
    """Words that no spreadsheet program takes for a formula."""
    return f"'{words}" if words.startswith(_STARTS) else words


def unescaped(words: str) -> str:
    """The words that `escaped` was given; an apostrophe of the writer's own stays."""
    return words[1:] if words.startswith("'") and words[1:].startswith(_STARTS) else words


def as_csv(head: Sequence[str], rows: Iterable[Cells]) -> str:
    """A table as CSV with commas; numbers and dates as ISO writes them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
    return out.getvalue()


def read_csv(text: str) -> list[list[str]]:
    """The rows of a table, the head included, as they were before they were escaped."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise Unreadable(
            _("The file is not a table with commas."), "", _("Save it as CSV.")
        ) from error
    return [[unescaped(cell) for cell in row] for row in rows]


def as_workbook(sheets: Iterable[tuple[str, Sequence[str], Iterable[Cells]]]) -> bytes:
    """A workbook of tables: name, head and rows of each sheet."""
    book = Workbook()
    book.remove(book["Sheet"])
    for name, head, rows in sheets:
        sheet = book.create_sheet(name[:31])
        sheet.append([escaped(word) for word in head])
        for row in rows:
            sheet.append([_as_cell(cell) for cell in row])
        dress(sheet, _widths(sheet))
    return as_bytes(book)


def as_bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read_workbook(content: bytes, *, most: int = MOST_CELLS) -> dict[str, list[list[object]]]:
    """The cells of every sheet, at most so many rows and cells together.

    Raises BadInput at a formula, TooBig at more cells, Unreadable at another file.
    """
    _refuse_bomb(content)
    _refuse_many_cells(content, most)
    try:
        book = load_workbook(io.BytesIO(content), data_only=False, keep_links=False)
    except Exception as error:
        raise _not_a_workbook() from error
    # one cell far away makes every cell before it
    if sum(sheet.max_row * sheet.max_column for sheet in book.worksheets) > most:
        raise _too_many_cells()
    return {sheet.title: _values(sheet) for sheet in book.worksheets}


def lock(cell: Cell, *, locked: bool) -> None:
    cell.protection = Protection(locked=locked)


def _refuse_bomb(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise TooBig(
            _("The file has {size} MB."),
            _("At most 10 MB."),
            _("Send less."),
            size=len(content) // 1024 // 1024,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            folder = parts.infolist()
            size = sum(part.file_size for part in folder)
            names = [part.filename for part in folder]
    except zipfile.BadZipFile as error:
        raise _not_a_workbook() from error
    if size > LARGEST_CONTENT:
        raise TooBig(
            _("The workbook unfolds to more than 100 MB."), "", _("Send the sheet you got.")
        )
    if any(_is_bomb(part) for part in folder) or _cells_of(folder) > LARGEST_SHEETS:
        raise _too_many_cells()
    if any(name.endswith("vbaProject.bin") for name in names):
        raise BadInput(_("The workbook holds macros."), "", _("Save it as .xlsx without macros."))


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > 1024 * 1024 and part.file_size > MOST_RATIO * part.compress_size


def _cells_of(folder: list[zipfile.ZipInfo]) -> int:
    """The bytes of what becomes cells in memory, many times over."""
    return sum(part.file_size for part in folder if part.filename.endswith(".xml"))


def _refuse_many_cells(content: bytes, most: int) -> None:
    """Raise TooBig before anything becomes a row or a cell in memory."""
    found = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in parts.namelist():
                if name.endswith(".xml"):
                    found += sum(1 for _hit in _ROW_OR_CELL.finditer(parts.read(name)))
    except Exception as error:
        raise _not_a_workbook() from error
    if found > most:
        raise _too_many_cells()


def _too_many_cells() -> TooBig:
    return TooBig(
        _("The workbook holds far more cells than a sheet needs."), "", _("Send the sheet you got.")
    )


def _not_a_workbook() -> Unreadable:
    return Unreadable(_("The file is not an Excel workbook (.xlsx)."), "", _("Save it as .xlsx."))


def _values(sheet: Worksheet) -> list[list[object]]:
    rows = []
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                raise BadInput(
                    _("Cell {cell} of sheet {sheet} holds a formula."),
                    _("Only values are read."),
                    _("Replace the formula by its value."),
                    cell=cell.coordinate,
                    sheet=sheet.title,
                )
        rows.append([_plain_cell(cell.value) for cell in row])
    return rows


def _plain_cell(value: object) -> object:
    return unescaped(value) if isinstance(value, str) else value


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return escaped(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _as_cell(cell: object) -> object:
    return escaped(cell) if isinstance(cell, str) else cell


def _widths(sheet: Worksheet) -> list[int]:
    """Columns as wide as their text, within what can be read."""
    longest = [
        max((len(str(cell.value)) for cell in column[:200] if cell.value), default=8)
        for column in sheet.iter_cols()
    ]
    return [min(60, max(10, signs + 2)) for signs in longest]
