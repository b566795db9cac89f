"""Errors in one text: they change what they should, and never break it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.simulation import mistakes
from tests.core.simulation.lists import world

NUMBERS = st.integers(0, 2**64 - 1)
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéłș -'", min_size=2, max_size=30)
DATES = st.dates(date(1930, 1, 1), date(2015, 12, 31)).map(date.isoformat)


@given(WORDS, NUMBERS)
def test_a_slip_changes_at_most_two_signs(text: str, number: int) -> None:
    found = mistakes.typed(text, number)
    assert abs(len(found) - len(text)) <= 1
    assert found[:1] == text[:1]


@given(DATES, NUMBERS)
def test_a_wrong_date_is_still_a_date(text: str, number: int) -> None:
    for mistake in (mistakes.other_date, mistakes.swapped_date, mistakes.other_year):
        assert date.fromisoformat(mistake(text, number)).isoformat()
    assert mistakes.other_date(text, number) != text


@given(st.from_regex(r"[A-Z]{2}[0-9]{7}", fullmatch=True), NUMBERS)
def test_a_wrong_digit_keeps_the_letters(text: str, number: int) -> None:
    found = mistakes.other_digit(text, number)
    assert (found[:2], len(found)) == (text[:2], 9)


@given(st.integers(10_000_000, 99_999_999), NUMBERS)
def test_a_phone_is_the_same_however_it_is_written(digits: int, number: int) -> None:
    found = mistakes.phone_otherwise(f"+316{digits}", number)
    assert "".join(filter(str.isdecimal, found)).endswith(str(digits))
    assert mistakes.phone_otherwise(f"+480{digits}", number).replace(" ", "").endswith(str(digits))


@pytest.mark.parametrize(
    ("group", "text", "found"),
    [("BG", "Tsvetkov", {"Cvetkov", "Tsvetkoff", "Tsvetxov"}), ("VN", "Nguyễn", {"Nguyen"}),
     ("SY", "Mohammed", {"Muhammad"}), ("UA", "Serhii", {"Sergei"}), ("PL", "Wójcik", {"Wujcik"})],
)  # fmt: skip
def test_names_are_romanised_by_the_rules_of_their_language(
    group: str, text: str, found: set[str]
) -> None:
    spelled = {world().respelling[group](text, number) for number in range(60)}
    assert spelled & found


def test_a_text_without_a_rule_stays() -> None:
    assert mistakes.Respelling((("q", "k"),))("Anna", 5) == "Anna"


@pytest.mark.parametrize(
    ("text", "plain"), [("Łącka", "Lacka"), ("Nguyễn Đức", "Nguyen Duc"), ("Țurcanu", "Turcanu")]
)
def test_signs_on_letters_are_lost(text: str, plain: str) -> None:
    assert mistakes.plain(text) == plain
