"""Birth dates as people write them: an interval with a precision, and whether it is conventional.

Day before month, unless that gives no date. A year alone, or month and year, is what it is; so is
the register's way to write what nobody knows: 00 for a day or month.
"""

import re
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1880, 2100
_MONTH_NAMES = (
    "jan january januari|feb february februari|mar mrt march maart|apr april|may mei|"
    "jun june juni|jul july juli|aug august augustus|sep sept september|oct okt october oktober|"
    "nov november|dec december"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        _MONTH_NAMES.split("|"),
        1,
    )
    for name in names.split()
}
_YEAR_FIRST = re.compile(r"([12]\d{3})[-/. ]?(0\d|1[0-2])[-/. ]?([0-3]\d)(?!\d)")
_DAY_FIRST = re.compile(
    r"(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9})\.?\s*[-/. ]\s*(\d{4}|\d{2})(?!\d)"
)
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4})$")
_MONTH_YEAR = re.compile(r"(\d{1,2}|[a-z]{3,9})\s*[-/. ]\s*(\d{4})$")
_YEAR_MONTH = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})$")
_YEAR = re.compile(r"(?:ca?\.?|circa|±|~)?\s*(\d{4})$")
_CONVENTIONS = frozenset({(1, 1), (7, 1), (12, 31)})
_CENTURY_TURN = 30


@dataclass(frozen=True, slots=True)
class BirthDate:
    """A year, and a month and day where they are known (0 where not)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def is_full(self) -> bool:
        """Whether it names one day."""
        return self.day > 0

    @property
    def is_conventional(self) -> bool:
        """Whether registers write it for an unknown day: 1 January, 1 July, 31 December."""
        return (self.month, self.day) in _CONVENTIONS


def birth_date(value: str) -> BirthDate | None:
    """The date that a text names; None for none. Total: any text gives an answer."""
    text = value[:40].strip().lower()
    if not text:
        return None
    if found := _YEAR_FIRST.match(text):
        return _dated(found[1], found[2], found[3])
    if (found := _DAY_FIRST.match(text)) or (found := _COMPACT.match(text)):
        return _dated(found[3], found[2], found[1])
    if found := _MONTH_YEAR.match(text):
        return _dated(found[2], found[1], "0")
    if found := _YEAR_MONTH.match(text):
        return _dated(found[1], found[2], "0")
    if found := _YEAR.match(text):
        return _dated(found[1], "0", "0")
    return None


def _dated(year_text: str, month_text: str, day_text: str) -> BirthDate | None:
    year = int(year_text)
    if len(year_text) == 2:
        year += 1900 if year > _CENTURY_TURN else 2000
    month = _MONTHS.get(month_text, 0) if month_text.isalpha() else int(month_text)
    day = int(day_text)
    if month > 12 >= day > 0:
        month, day = day, month
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if not 1 <= month <= 12:
        return BirthDate(year)
    try:
        date(year, month, max(day, 1))
    except ValueError:
        return BirthDate(year, month)
    return BirthDate(year, month, day)
