"""An indicator of the programme as a series: what stands, and from when a definition holds."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from samen.core.publishing.finding import text_alternative
from samen.core.publishing.nouns import Point
from samen.core.terms import Direction, FigureMethod
from samen.programme.series import as_series
from samen.programme.values import FigureState, IndicatorFacts

FACTS = IndicatorFacts(code="bedden", unit="bedden", direction=Direction.UP)


def figure(year: int, value: str | None, *, definition: int = 1, breakdown: str = "totaal",
           vintage: str = "") -> FigureState:  # fmt: skip
    return FigureState(
        id=year, indicator=1, code="bedden", name="Bedden", unit="bedden", year=year,
        until_year=year, breakdown=breakdown, value=None if value is None else Decimal(value),
        words="" if value else "veel", publication="Brief", published_on=None, vintage=vintage,
        definition="", definition_version=definition, method=FigureMethod.REPORTED, certainty="",
        source="Brief, bladzijde 3", supersedes=None, superseded_by=None,
    )  # fmt: skip


def test_what_was_superseded_or_withdrawn_is_not_in_a_series() -> None:
    there = figure(2019, "4.0000")
    gone = replace(figure(2020, "5"), withdrawn_at=datetime(2022, 1, 1, tzinfo=UTC))
    old = replace(figure(2021, "6"), superseded_by=9)
    made = as_series("Bedden", FACTS, figures=[there, gone, old], targets=[], definitions=[])
    assert [(each.year, str(each.value), each.breakdown) for each in made.points] == [
        (2019, "4", "")
    ]


def test_a_definition_holds_from_the_first_year_that_it_counts() -> None:
    known = [(1, "Bedden.", 0), (2, "Bedden en plaatsen.", 0), (3, "Nog niet gebruikt.", 0)]
    figures = [figure(2018, "4"), figure(2019, "5"), figure(2020, "9", definition=2)]
    made = as_series("Bedden", FACTS, figures=figures, targets=[], definitions=known)
    assert [each.since for each in made.definitions] == [2018, 2020, 0]
    assert "Vanaf 2020 geldt een andere definitie" in text_alternative(made)
    known[1] = (2, "Bedden en plaatsen.", 2019)
    told = as_series("Bedden", FACTS, figures=figures, targets=[], definitions=known)
    assert [each.since for each in told.definitions] == [2018, 2019, 0]


def test_a_definition_that_counted_all_years_again_is_no_break() -> None:
    known = [(1, "Bedden.", 0), (2, "Bedden en plaatsen.", 0)]
    again = [figure(year, "9", definition=2, vintage="Later") for year in (2017, 2018, 2019)]
    made = as_series("Bedden", FACTS, figures=[figure(2018, "4"), *again], targets=[],
                     definitions=known)  # fmt: skip
    assert "andere definitie" not in text_alternative(made)


def test_of_two_values_of_one_publication_a_shown_one_stands() -> None:
    hidden = Point(2019, vintage="Brief", definition=1, suppressed=True)
    made = as_series("Bedden", FACTS, figures=[figure(2019, "4")], targets=[], definitions=[],
                     intervals={2019: (3, 6)}, hidden=(hidden,))  # fmt: skip
    (point,) = made.points
    assert (point.suppressed, point.low, point.high) == (False, Decimal(3), Decimal(6))
