"""Exports after international standards: at least eleven, no invented codes, nothing hidden."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.publishing.standards import FEWEST, blank_coding, export, read_coding

STANDARDS = Path(__file__).parents[3] / "data" / "standards"
BY = ("form", "sex")
type Cells = dict[tuple[str, ...], int | None]
CODING = {
    ("form", "seksueel"): ("purpose", "S"),
    ("form", "webcam"): ("purpose", "S"),
    ("form", "arbeid"): ("purpose", ""),
    ("sex", "man"): ("sex", "1"),
}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_words_become_codes_and_what_has_none_says_so() -> None:
    cells: Cells = {("2020", "seksueel", "man"): 12, ("2020", "arbeid", "vrouw"): 30}
    assert rows(export(cells, BY, CODING)) == [
        {"yearOfRegistration": "2020", "purpose": "S", "sex": "1", "n": "12"},
        {"yearOfRegistration": "2020", "purpose": "not mapped: arbeid",
         "sex": "not mapped: vrouw", "n": "30"},
    ]  # fmt: skip


def test_words_with_one_code_are_added_up() -> None:
    cells: Cells = {("2020", "seksueel", "man"): 6, ("2020", "webcam", "man"): 5}
    assert [row["n"] for row in rows(export(cells, BY, CODING))] == ["11"]


@given(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 30)))
def test_fewer_than_eleven_or_not_shown_is_left_out(one: int, other: int | None) -> None:
    cells: Cells = {("2020", "seksueel", "man"): one, ("2020", "webcam", "man"): other}
    told = [int(row["n"]) for row in rows(export(cells, BY, CODING))]
    whole = None if other is None else one + other
    assert told == ([] if whole is None or whole < FEWEST else [whole])


def test_the_order_of_cells_does_not_matter() -> None:
    cells: Cells = {("2020", "seksueel", "man"): 12, ("2019", "arbeid", "man"): 30}
    assert export(cells, BY, CODING) == export(dict(reversed(cells.items())), BY, CODING)


@pytest.mark.parametrize("codes", [("2020", "", "man"), ("2020", "seksueel"), ("", "a", "b")])
def test_totals_are_refused(codes: tuple[str, ...]) -> None:
    with pytest.raises(BadInput, match="no word for each dimension"):
        export({codes: 30}, BY, CODING)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(BadInput, match="below zero"):
        export({("2020", "a", "b"): -1}, BY, CODING)


def test_a_blank_table_is_read_back_and_maps_nothing() -> None:
    coding = read_coding(blank_coding({"form": ["seksueel", "arbeid"]}).decode().splitlines())
    assert coding == {("form", "seksueel"): ("form", ""), ("form", "arbeid"): ("form", "")}
    known = {("form", "arbeid"): ("purpose", "L")}
    filled = read_coding(
        blank_coding({"form": ["seksueel", "arbeid"]}, known).decode().splitlines()
    )
    assert filled == coding | known


@pytest.mark.parametrize("name", ["htcds", "ctdc", "ic_tip"])
def test_the_tables_of_the_house_are_read(name: str) -> None:
    coding = read_coding((STANDARDS / f"{name}.csv").read_text(encoding="utf-8").splitlines())
    assert ("exploitation", "sexual") in coding
    assert any(code for _field, code in coding.values()) == (name != "ic_tip")


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n1,2", "dimension,ours,field,code\nform,x,,1",
     "dimension,ours,field,code\nform,x,f,1\nform,x,f,2"],
)  # fmt: skip
def test_another_table_of_codes_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_coding(text.splitlines())
