"""Developments that a letter tells in words, without a number: "more municipalities"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.indicator_years import year_of_words
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, WORD_VALUES, WordValue
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind


def find_word_indicators(context: Context, numeric: list[Candidate]) -> Iterator[Candidate]:
    """Indicator statements in words only: value null, the words kept."""
    for sentence in context.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        told: list[tuple[int, int]] = []
        for value in WORD_VALUES:
            hit = value.pattern.search(context.text, sentence.start, sentence.end)
            if hit is None or any(hit.start() < end and start < hit.end() for start, end in told):
                continue
            year = year_of_words(context, sentence, hit.end())
            text = context.text[sentence.start : sentence.end]
            lacks = value.needs_year and (year is None or not COUNTED.search(text))
            if lacks or _is_counted(numeric, hit.start(), hit.end()):
                continue
            told.append(hit.span())
            yield _in_words(context, sentence, value, hit, year)
            if not value.name:
                break


def _in_words(
    context: Context, sentence: Sentence, value: WordValue, hit: re.Match[str], year: int | None
) -> Candidate:
    detail = {
        "name": value.name or hit["name"].strip(),
        "year": year,
        "value": None,
        "words": " ".join(hit["words"].split()),
        "value_kind": value.kind.value,
        "unit": value.unit,
    }
    span = (sentence.start, sentence.end)
    return candidate(context, CandidateKind.INDICATOR, span, 0.6, "ontwikkeling in woorden", detail)


def _is_counted(numeric: list[Candidate], start: int, end: int) -> bool:
    """Whether a numeric indicator speaks of these words already; `numeric` stands in order."""
    index = bisect_right(numeric, start, key=lambda each: each.start)
    near = numeric[max(0, index - 3) : index]
    return any(each.start <= start and end <= each.end for each in near)
