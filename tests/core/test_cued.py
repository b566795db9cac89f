"""A pattern tried by its cues finds what Python finds with it."""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from samen.core.cued import Cued
from samen.core.reading import (
    action_words,
    promise_papers,
    promise_questions,
    promise_words,
    series,
    trend_words,
    unsure_numbers,
)

_MODULES = (action_words, promise_papers, promise_questions, promise_words, series)
_LETTERS = sorted((Path(__file__).parents[1] / "letters/truth/dev").glob("*.txt"))[::10]


def _used() -> Iterator[Cued]:
    """Every pattern of the reader that is tried by its cues."""
    for value in chain.from_iterable(vars(module).values() for module in _MODULES):
        if isinstance(value, Cued):
            yield value
    yield from (value.pattern for value in trend_words.WORD_VALUES)
    yield from unsure_numbers.UNSURE


@pytest.mark.parametrize("letter", _LETTERS, ids=lambda path: path.stem)
def test_the_readers_own_patterns_find_the_same(letter: Path) -> None:
    text = " ".join(letter.read_text(encoding="utf-8").split())
    pieces = re.split(r"(?<=[.;:])\s", text)
    for pattern in _used():
        plain = re.compile(pattern.pattern, pattern.flags)
        for piece in pieces:
            mine, theirs = pattern.search(piece), plain.search(piece)
            assert (mine and mine.span()) == (theirs and theirs.span()), pattern.pattern[:80]


@pytest.mark.parametrize(
    "pattern",
    [
        r"geen|niet\b",
        r"\bin\s+kaart\b|\bkaart(?:en)?\b",
        r"(?:aan|op)gezet|[|)(]x|\|y",
        r"a(?:b|cd)+e|\d+",
        r"(?P<one>twee)\s|drie",
        r"(?<!on)duidelijk|(?=.*klaar)is",
        r"ÉÉN|[^]|]z",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "Niet in kaart, geen kaarten.",
        "AANGEZET |y )x",
        "abcde 12 twee drie",
        "onduidelijk is het klaar één ]z",
    ],
)
def test_each_kind_of_turn_is_found_where_python_finds_it(pattern: str, text: str) -> None:
    mine, plain = Cued(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    for start in (0, 3):
        found, wanted = mine.search(text, start, 25), plain.search(text, start, 25)
        assert (found and found.span()) == (wanted and wanted.span())
    assert [hit.span() for hit in mine.finditer(text)] == [
        hit.span() for hit in plain.finditer(text)
    ]
    assert mine.sub("-", text) == plain.sub("-", text)
