"""Files of figures: opened by other programs, the same bytes each time, nothing hidden inside."""

import csv
import io
import json
import time
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document
from openpyxl import load_workbook

from samen.core.publishing import files
from samen.core.publishing.charts import bar_chart, bars_in_words, line_chart
from samen.core.publishing.finding import text_alternative
from samen.core.publishing.nouns import Dataset, Point, Words
from samen.core.publishing.table import COLUMNS
from tests.core.publishing.invented import dataset, victims

ADDRESS = "victims.csv"


def every_file(data: Dataset, *, dutch: bool = True) -> dict[str, bytes]:
    return {
        "csv": files.to_csv(data, dutch=dutch),
        "csv-metadata": files.to_csv_metadata(data, address=ADDRESS, dutch=dutch),
        "xlsx": files.to_xlsx(data, dutch=dutch),
        "ods": files.to_ods(data, dutch=dutch),
        "json": files.to_json(data, dutch=dutch),
    }


def insides(content: bytes) -> str:
    """Everything that is written in a file, the parts of a zipped one unpacked."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = (parts.read(name) for name in parts.namelist() if not name.endswith(".png"))
        return "\n".join(each.decode() for each in whole)


def test_the_same_dataset_is_the_same_bytes() -> None:
    first = every_file(dataset())
    time.sleep(2.1)  # a zipped file counts in steps of two seconds
    assert every_file(dataset()) == first


def test_csv_is_what_its_metadata_says() -> None:
    table = list(csv.DictReader(io.StringIO(files.to_csv(dataset()).decode())))
    told = json.loads(files.to_csv_metadata(dataset(), address=ADDRESS))
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    assert told["url"] == ADDRESS
    columns = told["tableSchema"]["columns"]
    assert [each["name"] for each in columns] == list(table[0])
    for each in columns:
        fields = [row[each["name"]] for row in table]
        assert all(fields) or not each["required"]
        if each["datatype"] in ("decimal", "integer", "gYear"):
            assert all(Decimal(field).is_finite() for field in fields if field)
    last = next(r for r in table if r["year"] == "2020" and r["vintage"] == "Jaarbeeld 2020")
    assert (last["value"], last["status"], last["definition"]) == ("1013", "value", "2")


def test_a_workbook_is_read_by_another_program() -> None:
    book = load_workbook(io.BytesIO(files.to_xlsx(dataset())))
    assert book.sheetnames == ["Cijfers", "Definities", "Doelen", "Over dit bestand"]
    head, *rows = book["Cijfers"].iter_rows(values_only=True)
    table = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(table) == len(victims().points)
    assert next(r for r in table if r["Bovengrens"] == 7000)["Waarde"] == 6100
    assert any(
        "Programma Samen (2021)" in str(c) for r in book["Over dit bestand"].values for c in r
    )
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)


def test_an_opendocument_sheet_is_read_by_another_program() -> None:
    document = Document(io.BytesIO(files.to_ods(dataset(), dutch=False)))
    tables = {table.name: table.get_values() for table in document.body.get_tables()}
    assert list(tables) == ["Figures", "Definitions", "Targets", "About this file"]
    names = [column.name for column in COLUMNS]
    rows = [dict(zip(names, row, strict=True)) for row in tables["Figures"][1:]]
    assert len(rows) == len(victims().points)
    assert {r["value"] for r in rows if r["vintage"] == "Jaarbeeld 2020"} >= {1013, 1372, 880}
    assert tables["Targets"][1][:3] == ["victims", 2022, 900]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_program_of_others_opens_it(kind: str) -> None:
    content = io.BytesIO(every_file(dataset())[kind])
    if kind == "xlsx":
        rows = [[cell.value for cell in row] for row in load_workbook(content)["Cijfers"]]
    else:
        rows = [list(row) for row in Document(content).body.get_tables()[0].get_values()]
    assert any(1013 in row for row in rows)


def test_json_rounds_nothing() -> None:
    odd = Point(2021, Decimal("0.1000000000000000055"))
    told = json.loads(files.to_json(dataset(replace(victims(), points=(odd,)))))
    assert told["series"][0]["points"][0]["value"] == "0.1000000000000000055"
    assert told["citation"].endswith("https://samen.example/cijfers/victims")


def test_words_are_no_formula() -> None:
    evil = replace(victims(), title=Words("=1+1"), points=(Point(2020, Decimal(-5)),))
    book = load_workbook(io.BytesIO(files.to_xlsx(dataset(evil))))
    assert "f" not in {cell.data_type for row in book["Cijfers"] for cell in row}
    (row,) = csv.DictReader(io.StringIO(files.to_csv(dataset(evil)).decode()))
    assert (row["title"], row["value"]) == ("'=1+1", "-5")


def test_a_withdrawn_dataset_says_so_in_each_file() -> None:
    gone = replace(dataset(), withdrawn=True)
    for name, content in every_file(gone).items():
        if name not in ("csv", "json"):
            assert "Gebruik deze cijfers niet meer." in insides(content), name
    assert json.loads(files.to_json(gone))["withdrawn"] is True


@settings(max_examples=15, deadline=None)
@given(st.lists(st.booleans(), min_size=3, max_size=9), st.booleans())
def test_what_is_not_shown_is_in_no_file(shown: list[bool], dutch: bool) -> None:
    """Values that are recognised anywhere; those that are not shown are in no file or chart."""
    values = [7_000_003 + 10_007 * n for n in range(len(shown))]
    groups = [
        Point(2020, Decimal(value), breakdown=f"groep {chr(65 + n)}")
        if shown[n] else Point(2020, breakdown=f"groep {chr(65 + n)}", suppressed=True)
        for n, value in enumerate(values)
    ]  # fmt: skip
    totals = [
        Point(2000 + n, Decimal(value)) if shown[n] else Point(2000 + n, suppressed=True)
        for n, value in enumerate(values)
    ]
    series = replace(victims(), points=(*groups, *totals), targets=(), definitions=())
    told = [insides(each) for each in every_file(dataset(series), dutch=dutch).values()]
    told += [json.dumps(line_chart(series)), json.dumps(bar_chart(series, 2020))]
    told += [text_alternative(series, dutch=dutch), bars_in_words(series, 2020, dutch=dutch)]
    plain = ["".join(c for c in each if c not in ".,") for each in told]
    for n, value in enumerate(values):
        found = [str(value) in each for each in plain]
        assert any(found) if shown[n] else not any(found)
    table = csv.DictReader(io.StringIO(files.to_csv(dataset(series)).decode()))
    assert all(row["value"] == "" for row in table if row["status"] == "not_shown")
