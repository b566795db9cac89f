"""Keys: the same person in two houses, however it was written down; nobody by a key of many."""

import pyarrow as pa
import pytest

from samen.core.exchange.keys import MOST_ALIKE, RULES, WORDS, keys_of
from samen.core.exchange.vocabulary import KeyClass
from samen.core.matching.columns import Column
from samen.core.matching.standardise import Standardised, standardised

FULL = {
    Column.GIVEN_NAME: "Ștefan", Column.FAMILY_NAME: "de Popescu", Column.BIRTH_DATE: "1988-05-07",
    Column.PHONE: "06-1234 5678", Column.DOCUMENT: "paspoort NX12O4567",
    Column.POSTCODE: "9999 XX", Column.HOUSE_NUMBER: "12 a", Column.CITY: "Ergens",
}  # fmt: skip


def shared(one: dict[Column, str], other: dict[Column, str]) -> set[KeyClass]:
    """The classes in which two records have the same key."""
    mine, theirs = (keys_of(records(each)) for each in (one, other))
    return {kind for kind in KeyClass if mine[kind].keys() & theirs[kind].keys()}


def records(*rows: dict[Column, str]) -> Standardised:
    columns = {name: pa.chunked_array([[row.get(name, "") for row in rows]]) for name in FULL}
    return standardised(columns, len(rows))


@pytest.mark.parametrize(
    ("changed", "left_out"),
    [
        ({}, set()),
        ({Column.GIVEN_NAME: "Popescu", Column.FAMILY_NAME: "Stefan"}, set()),
        ({Column.BIRTH_DATE: "7-5-1988", Column.PHONE: "+31612345678"}, set()),
        ({Column.BIRTH_DATE: "1988-07-05"}, set()),
        ({Column.DOCUMENT: "nx1204567"}, set()),
        ({Column.BIRTH_DATE: "1988-05-08"}, {KeyClass.NAME_AND_DATE, KeyClass.HOME_AND_DATE}),
        ({Column.PHONE: "0687654321"}, {KeyClass.PHONE_AND_YEAR, KeyClass.PHONE_AND_NAME}),
        ({Column.CITY: "Elders"}, {KeyClass.CITY_NAME_AND_YEAR}),
    ],
)
def test_a_person_is_found_by_what_stayed(
    changed: dict[Column, str], left_out: set[KeyClass]
) -> None:
    assert shared(FULL, {**FULL, **changed}) == set(KeyClass) - left_out


def test_a_date_for_an_unknown_day_is_no_key() -> None:
    first = {**FULL, Column.BIRTH_DATE: "1988-01-01"}
    assert not shared(first, first) & {KeyClass.NAME_AND_DATE, KeyClass.HOME_AND_DATE}


def test_a_key_of_many_says_nothing_and_is_left_out() -> None:
    assert len(keys_of(records(*[FULL] * MOST_ALIKE))[KeyClass.DOCUMENT]) == 1
    assert not any(keys_of(records(*[FULL] * (MOST_ALIKE + 1))).values())


def test_nothing_known_gives_no_key() -> None:
    assert not any(keys_of(records({})).values())


def test_every_key_is_told_in_two_languages() -> None:
    assert set(WORDS) == set(RULES) == set(KeyClass)
    assert len({words for pair in WORDS.values() for words in pair}) == 2 * len(KeyClass)
