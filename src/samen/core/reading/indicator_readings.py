"""A count read as an indicator, and what it takes over from the counts before it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from samen.core.reading import indicator_words as said
from samen.core.reading.context import Context
from samen.core.reading.indicator_clauses import most
from samen.core.reading.indicator_tellings import tells_of_the_past
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, Series
from samen.core.reading.text import BlockKind
from samen.core.reading.words import FINITE_VERBS
from samen.core.terms import Found

_LONGEST_LIST, _LONGEST_TITLE = 15, 120
_NEAR = 12
"""Numbers of a paragraph among which its year is looked for."""
_JOINED = 90
_MANY = 10
_YEAR = re.compile(r"(?:19|20)\d\d\b(?![.,]\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number of a sentence read as an indicator."""

    found: Found[Quantity]
    sentence: Sentence
    series: Series | None
    name: str
    year: int | None
    clause: tuple[int, int]
    line_start: int | None = None
    """Where its name begins, for a number with its name before a colon."""
    chance: float | None = None
    """How likely it is an indicator, where no rule says so."""


def names_a_year(context: Context, clause: tuple[int, int]) -> bool:
    return any(period.value.earliest is not None for period in context.periods_in(*clause))


def carried_year(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    before: list[Reading],
    clause: tuple[int, int],
) -> int | None:
    """The year of the count before in the paragraph, for a part of it, more of it or its aim.

    In a yearly report, that of the report.
    """
    quantity, told = found.value, told_before(sentence, before)
    if told is not None and is_part_of_told(context, found, sentence, told):
        is_of_all = said.OF_THEM.search(context.text, sentence.start, found.start)
        near = [r for r in before[-_NEAR:] if is_of_all or r.sentence is told.sentence]
        years = [r.year for r in near if r.year and r.sentence.block is sentence.block]
        return told.year if told.sentence is sentence else max(years, default=None)
    near = [each for each in before[-_NEAR:] if each.sentence.block is sentence.block]
    years = [each.year for each in near if each.year and not _is_ahead(context, each.year)]
    is_aim = said.ELLIPTIC_AIM.search(context.text, clause[0], found.start)
    if said.RISES_TO.search(context.text, max(clause[0], found.start - 20), found.start):
        years = [each.year for each in near if each.year and each.sentence is not sentence]
        return report_year(context) or max(years, default=None)
    if told is not None and years:
        is_more = bool(quantity.unit) and quantity.unit in {r.found.value.unit for r in near}
        is_number_of = said.NUMBER_OF.search(context.text, sentence.start, found.start)
        is_more = is_more or bool(is_number_of and COUNTED.search(quantity.unit))
        if quantity.is_percent or is_more or (is_aim and not quantity.unit):
            return report_year(context) or max(years)
    if told is not None and _stands_beside(context.text, told, found, sentence):
        return told.year
    if quantity.is_percent or is_aim or is_of_report(context, found, sentence):
        return report_year(context)
    return None


def is_of_report(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a number is of what a yearly report counts: anything in figures, averages too."""
    if report_year(context) is None:
        return False
    quantity, text = found.value, context.text
    is_heading = found.start == sentence.start and quantity.unit[:1].isupper()
    if said.OUTCOME.search(quantity.unit) and most(quantity) > 1:
        return True
    if not quantity.words[:1].isdigit() or is_heading or _YEAR.match(quantity.words):
        return False
    is_measure = said.MEASURES.search(text, sentence.start, sentence.end)
    is_many = most(quantity) >= _MANY
    times = said.TIMES.match(text, found.end)
    return bool(
        COUNTED.search(quantity.unit)
        or said.TIME_UNIT.match(quantity.unit)
        or (is_many and (quantity.unit or is_measure or times))
    )


def is_part_of_told(
    context: Context, found: Found[Quantity], sentence: Sentence, told: Reading | None
) -> bool:
    """Whether a number is a part of the count before it: "waarvan 12", "naar A en 58 naar B"."""
    if told is None or not (_is_number_of_things(found) and _is_number_of_things(told.found)):
        return False
    text = context.text
    if _is_next_in_row(text, told, found, sentence) or _is_told_beside(text, found, sentence):
        return True
    if most(found.value) > most(told.found.value):
        return False
    near = (max(sentence.start, found.start - 60), found.start)
    if said.PARTS_AFTER.match(text, found.end):
        return True
    if most(found.value) < 2 and not text.endswith(" er ", 0, found.start):
        return False
    if told.sentence is sentence and _goes_on(text, told, found):
        return True
    if said.PARTS_BEFORE.search(text, *near):
        return True
    return told.sentence is sentence and said.are_dealt_out(
        text[told.found.end : found.start], text[found.end : sentence.end]
    )


def _is_number_of_things(found: Found[Quantity]) -> bool:
    return not (found.value.is_percent or said.TIME_UNIT.match(found.value.unit))


def _goes_on(text: str, told: Reading, found: Found[Quantity]) -> bool:
    """Whether a bare number tells of what the count before it in its sentence is of."""
    is_bare = not found.value.unit or said.AND_MORE.match(
        text, found.start + len(found.value.words)
    )
    between = text[told.found.end : found.start]
    joins = re.search(r"(?:,|\ben|\bmaar) (?:ruim |nog )?$", between)
    return bool(
        is_bare and joins and len(between) < _JOINED and said.AND_MORE.match(text, found.end)
    )


def _is_next_in_row(text: str, told: Reading, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a bare number counts the same for another: "Emmen meldde er 98, Assen 71"."""
    is_same = found.value.unit in ("", told.found.value.unit)
    if not is_same or found.value.words[:1].isalpha():
        return False
    if said.OF_THEM.search(text, max(sentence.start, found.start - 30), found.start):
        return tells_of_the_past(text[sentence.start : sentence.end])
    is_in_brackets = text[found.start - 1 : found.start] == "(" and text.startswith(")", found.end)
    if is_in_brackets and _MANY <= most(found.value) <= most(told.found.value):
        return True
    between = text[told.found.end : found.start]
    is_row = told.sentence is sentence and said.ROW.fullmatch(between)
    words = between.lower().split()
    return bool(is_row and said.ENDS_ROW.match(text, found.end)) and not any(
        word in FINITE_VERBS or tells_of_the_past(word) for word in words
    )


def _is_told_beside(text: str, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count stands beside its own share: "een kwart van hen, 49 personen, was man"."""
    is_between = text.endswith(", ", sentence.start, found.start) and text.startswith(
        ",", found.end
    )
    return is_between and COUNTED.search(found.value.unit) is not None


def _stands_beside(text: str, told: Reading, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count in figures is listed with the one before it: "36 koks en 52 obers"."""
    between = text[told.found.end : found.start]
    is_count = found.value.unit and found.value.words[:1].isdigit()
    joins = len(between) < _JOINED and said.BESIDE.fullmatch(between)
    return bool(is_count and told.sentence is sentence and joins)


def _is_ahead(context: Context, year: int) -> bool:
    now = this_year(context)
    return now is not None and year > now


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
    context: Context, sentence: Sentence, found: Found[Quantity], before: list[Reading]
) -> bool:
    """Whether a length of time goes on from one that is a measure: "In 2021 was dat 9 weken"."""
    last, quantity = told_before(sentence, before), found.value
    is_same = last is not None and last.found.value.unit == quantity.unit
    says = said.SAME_AGAIN.search(context.text, sentence.start, sentence.end)
    says = says or said.ELLIPTIC_AIM.search(context.text, sentence.start, found.start)
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


def listed_part(
    context: Context, found: Found[Quantity], sentence: Sentence, before: list[Reading]
) -> int | None:
    """The year of the count that leads in a list, for a bare number at the head of its items."""
    block = sentence.block
    if block.kind is not BlockKind.LIST_ITEM or not before or found.start != block.start:
        return None
    last = before[-1]
    blocks = context.letter.blocks
    index = bisect_right(blocks, block.start, key=lambda each: each.start) - 2
    while index >= 0 and blocks[index].kind is BlockKind.LIST_ITEM:
        index -= 1
    lead = blocks[index] if index >= 0 else None
    is_led_in = lead is not None and context.letter.block_text(lead).rstrip().endswith(":")
    is_near = lead is not None and last.sentence.block.start >= lead.start
    is_part = found.value.value is not None and most(found.value) <= max(
        most(each.found.value)
        for each in before[-_NEAR:]
        if each.sentence.block is lead or each is last
    )
    return last.year if is_led_in and is_near and is_part else None
