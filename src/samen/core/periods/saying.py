"""Periods in Dutch words that read back to the same interval."""

from datetime import date, timedelta

from samen.core.periods import calendar as cal
from samen.core.periods.period import Period
from samen.core.terms import Precision

_ORDINALS = ("eerste", "tweede", "derde", "vierde")


def say_date(day: date) -> str:
    """A day in Dutch: "17 november 2021"."""
    return f"{day.day} {cal.MONTH_NAMES[day.month - 1]} {day.year}"


def say_period(period: Period) -> str:
    """A period in Dutch: "voor de zomer van 2022", "eerste helft van 2022".

    Without a date: the words of the text.
    """
    low, high = period.earliest, period.latest
    if low and high:
        return _closed(low, high)
    if low:
        starts_year = (low.month, low.day) == (1, 1)
        return f"vanaf {low.year if starts_year else say_date(low)}"
    if high:
        return _until(high, period)
    return period.words


def _until(high: date, period: Period) -> str:
    if period.precision is Precision.UNTIL:
        ends_year = (high.month, high.day) == (12, 31)
        return f"tot en met {high.year if ends_year else say_date(high)}"
    if high == cal.summer_recess(high.year)[0] - timedelta(days=1):
        return f"voor de zomer van {high.year}"
    if (high.month, high.day) == (12, 31):
        return f"voor het einde van {high.year}"
    return f"uiterlijk {say_date(high)}"


def _closed(low: date, high: date) -> str:
    if low == high:
        return say_date(low)
    if low.year == high.year and (words := _within_year(low, high)):
        return words
    if low.day == 1 and (high + timedelta(days=1)).day == 1:
        if (low.month, high.month) == (1, 12):
            return f"{low.year} tot en met {high.year}"
        return f"{_month(low)} tot en met {_month(high)}"
    if (low, high) == cal.season_of(low.year, "winter"):
        return f"winter van {low.year}"
    return f"{say_date(low)} tot en met {say_date(high)}"


def _month(day: date) -> str:
    return f"{cal.MONTH_NAMES[day.month - 1]} {day.year}"


def _within_year(low: date, high: date) -> str:
    """A name for an interval inside one year, or ""."""
    year = low.year
    for season in ("voorjaar", "zomer", "najaar"):
        if (low, high) == cal.season_of(year, season):
            return f"{season} van {year}"
    if (low, high) == cal.year_part(year, "medio"):
        return f"medio {year}"
    return (
        _months_within(low, high)
        if (low, high) == cal.months_of(year, low.month, high.month)
        else ""
    )


def _months_within(low: date, high: date) -> str:
    """A name for whole months inside one year."""
    length = high.month - low.month + 1
    if length == 12:
        return str(low.year)
    if length == 1:
        return _month(low)
    if length == 6 and low.month in (1, 7):
        return f"{_ORDINALS[low.month // 6]} helft van {low.year}"
    if length == 3 and low.month % 3 == 1:
        return f"{_ORDINALS[low.month // 3]} kwartaal van {low.year}"
    return f"{_month(low)} tot en met {_month(high)}"
