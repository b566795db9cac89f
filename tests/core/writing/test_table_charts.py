"""The charts of a results table, opened by readers that did not write them."""

import io
import zipfile
from decimal import Decimal
from typing import Any

from lxml import etree
from odfdo import Document
from openpyxl import load_workbook

from samen.core.publishing.finding import text_alternative
from samen.core.publishing.workbook_chart import as_chart
from samen.core.sheets.charts import Chart
from samen.core.writing.formats.table import to_ods, to_xlsx
from tests.core.publishing.invented import victims
from tests.core.writing.samples import sample_letter

ROWS = sample_letter().rows
SERIES = victims()


def charts() -> tuple[Chart, Chart]:
    found = as_chart(SERIES)
    assert found is not None
    return found, found


def told(number: object) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def test_a_chart_of_a_workbook_draws_the_cells_below_it_and_says_itself_in_words() -> None:
    content = to_xlsx(ROWS, charts=charts())
    sheet: Any = load_workbook(io.BytesIO(content))["Grafieken"]
    assert len(sheet._charts) == 2
    for chart, meant in zip(sheet._charts, charts(), strict=True):
        for series, line in zip(chart.series, meant.lines, strict=True):
            cells = [cell for (cell,) in sheet[series.val.numRef.f.split("!")[1].replace("$", "")]]
            assert tuple(told(cell.value) for cell in cells) == line.values
            (head,) = (sheet[series.tx.strRef.f.split("!")[1].replace("$", "")],)
            assert head.value == line.name
        years = sheet[chart.series[0].cat.numRef.f.split("!")[1].replace("$", "")]
        assert tuple(cell.value for (cell,) in years) == meant.years
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        drawing: Any = etree.fromstring(package.read("xl/drawings/drawing1.xml"))
    words = drawing.xpath("//*[local-name()='cNvPr']/@descr")
    assert words == [text_alternative(SERIES)] * 2


def test_a_chart_of_an_opendocument_sheet_is_an_object_over_the_same_cells() -> None:
    content = to_ods(ROWS, charts=charts())
    sheet: Any = Document(io.BytesIO(content)).body.get_table(name="Grafieken")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [
            name for name in package.namelist() if name.endswith(("content.xml", "manifest.xml"))
        ]
        parts: dict[str, Any] = {name: etree.fromstring(package.read(name)) for name in names}
    frames = parts["content.xml"].xpath("//*[local-name()='frame']")
    assert len(frames) == 2
    for frame, meant in zip(frames, charts(), strict=True):
        assert frame.xpath("*[local-name()='desc']/text()") == [meant.words]
        (place,) = frame.xpath("*[local-name()='object']/@*[local-name()='href']")
        chart = parts[f"{place.removeprefix('./')}/content.xml"]
        lines = chart.xpath("//@*[local-name()='values-cell-range-address']")
        for range_, line in zip(lines, meant.lines, strict=True):
            first, last = (cell.rpartition(".")[2] for cell in range_.split(":"))
            cells = sheet.get_cells(f"{first}:{last}", flat=True)
            assert tuple(told(cell.value) for cell in cells) == line.values
        (full,) = parts["META-INF/manifest.xml"].xpath(
            f"//*[@*[local-name()='full-path']='{place.removeprefix('./')}/']"
        )
        assert full.xpath("string(@*[local-name()='media-type'])").endswith("opendocument.chart")
    rows = parts["content.xml"].xpath("//*[local-name()='table-row']")
    assert all(len(row) for row in rows), "a row without a cell is counted otherwise by readers"


def test_a_letter_that_tells_of_no_released_figure_has_no_sheet_of_charts() -> None:
    assert load_workbook(io.BytesIO(to_xlsx(ROWS))).sheetnames == ["Resultatentabel"]
    tables = Document(io.BytesIO(to_ods(ROWS))).body.tables
    assert [table.name for table in tables] == ["Resultatentabel"]
