"""Developments that a letter tells in words, without a number: "more municipalities"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.indicator_years import year_of_words
from samen.core.reading.report_years import report_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, WORD_VALUES, WordValue
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind

_NEAR = 3
_IS_SHARE = re.compile(
    r"\b(?:derde|kwart|vijfde|tiende|driekwart|helft|meerderheid|merendeel|op (?:de|elke))\b", re.I
)


def find_word_indicators(context: Context, numeric: list[Candidate]) -> Iterator[Candidate]:
    """Indicator statements in words only: value null, the words kept."""
    for sentence in context.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        carried = report_year(context) or _told_before(numeric, sentence)
        told: list[tuple[int, int]] = []
        for value, hit in _hits(context, sentence):
            if any(hit.start() < end and start < hit.end() for start, end in told):
                continue
            year = _year(context, sentence, hit, carried)
            is_counted = carried or COUNTED.search(context.text, sentence.start, sentence.end)
            lacks = value.needs_year and (year is None or not is_counted)
            is_share = _IS_SHARE.search(hit["words"]) is not None
            if lacks or (not is_share and _is_counted(numeric, hit.start(), hit.end())):
                continue
            told.append(hit.span())
            yield _in_words(context, sentence, value, hit, year)


def _hits(context: Context, sentence: Sentence) -> Iterator[tuple[WordValue, re.Match[str]]]:
    for value in WORD_VALUES:
        for hit in value.pattern.finditer(context.text, sentence.start, sentence.end):
            yield value, hit


def _year(
    context: Context, sentence: Sentence, hit: re.Match[str], carried: int | None
) -> int | None:
    """The year that the clause of a statement gives; for a share that opens a sentence about the
    counts before it, theirs."""
    clause = _clause(context, sentence, hit)
    year = year_of_words(context, clause, hit.end())
    goes_on = _IS_SHARE.search(hit["words"]) and not context.periods_in(*clause)
    if year is None and not context.periods_in(*clause):
        year = report_year(context)
    return carried if year is None and goes_on else year


def _in_words(
    context: Context, sentence: Sentence, value: WordValue, hit: re.Match[str], year: int | None
) -> Candidate:
    detail = {
        "name": value.name or (hit["name"] or "").strip(),
        "year": year,
        "value": None,
        "words": " ".join(hit["words"].split()),
        "value_kind": value.kind.value,
        "unit": value.unit,
    }
    span = (sentence.start, sentence.end)
    return candidate(context, CandidateKind.INDICATOR, span, 0.6, "ontwikkeling in woorden", detail)


def _clause(context: Context, sentence: Sentence, hit: re.Match[str]) -> tuple[int, int]:
    """The stretch of a sentence between semicolons that a statement stands in."""
    end = context.text.find(";", hit.end(), sentence.end)
    start = context.text.rfind(";", sentence.start, hit.start())
    return max(sentence.start, start + 1), end if end >= 0 else sentence.end


def _told_before(numeric: list[Candidate], sentence: Sentence) -> int | None:
    """The latest year of the last counts of the paragraph before a sentence."""
    index = bisect_right(numeric, sentence.start, key=lambda each: each.start)
    before = [each for each in numeric[max(0, index - _NEAR) : index] if each.end <= sentence.start]
    told = [each.detail["year"] for each in before if each.start >= sentence.block.start]
    return max((year for year in told if isinstance(year, int)), default=None)


def _is_counted(numeric: list[Candidate], start: int, end: int) -> bool:
    """Whether a numeric indicator speaks of these words already; `numeric` stands in order."""
    index = bisect_right(numeric, start, key=lambda each: each.start)
    near = numeric[max(0, index - 3) : index]
    return any(each.start <= start and end <= each.end for each in near)
