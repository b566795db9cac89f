"""A chart in words says what its numbers say, and nothing that they do not."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samen.core.publishing.finding import finding, text_alternative
from samen.core.publishing.nouns import Definition, Point, Series, Target, Words
from samen.core.terms import Direction, FigureMethod
from tests.core.publishing.invented import victims

RISES = ("stijging", "rise")
FALLS = ("daling", "fall")


def series(*points: Point, unit: str = "personen", **more: Any) -> Series:
    return Series("x", Words("Meldingen", "Reports"), Words(unit), points=points, **more)


def values(*numbers: int, first: int = 2019, vintage: str = "") -> tuple[Point, ...]:
    return tuple(
        Point(year, Decimal(n), vintage=vintage) for year, n in enumerate(numbers, start=first)
    )


def estimate(year: int, value: int, low: int, high: int) -> Point:
    return Point(year, Decimal(value), low=Decimal(low), high=Decimal(high),
                 method=FigureMethod.ESTIMATED)  # fmt: skip


def test_a_fall_is_told_with_both_numbers() -> None:
    told = finding(series(*values(1372, 1013)))
    assert told == "Van 1.372 in 2019 naar 1.013 in 2020: een daling van 26%."
    told = finding(series(*values(1372, 1013)), dutch=False)
    assert told == "From 1,372 in 2019 to 1,013 in 2020: a fall of 26%."


def test_the_whole_of_a_series_in_words() -> None:
    assert text_alternative(victims()) == (
        "Geregistreerde mogelijke slachtoffers (personen). Van 880 in 2018 naar 1.013 in 2020: "
        "een stijging van 15%. Hoogste: 1.372 in 2019. Voor 2018 zijn er verschillende cijfers: "
        "880 volgens Jaarbeeld 2020 en 870 volgens Jaarbeeld 2018. Voor 2020: 6.100 (geschat, "
        "5.400 tot 7.000). Vanaf 2019 geldt een andere definitie; ervoor en erna is niet te "
        "vergelijken. Doel voor 2022: 900. Niet getoond, om personen te beschermen: 2016."
    )


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=8))
def test_a_rise_is_never_told_of_what_fell(numbers: list[int]) -> None:
    for dutch in (True, False):
        told = text_alternative(series(*values(*numbers)), dutch=dutch)
        rose, fell = RISES[not dutch] in told, FALLS[not dutch] in told
        assert (rose, fell) == (numbers[-1] > numbers[0], numbers[-1] < numbers[0])


@given(st.integers(1, 900), st.integers(1, 900), st.integers(0, 300), st.integers(0, 300))
def test_nothing_rose_where_intervals_overlap(one: int, other: int, wide: int, wider: int) -> None:
    first = estimate(2019, one, one - wide, one + wide)
    last = estimate(2020, other, other - wider, other + wider)
    told = finding(series(first, last), dutch=False)
    apart = abs(one - other) > wide + wider
    assert ("a rise" in told or "a fall" in told) == (apart or "whether" in told)
    assert ("whether" in told) == (not apart and one != other)


def test_an_estimate_without_interval_tells_no_change() -> None:
    points = (Point(2019, Decimal(5), method=FigureMethod.ESTIMATED),
              Point(2020, Decimal(9), method=FigureMethod.ESTIMATED))  # fmt: skip
    assert "zonder marges niet te zeggen" in finding(series(*points))


def test_two_publications_are_not_one_course() -> None:
    told = finding(series(*values(1372, vintage="a"), *values(984, first=2020, vintage="b")))
    assert told == "2020: 984."


def test_a_share_changes_by_points() -> None:
    told = finding(series(*values(20, 25), unit="%"))
    assert told.endswith("een stijging van 5 procentpunt.")


def test_a_small_change_is_no_zero() -> None:
    assert "een daling van minder dan 1%" in finding(series(*values(10_000, 9_999)))


def test_from_nothing_there_is_no_percentage() -> None:
    assert finding(series(*values(0, 5))) == "Van 0 in 2019 naar 5 in 2020: een stijging."


def test_a_target_is_reached_in_the_way_it_is_meant() -> None:
    fewer = series(*values(9, 7), targets=(Target(2020, Decimal(8)),), direction=Direction.DOWN)
    assert "Doel voor 2020: 8, gehaald." in text_alternative(fewer)
    more = replace(fewer, direction=Direction.UP)
    assert "Doel voor 2020: 8, niet gehaald." in text_alternative(more)
    neither = replace(fewer, direction=Direction.NEITHER)
    assert "Doel voor 2020: 8." in text_alternative(neither)


def test_a_replaced_target_is_not_told() -> None:
    told = series(*values(9, 7), targets=(Target(2020, Decimal(8), replaced=True),))
    assert "Doel" not in text_alternative(told)


def test_a_definition_that_changed_outside_the_numbers_is_no_break() -> None:
    definitions = (Definition(1, Words("a"), 2000), Definition(2, Words("b"), 2010))
    assert "definitie" not in text_alternative(series(*values(9, 7), definitions=definitions))


def test_without_numbers_there_is_nothing_to_say() -> None:
    hidden = series(Point(2020, suppressed=True))
    assert finding(hidden) == ""
    assert "Er zijn geen getallen." in text_alternative(hidden)
