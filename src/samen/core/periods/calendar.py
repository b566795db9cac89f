"""Intervals of the calendar, as Dutch officials mean them.

Conventions: begin = January to March; medio = mid May to mid August; eind = October to
December; voorjaar = 1 March to 20 June; zomer = 21 June to 20 September; najaar = 1 September to
21 December; the summer recess runs from the first Friday after the first Thursday of July to
the last Monday of August. The other recesses are approximate.
"""

from calendar import monthrange
from datetime import date, timedelta

type Interval = tuple[date, date]

FIRST_YEAR, LAST_YEAR = 1900, 2100

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH_WORDS = """
januari februari maart april mei juni juli augustus september oktober november december
"""
MONTH_NAMES = _MONTH_WORDS.split()
SEASONS = {
    "voorjaar": "voorjaar", "lente": "voorjaar", "spring": "voorjaar",
    "zomer": "zomer", "summer": "zomer",
    "najaar": "najaar", "herfst": "najaar", "autumn": "najaar",
    "winter": "winter",
}  # fmt: skip


def week_of(year: int, number: int) -> Interval | None:
    """The Monday and the Sunday of a numbered week (ISO 8601), or None where there is no such."""
    weeks = date(year, 12, 28).isocalendar().week
    if not 1 <= number <= weeks:
        return None
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)


def day_of(year: int, month: int, day: int) -> Interval | None:
    """One day, or None where the calendar has no such day."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def months_of(year: int, first: int, last: int) -> Interval:
    """From the first day of one month to the last day of another, in one year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def month_part(year: int, month: int, part: str) -> Interval:
    """Begin, medio or eind of a month: its days 1-10, 11-20, 21-end."""
    first, last = months_of(year, month, month)
    ends = {"begin": (1, 10), "medio": (11, 20), "eind": (21, last.day)}[part]
    return first.replace(day=ends[0]), first.replace(day=ends[1])


def year_part(year: int, part: str) -> Interval:
    """Begin, medio or eind of a year."""
    if part == "medio":
        return date(year, 5, 15), date(year, 8, 15)
    return months_of(year, 1, 3) if part == "begin" else months_of(year, 10, 12)


def season_of(year: int, season: str) -> Interval:
    """A season; winter starts in the year that is named."""
    match season:
        case "voorjaar":
            return date(year, 3, 1), date(year, 6, 20)
        case "zomer":
            return date(year, 6, 21), date(year, 9, 20)
        case "najaar":
            return date(year, 9, 1), date(year, 12, 21)
        case _:
            return date(year, 12, 22), months_of(year + 1, 2, 2)[1]


def weekday_on_or_after(start: date, weekday: int) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def nth_weekday(year: int, month: int, number: int, weekday: int) -> Interval | None:
    """The first to fifth Monday, Tuesday ... of a month; None where the month has no fifth."""
    first = weekday_on_or_after(date(year, month, 1), weekday)
    day = first + timedelta(days=7 * (number - 1))
    return (day, day) if day.month == month else None


def month_half(year: int, month: int, number: int) -> Interval:
    """The first half of a month (its days 1 to 15) or the second."""
    first, last = months_of(year, month, month)
    return (first, first.replace(day=15)) if number == 1 else (first.replace(day=16), last)


def summer_recess(year: int) -> Interval:
    """The summer recess of the House: both ends approximate."""
    start = weekday_on_or_after(date(year, 7, 1), 3) + timedelta(days=1)
    return start, weekday_on_or_after(date(year, 8, 25), 0) - timedelta(days=1)


def recess(year: int, name: str) -> Interval:
    """A recess of the House or a feast that letters use as a mark."""
    match name:
        case "zomer":
            return summer_recess(year)
        case "herfst":
            return date(year, 10, 15), date(year, 10, 31)
        case "kerst":
            return weekday_on_or_after(date(year, 12, 17), 4), date(year + 1, 1, 8)
        case "mei":
            return date(year, 4, 22), date(year, 5, 8)
        case _:
            return date(year, 2, 15), date(year, 3, 5)


def budget_day(year: int) -> Interval:
    """Prinsjesdag: the third Tuesday of September."""
    day = weekday_on_or_after(date(year, 9, 15), 1)
    return day, day


def add_months(start: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month; 1900 to 2100."""
    count = start.year * 12 + start.month - 1 + months
    year = min(max(count // 12, FIRST_YEAR), LAST_YEAR)
    month = count % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
