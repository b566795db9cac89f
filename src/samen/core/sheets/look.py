"""How every workbook looks: readable on a screen and on paper, in any spreadsheet program.

The height of a row is set from its text: not every program works it out when it opens a file.
"""

import math
from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LINE = 15.0
"""Points of a line of text."""
HIGHEST = 409.0
"""Points of the highest row that a workbook can have."""
WIDE = 1.15
"""How much wider than a column counts a text may turn out: words do not break in the middle."""


def dress(sheet: Worksheet, widths: Sequence[float]) -> None:
    """A bold head that stays in sight and on each page, text that wraps within its column.

    widths: of the columns, in signs. Prints on A4 on its side, one page wide.
    """
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(sheet.iter_rows(max_col=len(widths)), start=1):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=number == 1)
        lines = max(map(lines_in, [cell.value for cell in row], widths), default=1)
        sheet.row_dimensions[number].height = min(HIGHEST, LINE * lines)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    on_paper(sheet)


def on_paper(sheet: Worksheet) -> None:
    """A4 on its side, one page wide."""
    sheet.page_setup.orientation = sheet.ORIENTATION_LANDSCAPE
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def lines_in(value: object, width: float) -> int:
    """How many lines a cell takes in a column so many signs wide."""
    words = "" if value is None else str(value)
    return sum(max(1, math.ceil(len(line) * WIDE / width)) for line in words.split("\n"))
