"""Ids stay with persons; columns are recognised."""

import numpy as np
import pytest

from samen.core.errors import BadInput
from samen.core.matching.columns import Column, recognised
from samen.core.matching.entities import entity_ids, minted


def test_ids_are_new_and_repeatable() -> None:
    assert minted(1000, 1) == minted(1000, 1)
    assert len(set(minted(1000, 1))) == 1000
    assert set(minted(10, 1)).isdisjoint(minted(10, 2))


def test_an_id_is_carried_over_when_records_arrive() -> None:
    first = dict(zip("abcd", entity_ids(np.array([0, 0, 2, 3]), list("abcd"), {}, 1), strict=True))
    again = entity_ids(np.array([0, 1, 1, 3, 4]), list("xabcd"), first, 2)
    assert again[1:3] == [first["a"], first["b"]]
    assert again[3:] == [first["c"], first["d"]]
    assert again[0] not in first.values()


def test_a_split_keeps_the_id_where_most_records_are() -> None:
    again = entity_ids(np.array([0, 1, 1]), list("abc"), dict.fromkeys("abc", "old"), 1)
    assert again[1:] == ["old", "old"]
    assert again[0] != "old"


def test_a_merge_keeps_the_id_of_most_records() -> None:
    before = {"a": "one", "b": "two", "c": "two"}
    assert entity_ids(np.array([0, 0, 0]), list("abc"), before, 1) == ["two"] * 3


def test_columns_are_recognised_in_dutch_and_english() -> None:
    found = recognised(["Voornaam", "GEBOORTE-DATUM", "Surname", "tel.", "kleur"], {})
    assert found == {
        Column.GIVEN_NAME: "Voornaam",
        Column.BIRTH_DATE: "GEBOORTE-DATUM",
        Column.FAMILY_NAME: "Surname",
        Column.PHONE: "tel.",
    }


def test_what_the_user_maps_wins() -> None:
    found = recognised(["naam", "voornaam"], {"family_name": "naam"})
    assert found == {Column.FAMILY_NAME: "naam", Column.GIVEN_NAME: "voornaam"}


@pytest.mark.parametrize("given", [{"colour": "a"}, {"city": "b"}, {}])
def test_a_column_that_is_not_there_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        recognised(["a", "nationaliteit"], given)
