"""A count read as an indicator, and what it takes over from the counts before it."""

from bisect import bisect_right
from dataclasses import dataclass

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context
from samen.core.reading.indicator_clauses import most
from samen.core.reading.indicator_years import report_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, Series
from samen.core.terms import Found

_LONGEST_LIST, _LONGEST_TITLE = 15, 120
_NEAR = 12
"""Numbers of a paragraph among which its year is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a sentence read as an indicator."""

    found: Found[Quantity]
    sentence: Sentence
    series: Series | None
    name: str
    year: int | None
    clause: tuple[int, int]


def names_a_year(context: Context, sentence: Sentence) -> bool:
    return any(
        period.value.earliest is not None
        for period in context.periods_in(sentence.start, sentence.end)
    )


def carried_year(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    before: list[Reading],
    clause: tuple[int, int],
) -> int | None:
    """The year of the count before in the paragraph, for a share of it, more of it or its aim.

    In a yearly report, that of the report.
    """
    quantity, told = found.value, told_before(sentence, before)
    near = [each for each in before[-_NEAR:] if each.sentence.block is sentence.block]
    years = [each.year for each in near if each.year and not _is_ahead(context, each.year)]
    is_aim = said.ELLIPTIC_AIM.search(context.text, clause[0], found.start)
    if told is not None and years:
        is_more = bool(quantity.unit) and quantity.unit in {r.found.value.unit for r in near}
        if quantity.is_percent or is_more or (is_aim and not quantity.unit):
            return max(years)
    is_counted = COUNTED.search(quantity.unit) and quantity.words[:1].isdigit()
    if quantity.is_percent or is_counted or is_aim:
        return report_year(context)
    return None


def _is_ahead(context: Context, year: int) -> bool:
    return context.anchor is not None and year > context.anchor.year


def listed_under(context: Context, sentence: Sentence) -> str:
    """What the line over a list of years says that is counted ("- 2020: 1.372"), or ""."""
    if not said.YEAR_AND_NUMBER.fullmatch(context.text, sentence.start, sentence.end):
        return ""
    blocks = context.letter.blocks
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    for block in reversed(blocks[max(0, index - _LONGEST_LIST) : index + 1]):
        text = context.letter.block_text(block)
        if said.YEAR_AND_NUMBER.fullmatch(text):
            continue
        counts = COUNTED.search(text) or said.MEASURES.search(text)
        return text.rstrip(" :") if counts and len(text) < _LONGEST_TITLE else ""
    return ""


def says_again(
    context: Context, sentence: Sentence, quantity: Quantity, before: list[Reading]
) -> bool:
    """Whether a length of time goes on from one that is a measure: "In 2021 was dat 9 weken"."""
    last = told_before(sentence, before)
    is_same = last is not None and last.found.value.unit == quantity.unit
    says = said.SAME_AGAIN.search(context.text, sentence.start, sentence.end)
    return bool(is_same and said.TIME_UNIT.match(quantity.unit) and says)


def is_of_no_year(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count is followed though no year is its own: of late, or where a rise ends."""
    quantity, text = found.value, context.text
    is_counted = COUNTED.search(quantity.unit) and quantity.words[:1].isdigit()
    if not is_counted or most(quantity) < 10 or quantity.year is not None:
        return False
    moves = said.MOVES.search(text, sentence.start, found.start)
    is_end = said.MOVES_TO.search(text, max(sentence.start, found.start - 20), found.start)
    return bool(moves and is_end) or bool(said.OF_LATE.search(text, sentence.start, found.start))


def told_before(sentence: Sentence, before: list[Reading]) -> Reading | None:
    """The last number of the same paragraph, whose year "dat jaar" may mean."""
    last = before[-1] if before else None
    return last if last is not None and last.sentence.block is sentence.block else None
