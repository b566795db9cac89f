"""The years of numbers told in turn: "in 2022 en 2023 respectievelijk 34 en 41"."""

import re
from itertools import pairwise

from samen.core.reading.context import Context
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found, Precision

_IN_TURN = re.compile(r"\b(?:respectievelijk|resp\.|achtereenvolgens|respectively)", re.IGNORECASE)
_TWO_YEARS = re.compile(r"(?<![\d/-])(?:20)?[0-3]\d/['’‘]?[0-3]\d(?![\d/-])")
_THOSE_YEARS = re.compile(r"\b(?:in|over) (?:die|deze|beide|genoemde) (?:[a-z]+ )?jaren\b", re.I)
_WHOLE_YEARS = re.compile(
    r"^(?:(?:tussen|van) )?20\d\d(?: ?[-–/] ?| tot en met | t/m | tot | en )20\d\d$", re.IGNORECASE
)
_YEARS_LISTED = re.compile(r"\b20\d\d(?:, 20\d\d){0,8},? en 20\d\d\b")
_LISTED = re.compile(r"(?:,|,? en|;)\s+")


def year_in_turn(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year of a number in "in 2022 en 2023 respectievelijk 34 en 41", or None.

    counts: the numbers of the sentence, in order. There must be as many years as numbers.
    """
    lists = _YEARS_LISTED.search(context.text, sentence.start, sentence.end) and all(
        _LISTED.fullmatch(context.text[a.end : b.start]) for a, b in pairwise(counts)
    )
    if not lists and not _IN_TURN.search(context.text, sentence.start, sentence.end):
        return None
    if _THOSE_YEARS.search(context.text, sentence.start, sentence.end):
        years = _years_of_last(context, sentence)
        return _in_place(years, found, counts)
    return _in_place(_years_named(context, sentence), found, counts)


def _years_named(context: Context, sentence: Sentence) -> list[int]:
    """The years of a sentence: those of its one list of years, else each year that it names, else
    each year of its one period of whole years."""
    listed = [*_YEARS_LISTED.finditer(context.text, sentence.start, sentence.end)]
    if len(listed) == 1:
        return [int(year) for year in re.findall(r"20\d\d", listed[0][0])]
    periods = context.periods_in(sentence.start, sentence.end)
    named = [
        period.value.earliest.year
        for period in periods
        if period.value.precision is Precision.YEAR and period.value.earliest is not None
    ]
    spans = [period for period in periods if _WHOLE_YEARS.search(period.value.words)]
    if named or len(spans) != 1:
        return named
    first, last = re.findall(r"20\d\d", spans[0].value.words)
    return list(range(int(first), int(last) + 1))


def _in_place(
    years: list[int], found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year that stands where a number stands, when there are as many of both."""
    places = [each.start for each in counts]
    fits = len(years) == len(places) > 1 and found.start in places
    return years[places.index(found.start)] if fits else None


def _years_of_last(context: Context, sentence: Sentence) -> list[int]:
    """The years that the sentence before in the paragraph names, each once, in order."""
    before = context.sentences_in(sentence.block.start, sentence.start)[-1:]
    named = [
        period.value.earliest.year
        for each in before
        for period in context.periods_in(each.start, each.end)
        if period.value.precision is Precision.YEAR and period.value.earliest is not None
    ]
    return list(dict.fromkeys(named))


def is_of_unclear_year(context: Context, sentence: Sentence, counts: list[Found[Quantity]]) -> bool:
    """Whether a sentence deals its numbers out over more years than one, but not one to each."""
    text = context.text
    if not _IN_TURN.search(text, sentence.start, sentence.end):
        return False
    years = _years_named(context, sentence)
    has_seasons = _TWO_YEARS.search(text, sentence.start, sentence.end)
    return bool(has_seasons) or (len(years) > 1 and len(years) != len(counts))
