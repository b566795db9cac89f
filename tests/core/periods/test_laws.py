"""Laws of periods: what holds for any text and any date."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from samen.core.periods import find_periods, say_date, say_period
from tests.core.periods.sentences import DAYS, MONTHS_AND_PARTS, OPEN, YEARS_AND_RANGES

ANCHOR = date(2021, 11, 17)
_WORDS = (
    "17 31 29 2021 1899 2022 9999 februari mei jl. begin medio eind van tot en met voor vóór na "
    "het jaar komend dit zomer zomerreces Q3 kwartaal eerste helft - – / 2020-2021 , . ( ) € % "
    "tussen t/m vanaf sinds uiterlijk binnen zes weken maanden jaarlijks over een aantal "
    "afgelopen volgende week winter kerst prinsjesdag 01-02-2021 0 00 İ ² ½"
)
WORDS = _WORDS.split(" ")
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
)
DATES = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@given(TEXTS, st.one_of(st.none(), st.dates()))
@example("winter 2100 binnen 99 jaar en afgelopen 99 jaar", date(1, 1, 1))
@example("komende 99 jaar, volgende week, na 2100, vóór 1900", date(9999, 12, 31))
def test_any_text_gives_ordered_periods_that_stand_in_it(text: str, anchor: date | None) -> None:
    end = 0
    for found in find_periods(text, anchor):
        period = found.value
        assert end <= found.start < found.end
        end = found.end
        assert period.words == text[found.start : found.end]
        if period.earliest and period.latest:
            assert period.earliest <= period.latest


@given(TEXTS, DATES)
def test_a_printed_period_reads_back_as_the_same_interval(text: str, anchor: date) -> None:
    for found in find_periods(text, anchor):
        assert_reads_back(found.value.earliest, found.value.latest, say_period(found.value))


def test_every_period_of_the_sentences_reads_back() -> None:
    for sentence, expected in DAYS + MONTHS_AND_PARTS + YEARS_AND_RANGES + OPEN:
        found = find_periods(sentence, ANCHOR)
        assert len(found) == len(expected)
        for one in found:
            assert_reads_back(one.value.earliest, one.value.latest, say_period(one.value))


def assert_reads_back(earliest: date | None, latest: date | None, said: str) -> None:
    if earliest is None and latest is None:
        return
    back = find_periods(said, ANCHOR)
    assert [(b.value.earliest, b.value.latest) for b in back] == [(earliest, latest)], said


@given(DATES)
def test_a_printed_day_reads_back(day: date) -> None:
    (found,) = find_periods(say_date(day), None)
    assert (found.value.earliest, found.value.latest) == (day, day)


def test_digits_without_end_are_read_to_the_end() -> None:
    find_periods("2021 17 " * 6_000 + "1" * 25_000 + " " * 25_000, ANCHOR)
