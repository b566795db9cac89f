"""Periods in sentences."""

from datetime import date

import pytest

from samen.core.periods import Period, find_periods
from tests.core.periods.sentences import (
    DAYS,
    IN_A_NAME,
    LOOSE,
    MONTHS_AND_PARTS,
    NOT_A_DATE,
    OPEN,
    YEARS_AND_RANGES,
    Case,
)
from tests.core.periods.unseen import UNSEEN

ANCHOR = date(2021, 11, 17)


def interval(period: Period) -> str:
    """ "EARLIEST..LATEST precision [recurrence]", an open side empty."""
    words = f"{period.earliest or ''}..{period.latest or ''} {period.precision}"
    return f"{words} {period.recurrence}".strip()


@pytest.mark.parametrize(
    "case",
    DAYS + MONTHS_AND_PARTS + YEARS_AND_RANGES + OPEN + LOOSE + UNSEEN,
    ids=lambda case: case[0][:40],
)
def test_a_sentence_gives_its_periods(case: Case) -> None:
    sentence, expected = case
    found = find_periods(sentence, ANCHOR)
    assert [(f.value.words, interval(f.value)) for f in found] == expected
    assert all(sentence[f.start : f.end] == f.value.words for f in found)


@pytest.mark.parametrize("sentence", NOT_A_DATE)
def test_other_numbers_are_no_dates(sentence: str) -> None:
    assert [f.value.words for f in find_periods(sentence, ANCHOR)] == []


@pytest.mark.parametrize(("sentence", "words"), IN_A_NAME)
def test_years_of_a_name_are_marked(sentence: str, words: str) -> None:
    found = find_periods(sentence, ANCHOR)
    assert [(f.value.words, f.value.in_name) for f in found] == [(words, True)]


def test_without_an_anchor_a_relative_period_stays_open() -> None:
    found = find_periods("Begin komend jaar en op 4 maart jl. en in 2020.", None)
    assert [f.value.earliest for f in found] == [None, None, date(2020, 1, 1)]


def test_the_anchor_is_kept() -> None:
    (found,) = find_periods("Dit najaar.", ANCHOR)
    assert found.value.anchor == ANCHOR


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("In de tweede helft van 2019 waren het er 44, in de eerste helft 37.",
         "2019-01-01..2019-06-30 half"),
        ("Q3 2022 en Q4.", "2022-10-01..2022-12-31 quarter"),
        ("In het voorjaar van 2022 komt de proef, in het najaar de evaluatie.",
         "2022-09-01..2022-12-21 season"),
        ("Meldingen van februari 2020 en maart.", "2020-03-01..2020-03-31 month"),
        ("Meldingen van december 2018 en januari.", "2019-01-01..2019-01-31 month"),
        ("De proef startte in maart 2019; in juni volgt het besluit.",
         "2022-06-01..2022-06-30 month"),
        ("Dit komt in het derde of vierde kwartaal van 2022.", "2022-07-01..2022-12-31 span"),
    ],
)  # fmt: skip
def test_a_part_of_a_year_goes_on_from_the_dated_one_before_it(sentence: str, last: str) -> None:
    assert interval(find_periods(sentence, ANCHOR)[-1].value) == last


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Medio volgende maand volgt een besluit.", "2021-12-11..2021-12-20 span"),
        ("De proef start begin volgende maand.", "2021-12-01..2021-12-10 span"),
        ("De evaluatie begint halverwege het derde kwartaal van 2022.",
         "2022-07-31..2022-08-31 span"),
        ("Over twee jaar evalueren wij de wet.", "2023-01-01..2023-12-31 year"),
        ("Over drie maanden is het rapport er.", "2022-02-01..2022-02-28 month"),
        ("Over zes weken volgt een brief.", "2021-12-27..2022-01-02 span"),
        ("Het bedrag is over twee jaar verdeeld.", ".. months"),
        ("De kosten van € 2 miljoen over drie maanden dragen wij.", ".. months"),
    ],
)  # fmt: skip
def test_a_part_of_a_near_time_and_a_time_ahead(sentence: str, expected: str) -> None:
    assert interval(find_periods(sentence, ANCHOR)[-1].value) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Over dit jaar staat de meter tot en met september op 40.", "..2021-09-30 until"),
        ("De raad en de bond hopen in september te tekenen.", "2022-09-01..2022-09-30 month"),
        ("Of dat haalbaar is, bezien wij met de telers tot de zomer.", "..2022-07-07 before"),
        ("Het boek verschijnt in week 6 van volgend jaar.", "2022-02-07..2022-02-13 span"),
        ("Zij kan dit in haar vergadering van 2 februari inbrengen.", "2022-02-02..2022-02-02 day"),
        ("In de vergadering van 2 februari is dat ingebracht.", "2021-02-02..2021-02-02 day"),
        ("Wij werken per week 24 uur.", ""),
    ],
)
def test_the_year_of_a_time_that_names_none(sentence: str, expected: str) -> None:
    found = [each.value for each in find_periods(sentence, ANCHOR)]
    assert [interval(each) for each in found][-1:] == [expected] * bool(expected)
