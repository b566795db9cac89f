"""Files as partners send them, whole, damaged and hostile."""

import csv
import gc
import io
import json
import zipfile
from contextlib import suppress
from datetime import date, datetime
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from pyarrow import parquet

from samen.core.errors import BadInput, SamenError, TooBig, Unreadable
from samen.core.registration.problems import Problem
from samen.core.registration.readers import FileFormat, Layout, open_table
from samen.core.registration.readers import delimited as delimited_reader
from samen.core.registration.readers import json_rows as json_reader
from samen.core.registration.readers import parquet as parquet_reader
from samen.core.registration.readers import workbook as workbook_reader
from samen.core.registration.readers.records import MOST_BROKEN, MOST_OPEN
from tests.core.registration.given import ROWS, csv_of, opened, problems

type Rows = dict[int, list[str | None]]


def read(content: bytes, layout: Layout | None = None) -> tuple[list[str], Rows, dict[int, str]]:
    """The names, the cells by row that has any, and the problem of each broken row."""
    table = open_table(io.BytesIO(content), layout)
    rows: Rows = {}
    broken: dict[int, str] = {}
    for batch in table.batches():
        columns = [batch.cells[name].to_pylist() for name in table.names]
        for at, row in enumerate(batch.rows.tolist()):
            cells = [column[at] for column in columns]
            rows |= {row: cells} if any(cells) else {}
        broken |= {each.row: each.fault.problem for each in batch.broken}
    return list(table.names), rows, broken


def sheet_of(*rows: list[Any], title: str = "") -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    if title:
        sheet.append([title])
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet_of(**columns: Any) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pa.table(columns), out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"id;naam\n1;Anna\n2;\n",
        b"id,naam\r\n1,Anna\r\n2,\r\n",
        b"id\tnaam\r1\tAnna\r2\t",
        b'\xef\xbb\xbf"id"|"naam"\n"1"|"Anna"\n"2"|""',
        "id;naam\n1;Anna\n2;\n".encode("utf-16"),
        b'[{"id": 1, "naam": "Anna"}, {"id": 2.0, "naam": null}]',
        b'{"id": 1, "naam": "Anna"}\n{"id": "2"}\n',
        sheet_of(["id", "naam"], [1, "Anna"], [2.0, None]),
        parquet_of(id=[1.0, 2.0], naam=["Anna", None]),
        parquet_of(id=pa.array(["1", "2"]).dictionary_encode(), naam=["Anna", ""]),
    ],
)
def test_every_format_gives_the_same_cells(content: bytes) -> None:
    names, rows, broken = read(content)
    assert names == ["id", "naam"]
    assert list(rows.values()) == [["1", "Anna"], ["2", None]]
    assert broken == {}


def test_rows_are_counted_as_a_spreadsheet_counts() -> None:
    assert list(read(b"\nid;naam\n\n1;a\n\n2;b\n")[1]) == [4, 6]
    assert list(read(b"sep=;\nid;naam\n1;a\n")[1]) == [3]
    assert list(read(sheet_of(["id", "naam"], [], [1, "a"], title="Lijst 2021"))[1]) == [4]
    assert list(read(b'{"id": 1}\n\n{"id": 2}')[1]) == [1, 3]


def test_a_cell_may_hold_separators_marks_and_line_ends() -> None:
    content = b'id;naam\n1;"de ""Vries""; A"\n2;"op twee\r\nregels"\n3;5" disk\n'
    assert read(content)[1] == {2: ["1", 'de "Vries"; A'], 3: ["2", "op twee\nregels"],
                                4: ["3", '5" disk']}  # fmt: skip


def test_a_bad_row_takes_no_other_with_it() -> None:
    rows = b'1;a\n2;"open\n3;c\n4;d;e\n5\n6;"f"g\n7;h\n8;"open again\n9;i'
    _, good, broken = read(b"id;naam\n" + rows)
    assert [row[0] for row in good.values()] == ["1", "3", "7", "9"]
    assert broken == {3: Problem.QUOTE, 5: Problem.WIDTH, 6: Problem.WIDTH, 7: Problem.QUOTE,
                      9: Problem.QUOTE}  # fmt: skip


def test_two_marks_that_swallow_rows_are_both_told() -> None:
    """Together they make one record of the right width; the rows between are not lost."""
    lines = ['1;"a;x;x', "2;b;x;x", '3;c";x;x', "4;d;x;x"]
    _, good, broken = read("\n".join(["id;naam;k;l", *lines]).encode())
    assert list(good) == [3, 4, 5]
    assert broken == {2: Problem.QUOTE}
    note = b'id;naam;k;l\n1;"a; b\n\nc; d";x;y\n'
    assert read(note)[1] == {2: ["1", "a; b\n\nc; d", "x", "y"]}


def test_pieces_of_a_file_join(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "id;naam\n" + "".join(f'{n};"a{n}\nb"\n' for n in range(50)) + "x;y\n"
    whole = read(content.encode())
    assert len(whole[1]) == 51
    for size in (8, 13, 64):
        monkeypatch.setattr(delimited_reader, "PIECE", size)
        assert read(content.encode()) == whole


@pytest.mark.parametrize("reader", [json_reader, workbook_reader, parquet_reader])
@pytest.mark.parametrize("size", [1, 7, 21])
def test_no_row_is_lost_between_batches(
    monkeypatch: pytest.MonkeyPatch, reader: ModuleType, size: int
) -> None:
    monkeypatch.setattr(reader, "ROWS_A_BATCH", size)
    numbers = [str(n) for n in range(50)]
    contents = {
        json_reader: json.dumps([{"id": n, "naam": "a"} for n in numbers]).encode(),
        workbook_reader: sheet_of(["id", "naam"], *([n, "a"] for n in numbers)),
        parquet_reader: parquet_of(id=numbers, naam=["a"] * 50),
    }
    rows = read(contents[reader])[1]
    assert [row[0] for row in rows.values()] == numbers
    start = 2 if reader is workbook_reader else 1
    assert list(rows) == list(range(start, start + 50))


def test_a_mark_that_never_closes_is_told_at_the_end_too() -> None:
    assert read(b'id;naam\n1;a\n2;"b')[2] == {3: Problem.QUOTE}
    assert read(b'id;naam\n1;a\n2;"b\n')[2] == {3: Problem.QUOTE}


def test_a_file_with_three_encodings_is_told_by_row() -> None:
    lines = ["id;naam\n1;Zoë\n2;Renée\n3;Anna\n".encode(), "4;Zoë\n".encode("cp1252"),
             "5;Noël\n".encode("cp437")]  # fmt: skip
    _, rows, _ = read(b"".join(lines))
    assert [row[1] for row in rows.values()] == ["Zoë", "Renée", "Anna", "Zo�", "No�l"]


def test_old_exports_are_windows_1252() -> None:
    content = "id;naam\n1;Zoë\n2;Š\n".encode("cp1252")
    assert [row[1] for row in read(content)[1].values()] == ["Zoë", "Š"]
    table = opened(content)
    assert table.layout == Layout(FileFormat.CSV, "cp1252", ";")


def test_a_person_corrects_the_layout() -> None:
    layout = Layout(FileFormat.CSV, "utf-8-sig", ",")
    assert read(b"a;b,c\n1;2,3\n", layout)[0] == ["a;b", "c"]
    with pytest.raises(BadInput, match="separator"):
        read(b"a;b\n", Layout(FileFormat.CSV, "utf-8-sig", "x"))
    with pytest.raises(BadInput, match="encoding"):
        read(b"a;b\n", Layout(FileFormat.CSV, "rot13", ";"))


def test_cells_of_a_sheet_become_text() -> None:
    row = [12, 12.5, True, date(1988, 5, 17), datetime(1988, 5, 17, 8, 30), "=A1+1", "tekst"]
    _, rows, _ = read(sheet_of([f"k{n}" for n in range(7)], row))
    assert rows[2] == ["12", "12.5", "true", "1988-05-17", "1988-05-17T08:30:00", "=A1+1", "tekst"]


def test_a_number_of_more_digits_than_excel_keeps_is_refused_as_a_number() -> None:
    """Two of such numbers would be one: Excel keeps fifteen digits. As text it is whole."""
    long = 1234567890123456
    rows: list[list[Any]] = [
        [12, "a"],
        [12.0, "b"],
        [str(long), "c"],
        [long, "d"],
        [float(long * 1000), "e"],
    ]
    found = problems(sheet_of(["registratienummer", "voornaam"], *rows))
    assert found == [
        (3, "registratienummer", Problem.DUPLICATE),
        (5, "registratienummer", Problem.SHORTENED),
        (6, "registratienummer", Problem.SHORTENED),
    ]
    assert problems(b"registratienummer;voornaam\n1,23457E+20;Anna\n12E4;Bea\n") == [
        (2, "registratienummer", Problem.SHORTENED)
    ]


def test_a_cell_beyond_the_head_breaks_its_row() -> None:
    _, rows, broken = read(sheet_of(["id", "naam"], [1, "a"], [2, "b", None, "c"]))
    assert list(rows) == [2]
    assert broken == {3: Problem.WIDTH}
    far = [*[None] * 16_000, "c"]
    assert read(sheet_of(["id", "naam"], [1, "a"], [2, *far]))[2] == {3: Problem.WIDTH}


def test_a_workbook_has_the_sheets_that_are_seen() -> None:
    book = Workbook()
    book.worksheets[0].append(["geheim"])
    book.worksheets[0].sheet_state = "hidden"
    second = book.create_sheet("Slachtoffers")
    second.append(["id", "naam"])
    out = io.BytesIO()
    book.save(out)
    table = opened(out.getvalue())
    assert (table.layout.sheet, list(table.names)) == ("Slachtoffers", ["id", "naam"])
    with pytest.raises(BadInput, match="no such sheet"):
        open_table(io.BytesIO(out.getvalue()), Layout(FileFormat.XLSX, sheet="Sheet"))


def several(*heads: list[str]) -> bytes:
    """A workbook with a sheet for each head, below which is a row."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for n, head in enumerate(heads, 1):
        sheet = book.create_sheet(f"Blad {n}")
        sheet.append(head)
        sheet.append([str(n) for _ in head])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_rows_that_go_on_on_another_sheet_are_not_lost_unsaid() -> None:
    with pytest.raises(BadInput, match="several sheets with the same head"):
        opened(several(["id", "naam"], ["code", "betekent"], ["id", "naam"]))
    table = opened(several(["id", "naam"], ["code", "betekent"], []))
    assert table.layout == Layout(FileFormat.XLSX, sheet="Blad 1", others=("Blad 2",))


def test_objects_in_objects_get_a_longer_name() -> None:
    content = b'[{"id": 1, "p": {"naam": "a", "q": {"r": [1, "x", null]}}}, {"p": {"naam": "b"}}]'
    names, rows, _ = read(content)
    assert names == ["id", "p.naam", "p.q.r"]
    assert rows == {1: ["1", "a", "1;x;"], 2: [None, "b", None]}
    table = pa.array([{"naam": "a"}, None])
    lists = pa.array([["x", "y"], ["z"]])
    assert read(parquet_of(p=table, k=lists))[1] == {1: ["a", "x;y"], 2: [None, "z"]}


@pytest.mark.parametrize(
    "line", ["[1]", '"tekst"', "{", '{"id": 1, "id": 2}', '{"id": NaN}', '{"nieuw": 1}']
)
def test_a_line_that_is_no_row_is_told(line: str) -> None:
    many = "".join(f'{{"id": {n}}}\n' for n in range(3))
    _, rows, broken = read(f"{many}{line}\n{many}".encode())
    if line == '{"nieuw": 1}':
        assert (len(rows), broken) == (7, {})
    else:
        assert (len(rows), broken) == (6, {4: Problem.NO_OBJECT})


def test_types_of_parquet_become_text() -> None:
    _, rows, _ = read(
        parquet_of(
            day=[date(1988, 5, 17)], when=[datetime(1988, 5, 17)], yes=[True], part=[1.5],
            raw=[b"Zo\xeb"], group=pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())),
        )
    )  # fmt: skip
    day, when, yes, part, raw, group = rows[1]
    assert (day, yes, part, raw) == ("1988-05-17", "true", "1.5", "Zo�")
    assert when
    assert when.startswith("1988-05-17")
    assert group == '[["a", 1]]'


def test_text_of_parquet_that_is_no_text_is_lost_sign_by_sign() -> None:
    bad = pa.Array.from_buffers(pa.string(), 1, pa.array([b"Zo\xeb"]).buffers())
    assert read(parquet_of(id=["1"], naam=bad))[1] == {1: ["1", "Zo�"]}


WHOLE = {
    "csv": b"id;naam\n1;a\n",
    "xlsx": sheet_of(["id", "naam"], *([n, f"naam {n}"] for n in range(200))),
    "json": json.dumps([{"id": n, "naam": "a"} for n in range(50)]).encode(),
    "parquet": parquet_of(id=list(range(500)), naam=[f"naam {n}" for n in range(500)]),
}


@pytest.mark.parametrize("kind", ["xlsx", "json", "parquet"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_breaks_off_is_told_in_one_sentence(kind: str, share: float) -> None:
    content = WHOLE[kind]
    with pytest.raises(Unreadable) as told:
        read(content[: int(len(content) * share)])
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", Unreadable),
        (b" \n\n", Unreadable),
        (b";;\n", BadInput),
        (b"id;;naam\n1;2;3\n", BadInput),
        (b"id;naam;id\n1;2;3\n", BadInput),
        (b"id;n\x81aam\n1;2\n", BadInput),
        (b"id;" + b"x" * 300 + b"\n1;2\n", BadInput),
        (b";".join(b"k%d" % n for n in range(501)) + b"\n", TooBig),
        (b"\x00\x01\x02\x03", Unreadable),
        (b"PAR1 and no more", Unreadable),
        (b"PK\x03\x04 and no more", Unreadable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or protected file", Unreadable),
        (b"[" * 100_000, Unreadable),
        (b"[]", BadInput),
        (b'{"id": ' + b"1" * 5000 + b"}", BadInput),
        (b'id\n"' + b'x\n"' * (MOST_OPEN + 5), Unreadable),
        (b"id;naam\n" + b"1\n" * (MOST_BROKEN + 1), Unreadable),
        (sheet_of(), BadInput),
        (parquet_of(), BadInput),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, kind: type[SamenError]) -> None:
    with pytest.raises(kind):
        read(content)


def test_a_letter_is_called_one_and_no_broken_workbook() -> None:
    out = io.BytesIO()
    Document().save(out)
    with pytest.raises(Unreadable, match="text document"):
        read(out.getvalue())


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (20 << 20))
    with pytest.raises(TooBig, match="Save it as CSV"):
        read(out.getvalue())


def test_a_workbook_with_an_entity_is_refused() -> None:
    whole = io.BytesIO(WHOLE["xlsx"])
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                text = b'<!DOCTYPE a [<!ENTITY b "c">]>' + text
            new.writestr(name, text)
    with pytest.raises(Unreadable):
        read(out.getvalue())


@given(st.binary(max_size=400), st.sampled_from(["", "csv", "xlsx", "json", "parquet"]))
def test_no_bytes_break_a_reader(noise: bytes, kind: str) -> None:
    """Noise alone, or in the middle of a whole file, gives rows or one sentence."""
    whole = WHOLE.get(kind, b"")
    middle = len(whole) * 2 // 3
    content = whole[:middle] + noise + whole[middle + len(noise) :]
    with suppress(BadInput):
        read(content)


@given(st.text(max_size=200))
def test_no_text_breaks_csv_or_json(text: str) -> None:
    content = text.encode(errors="surrogatepass")
    for start in (b"id;naam\n", b'[{"id": 1}', b'{"id": 1}\n'):
        with suppress(BadInput):
            read(start + content)


@given(st.lists(st.lists(st.text('ab;"\n ', max_size=4), min_size=2, max_size=2), max_size=6))
def test_what_a_writer_of_csv_wrote_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([["k", "l"], *rows])
    _, found, broken = read(out.getvalue().encode())
    assert broken == {}
    assert list(found.values()) == [[cell or None for cell in row] for row in rows if any(row)]


@pytest.mark.parametrize("content", [csv_of(ROWS), b'{"naam": "Anna"}\n'])
def test_a_stream_stays_the_callers_when_its_reader_is_gone(content: bytes) -> None:
    stream = io.BytesIO(content)
    open_table(stream)
    gc.collect()
    stream.seek(0)
    assert open_table(stream).names
