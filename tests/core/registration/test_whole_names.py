"""A whole name falls into given names, prefix and family name, however the list turns it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from samen.core.registration.whole_names import split_name, telling_names
from tests.core.registration.given import checked, csv_of

PREFIXES = ["", "van", "de", "van der", "van 't", "in de", "ten"]
WORDS = some.sampled_from(["Anna", "Bogdan", "Jansen", "Vermeulen", "Okonkwo", "Petrov", "Vries"])


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("Jansen, A. van der", ("A.", "van der", "Jansen")),
        ("A. van der Jansen", ("A.", "van der", "Jansen")),
        ("van der Jansen, A.", ("A.", "van der", "Jansen")),
        ("JANSEN, A. VAN DER", ("A.", "VAN DER", "JANSEN")),
        ("Vries, de", ("", "de", "Vries")),
        ("P. in ’t Veld", ("P.", "in ’t", "Veld")),
        ("A. Jansen-de Vries", ("A.", "", "Jansen-de Vries")),
        ("Anna Jansen - de Vries", ("Anna", "", "Jansen-de Vries")),
        ("Anna Maria Jansen", ("Anna Maria", "", "Jansen")),
        ("Anna El Amrani", ("Anna", "", "El Amrani")),
        ("Nguyen Van An", ("Nguyen Van", "", "An")),
        ("Do, Van", ("Van", "", "Do")),
        ("Jansen", ("", "", "Jansen")),
        ("Jansen,", ("", "", "Jansen")),
    ],
)
def test_a_name_falls_into_its_parts(whole: str, parts: tuple[str, str, str]) -> None:
    assert tuple(split_name(whole)) == parts


@given(some.lists(WORDS, min_size=1, max_size=3), some.sampled_from(PREFIXES), WORDS)
def test_the_three_ways_to_write_a_name_come_to_one(
    names: list[str], prefix: str, family: str
) -> None:
    first = " ".join(names)
    ways = (f"{first} {prefix} {family}", f"{family}, {first} {prefix}",
            f"{prefix} {family}, {first}")  # fmt: skip
    assert {tuple(split_name(" ".join(way.split()))) for way in ways} == {(first, prefix, family)}


@given(some.text(max_size=60).map(lambda text: " ".join(text.split())))
def test_no_word_of_a_name_is_lost_or_made(whole: str) -> None:
    said = " ".join(split_name(whole)).replace("-", " ").split()
    assert sorted(said) == sorted(whole.replace(",", " ").replace("-", " ").split())


def test_a_file_with_whole_names_gives_parts_that_know_where_they_stand() -> None:
    rows = ["1;Jansen, A. van der", "2;onbekend", "3;Petrov", "4;=1+1"]
    _check, (batch,) = checked(csv_of(rows, "registratienummer;volledige naam"))
    found = {row.number: row.values for row in batch.rows()}
    said = {number: [values[name].normal for name in ("given_names", "family_name_prefix",
                                                      "family_name")]
            for number, values in found.items()}  # fmt: skip
    assert said == {2: ["A.", "van der", "Jansen"], 3: ["", "", ""], 4: ["", "", "Petrov"]}
    assert {values["family_name"].state for values in found.values()} == {"known", "unknown"}
    assert (found[2]["given_names"].raw, found[2]["given_names"].column) == (
        "Jansen, A. van der", "volledige naam",
    )  # fmt: skip
    assert batch.table()["raw"].to_pylist()[0] == (
        '{"registratienummer": "1", "volledige naam": "Jansen, A. van der"}'
    )
    assert "full_name" not in batch.table()["values"].to_pylist()[0]


def test_what_has_a_column_of_its_own_keeps_it() -> None:
    head = "registratienummer;hele naam;voornaam"
    _check, (batch,) = checked(csv_of(["1;A. van der Jansen;Anna"], head))
    (row,) = batch.rows()
    names = ("given_names", "family_name_prefix", "family_name")
    assert [row.values[name].normal for name in names] == ["Anna", "van der", "Jansen"]


def test_names_of_most_words_are_looked_at_first() -> None:
    found = telling_names(["Jansen", "A. van der Jansen", "onbekend", "Jansen", "A. Petrov"])
    assert [whole for whole, _parts in found] == ["A. van der Jansen", "A. Petrov", "Jansen"]
