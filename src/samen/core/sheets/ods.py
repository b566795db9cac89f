"""Tables as an OpenDocument spreadsheet that can be read on a screen and on paper."""

import io
from collections.abc import Sequence
from typing import cast

from odfdo import Cell, Column, Document, Element, Row, Style, Table, XmlPart

from samen.core.sheets.charts import Chart, widths
from samen.core.sheets.ods_charts import add_charts
from samen.core.sheets.sheet import Sheet, Value

_PAGE = {
    "style:print-orientation": "landscape",
    "fo:page-width": "29.7cm",
    "fo:page-height": "21cm",
    "fo:margin": "1.5cm",
    "style:scale-to-X": "1",
    "style:scale-to-Y": "0",
}
"""A4 on its side, one page wide and as many long as it takes."""
_FROZEN = {
    "VerticalSplitMode": ("short", 2),
    "VerticalSplitPosition": ("int", 1),
    "PositionBottom": ("int", 1),
}
"""The settings by which programs keep the first row in sight."""
_CM = 0.19
"""Centimetres of a sign."""
_HEAD, _TEXT = "head", "text"
"""The looks of cells, by their names in the file."""


def as_ods_book(
    sheets: Sequence[Sheet], charts: Sequence[Chart] = (), *, chart_sheet: str = ""
) -> bytes:
    """Tables of words and numbers, each a sheet; after them the charts, on a sheet of that name."""
    document = Document("spreadsheet")
    document.body.clear()
    for sheet in sheets:
        document.body.append(_table(document, sheet))
    if charts:
        table = Table(chart_sheet)
        _columns(document, table, widths(charts))
        add_charts(document, table, charts, (_HEAD, _TEXT))
        document.body.append(table)
    _looks(document)
    for layout in _part(document, "styles.xml").get_elements("//style:page-layout-properties"):
        for name, value in _PAGE.items():
            layout.set_attribute(name, value)
    _speak_dutch(document)
    _freeze(document, sheets[0].title)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _table(document: Document, sheet: Sheet) -> Table:
    """The head stands in rows that are repeated on each page."""
    table = Table(sheet.title)
    _columns(document, table, sheet.widths)
    height = document.insert_style(Style("table-row", use_optimal_height=True), automatic=True)
    head = Element.from_tag("table:table-header-rows")
    table.append(head)
    head.append(_row(sheet.head, height, _HEAD))
    for values in sheet.rows:
        table.append(_row(values, height, _TEXT))
    return table


def _columns(document: Document, table: Table, widths: Sequence[float]) -> None:
    for width in widths:
        column = Style("table-column", width=f"{width * _CM:.2f}cm")
        table.append(Column(style=document.insert_style(column, automatic=True)))


def _row(values: Sequence[Value], height: str, look: str) -> Row:
    row = Row(style=height)
    for value in values:
        words = value if isinstance(value, str) else None
        row.append_cell(Cell(None if value == "" else value, text=words, style=look))
    return row


def _looks(document: Document) -> None:
    for name, weight in ((_HEAD, "bold"), (_TEXT, "normal")):
        style = Style("table-cell", name=name)
        wraps = {"fo:wrap-option": "wrap", "style:vertical-align": "top"}
        style.set_properties(wraps, area="table-cell")
        style.set_properties({"fo:font-weight": weight}, area="text")
        document.insert_style(style, automatic=True)


def _speak_dutch(document: Document) -> None:
    """The words and the language that an empty file of the library brings along."""
    document.meta.language = "nl-NL"
    styles = _part(document, "styles.xml")
    for foot in styles.get_elements("//style:footer/text:p"):
        foot.text = "Pagina "
    for space in ("fo", "number"):
        for spoken in styles.get_elements(f"//*[@{space}:language='fr']"):
            spoken.set_attribute(f"{space}:language", "nl")
            spoken.set_attribute(f"{space}:country", "NL")


def _part(document: Document, name: str) -> XmlPart:
    return cast("XmlPart", document.get_part(name))


def _freeze(document: Document, title: str) -> None:
    settings = _part(document, "settings.xml")
    (view,) = settings.get_elements("//config:config-item-map-named[@config:name='Tables']/*")
    view.set_attribute("config:name", title)
    (active,) = settings.get_elements("//config:config-item[@config:name='ActiveTable']")
    active.text = title
    for name, (kind, value) in _FROZEN.items():
        for item in view.get_elements(f"config:config-item[@config:name='{name}']"):
            view.delete(item)
        item = Element.from_tag("config:config-item")
        item.set_attribute("config:name", name)
        item.set_attribute("config:type", kind)
        item.text = str(value)
        view.append(item)
