"""Indicators: counts and shares of what the programme follows, each with its year or none.

A number is an indicator when its sentence names a followed series, or says that it counts,
measures or aims. Words stand in for a number that is not there ("more municipalities").
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from samen.core.reading import indicator_words as said
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate, within
from samen.core.reading.indicator_clauses import (
    CUT,
    clause_of,
    is_no_measure,
    most,
    name_of,
    own_clause,
    part_of,
)
from samen.core.reading.indicator_years import (
    half_a_year_before,
    last_year_before,
    reckoned_year,
    tells_of_a_time,
    year_around,
    year_before_bracket,
    year_in_turn,
    year_of_rise,
)
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, PARTITIVE, SERIES, Series
from samen.core.reading.stated import number
from samen.core.reading.text import BlockKind
from samen.core.terms import CandidateKind, Found, ValueKind

_YEAR_BEFORE = re.compile(
    r"\b(?:een jaar eerder|(?:in )?het jaar (?:daarvoor|ervoor|eerder)|a year earlier)\b",
    re.IGNORECASE,
)


_LONGEST_LIST, _LONGEST_TITLE = 15, 120


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number of a sentence read as an indicator."""

    found: Found[Quantity]
    sentence: Sentence
    series: Series | None
    name: str
    year: int | None
    clause: tuple[int, int]


def find_indicators(
    context: Context, quantities: list[Found[Quantity]]
) -> tuple[list[Candidate], list[Found[Quantity]]]:
    """Indicators with a number, and the quantities that are none."""
    readings: list[_Reading] = []
    others: list[Found[Quantity]] = []
    for found in quantities:
        reading = _read(context, found, readings, quantities)
        if reading is None:
            others.append(found)
        else:
            readings.append(reading)
    together: dict[int, list[_Reading]] = {}
    for each in readings:
        together.setdefault(each.sentence.start, []).append(each)
    indicators = [_candidate(context, each, together[each.sentence.start]) for each in readings]
    return sorted(indicators, key=lambda each: each.start), others


def _read(
    context: Context,
    found: Found[Quantity],
    before: list[_Reading],
    quantities: list[Found[Quantity]],
) -> _Reading | None:
    sentence = _sentence_at(context, found.start)
    quantity = found.value
    if sentence is None:
        return None
    counts = within(quantities, sentence.start, sentence.end)
    rise = year_of_rise(context, sentence, found, counts)
    is_none = rise is None and is_no_measure(context, found, sentence)
    if is_none and not _says_again(context, sentence, quantity, before):
        return None
    text = context.text[sentence.start : sentence.end]
    last = _same_subject(context, sentence, before)
    series = (
        _series(text, quantity)
        or _repeats(last, text, quantity)
        or _spoken_of(context, sentence, quantity)
    )
    clause = own_clause(context, found, sentence, counts)
    if last is None:
        last = _goes_on_from(context, sentence, found, before, clause)
        series = series or (last.series if last else None)
    in_turn = rise or year_in_turn(context, sentence, found, counts)
    year = in_turn or _year(
        context, found, sentence, last or _told_before(sentence, before), clause
    )
    listed = _listed_under(context, sentence)
    if listed and year is not None:
        return _Reading(found, sentence, series, series.name if series else listed, year, clause)
    if series is None and not (in_turn and COUNTED.search(counts[-1].value.unit)):
        if year is None:
            is_told = _is_of_no_year(context, found, sentence)
            name = name_of(text, quantity)
            return _Reading(found, sentence, None, name, None, clause) if is_told else None
        not_ahead = context.anchor is not None and year <= context.anchor.year
        if not _is_measured(context, found, last, sentence, clause, not_ahead=not_ahead):
            return None
    name = series.name if series else name_of(text, quantity) or (last.name if last else "")
    return _Reading(found, sentence, series, name, year, clause)


def _listed_under(context: Context, sentence: Sentence) -> str:
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


def _says_again(
    context: Context, sentence: Sentence, quantity: Quantity, before: list[_Reading]
) -> bool:
    """Whether a length of time goes on from one that is a measure: "In 2021 was dat 9 weken"."""
    last = _told_before(sentence, before)
    is_same = last is not None and last.found.value.unit == quantity.unit
    says = said.SAME_AGAIN.search(context.text, sentence.start, sentence.end)
    return bool(is_same and said.TIME_UNIT.match(quantity.unit) and says)


def _is_of_no_year(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    """Whether a count is followed though no year is its own: of late, or where a rise ends."""
    quantity, text = found.value, context.text
    is_counted = COUNTED.search(quantity.unit) and quantity.words[:1].isdigit()
    if not is_counted or most(quantity) < 10 or quantity.year is not None:
        return False
    moves = said.MOVES.search(text, sentence.start, found.start)
    is_end = said.MOVES_TO.search(text, max(sentence.start, found.start - 20), found.start)
    return bool(moves and is_end) or bool(said.OF_LATE.search(text, sentence.start, found.start))


def _told_before(sentence: Sentence, before: list[_Reading]) -> _Reading | None:
    """The last number of the same paragraph, whose year "dat jaar" may mean."""
    last = before[-1] if before else None
    return last if last is not None and last.sentence.block is sentence.block else None


def _is_measured(
    context: Context,
    found: Found[Quantity],
    last: _Reading | None,
    sentence: Sentence,
    clause: tuple[int, int],
    *,
    not_ahead: bool,
) -> bool:
    """Whether a number with a year is followed: its words measure, or it goes on from another."""
    quantity, text = found.value, context.text[sentence.start : sentence.end]
    if last is not None and _follows(context, found, last, clause):
        return True
    if part_of(context, found, sentence):
        return True
    many = most(quantity)
    has_year = quantity.year is not None or tells_of_a_time(context, *clause)
    measures = last is not None or bool(said.MEASURES.search(text))
    if said.TIME_UNIT.match(quantity.unit):
        return True
    if quantity.is_percent:
        return measures or has_year or bool(PARTITIVE.search(text))
    if said.OUTCOME.search(quantity.unit) and many >= 3 and has_year:
        return True
    is_written = quantity.words[:1].isdigit()
    is_counted = bool(COUNTED.search(quantity.unit)) and (is_written or (has_year and not_ahead))
    if many >= 20 and (measures or is_counted or (is_written and has_year)):
        return True
    return is_counted and is_written and many >= 10


def _follows(
    context: Context, found: Found[Quantity], last: _Reading, clause: tuple[int, int]
) -> bool:
    """Whether a number counts, for its own year, what the number before it counts."""
    start, end = clause
    quantity, text = found.value, context.text
    if quantity.is_percent != last.found.value.is_percent:
        return False
    is_same_unit = quantity.unit == last.found.value.unit
    if quantity.unit and not is_same_unit and quantity.unit not in said.NO_UNITS:
        return False
    aims = said.ELLIPTIC_AIM.search(text, start, found.start)
    compares = said.COMPARED.search(text, start, found.start)
    rest = text[start : found.start] + " " + text[found.end : end]
    return bool(aims or compares or said.says_only_a_year(rest) or (quantity.unit and is_same_unit))


def _sentence_at(context: Context, position: int) -> Sentence | None:
    index = bisect_right(context.sentences, position, key=lambda each: each.start) - 1
    if index < 0 or position >= context.sentences[index].end:
        return None
    return context.sentences[index]


def _series(text: str, quantity: Quantity) -> Series | None:
    for series in SERIES:
        fits = quantity.is_percent or (
            (not quantity.unit or series.units.search(quantity.unit)) and most(quantity) >= 10
        )
        if fits and series.subject.search(text):
            return series
    return None


def _same_subject(context: Context, sentence: Sentence, before: list[_Reading]) -> _Reading | None:
    """The last number of this sentence, or in a note of the sentence that it hangs at."""
    if not before:
        return None
    if sentence.block.kind is not BlockKind.FOOTNOTE:
        last = before[-1]
        return last if last.sentence is sentence else None
    place = context.hangs_at(sentence.start)
    hung = [r for r in before if r.sentence.start <= place <= r.sentence.end + 1]
    same_note = [r for r in before if r.sentence is sentence]
    return (same_note or hung)[-1] if same_note or hung else None


def _goes_on_from(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    before: list[_Reading],
    clause: tuple[int, int],
) -> _Reading | None:
    """The number of the sentence before, where this one gives the same count for its own year."""
    last = before[-1] if before else None
    if last is None or last.sentence.block is not sentence.block:
        return None
    if context.text[last.sentence.end : sentence.start].strip():
        return None
    if not found.value.unit and found.value.is_percent == last.found.value.is_percent:
        has_own_year = found.value.year is not None and found.value.year != last.year
        if has_own_year:
            return last
    return last if _follows(context, found, last, clause) and not found.value.unit else None


def _repeats(last: _Reading | None, text: str, quantity: Quantity) -> Series | None:
    """The series of the number before, where the words compare with it."""
    if last is None or last.series is None or quantity.is_percent != last.found.value.is_percent:
        return None
    compares = _YEAR_BEFORE.search(text) or re.search(r"\b(?:tegen|tegenover|naar|tot)\s+\d", text)
    return last.series if compares else None


def _spoken_of(context: Context, sentence: Sentence, quantity: Quantity) -> Series | None:
    """The series of the paragraph so far, where a sentence goes on about "the number"."""
    so_far = context.text[max(sentence.block.start, sentence.start - 400) : sentence.start]
    text = context.text[sentence.start : sentence.end]
    if quantity.unit or not re.match(r"(?:Het|Dit|Dat) (?:aantal|totaal)|De (?:doel|norm)", text):
        return None
    return _series(so_far, quantity)


def _year(
    context: Context,
    found: Found[Quantity],
    sentence: Sentence,
    last: _Reading | None,
    clause: tuple[int, int],
) -> int | None:
    """The year of a number: its own, one reckoned from another's, or that of its note's place."""
    is_note = sentence.block.kind is BlockKind.FOOTNOTE
    is_here = last is not None and (is_note or last.sentence is sentence)
    base = last.year if last is not None and is_here else None
    base = base or last_year_before(context, sentence.block.start, found.start)
    year = (
        half_a_year_before(context, sentence, found)
        or year_before_bracket(context, sentence, found)
        or reckoned_year(context, clause, base)
    )
    if (
        year is None
        and is_note
        and found.value.year is None
        and last is not None
        and last.year is not None
    ):
        same = last.found.value.value == found.value.value
        return last.year if same else None
    around = clause_of(context, found, sentence)
    return year or year_around(context, found, (clause, around, (sentence.start, sentence.end)))


def _candidate(context: Context, reading: _Reading, together: list[_Reading]) -> Candidate:
    quantity = reading.found.value
    detail = {
        "name": reading.name,
        "year": reading.year,
        "value": number(quantity.value),
        "words": quantity.words,
        "value_kind": _value_kind(context, reading).value,
        "unit": "procent" if quantity.is_percent else _unit(reading),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "base_year": quantity.base_year,
        "qualifier": quantity.qualifier,
    }
    reason = "reeks van het programma" if reading.series else "aantal of aandeel met een jaar"
    confidence = (0.9 if reading.series else 0.7) - (0.15 if reading.year is None else 0)
    span = _span(context, reading, together)
    return candidate(context, CandidateKind.INDICATOR, span, confidence, reason, detail)


def _unit(reading: _Reading) -> str:
    return reading.series.unit if reading.series else reading.found.value.unit


def _value_kind(context: Context, reading: _Reading) -> ValueKind:
    quantity = reading.found.value
    start, end = reading.clause
    next_aim = said.AIM_OF_NEXT.search(context.text, reading.found.end, end)
    end = next_aim.start() if next_aim else end
    is_target = said.TARGET.search(context.text, start, end) or said.AIM_BEFORE.search(
        context.text, max(reading.sentence.start, start - 30), start
    )
    if (
        is_target
        and not said.MOVES.search(context.text, start, end)
        and not (quantity.direction and quantity.is_percent)
    ):
        return ValueKind.TARGET
    differs = said.DIFFERENCE.match(context.text, reading.found.end)
    if quantity.is_percent and (quantity.direction or differs):
        return ValueKind.TREND
    if context.anchor and reading.year is not None and reading.year > context.anchor.year:
        return ValueKind.TARGET
    return ValueKind.REALISED


def _span(context: Context, reading: _Reading, together: list[_Reading]) -> tuple[int, int]:
    """The sentence; its clause where the sentence holds several numbers of their own."""
    sentence, found = reading.sentence, reading.found
    start, end = sentence.start, sentence.end
    for other in together:
        if other is reading:
            continue
        if other.found.end <= found.start:
            cuts = [m.end() for m in CUT.finditer(context.text, other.found.end, found.start)]
            start = max([start, *cuts[:1]])
        else:
            cuts = [m.start() for m in CUT.finditer(context.text, found.end, other.found.start)]
            end = min([end, *cuts[:1]])
    return (start, end)
