"""Dutch is complete: every text, no old ones, and with the same places for values."""

import re
from collections.abc import Iterable

import pytest

from samen.site import texts

PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


@pytest.mark.parametrize("room", texts.rooms())
def test_every_text_has_dutch_and_none_is_left_over(room: str) -> None:
    wanted = {text if isinstance(text, str) else text[0] for text in texts.texts_of(room)}
    there = {_first(message.id) for message in texts.read_catalogue(room) if message.id}
    assert there == wanted, "run: python -m samen.site.texts"


@pytest.mark.parametrize("room", texts.rooms())
def test_no_translation_is_empty_or_doubtful(room: str) -> None:
    catalogue = texts.read_catalogue(room)
    for message in catalogue:
        if message.id:
            assert all(_all(message.string)), message.id
            assert not message.fuzzy, message.id
    assert not catalogue.obsolete


@pytest.mark.parametrize("room", texts.rooms())
def test_places_for_values_are_the_same(room: str) -> None:
    for message in texts.read_catalogue(room):
        if message.id:
            for dutch in _all(message.string):
                assert _places(dutch) == _places(_all(message.id)[-1]), message.id


def test_one_text_has_one_dutch_in_all_rooms() -> None:
    known: dict[str, str] = {}
    for room in texts.rooms():
        for message in texts.read_catalogue(room):
            if message.id:
                dutch = _first(message.string)
                assert known.setdefault(_first(message.id), dutch) == dutch, message.id


def test_bringing_up_to_date_keeps_what_was_translated() -> None:
    before = texts.catalogue_file("site").read_bytes()
    assert texts.bring_up_to_date("site") == []
    assert texts.catalogue_file("site").read_bytes() == before


def _all(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else [str(part) for part in text or ()]


def _first(text: str | Iterable[str] | None) -> str:
    return _all(text)[0]


def _places(text: str) -> set[str]:
    return set(PLACE.findall(text))
