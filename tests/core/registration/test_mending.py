"""What was refused comes back as a file, is mended, and goes in under the same mapping."""

import csv
import io
import json
from collections.abc import Callable

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from pyarrow import parquet

from samen.core.registration import Check, MendingFile, Problem
from samen.core.registration.mending import SUFFIXES
from samen.core.registration.problems import Language
from samen.core.registration.readers.mended import HEADS, escaped
from samen.core.terms import Ground
from tests.core.registration.given import (
    HEAD,
    ROWS,
    TODAY,
    checked,
    csv_of,
    fields,
    guessed,
    opened,
)

BAD = (
    "P4;Anna;Vermeulen;30-02-1988;paars;01-03-2020",
    "P5;=1+1;Vermeulen;1988;v;01-03-2020",
    "P1;Anna;Vermeulen;1988;v;01-03-2020",
)
MENDED = (
    "P4;Anna;Vermeulen;28-02-1988;vrouw;01-03-2020",
    "P5;Eva;Vermeulen;1988;v;01-03-2020",
    "P6;Anna;Vermeulen;1988;v;01-03-2020",
)


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue().encode()


def as_sheet(rows: list[list[str]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_lines(rows: list[list[str]]) -> bytes:
    objects = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return "\n".join(map(json.dumps, objects)).encode()


def as_list(rows: list[list[str]]) -> bytes:
    return json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]]).encode()


def as_parquet(rows: list[list[str]]) -> bytes:
    out = io.BytesIO()
    columns = zip(*rows[1:], strict=True)
    parquet.write_table(pa.table(dict(zip(rows[0], map(list, columns), strict=True))), out)
    return out.getvalue()


FORMATS = [as_csv, as_sheet, as_lines, as_list, as_parquet]


def refused(content: bytes, language: Language = "nl") -> bytes:
    """The file to mend of a file."""
    table = opened(content)
    _, batches = checked(content)
    out = io.BytesIO()
    file = MendingFile(out, table.layout, table.names, language)
    for batch in batches:
        file.add(batch)
    file.close()
    return out.getvalue()


def cells(content: bytes) -> list[list[str]]:
    """The rows of a file, its head first, with nothing left out."""
    if content.startswith(b"PK"):
        sheet = load_workbook(io.BytesIO(content)).worksheets[0]
        return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    text = content.decode("utf-8-sig")
    if text.startswith("{"):
        found = [json.loads(line) for line in text.splitlines()]
        return [list(found[0]), *([each.get(name, "") for name in found[0]] for each in found)]
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_mended_rows_go_in_under_the_same_mapping(
    write: Callable[[list[list[str]]], bytes], language: Language
) -> None:
    """The loop: refused, sent back, mended in its own cells, taken."""
    content = write([HEAD.split(";"), *(row.split(";") for row in (*ROWS, *BAD))])
    mapping = guessed(content)
    file = refused(content, language)
    head, *rows = cells(file)
    assert tuple(head[:2]) == HEADS[language]
    assert len(rows) == 3
    assert len({row[1] for row in rows}) == 3
    front = [row[:2] for row in rows]
    again = [head, *(two + row.split(";") for two, row in zip(front, MENDED, strict=True))]
    back = {"csv": as_csv, "xlsx": as_sheet, "jsonl": as_lines}[
        SUFFIXES[opened(content).layout.format]
    ]
    check, batches = checked(back(again), mapping)
    assert [row.key for batch in batches for row in batch.rows()] == ["id:P4", "id:P5", "id:P6"]
    assert (check.summary().good, check.summary().refused) == (3, 0)


@pytest.mark.parametrize("write", FORMATS)
def test_rows_that_are_not_mended_are_refused_again(
    write: Callable[[list[list[str]]], bytes],
) -> None:
    content = write([HEAD.split(";"), *(row.split(";") for row in BAD[:2])])
    mapping = guessed(content)
    again, batches = checked(refused(content), mapping)
    assert [error.fault.problem for batch in batches for error in batch.errors] == [
        Problem.NO_SUCH_DAY, Problem.UNKNOWN_CODE, Problem.FORMULA
    ]  # fmt: skip
    assert again.summary().good == 0


def test_a_row_says_all_that_is_wrong_with_it() -> None:
    _, first, *_ = cells(refused(csv_of([*ROWS, *BAD])))
    assert first[1] == "5"
    assert first[0].startswith("geboortedatum: Deze dag bestaat niet.")
    assert "geslacht: Deze waarde staat niet in de lijst van dit veld (5 waarden)" in first[0]
    assert "30-02" not in first[0]


@pytest.mark.parametrize("row", ["P4;Anna", 'P4;"Anna;V;1988;v;01-03-2020', "P4;a;b;c;d;e;f;g"])
def test_a_row_that_cannot_be_told_apart_stays_refused(row: str) -> None:
    content = csv_of([*ROWS, row])
    mapping = guessed(content)
    file = refused(content)
    assert cells(file)[1][2:] == row.split(";")
    check, _ = checked(file, mapping)
    assert (check.summary().good, check.summary().refused) == (0, 1)


def test_no_cell_is_a_formula_for_a_spreadsheet() -> None:
    rows = [HEAD.split(";"), ["=cmd()", "+1", "@x", "-2", "'=y", "30-02-1988"]]
    file = refused(as_csv(rows)).decode("utf-8-sig")
    assert not any(cell[:1] in "=+-@" for row in csv.reader(io.StringIO(file), delimiter=";")
                   for cell in row if cell)  # fmt: skip
    sheet = load_workbook(io.BytesIO(refused(as_sheet(rows)))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@given(
    st.sampled_from(["ab='+-@;\"", "ab='+-@\"\n"]).flatmap(
        lambda signs: st.lists(st.text(signs, max_size=6), min_size=5, max_size=5)
    )
)
def test_the_cells_come_back_as_they_were(texts: list[str]) -> None:
    rows = [HEAD.split(";"), [*texts, "30-02-2020"]]
    table = opened(refused(as_csv(rows)))
    (batch,) = table.batches()
    assert [batch.cells[name][0].as_py() or "" for name in table.names] == rows[1]


def test_an_escaped_text_is_told_from_one_with_a_mark_of_its_own() -> None:
    assert escaped("'=x") == "''=x"
    assert escaped("'t Hof") == "''t Hof"
    assert escaped("Hof") == "Hof"


def test_of_who_gave_no_consent_nothing_is_kept_to_mend() -> None:
    """One said no, one refused to answer, one is not known: on consent only the last comes in."""
    head = f"{HEAD};toestemming"
    rows = [f"{row};{said}" for row, said in zip(ROWS, ("nee", "geweigerd", ""), strict=True)]
    rows += ["P4;Chidi;Okonkwo;1990;man;01-03-2020;ja", "P5;Eva;Visser;30-02-1990;v;;nee"]
    table = opened(csv_of(rows, head))
    for ground, keys in ((Ground.AVG6A, ["id:P3", "id:P4"]), (Ground.AVG6E, ["id:P1", "id:P2"])):
        check = Check(table.names, guessed(csv_of(rows, head)), fields(), TODAY, ground)
        (read,) = (check.check(batch) for batch in opened(csv_of(rows, head)).batches())
        assert [row.key for row in read.rows()][:2] == keys
        out = io.BytesIO()
        mending = MendingFile(out, table.layout, table.names)
        mending.add(read)
        mending.close()
        names = [name for name in ("Anna", "Bogdan", "Eva") if name in out.getvalue().decode()]
        assert names == ([] if ground is Ground.AVG6A else ["Eva"])
        withdrawn = Check(
            table.names, guessed(csv_of(rows, head)), fields(), TODAY, ground, {"id:P1"}
        )
        (read,) = (withdrawn.check(batch) for batch in opened(csv_of(rows, head)).batches())
        assert "id:P1" in {row.key for row in read.rows()}
        back = [each for batch in opened(out.getvalue()).batches() for each in batch.broken]
        assert back == []
