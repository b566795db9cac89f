"""What is doubted of a published series, and that a series that adds up is not."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from samen.core.errors import BadInput
from samen.core.publishing.doubts import SENTENCES, Doubted, doubts
from samen.core.publishing.nouns import Point, Series, Words


def series(points: Sequence[Point], unit: str = "personen") -> Series:
    return Series("reeks", Words("Reeks"), Words(unit), points=tuple(points))


def point(year: int, value: str, part: str = "", vintage: str = "A", *, until: int = 0,
          definition: int = 1, words: str = "") -> Point:  # fmt: skip
    return Point(year, Decimal(value), until=until, breakdown=part, vintage=vintage,
                 definition=definition, words=words)  # fmt: skip


def said(
    points: Sequence[Point], *, unit: str = "personen", base: Sequence[Point] = ()
) -> list[str]:
    of = series(base) if base else None
    return [doubt.sentences[0].format(**doubt.values) for doubt in doubts(series(points, unit), of)]


def test_parts_that_exceed_their_total_are_told_and_parts_below_it_are_not() -> None:
    parts = [point(2020, "231", "vorm: a"), point(2020, "146", "vorm: b")]
    assert said([point(2020, "373"), *parts]) == [
        "2020: the parts add up to 377, the total is 373 (A)."
    ]
    assert said([point(2020, "400"), *parts]) == []
    two_splits = [point(2020, "200", "sekse: v"), point(2020, "170", "sekse: m")]
    assert said([point(2020, "377"), *parts, *two_splits]) == []
    assert said([point(2020, "373"), *(point(2020, "300", f"vorm: {n}", "B") for n in "ab")]) == []


def test_a_total_of_years_is_the_sum_of_some_edition_of_them() -> None:
    years = [point(2019, "1372"), point(2019, "1334", vintage="B"), point(2020, "1013")]
    assert said([*years, point(2019, "2385", until=2020)]) == []
    assert said([*years, point(2019, "2347", until=2020)]) == []
    assert said([*years, point(2019, "2400", until=2020)]) == [
        "2019-2020: its years add up to 2.385, the total is 2.400 (A)."
    ]


def test_two_vintages_and_two_definitions_in_one_comparison_are_told() -> None:
    assert said([point(2019, "1372"), point(2020, "984", vintage="B")]) == [
        "2019 stands in A and 2020 in B; no publication has both."
    ]
    assert (
        said([point(2019, "1"), point(2019, "2", vintage="B"), point(2020, "3", vintage="B")]) == []
    )
    assert said([point(2019, "1"), point(2020, "2", definition=2)]) == [
        "2019 is counted by definition 1 and 2020 by definition 2."
    ]
    assert said([point(2018, "1"), point(2020, "2", vintage="B", definition=2)]) == []


@pytest.mark.parametrize(("share", "base", "right"), [
    ("72", "958", True), ("21.7", "958", True), ("100", "12", True), ("25", "7", False),
    ("33.4", "150", False), ("33.3", "150", True), ("120", "150", False), ("45.85", "958", False),
])  # fmt: skip
def test_a_share_is_that_of_a_whole_number_of_its_base(share: str, base: str, right: bool) -> None:
    found = said([point(2020, share, "vrouw")], unit="procent", base=[point(2020, base)])
    assert (found == []) is right
    assert all(base in each and "is no whole number" in each for each in found)


def test_a_share_may_be_of_any_edition_of_its_base() -> None:
    bases = [point(2020, "7"), point(2020, "8", vintage="B")]
    assert said([point(2020, "25", "vrouw")], unit="procent", base=bases) == []


def test_a_change_follows_from_its_base() -> None:
    bases = [point(2019, "106"), point(2020, "160")]
    rise = [point(2020, "51", words="+51%")]
    assert said(rise, unit="procent", base=bases) == []
    assert said([point(2020, "70", words="+70%")], unit="procent", base=bases) == [
        "2020: 70% does not follow from 106 and 160."
    ]
    assert said([point(2019, "70", words="+70%")], unit="procent", base=bases) == []


def test_a_base_in_percent_is_refused() -> None:
    with pytest.raises(BadInput, match="itself in percent"):
        doubts(series([], "procent"), series([], "%"))


def test_every_doubt_says_what_was_found_expected_and_what_to_do() -> None:
    assert SENTENCES.keys() == set(Doubted)
    assert len({each for told in SENTENCES.values() for each in told}) == 3 * len(Doubted)
