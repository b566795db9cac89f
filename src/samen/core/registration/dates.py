"""Dates as partners write them, kept as exact as they were given.

The normal form is that of EDTF (ISO 8601-2): 1988-05-17, 1988-05, 1988, and 1988~ for "about".
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from samen.core.periods import Period
from samen.core.periods.calendar import FIRST_YEAR, LAST_YEAR, MONTHS
from samen.core.registration.problems import Fault, Problem, fault
from samen.core.registration.values import Reading, clean
from samen.core.terms import Precision, ValueState


class DateOrder(StrEnum):
    """Which comes first where a date is written in figures: 05-04-1988."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


type Parts = tuple[int, int, int]

_TIME = r"(?:[T ]\d\d?:\d\d.*)?"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ABOUT = re.compile(r"(?:ca\.?|circa|ongeveer|rond|omstreeks|about|around|±|~) ?(.+)|(.+?) ?[~?]")
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d\d?)(?:[-/.](\d\d?){_TIME})?")
_YEAR_LAST = re.compile(rf"(?:(\d\d?)[-/. ])?(\d\d?)[-/. ](\d{{4}}){_TIME}")
_YEAR = re.compile(r"\d{4}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_IN_WORDS = re.compile(rf"(?:(\d\d?)\.? ?[- ])?({_MONTH})\.?[- ](\d{{4}})", re.I)
_WORD_FIRST = re.compile(rf"({_MONTH})\.? (\d\d?),? (\d{{4}})", re.I)
_SHORT_YEAR = re.compile(rf"\d\d?[-/. ](?:\d\d?|{_MONTH})[-/. ]'?\d\d", re.I)
_DAY_NUMBER = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
"""Days since 1900 with a time or without, from 1927: fewer figures are a year. It is not read: one
number is another day in a workbook of a Macintosh."""
_NOTHING = re.compile(r"[0-]+|9999(?:-99-99)?|99-99-9999")


def read_date(text: str, order: DateOrder = DateOrder.DAY_FIRST) -> Reading:
    """The date in a clean text; day and month may be missing or zero."""
    if _NOTHING.fullmatch(text):
        return Reading(ValueState.UNKNOWN)
    about = _ABOUT.fullmatch(text)
    words = (about[1] or about[2]) if about else text
    parts = _parts(words, order)
    if parts is None:
        return Reading(ValueState.UNKNOWN, faults=(Fault(_no_date(words)),))
    if wrong := _wrong(*parts):
        return Reading(ValueState.UNKNOWN, faults=(wrong,))
    flags = (Fault(Problem.DEFAULT_DATE),) if parts == (1900, 1, 1) else ()
    return Reading(ValueState.KNOWN, _written(*parts) + ("~" if about else ""), flags)


def _no_date(words: str) -> Problem:
    """What stands there in place of a date."""
    if _DAY_NUMBER.fullmatch(words):
        return Problem.DAY_NUMBER
    return Problem.SHORT_YEAR if _SHORT_YEAR.fullmatch(words) else Problem.NO_DATE


def order_matters(values: Iterable[str]) -> bool:
    """Whether one of these raw values says another thing when months come first."""
    texts = [clean(each)[0] for each in values]
    return any(read_date(each) != read_date(each, DateOrder.MONTH_FIRST) for each in texts)


def _parts(words: str, order: DateOrder) -> Parts | None:
    """Year, month and day as they stand there; zero for what is not given."""
    for pattern, parts in _READERS.items():
        if found := pattern.fullmatch(words):
            return parts(found, order)
    return None


def _year_last(found: re.Match[str], order: DateOrder) -> Parts:
    first, second, year = int(found[1] or 0), int(found[2]), int(found[3])
    if found[1] and order is DateOrder.MONTH_FIRST:
        first, second = second, first
    return year, second, first


def _compact(found: re.Match[str], order: DateOrder) -> Parts:
    """19880517, or 17051988 where the first four figures are no year."""
    if FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        return int(found[1]), int(found[2]), int(found[3])
    whole = found[0]
    first, second = int(whole[:2]), int(whole[2:4])
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return int(whole[4:]), month, day


_READERS: Mapping[re.Pattern[str], Callable[[re.Match[str], DateOrder], Parts]] = {
    _YEAR_FIRST: lambda found, _: (int(found[1]), int(found[2]), int(found[3] or 0)),
    _YEAR_LAST: _year_last,
    _YEAR: lambda found, _: (int(found[0]), 0, 0),
    _COMPACT: _compact,
    _IN_WORDS: lambda found, _: (int(found[3]), MONTHS[found[2].lower()], int(found[1] or 0)),
    _WORD_FIRST: lambda found, _: (int(found[3]), MONTHS[found[1].lower()], int(found[2])),
}


def _wrong(year: int, month: int, day: int) -> Fault | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return fault(Problem.YEAR_RANGE, least=FIRST_YEAR, most=LAST_YEAR)
    if month > 12 or (day and not month) or (day and day > monthrange(year, month)[1]):
        return Fault(Problem.NO_SUCH_DAY)
    return None


def _written(year: int, month: int, day: int) -> str:
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def period_of(normal: str) -> Period:
    """The days that a date in normal form can mean."""
    digits, about = normal.removesuffix("~"), normal.endswith("~")
    year, month, day = (*(int(part) for part in digits.split("-")), 0, 0)[:3]
    if day:
        first = last = date(year, month, day)
        precision = Precision.DAY
    elif month:
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        precision = Precision.MONTH
    else:
        first, last = date(year, 1, 1), date(year, 12, 31)
        precision = Precision.YEAR
    return Period(first, last, precision, words=normal, approximate=about)
