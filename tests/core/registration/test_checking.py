"""Whole files under a mapping: what is taken, what is refused, and what is known again."""

import json
import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.registration import (
    Check,
    MappedColumn,
    Mapping,
    Problem,
    guess_mapping,
    mapping_of,
)
from samen.core.registration.columns import batch_of
from samen.core.registration.problems import Fault
from samen.core.registration.readers import delimited as delimited_reader
from samen.core.registration.summary import Oddity
from samen.core.terms import Precision, ValueState
from tests.core.registration.given import (
    HEAD,
    ROWS,
    TODAY,
    checked,
    csv_of,
    fields,
    guessed,
    opened,
    problems,
    said,
)


def test_three_states_stay_apart_and_a_partial_date_stays_partial() -> None:
    rows = said(csv_of(ROWS))
    assert rows["id:P2"]["birth_date"] == "1990"
    assert [rows["id:P3"][name] for name in ("given_names", "birth_date", "sex")] == [
        *("unknown", "not_asked", "refused")
    ]  # fmt: skip


def test_every_value_knows_its_row_its_column_and_its_raw_form() -> None:
    _, batches = checked(csv_of(ROWS))
    values = [value for batch in batches for row in batch.rows() for value in row.values.values()]
    lines = [HEAD.split(";"), *(row.split(";") for row in ROWS)]
    assert len(values) == 18
    for value in values:
        assert lines[value.row - 1][lines[0].index(value.column)] == value.raw


@pytest.mark.parametrize(
    ("row", "column", "problem"),
    [
        ("P9;Anna;Vermeulen;18-11-2021;v;", "geboortedatum", Problem.FUTURE),
        ("P9;Anna;Vermeulen;2022;v;", "geboortedatum", Problem.FUTURE),
        ("P9;Anna;Vermeulen;01-01-1990;v;18-11-2021", "registratiedatum", Problem.FUTURE),
        ("P9;Anna;Vermeulen;02-01-1990;v;01-01-1990", "registratiedatum", Problem.BEFORE_BIRTH),
        ("P9;Anna;Vermeulen;01-01-1901;v;02-01-2021", None, None),
        ("P9;Anna;Vermeulen;02-01-1900;v;02-06-2021", "geboortedatum", Problem.TOO_OLD),
        ("P9;Anna;Vermeulen;1990;v;1990", None, None),
        ("P9;Anna;Vermeulen;17-11-2021;v;17-11-2021", None, None),
    ],
)
def test_dates_of_a_row_must_all_be_possible(
    row: str, column: str | None, problem: Problem | None
) -> None:
    assert problems(csv_of([row])) == ([(2, column, problem)] if column else [])


@pytest.mark.parametrize(
    ("age", "birth", "is_wrong"),
    [("31", "17-05-1988", False), ("32", "17-05-1988", False), ("30", "17-05-1988", False),
     ("29", "17-05-1988", True), ("45", "1988", True), ("33", "1988", False),
     ("45", "onbekend", False)],
)  # fmt: skip
def test_an_age_may_not_contradict_the_date_of_birth(age: str, birth: str, is_wrong: bool) -> None:
    content = csv_of([f"{age};{birth};01-03-2020"], "leeftijd;geboortedatum;registratiedatum")
    found = [(2, "leeftijd", Problem.AGE_CONFLICT)] if is_wrong else []
    assert problems(content) == found


def test_exploitation_ends_after_it_starts() -> None:
    head = "begin uitbuiting;einde uitbuiting"
    assert problems(csv_of(["03-2020;02-2020", "2020;02-2020"], head)) == [
        (2, "einde uitbuiting", Problem.ENDS_FIRST)
    ]


def test_a_number_stands_once_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited_reader, "PIECE", 100)
    rows = [f"P{n % 7};Anna;Vermeulen;;v;" for n in range(10)]
    _, batches = checked(csv_of([*rows, ";Anna;V;;v;", "onbekend;Anna;W;;v;"]))
    assert len(batches) > 2
    errors = [error for batch in batches for error in batch.errors]
    assert [(each.row, dict(each.fault.values)["n"]) for each in errors] == [
        (9, 2), (10, 3), (11, 4)
    ]  # fmt: skip
    assert {each.fault.problem for each in errors} == {Problem.DUPLICATE}
    assert [each.is_numbered for each in batches] == [True] * (len(batches) - 1) + [False]


def test_a_second_import_knows_every_row_again() -> None:
    head = "voornaam;achternaam;geboortedatum"
    rows = ["Anna;Vermeulen;1988", "Bo;Petrov;", "Bo;Petrov;1990"]
    first, again = said(csv_of(rows, head)), said(csv_of(rows, head))
    assert len(first) == 3
    assert first == again
    turned = said(csv_of([";".join(reversed(row.split(";"))) for row in rows],
                         ";".join(reversed(head.split(";")))))  # fmt: skip
    assert set(turned) == set(first)


def test_a_changed_row_keeps_its_key_and_gets_another_digest() -> None:
    def read(*rows: str) -> dict[str, str]:
        _, batches = checked(csv_of(rows))
        return {row.key: row.digest for batch in batches for row in batch.rows()}

    before, after = read(*ROWS), read(ROWS[0], ROWS[1].replace("1990", "1991"), ROWS[2])
    assert list(before) == list(after)
    assert [before[key] == after[key] for key in before] == [True, False, True]


def test_two_cells_never_make_one_digest() -> None:
    head = "registratienummer;voornaam;achternaam"
    _, (batch,) = checked(csv_of(["1;ab;c", "2;a;bc", "3;abc;"], head))
    content = [each.replace("1;", "").replace("2;", "").replace("3;", "") for each in
               ("1;ab;c", "2;a;bc", "3;abc;", "3;;abc")]  # fmt: skip
    assert len(said(csv_of(content, "voornaam;achternaam"))) == 4
    assert len(set(batch.digests)) == 3


def test_the_table_holds_the_good_rows_only() -> None:
    bad = "P4;Anna;Vermeulen;30-02-1988;v;"
    _, (batch,) = checked(csv_of([ROWS[0], bad, ROWS[1]]))
    table = batch.table()
    assert table["row"].to_pylist() == [2, 4]
    assert table["birth_date"].to_pylist() == ["1988-05-17", "1990"]
    assert table["key"].to_pylist() == ["id:P1", "id:P2"]
    assert table["birth_date_from"].to_pylist() == [date(1988, 5, 17), date(1990, 1, 1)]
    assert table["birth_date_until"].to_pylist() == [date(1988, 5, 17), date(1990, 12, 31)]
    assert table["birth_date_precision"].to_pylist() == [Precision.DAY, Precision.YEAR]


def test_a_date_that_is_not_known_has_no_days() -> None:
    _, (batch,) = checked(csv_of([ROWS[2], "P4;Anna;V;ca. 05-1988;v;"]))
    table = batch.table()
    assert table["birth_date_from"].to_pylist() == [None, date(1988, 5, 1)]
    assert table["birth_date_precision"].to_pylist() == [None, Precision.MONTH]


@given(
    st.lists(st.lists(st.text('a"\\\n\t{},é😀=', max_size=5), min_size=2, max_size=2), max_size=5)
)
def test_the_json_of_a_row_says_what_its_values_say(texts: list[list[str]]) -> None:
    names = ["k", 'l "m"']
    mapping = Mapping((MappedColumn(names[0], "note"), MappedColumn(names[1], "sex")))
    batch = batch_of(names, [list(column) for column in zip(*texts, strict=True)] or [[], []],
                     np.arange(len(texts)))  # fmt: skip
    found = Check(names, mapping, fields(), TODAY).check(batch)
    rows, table, less = list(found.rows()), found.table(), found.table(["sex"])
    for row, values, fewer, raw in zip(
        rows, *(column.to_pylist() for column in (table["values"], less["values"], table["raw"])),
        strict=True,
    ):  # fmt: skip
        assert json.loads(raw) == {v.column: v.raw for v in row.values.values() if v.raw}
        assert json.loads(values) == {
            name: {"state": value.state} | ({"value": value.normal} if value.normal else {})
            for name, value in row.values.items()
        }
        known = {"sex"} if row.values["sex"].normal else set()
        assert json.loads(fewer) == {
            name: each for name, each in json.loads(values).items() if name not in known
        }


def test_a_blank_row_is_passed_over_and_one_without_a_field_is_told() -> None:
    content = csv_of(["P1;a", ";", ";b"], "registratienummer;iets")
    check, batches = checked(content, Mapping((MappedColumn("registratienummer", "source_id"),)))
    assert [(each.row, each.fault.problem) for each in batches[0].errors] == [(4, Problem.EMPTY)]
    assert (check.summary().rows, check.summary().good) == (2, 1)


def test_the_summary_counts_rows_states_and_problems() -> None:
    rows = [*ROWS, "P4;Test;Test;;v;", "P5;Anna;V;30-02-1988;v;", "P6;a"]
    check, _ = checked(csv_of(rows))
    found = check.summary()
    assert (found.rows, found.good, found.refused, found.flagged) == (6, 4, 2, 1)
    assert found.problems == {Problem.TEST_ROW: 1, Problem.NO_SUCH_DAY: 1, Problem.WIDTH: 1}
    assert found.remarks == {Problem.TEST_ROW: [5]}
    birth = next(each for each in found.columns if each.field == "birth_date")
    assert (birth.states[ValueState.KNOWN], birth.states[ValueState.NOT_ASKED]) == (2, 2)
    assert birth.wrong == 1
    assert birth.fits == pytest.approx(2 / 3)


def test_swapped_columns_are_seen() -> None:
    rows = [f"P{n};{n % 28 + 1:02}-03-1988;Vermeulen;Anna;v;01-03-2020" for n in range(30)]
    check, _ = checked(csv_of(rows))
    columns = {each.field: each for each in check.summary().columns}
    assert columns["birth_date"].oddities == (Oddity.FEW_FIT,)
    assert columns["birth_date"].fits == 0
    assert "0%" in columns["birth_date"].sentences()[0]
    assert columns["given_names"].oddities == (Oddity.FEW_FIT,)
    assert columns["sex"].oddities == ()


@pytest.mark.parametrize(
    ("name", "oddities"), [("Anna", (Oddity.ALL_EQUAL,)), ("onbekend", ())], ids=str
)
def test_names_that_are_all_equal_are_seen(name: str, oddities: tuple[Oddity, ...]) -> None:
    rows = [f"P{n};{name};Vermeulen{'ab'[n % 2]};1988;v;" for n in range(30)]
    check, batches = checked(csv_of(rows))
    columns = {each.field: each for each in check.summary().columns}
    assert columns["given_names"].oddities == oddities
    assert columns["family_name"].oddities == ()
    states = {row.values["given_names"].state for row in batches[0].rows()}
    assert states == {ValueState.UNKNOWN if name == "onbekend" else ValueState.KNOWN}


def test_a_mapping_must_fit_the_file() -> None:
    names = HEAD.split(";")
    column = MappedColumn("voornaam", "given_names")
    for columns in (
        (),
        (replace(column, column="elders"),),
        (replace(column, field="nergens"),),
        (column, column),
        (column, replace(column, column="achternaam")),
        (replace(column, converter=replace(column.converter, empty=ValueState.KNOWN)),),
    ):
        with pytest.raises(BadInput):
            Check(names, Mapping(columns), fields(), TODAY)


def test_no_batch_depends_on_where_the_file_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    content = csv_of([f"P{n};Anna{n % 3};V;{n % 40 + 1}-01-1990;v;" for n in range(200)])
    whole = said(content)
    monkeypatch.setattr(delimited_reader, "PIECE", 700)
    assert said(content) == whole
    assert 0 < len(whole) < 200


def test_the_preview_is_the_first_batch_under_the_guess() -> None:
    table = opened(csv_of(ROWS))
    first = next(table.batches())
    guesses = guess_mapping(table.names, first, fields())
    check = Check(table.names, mapping_of(guesses), fields(), date(2021, 1, 1))
    assert np.all(check.check(first).is_good)
    assert guessed(csv_of(ROWS)) == mapping_of(guesses)


OF_FILES = {Problem.WIDTH, Problem.NO_OBJECT, Problem.DUPLICATE}


@pytest.mark.parametrize("problem", [each for each in Problem if each not in OF_FILES])
def test_who_types_reads_of_no_file(problem: Problem) -> None:
    values = dict.fromkeys(("n", "least", "most"), 1)
    found = Fault(problem, tuple(values.items()))
    for language, words in (
        ("nl", "rij|cel|kolom|kolommen|bestand|koppeling|kop|Excel"),
        ("en", "row|cell|column|columns|file|mapping|head|Excel"),
    ):
        told = found.sentence("nl" if language == "nl" else "en", of_typed=True)
        assert not re.search(rf"\b({words})\b", told), told
