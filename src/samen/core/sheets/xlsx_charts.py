"""Charts on a sheet of an Excel workbook, as its own chart objects: they draw the cells."""

import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from samen.core.sheets.charts import (
    LINE_WIDTH,
    PICTURE_CM,
    Chart,
    Placed,
    placed,
    rows_of,
    widths,
)
from samen.core.sheets.look import LINE, lines_in, on_paper

_NAMED = re.compile(rb'(<(?:\w+:)?cNvPr id="(\d+)" name=")[^"]*(")')
_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
RULE = "D8D8D2"
WHOLE = "#,##0"
"""Numbers with the mark between thousands that the reader's program uses."""
_EMU = 12700
"""English metric units of a point."""


def add_charts(book: Workbook, title: str, charts: Sequence[Chart]) -> None:
    """One more sheet, with the charts and their numbers."""
    sheet = book.create_sheet(title)
    there, columns = placed(charts), widths(charts)
    for number, values in enumerate(rows_of(there), start=1):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(number, place, value)
            if isinstance(value, str):
                cell.data_type = "s"
            elif isinstance(value, Decimal):
                cell.number_format = WHOLE
    for place, width in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    on_paper(sheet)
    for each in there:
        _tell(sheet, each, columns)
        if each.top > 1:
            sheet.row_breaks.append(Break(id=each.top - 1))
        sheet.add_chart(_chart(sheet, each), f"A{each.picture}")


def with_words(content: bytes, charts: Sequence[Chart]) -> bytes:
    """The same workbook with the words of each chart as its text alternative.

    The library writes charts without one; it numbers them from 1 in the order of the sheet.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as into:
        for part in parts.infolist():
            whole = parts.read(part)
            if _DRAWING.fullmatch(part.filename):
                whole = _NAMED.sub(lambda found: _described(found, charts), whole)
            into.writestr(part, whole)
    return out.getvalue()


def _described(found: re.Match[bytes], charts: Sequence[Chart]) -> bytes:
    chart = charts[int(found[2]) - 1]
    name, words = (quoteattr(said, {"\n": " "}) for said in (chart.title, chart.words))
    return f"{found[1].decode()[:-1]}{name} descr={words}".encode()


def _tell(sheet: Worksheet, each: Placed, columns: Sequence[float]) -> None:
    """The title and the words over the whole width, the numbers' head in bold."""
    for row in (each.top, each.top + 1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
    sheet.cell(each.top, 1).font = Font(bold=True, size=13)
    sheet.cell(each.top + 1, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[each.top].height = LINE * 1.4
    sheet.row_dimensions[each.top + 1].height = LINE * lines_in(each.chart.words, sum(columns))
    sheet.row_dimensions[each.table].height = LINE * max(
        lines_in(line.name, LINE_WIDTH) for line in each.chart.lines
    )
    for place in range(1, len(each.chart.lines) + 2):
        cell = sheet.cell(each.table, place)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def _chart(sheet: Worksheet, each: Placed) -> LineChart:
    chart = LineChart()
    chart.width, chart.height = PICTURE_CM
    chart.legend = Legend(legendPos="b")
    chart.display_blanks = "gap"
    # a program hides the axes that this does not say are there
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines = ChartLines(GraphicalProperties(ln=LineProperties(solidFill=RULE)))
    chart.y_axis.number_format = WHOLE
    for place, line in enumerate(each.chart.lines, start=2):
        values = Reference(sheet, min_col=place, min_row=each.table, max_row=each.end)
        series = Series(values, title_from_data=True)
        series.smooth = False
        colour = line.colour.removeprefix("#")
        if line.is_joined:
            series.graphicalProperties.line.solidFill = colour
            series.graphicalProperties.line.width = 2 * _EMU
        else:
            series.graphicalProperties.line.noFill = True
        series.marker.symbol, series.marker.size = "circle", 7
        series.marker.graphicalProperties.solidFill = colour
        series.marker.graphicalProperties.line.solidFill = colour
        chart.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=each.table + 1, max_row=each.end))
    return chart
