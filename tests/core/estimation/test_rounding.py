"""No more digits than the interval carries, and none so few that a limit becomes zero."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.estimation.answer import Answer
from samen.core.estimation.existence import Status
from samen.core.estimation.rounding import beside, in_parts, said, two_digits


def answer(total: float, low: float | None = None, high: float | None = None) -> Answer:
    return Answer("main", Status.OK, total, low, high)


@pytest.mark.parametrize(
    ("given_answer", "expected"),
    [
        (answer(11312.6, 9187.2, 26995.0), "11.000 (9.000 – 27.000)"),
        (answer(11312.6, 10012.2, 14395.0), "11.300 (10.000 – 14.400)"),
        (answer(2483.1), "ca. 2.500"),
        (answer(75380.0, 3107.0, 2.02e6), "80.000 (3.100 – 2.000.000)"),
        (answer(1184.0, 721.0, math.inf), "1.200 (720 – ∞)"),
        (answer(12.2, 11.9, 12.9), "12 (12 – 13)"),
    ],
)
def test_an_estimate_is_said_as_its_interval_allows(given_answer: Answer, expected: str) -> None:
    assert said(given_answer) == expected


def test_a_limit_has_no_digits_that_another_seed_would_change() -> None:
    found = replace(answer(11313, 9508, 16995), errors=(16.0, 242.0))
    assert said(found) == "11.300 (9.500 – 17.000)"
    assert said(replace(found, high=16858)) == said(replace(found, high=17366)) == said(found)
    assert said(replace(found, errors=(3000.0, math.inf))) == "11.300 (10.000 – 17.000)"


def test_english_has_commas() -> None:
    assert said(answer(11312.6, 10012.2, 14395.0), ",") == "11,300 (10,000 – 14,400)"


@given(st.floats(10, 1e9), st.floats(1, 50), st.floats(1, 1e6))
def test_no_limit_is_rounded_away(low: float, up: float, more: float) -> None:
    """However wide the interval: its low limit is not moved by more than a tenth."""
    total = low * up
    said_low = int(in_parts(answer(total, low, total * more))[1].replace(".", ""))
    assert said_low == pytest.approx(low, rel=0.1, abs=0.5)


@given(st.floats(1, 1e12))
def test_two_digits_are_two_digits(value: float) -> None:
    digits = str(two_digits(value)).rstrip("0")
    assert len(digits) <= 2
    assert two_digits(value) == pytest.approx(value, rel=0.5 if value < 10 else 0.051)


def test_another_number_is_as_exact_as_the_interval_lets_it_be() -> None:
    """The interval of 1,000 steps in tens; without one two digits; never more than three."""
    wide = Answer("", Status.OK, 11_300, 9_900, 22_000)
    narrow = Answer("", Status.OK, 20_000, 19_600, 20_290)
    assert beside(wide, 12_345) == "12.000"
    assert beside(narrow, 12_345) == "12.300"
    assert beside(narrow, 123_456) == "123.000"
    assert beside(Answer("", Status.OK, 20_000), 12_345) == "12.000"
    assert beside(narrow, float("inf")) == "∞"
    assert beside(Answer("", Status.OK, 50, 20, float("inf")), 64) == "60"


def test_a_limit_of_which_little_is_sure_keeps_two_digits() -> None:
    """With few replicates the error of a limit can be as large as the limit."""
    answer = Answer("", Status.OK, 690.0, 670.0, 734.0, errors=(3.0, 900.0))
    assert in_parts(answer) == ("690", "670", "730")
