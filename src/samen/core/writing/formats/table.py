"""The results table as a file: .xlsx, .ods and .csv, one row for each entry.

The table of a letter is in the letter's language. Who takes a table from a page may have
the heads in their own: `columns`, as many as COLUMNS.
"""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

from openpyxl import Workbook

from samen.core.csv_rows import plain_cell
from samen.core.sheets.charts import Chart
from samen.core.sheets.look import dress
from samen.core.sheets.ods import as_ods_book
from samen.core.sheets.sheet import Sheet
from samen.core.sheets.xlsx_charts import add_charts, with_words
from samen.core.writing.rendered import Row

COLUMNS = ("Nr.", "Thema", "Soort", "Wat", "Wie", "Stand", "Toelichting")
WIDTHS = (12, 26, 20, 56, 30, 28, 52)
TITLE = "Resultatentabel"
CHARTS = "Grafieken"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def row_cells(row: Row) -> tuple[str, ...]:
    """The cells of a row of the results table, under COLUMNS."""
    title = f"{row.title} ({row.paper})" if row.paper else row.title
    status = f"{row.status}; {row.due}" if row.due else row.status
    return (str(row.id), row.theme, row.kind, title, row.owners, status, row.said)


def to_csv(rows: Sequence[Row], columns: Sequence[str] = COLUMNS) -> bytes:
    """UTF-8 with a byte order mark and semicolons, as Dutch spreadsheets expect."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(columns)
    writer.writerows([plain_cell(cell) for cell in row_cells(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def to_xlsx(
    rows: Sequence[Row], columns: Sequence[str] = COLUMNS, charts: Sequence[Chart] = ()
) -> bytes:
    """A workbook with a frozen head row and a filter; cells are text, never formulas.

    charts: of the figures that the letter tells, on a sheet of their own.
    """
    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = TITLE
    for number, cells in enumerate([columns, *map(row_cells, rows)], start=1):
        for place, words in enumerate(cells, start=1):
            cell = sheet.cell(number, place, plain_cell(words))
            cell.data_type = "s"
    dress(sheet, WIDTHS)
    sheet.auto_filter.ref = sheet.dimensions
    book.properties.title = TITLE
    book.properties.created = book.properties.modified = UNDATED
    if charts:
        add_charts(book, CHARTS, charts)
    content = io.BytesIO()
    book.save(content)
    return with_words(content.getvalue(), charts) if charts else content.getvalue()


def to_ods(
    rows: Sequence[Row], columns: Sequence[str] = COLUMNS, charts: Sequence[Chart] = ()
) -> bytes:
    """An OpenDocument spreadsheet with the same cells and charts."""
    table = Sheet(TITLE, tuple(columns), tuple(map(row_cells, rows)), WIDTHS)
    return as_ods_book([table], charts, chart_sheet=CHARTS)
