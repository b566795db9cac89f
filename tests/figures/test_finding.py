"""The sentence on top of a series says what its numbers say, and compares like with like."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.terms import FigureMethod
from samen.figures.finding import finding, percent
from samen.figures.models import Release
from samen.figures.queries_of_releases import Published
from samen.programme.values import FigureState


def value(year: int, number: int | None, vintage: str = "1", breakdown: str = "",
          definition: int = 1, gone: bool = False) -> Published:  # fmt: skip
    state = FigureState(
        id=year, indicator=1, code="x", name="X", unit="", year=year, until_year=year,
        breakdown=breakdown, value=None if number is None else Decimal(number), words="veel",
        publication="P", published_on=None, vintage=vintage, definition="",
        definition_version=definition, method=FigureMethod.COUNTED, certainty="", source="",
        supersedes=None, superseded_by=None,
    )  # fmt: skip
    return Published(state, Release(), None, None, "", gone)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_more_is_never_called_fewer(now: int, then: int) -> None:
    found = finding([value(2019, then), value(2020, now)])
    assert found is not None
    assert found.change is not None
    assert (found.change > 0) <= (now > then)
    assert (found.change < 0) <= (now < then)


def test_the_letters_own_years() -> None:
    assert percent(Decimal(1013), Decimal(1372)) == -26
    found = finding([value(2019, 1372), value(2020, 1013)])
    assert found is not None
    assert (found.last.value, found.fewer) == (Decimal(1013), 26)


@pytest.mark.parametrize(
    "before",
    [value(2019, 10, "2"), value(2018, 10), value(2019, 10, definition=2), value(2019, 0),
     value(2019, 10, breakdown="sex: female"), value(2019, 10, gone=True), value(2019, None)],
)  # fmt: skip
def test_what_cannot_be_compared_is_not(before: Published) -> None:
    found = finding([before, value(2020, 20)])
    assert found is not None
    assert (found.last.year, found.change) == (2020, None)


def test_without_a_total_there_is_no_finding() -> None:
    assert finding([]) is None
    assert finding([value(2020, 20, breakdown="sex: female")]) is None
