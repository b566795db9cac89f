"""Rows, columns and sheets that who opens a workbook does not see are told."""

import io
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from samen.core.registration import MendingFile
from samen.core.registration.readers import hidden as reader
from samen.core.registration.readers.hidden import Hidden
from tests.core.registration.given import checked, opened


def book_of(rows: int = 30) -> Workbook:
    """A title, a head in row 3, and rows below it."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (["Meldingen"], [], ["id", "voornaam", "achternaam", "geboortedatum"]):
        sheet.append(line)
    for n in range(rows):
        sheet.append([f"P{n}", "Anna", "Vermeulen", 1988])
    return book


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_of_which_all_is_seen_hides_nothing() -> None:
    assert opened(saved(book_of())).layout.hidden == Hidden()


@pytest.mark.parametrize("piece", [64, 1 << 20])
def test_hidden_rows_columns_and_sheets_are_told(
    monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(reader, "MOST_SIZE", piece)
    book = book_of()
    sheet = book.worksheets[0]
    for row in (1, 3, 5, 6, 33):
        sheet.row_dimensions[row].hidden = True
    sheet.row_dimensions[60].hidden = True
    for column in "CDZ":
        sheet.column_dimensions[column].hidden = True
    for title, state in (("Lijsten", "hidden"), ("Diep", "veryHidden"), ("Uitleg", "visible")):
        book.create_sheet(title).sheet_state = state
    hidden = opened(saved(book)).layout.hidden
    assert hidden == Hidden((5, 6, 33), ("achternaam", "geboortedatum"), ("Lijsten", "Diep"))


def test_a_sheet_behind_a_hidden_one_is_looked_through() -> None:
    book = Workbook()
    book.worksheets[0].sheet_state = "hidden"
    second = book.create_sheet("Slachtoffers")
    for line in (["id", "voornaam"], ["P1", "Anna"]):
        second.append(line)
    second.row_dimensions[2].hidden = True
    assert opened(saved(book)).layout.hidden == Hidden((2,), (), ("Sheet",))


def test_a_filter_hides_rows_that_are_taken_in_all_the_same() -> None:
    book = book_of()
    book.worksheets[0].auto_filter.ref = "A3:D33"
    for row in range(10, 20):
        book.worksheets[0].row_dimensions[row].hidden = True
    content = saved(book)
    assert opened(content).layout.hidden.rows == tuple(range(10, 20))
    (read,) = checked(content)[1]
    assert int(read.is_good.sum()) == 30


def with_sheet(content: bytes, old: bytes, new: bytes) -> bytes:
    """The workbook with something else in the text of its first sheet."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(out, "w") as after:
        for part in before.namelist():
            text = before.read(part)
            if part == "xl/worksheets/sheet1.xml":
                assert old in text
                text = text.replace(old, new)
            after.writestr(part, text)
    return out.getvalue()


def test_columns_that_are_hidden_without_end_are_told_as_those_there_are() -> None:
    columns = b'<cols><col min="3" max="99999999999" hidden="1"/></cols><sheetData>'
    content = with_sheet(saved(book_of()), b"<sheetData>", columns)
    assert opened(content).layout.hidden.columns == ("achternaam", "geboortedatum")


def test_a_file_to_mend_hides_nothing() -> None:
    content = saved(book_of(1))
    (read,) = checked(content)[1]
    out = io.BytesIO()
    mending = MendingFile(out, opened(content).layout, list(opened(content).names))
    mending.add(read)
    mending.close()
    assert opened(out.getvalue()).layout.hidden == Hidden()
