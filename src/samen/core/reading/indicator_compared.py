"""Counts known by what stands behind them: the same thing again, for another time.

"De boa's schreven acht rapporten. Deze zomer waren dat er negentien." "Er kwamen meer
meldingen binnen: 2.240 tegen 2.011 in 2023." What is told twice is followed, whatever it is.
"""

import re

from samen.core.reading.context import Context, within
from samen.core.reading.indicator_readings import Reading, told_before
from samen.core.reading.indicator_words import NO_RESULT, TIME_UNIT
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import this_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found

_AGAIN = re.compile(
    r"(?:[^.;,]{0,50} )?(?:was|waren|is|zijn) (?:dat|dit|het) er (?:nog |al |slechts |maar "
    r"|ruim )?$"
)
_AGAINST = re.compile(
    r"(?: [^\W\d_]+){0,3},? (?:tegen|tegenover) (?:nog |slechts |maar |ruim |bijna |circa )?"
)
_OF_YEAR = re.compile(r"(?: [^\W\d_]+){0,3} (?:in|over) (?:heel )?(?P<year>(?:19|20)\d\d)\b")
_MOST = 3
"""Sentences behind a count in which it may be told again."""


def is_told_again(
    context: Context, sentence: Sentence, found: Found[Quantity], quantities: list[Found[Quantity]]
) -> bool:
    """Whether the next sentence of the paragraph gives the same count for another time."""
    unit = found.value.unit
    if not unit or TIME_UNIT.match(unit) or NO_RESULT.search(unit):
        return False
    following = context.sentences_in(sentence.end, sentence.block.end)[:1]
    if not following or within(quantities, found.end, sentence.end):
        return False
    again = within(quantities, following[0].start, following[0].end)[:1]
    return (
        bool(again)
        and _AGAIN.fullmatch(context.text, following[0].start, again[0].start) is not None
    )


def year_against(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year of A in "A tegen B in 2023", which names none: that told before, else the next."""
    behind = [each for each in counts if each.start >= found.end][:1]
    if not behind or not _AGAINST.fullmatch(context.text, found.end, behind[0].start):
        return None
    other = _OF_YEAR.match(context.text, behind[0].end, sentence.end)
    if other is None or context.periods_in(sentence.start, found.start):
        return None
    year, now, told = int(other["year"]), this_year(context), told_before(sentence, before)
    if told is not None and told.year is not None and told.year > year:
        return told.year
    return year + 1 if now is not None and year < now else None
