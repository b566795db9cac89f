"""The mapping of a partner's columns: guessed with a reason, kept as a profile."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.registration import Converter, Mapping, guess_mapping, read_profile
from samen.core.registration.dates import DateOrder
from samen.core.registration.guess import SAID, Guess, Reason
from samen.core.registration.mapping import EMPTY_MEANS, MappedColumn
from samen.core.registration.own_law import laws_said
from samen.core.registration.own_words import marks, own_words
from samen.core.terms import Regime
from tests.core.registration.given import csv_of, fields, opened

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
CONVERTERS = st.builds(
    Converter,
    st.sampled_from(DateOrder),
    st.dictionaries(TEXT, TEXT, max_size=3),
    st.sampled_from(EMPTY_MEANS),
)
MAPPINGS = st.lists(
    st.tuples(TEXT, st.sampled_from(sorted(fields())), CONVERTERS),
    min_size=1, max_size=6, unique_by=(lambda each: each[0], lambda each: each[1]),
).map(lambda columns: Mapping(tuple(MappedColumn(*each) for each in columns)))  # fmt: skip


def guesses(head: str, *rows: str) -> list[Guess]:
    table = opened(csv_of(rows, head))
    return guess_mapping(table.names, next(table.batches(), None), fields())


@given(MAPPINGS)
def test_a_profile_gives_the_same_mapping(mapping: Mapping) -> None:
    assert read_profile(mapping.as_json(), fields()) == mapping


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[]", "1", "{" * 5000, '{"version": 2, "columns": []}',
     '{"version": 1, "columns": []}', '{"version": 1, "columns": [1]}'],
)  # fmt: skip
def test_what_is_no_profile_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_profile(text, fields())


@pytest.mark.parametrize(
    ("key", "value"),
    [("column", 1), ("field", "nergens"), ("dates", "year_first"), ("codes", {"a": 1}),
     ("codes", []), ("empty", "known"), ("empty", "leeg")],
)  # fmt: skip
def test_a_profile_of_other_fields_is_refused(key: str, value: object) -> None:
    mapping = Mapping((MappedColumn("voornaam", "given_names"),))
    whole = json.loads(mapping.as_json())
    assert read_profile(json.dumps(whole), fields()) == mapping
    whole["columns"][0][key] = value
    with pytest.raises(BadInput):
        read_profile(json.dumps(whole), fields())


@pytest.mark.parametrize(
    ("head", "field"),
    [("Geboortedatum", "birth_date"), ("GEB.DATUM", "birth_date"), ("prs_Birthdate", "birth_date"),
     ("Date of birth", "birth_date"), ("m/v", "sex"), ("tel.nr.", "phone"),
     ("Vorm van uitbuiting", "exploitation"), ("Voorvoegsel(s)", "family_name_prefix"),
     ("lievelingskleur", "")],
)  # fmt: skip
def test_a_column_is_known_by_its_head(head: str, field: str) -> None:
    (guess,) = guesses(head, "groen")
    assert guess.field == field
    assert guess.reason == (Reason.HEADER if field else Reason.NOTHING)


def test_a_column_is_known_by_its_values() -> None:
    head = "k1;k2;k3;k4"
    rows = ("1234 AB;Poolse;vrouw;Jan", "2345 BC;Nederlandse;man;Piet", "3456CD;Roemeense;v;Ann")
    found = guesses(head, *rows)
    assert [each.field for each in found] == ["postcode", "nationality", "sex", ""]
    assert found[0].reason is Reason.VALUES
    assert "100%" in found[0].sentence()


@pytest.mark.parametrize("value", ["2021-01-19", "2021", "SG8772432", "B-1000"])
def test_what_may_be_a_foreign_postcode_tells_no_field(value: str) -> None:
    assert [each.field for each in guesses("k1", value)] == [""]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Naam;Voornaam", ["family_name", "given_names"]),
        ("Voornaam;Tussenvoegsel;Naam", ["given_names", "family_name_prefix", "family_name"]),
        ("Achternaam;Voornaam;Naam", ["family_name", "given_names", ""]),
        ("Naam;Geslacht", ["full_name", "sex"]),
        ("Naam;KVK", ["", "chamber_number"]),
        ("Naam;Tussenvoegsel", ["", "family_name_prefix"]),
        ("Meldingnr;Paspoort/ID;Kwalificatie", ["source_id", "document_number", "exploitation"]),
        ("reg_id;Betreft;reg_datum", ["source_id", "registration_kind", "registration_date"]),
    ],
)
def test_a_name_is_the_rest_where_the_given_name_stands_apart(head: str, found: list[str]) -> None:
    assert [each.field for each in guesses(head)] == found


@pytest.mark.parametrize(
    ("cells", "laws"),
    [
        (["Wpg art. 8", "AVG art. 6"], {Regime.WPG, Regime.AVG}),
        (["wet politiegegevens"], {Regime.WPG}),
        (["Wpg-verstrekking volgens een lange toelichting die van alles en nog wat zegt"], set()),
        (["swpg", "bavg"], set()),
    ],
)
def test_a_file_says_its_own_law_in_short_words(cells: list[str], laws: set[Regime]) -> None:
    table = opened(csv_of(cells, "grondslag"))
    assert laws_said(next(table.batches(), None)) == laws
    assert laws_said(None) == set()


def test_a_field_has_one_column() -> None:
    found = guesses("telefoon;mobiel", "0612345678;0687654321")
    assert [(each.field, each.reason) for each in found] == [
        ("phone", Reason.HEADER), ("", Reason.TAKEN)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "order", "is_known"),
    [
        (("17-05-1988", "04-05-1988"), DateOrder.DAY_FIRST, True),
        (("05/17/1988", "05/04/1988"), DateOrder.MONTH_FIRST, True),
        (("04-05-1988", "1990"), DateOrder.DAY_FIRST, False),
        (("1988-05-04", "1990"), DateOrder.DAY_FIRST, True),
    ],
)
def test_the_dates_tell_which_comes_first(
    dates: tuple[str, ...], order: DateOrder, is_known: bool
) -> None:
    (guess,) = guesses("geboortedatum", *dates)
    assert (guess.converter.dates, guess.is_order_known) == (order, is_known)
    assert ("aangenomen is de dag" in guess.sentence()) is not is_known
    assert ("taken is the day" in guess.sentence("en")) is not is_known


def test_a_guess_tells_how_much_fits() -> None:
    (guess,) = guesses("geboortedatum", "17-05-1988", "Vermeulen", "onbekend")
    assert guess.fits == 0.5


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_is_said_in_both_languages(reason: Reason) -> None:
    nl, en = SAID[reason]
    assert nl != en


def test_own_words_are_those_that_no_list_has_each_once() -> None:
    field, answer = fields()["exploitation"], fields()["reflection_period"]
    told = ["arbeid", "op straat; arbeid", "op straat", "onbekend", "", "krom, \u200bop straat"]
    assert own_words(told, field, Converter()) == ["op straat", "krom"]
    assert own_words(told, field, Converter(codes={"op straat": "other"})) == ["krom"]
    assert own_words(["ja", "misschien", "nee"], answer, Converter()) == ["misschien"]
    assert own_words(["misschien"], fields()["family_name"], Converter()) == []


def test_marks_are_what_stands_often_where_others_have_a_number() -> None:
    document, name, code = (fields()[each] for each in
                            ("document_number", "family_name", "exploitation"))  # fmt: skip
    numbers = {f"NX{n}": 1 for n in range(12)}
    told = {**numbers, "X": 11, "GEEN": 3, "zelden": 2, "onbekend": 9, "": 40}
    assert marks(told, document, Converter()) == ["X", "GEEN"]
    assert marks(told, document, Converter(codes={"X": "unknown"})) == ["GEEN"]
    assert marks({"X": 11, "Vos": 3, "Li": 5}, name, Converter()) == [], "names have no digits"
    assert marks({"A": 9, "B": 4, "12": 1}, document, Converter()) == [], "letters are usual here"
    assert marks({"X": 11, "1": 1}, code, Converter()) == []
    assert marks({}, document, Converter()) == []
    assert marks({"=X": 5, "12": 1}, document, Converter()) == [], "what is refused is no mark"
