"""Two series that look alike are shown with what makes them different."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from samen.core.publishing.comparison import beside, compare, difference
from samen.core.publishing.nouns import Definition, Point, Series, Words
from samen.core.terms import FigureMethod


def series(**more: Any) -> Series:
    points = tuple(
        Point(year, Decimal(value), vintage="Jaarbeeld", definition=1)
        for year, value in ((2019, 1372), (2020, 1013))
    )
    whole = Series("a", Words("Meldingen", "Reports"), Words("personen", "persons"),
                   definitions=(Definition(1, Words("Wie is gemeld."), 2010),),
                   points=points)  # fmt: skip
    return replace(whole, **more)


def with_points(**more: Any) -> Series:
    return series(points=tuple(replace(point, **more) for point in series().points))


def test_two_series_of_one_kind_have_no_warning() -> None:
    compared = compare(series(), series(code="b"))
    assert compared.warnings == ()
    assert [year for year, _one, _other in compared.rows] == [2019, 2020]
    assert [difference(one, other) for _year, one, other in compared.rows] == [0, 0]


def test_another_definition_is_told_in_full() -> None:
    other = series(definitions=(Definition(1, Words("Wie is geholpen."), 2010),))
    assert compare(series(), other).warnings == (
        "Zij tellen niet hetzelfde: “Wie is gemeld.” / “Wie is geholpen.”",
    )


def test_units_methods_and_publications_that_differ_are_told() -> None:
    assert compare(series(), series(unit=Words("meldingen", "reports")), dutch=False).warnings == (
        "The units differ: persons / reports.",
    )
    assert compare(series(), with_points(method=FigureMethod.COUNTED)).warnings == (
        "De cijfers kwamen anders tot stand: opgegeven / geteld.",
    )
    assert compare(series(), with_points(vintage="Monitor")).warnings == (
        "De cijfers komen uit verschillende publicaties: Jaarbeeld / Monitor.",
    )


def test_a_series_without_definition_or_numbers_is_told() -> None:
    assert "niet vastgelegd wat zij telt" in compare(series(), series(definitions=())).warnings[0]
    assert compare(series(), series(points=())).warnings == (
        "Een van de reeksen heeft geen getallen.",
    )


def test_years_apart_are_told() -> None:
    later = series(points=(Point(2021, Decimal(1), vintage="Jaarbeeld", definition=1),))
    assert "Geen jaar staat in beide." in compare(series(), later).warnings


def test_what_is_not_shown_is_not_compared() -> None:
    (first, second) = series().points
    hidden = replace(second, value=None, suppressed=True)
    compared = compare(series(points=(first, hidden)), series())
    assert compared.rows[1][1] is None
    assert [difference(one, other) for _year, one, other in compared.rows] == [0, None]


def test_of_a_series_with_a_publication_a_year_all_years_are_compared_and_none_joined() -> None:
    yearly = replace(
        series(code="b"),
        points=tuple(replace(p, vintage=f"Jaarbeeld {p.year}") for p in series().points),
    )
    compared = compare(series(), yearly)
    assert [other and other.value for _year, _one, other in compared.rows] == [1372, 1013]
    assert compared.warnings == (
        "De jaren van “Meldingen” komen uit 2 publicaties, van elk jaar de nieuwste.",
    )
    assert beside(series(), yearly) is None


def test_two_series_are_drawn_in_one_where_their_units_are_one() -> None:
    drawn = beside(series(), series(code="b"))
    assert drawn is not None
    assert {(point.vintage, point.year) for point in drawn.points} == {
        (code, year) for code in "ab" for year in (2019, 2020)
    }
    assert beside(series(), series(code="b", unit=Words("zaken"))) is None
