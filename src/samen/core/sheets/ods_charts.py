"""Charts on a sheet of an OpenDocument spreadsheet, as its own chart objects: they draw the cells.

A chart is a document of its own inside the file (OpenDocument 1.3, part 3, chapter 11), framed in
a cell with its title and its words.
"""

from collections.abc import Iterator, Sequence
from typing import cast
from xml.sax.saxutils import escape, quoteattr

from odfdo import Cell, Document, Element, Row, Style, Table
from odfdo.manifest import Manifest
from openpyxl.utils import get_column_letter

from samen.core.sheets.charts import PICTURE_CM, Chart, Placed, placed, rows_of, widths
from samen.core.sheets.sheet import Value

CHART_TYPE = "application/vnd.oasis.opendocument.chart"
ROW_HEIGHT = "0.53cm"
"""Of 15 points, by which the rows that a chart stands on are counted."""
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in {
        "office": "office", "chart": "chart", "style": "style", "text": "text", "table": "table",
        "draw": "drawing", "svg": "svg-compatible", "number": "datastyle",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip


def add_charts(
    document: Document, table: Table, charts: Sequence[Chart], looks: tuple[str, str]
) -> None:
    """Fill a sheet with charts and their numbers. looks: of cells, of heads and of others."""
    there, sheet = placed(charts), str(table.name)
    heads = {row for each in there for row in (each.top, each.table)}
    wide = {row for each in there for row in (each.top, each.top + 1)}
    pictures = {each.picture: each for each in there}
    fixed = _row_style(
        document, {"style:row-height": ROW_HEIGHT, "style:use-optimal-row-height": "false"}
    )
    high = _row_style(document, {"style:use-optimal-row-height": "true"})
    new_page = _row_style(
        document, {"style:use-optimal-row-height": "true", "fo:break-before": "page"}
    )
    heights = {each.top + at: high for each in there for at in (0, 1, each.table - each.top)}
    heights |= {each.top: new_page for each in there[1:]}
    for number, values in enumerate(rows_of(there), start=1):
        row = Row(style=heights.get(number, fixed))
        for cell in _cells(values, looks[number not in heads]):
            if number in wide:
                cell.set_attribute("table:number-columns-spanned", str(len(widths(charts))))
            row.append_cell(cell)
        if number in pictures:
            frame = Cell()
            frame.append(_framed(document, sheet, pictures[number]))
            row.append_cell(frame)
        elif not values:
            row.append_cell(Cell())  # a row has one at least, else readers count rows otherwise
        table.append(row)


def _row_style(document: Document, how: dict[str, str | bool]) -> str:
    style = Style("table-row")
    style.set_properties(how, area="table-row")
    return str(document.insert_style(style, automatic=True))


def _cells(values: Sequence[Value], look: str) -> Iterator[Cell]:
    for value in values:
        words = value if isinstance(value, str) else None
        yield Cell(None if value == "" else value, text=words, style=look)


def _framed(document: Document, sheet: str, each: Placed) -> Element:
    """The frame of a chart, and its document put into the file."""
    name = f"Object {each.top}"
    document.set_part(f"{name}/content.xml", _content(sheet, each).encode())
    manifest = cast("Manifest", document.get_part("manifest"))
    manifest.add_full_path(f"{name}/", CHART_TYPE)
    manifest.add_full_path(f"{name}/content.xml", "text/xml")
    bare = Style("graphic")
    bare.set_properties({"draw:stroke": "none", "draw:fill": "none"}, area="graphic")
    look = document.insert_style(bare, automatic=True)
    width, height = PICTURE_CM
    last = get_column_letter(len(each.chart.lines) + 1)
    ranges = f"'{sheet}'.A{each.table}:'{sheet}'.{last}{each.end}"
    return Element.from_tag(
        f'<draw:frame draw:style-name="{look}" draw:name={quoteattr(each.chart.title)}'
        f' svg:width="{width}cm" svg:height="{height}cm" svg:x="0cm" svg:y="0cm"><draw:object'
        f' draw:notify-on-update-of-ranges={quoteattr(ranges)} xlink:href="./{name}"'
        ' xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
        f"<svg:title>{escape(each.chart.title)}</svg:title>"
        f"<svg:desc>{escape(each.chart.words)}</svg:desc></draw:frame>"
    )


def _content(sheet: str, each: Placed) -> str:
    """The document of a chart: lines with marks, whose values stand in cells of the sheet."""
    width, height = PICTURE_CM
    first, last = each.table + 1, each.end
    years = f"'{sheet}'.A{first}:'{sheet}'.A{last}"
    series = "".join(
        f'<chart:series chart:style-name="line{at}" chart:class="chart:line"'
        f" chart:values-cell-range-address=\"'{sheet}'.{column}{first}:'{sheet}'.{column}{last}\""
        f" chart:label-cell-address=\"'{sheet}'.{column}{each.table}\">"
        f'<chart:data-point chart:repeated="{len(each.chart.years)}"/></chart:series>'
        for at, column in enumerate(map(get_column_letter, range(2, len(each.chart.lines) + 2)))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}'
        f' office:version="1.3"><office:automatic-styles>{_styles(each.chart)}'
        "</office:automatic-styles><office:body><office:chart>"
        f'<chart:chart svg:width="{width}cm" svg:height="{height}cm" chart:class="chart:line"'
        ' chart:style-name="paper"><chart:legend chart:legend-position="bottom"'
        ' chart:style-name="bare"/><chart:plot-area'
        ' chart:style-name="plot" chart:data-source-has-labels="both">'
        '<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="years">'
        f'<chart:categories table:cell-range-address="{years}"/></chart:axis>'
        '<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="values">'
        f'<chart:grid chart:class="major" chart:style-name="rules"/></chart:axis>{series}'
        '<chart:wall chart:style-name="bare"/></chart:plot-area></chart:chart></office:chart>'
        "</office:body></office:document-content>"
    )


def _styles(chart: Chart) -> str:
    """How the axes and each line look; years without a number leave a gap."""
    lines = "".join(
        f'<style:style style:name="line{at}" style:family="chart"><style:chart-properties'
        ' chart:symbol-type="named-symbol" chart:symbol-name="circle" chart:symbol-width="0.25cm"'
        ' chart:symbol-height="0.25cm"/><style:graphic-properties'
        f' draw:stroke="{"solid" if line.is_joined else "none"}"'
        f' svg:stroke-width="0.07cm" svg:stroke-color="{line.colour}"'
        f' draw:fill-color="{line.colour}"/></style:style>'
        for at, line in enumerate(chart.lines)
    )
    return (
        '<number:number-style style:name="whole"><number:number number:min-integer-digits="1"'
        ' number:decimal-places="0" number:grouping="true"/></number:number-style>'
        '<style:style style:name="plot" style:family="chart"><style:chart-properties'
        ' chart:treat-empty-cells="leave-gap" chart:lines="true" chart:symbol-type="automatic"/>'
        "</style:style>"
        '<style:style style:name="years" style:family="chart"><style:chart-properties'
        ' chart:display-label="true"/></style:style>'
        '<style:style style:name="values" style:family="chart" style:data-style-name="whole">'
        '<style:chart-properties chart:display-label="true" chart:minimum="0"'
        ' chart:link-data-style-to-source="false"/></style:style>'
        '<style:style style:name="bare" style:family="chart"><style:graphic-properties'
        ' draw:stroke="none" draw:fill="none"/></style:style>'
        '<style:style style:name="paper" style:family="chart"><style:graphic-properties'
        ' draw:stroke="none" draw:fill="solid" draw:fill-color="#ffffff"/></style:style>'
        '<style:style style:name="rules" style:family="chart"><style:graphic-properties'
        f' svg:stroke-color="#d8d8d2"/></style:style>{lines}'
    )
