"""The year that a count belongs to, where its own words do not give it."""

import re

from samen.core.reading.context import Context
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found, Precision

_COMPARED = re.compile(
    r"\b(?:dan(?:\s+in)?|opzichte\s+van|vergeleken\s+met|sinds)\s+(?:het\s+)?$", re.IGNORECASE
)
_SINCE_THEN = re.compile(
    r"\bdan\s+(?:in\s+)?(?:vorig jaar|een jaar (?:eerder|geleden)|het jaar (?:ervoor|daarvoor))"
    r"|\b(?:inmiddels|nu|thans)\b",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\b(?:brief|debat|overleg|motie|vergadering|kamerbrief|toezegging|verordening|wet|besluit)\b"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)
"""A day behind these words is that of a paper or a meeting, not that of a count."""
_TELLING = frozenset(
    {
        Precision.YEAR,
        Precision.HALF,
        Precision.QUARTER,
        Precision.SEASON,
        Precision.MONTH,
        Precision.DAY,
        Precision.UNTIL,
    }
)
_IN_TURN = re.compile(r"\b(?:respectievelijk|resp\.|achtereenvolgens|respectively)", re.IGNORECASE)
_HALF_A_YEAR = re.compile(r"\b(?:een )?half jaar (?:daarvoor|ervoor|eerder)\b", re.IGNORECASE)


def year_in_turn(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year of a number in "in 2022 en 2023 respectievelijk 34 en 41", or None.

    counts: the numbers of the sentence, in order. There must be as many years as numbers.
    """
    if not _IN_TURN.search(context.text, sentence.start, sentence.end):
        return None
    years = [
        period.value.earliest.year
        for period in context.periods_in(sentence.start, sentence.end)
        if period.value.precision is Precision.YEAR and period.value.earliest is not None
    ]
    places = [each.start for each in counts]
    fits = len(years) == len(places) > 1 and found.start in places
    return years[places.index(found.start)] if fits else None


def half_a_year_before(context: Context, sentence: Sentence, found: Found[Quantity]) -> int | None:
    """The year of "28.900 een half jaar daarvoor", from the month named before it."""
    if not _HALF_A_YEAR.search(context.text, found.start, min(sentence.end, found.end + 40)):
        return None
    for period in reversed(context.periods_in(sentence.start, found.start)):
        day = period.value.earliest
        if day is not None and period.value.precision in (Precision.DAY, Precision.MONTH):
            return day.year if day.month > 6 else day.year - 1
    return None


def single_year(context: Context, start: int, end: int) -> int | None:
    """The one year that the periods of a stretch lie in, when it is one."""
    years: set[int] = set()
    for period in context.periods_in(start, end):
        value = period.value
        if value.in_name or value.earliest is None or value.latest is None:
            continue
        before = context.text[max(start, period.start - 50) : period.start]
        if _COMPARED.search(before) or _OF_A_PAPER.search(before):
            continue
        if value.precision in _TELLING:
            years |= {value.earliest.year, value.latest.year}
    return years.pop() if len(years) == 1 else None


def year_of_words(context: Context, sentence: Sentence) -> int | None:
    """The year of a statement in words; that of the letter where it compares with last year."""
    year = single_year(context, sentence.start, sentence.end)
    since = _SINCE_THEN.search(context.text, sentence.start, sentence.end)
    if year is None and since is not None and context.anchor is not None:
        return context.anchor.year
    return year
