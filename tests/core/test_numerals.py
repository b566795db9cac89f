"""Numbers in words and digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.numerals import find_numbers, parse_number, say_number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.372", "1372"), ("10,5", "10.5"), ("2.5", "2.5"), ("1,372,000", "1372000"),
        ("1.372,50", "1372.50"), ("1,250.75", "1250.75"), ("twaalf", "12"), ("tweeëntwintig", "22"),
        ("tweehonderdvijftig", "250"), ("vijftienhonderd", "1500"), ("tweeduizend", "2000"),
        ("tweetal", "2"), ("half", "0.5"), ("anderhalf", "1.5"), ("een kwart", "0.25"),
        ("een derde", "0.3333"), ("10,5 miljoen", "10500000"), ("2 mld.", "2000000000"),
        ("seven", "7"), ("een half", "0.5"), ("honderdtal", "100"),
    ],
)  # fmt: skip
def test_words_are_a_number(words: str, value: str) -> None:
    assert parse_number(words) == Decimal(value)


@pytest.mark.parametrize("words", ["aantal", "totaal", "1.2.3", "12.34.567", "", "digitaal", "²"])
def test_other_words_are_none(words: str) -> None:
    assert parse_number(words) is None


def test_a_comma_follows_the_language() -> None:
    assert parse_number("1,372", english=True) == 1372
    assert parse_number("1,372") == Decimal("1.372")


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Een loket en één team hielpen 1.372 mensen.", ["1", "1372"]),
        ("Covid-19, artikel 273f, een F-16, A4 en 24/7 tellen niet.", []),
        ("De dienst acht het nodig; acht zaken lopen.", ["8"]),
        ("In acht nemen is iets anders.", []),
        ("Tussen 15-20 mensen en 10 000 slachtoffers.", ["15", "20", "10000"]),
        ("Een half miljoen mensen en een kwart van de steden.", ["500000", "0.25"]),
        ("Zie https://voorbeeld.nl/2020/12 en mail 12@voorbeeld.nl.", []),
        ("The programme reached 1,372 of the 2,500 victims.", ["1372", "2500"]),
    ],
)
def test_numbers_in_a_sentence(sentence: str, values: list[str]) -> None:
    assert [found.value for found in find_numbers(sentence)] == [Decimal(v) for v in values]


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_numbers(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_a_printed_number_reads_back(whole: int, hundredths: int) -> None:
    number = Decimal(whole) + Decimal(hundredths) / 100
    assert parse_number(say_number(number)) == number
