"""Tables as an Excel workbook: words and numbers, never a formula."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from samen.core.sheets.look import dress
from samen.core.sheets.sheet import Sheet, Value


def as_xlsx_book(sheets: Sequence[Sheet], *, title: str, on: date) -> bytes:
    """A workbook whose sheets have a frozen head and a filter. on: its day in its properties."""
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    for each in sheets:
        _fill(book.create_sheet(each.title), each)
    book.properties.title = title
    book.properties.creator = ""
    book.properties.created = datetime.combine(on, time())
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, table: Sheet) -> None:
    for number, values in enumerate([table.head, *table.rows], start=1):
        for place, value in enumerate(values, start=1):
            _write(sheet, number, place, value)
    dress(sheet, table.widths)
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
