"""What cannot be published is refused where it is made."""

from decimal import Decimal
from typing import Any

import pytest

from samen.core.errors import BadInput
from samen.core.publishing.nouns import Point, Series, Words
from tests.core.publishing.invented import dataset, victims


@pytest.mark.parametrize(
    "more",
    [{"value": Decimal(3)}, {"low": Decimal(1)}, {"high": Decimal(4)}, {"words": "drie"}],
    ids=str,
)
def test_what_is_not_shown_cannot_be_handed_over(more: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="not shown"):
        Point(2020, suppressed=True, **more)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_value_is_a_number(value: str) -> None:
    with pytest.raises(BadInput, match="is no number"):
        Point(2020, Decimal(value))


@pytest.mark.parametrize(("low", "high"), [(11, 20), (1, 9), (20, 1)])
def test_an_interval_holds_its_value(low: int, high: int) -> None:
    with pytest.raises(BadInput, match="interval of 2020"):
        Point(2020, Decimal(10), low=Decimal(low), high=Decimal(high))


def test_an_interval_needs_a_value() -> None:
    with pytest.raises(BadInput, match="interval"):
        Point(2020, low=Decimal(1), high=Decimal(2))


def test_a_publication_gives_a_year_one_value() -> None:
    points = (Point(2020, Decimal(1), vintage="a"), Point(2020, Decimal(2), vintage="a"))
    with pytest.raises(BadInput, match="two values for 2020"):
        Series("x", Words("X"), Words("personen"), points=points)


@pytest.mark.parametrize("code", ["", "a b", 'a"', "é", "a/b"])
def test_a_name_can_stand_in_an_address(code: str) -> None:
    with pytest.raises(BadInput, match="sign that an address cannot have"):
        Series(code, Words("X"), Words("personen"))


def test_a_dataset_names_each_series_once() -> None:
    with pytest.raises(BadInput, match="Two series are named victims"):
        dataset(victims(), victims())
