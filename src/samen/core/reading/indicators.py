"""Indicators: counts and shares of what the programme follows, each with its year or none.

A number is an indicator when its sentence names a followed series, or says that it counts,
measures or aims. Words stand in for a number that is not there ("more municipalities").
"""

import re

from samen.core.reading import indicator_words as said
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, within
from samen.core.reading.indicator_candidates import candidates_of
from samen.core.reading.indicator_clauses import (
    is_in_figures,
    is_no_measure,
    is_sum,
    most,
    name_of,
    own_clause,
    part_of,
)
from samen.core.reading.indicator_compared import is_told_again
from samen.core.reading.indicator_dating import year_in_row, year_taken_over, year_told
from samen.core.reading.indicator_lines import named_line
from samen.core.reading.indicator_net import caught
from samen.core.reading.indicator_readings import (
    Reading,
    is_of_no_year,
    is_of_report,
    is_part_of_told,
    listed_under,
    says_again,
    told_before,
)
from samen.core.reading.indicator_sequels import is_sequel, year_of_sequel
from samen.core.reading.indicator_tellings import is_told
from samen.core.reading.indicator_turns import is_of_unclear_year, year_in_turn
from samen.core.reading.indicator_years import (
    tells_of_a_time,
)
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, SERIES, Series
from samen.core.reading.text import BlockKind
from samen.core.terms import Found

_LIMITS = ("at least", "at most")
_YEAR_BEFORE = re.compile(
    r"\b(?:een jaar eerder|(?:in )?het jaar (?:daarvoor|ervoor|eerder)|a year earlier)\b",
    re.IGNORECASE,
)


def find_indicators(
    context: Context, quantities: list[Found[Quantity]]
) -> tuple[list[Candidate], list[Found[Quantity]]]:
    """Indicators with a number, and the quantities that are none."""
    readings = read_by_rules(context, quantities)
    readings = sorted([*readings, *caught(context, quantities, readings)], key=_place)
    taken = {each.found.start for each in readings}
    together: dict[int, list[Reading]] = {}
    for each in readings:
        together.setdefault(each.sentence.start, []).append(each)
    indicators = [
        one
        for each in readings
        for one in candidates_of(context, each, together[each.sentence.start])
    ]
    others = [found for found in quantities if found.start not in taken]
    return sorted(indicators, key=lambda each: each.start), others


def read_by_rules(context: Context, quantities: list[Found[Quantity]]) -> list[Reading]:
    """The numbers that a rule knows for indicators, in order."""
    readings: list[Reading] = []
    for found in quantities:
        reading = _read(context, found, readings, quantities)
        if reading is not None:
            readings.append(reading)
    return readings


def _place(reading: Reading) -> int:
    return reading.found.start


def _read(
    context: Context,
    found: Found[Quantity],
    before: list[Reading],
    quantities: list[Found[Quantity]],
) -> Reading | None:
    sentence, quantity = next(iter(context.sentences_around(found.start)), None), found.value
    if sentence is None:
        return None
    counts = within(quantities, sentence.start, sentence.end)
    rise = year_in_row(context, sentence, found, counts, before)
    if is_of_unclear_year(context, sentence, counts) or (
        rise is None and _counts_nothing(context, found, sentence, before)
    ):
        return None
    text = context.text[sentence.start : sentence.end]
    last = _same_subject(context, sentence, before)
    series = _series_of(context, sentence, quantity, last)
    clause = own_clause(context, found, sentence, counts)
    if last is None:
        last = _goes_on_from(context, sentence, found, before, clause)
        series = series or (last.series if last else None)
    in_turn = rise or year_in_turn(context, sentence, found, counts)
    near = last or told_before(sentence, before)
    year = in_turn or year_told(context, found, sentence, near, clause)
    is_sure = bool(series or rise) or bool(in_turn and COUNTED.search(counts[-1].value.unit))
    if year is None:
        year = year_taken_over(context, found, sentence, before, clause)
        is_sure = is_sure or year is not None
    line = None if year is not None and is_sure else named_line(context, found, sentence)
    year, name = (year or line.year, line.name) if line else (year, "")
    listed = (listed_under(context, sentence) if year is not None else "") or name
    is_part = (
        _is_again(context, found, sentence)
        or is_part_of_told(context, found, sentence, near)
        or is_told_again(context, sentence, found, quantities)
    )
    is_sure = is_sure or bool(listed) or (is_part and year is not None)
    if not is_sure and is_sequel(context, found, sentence, before, quantities):
        year, is_sure = year or year_of_sequel(context, found, sentence, before), True
    if not is_sure and not _is_followed(context, found, last, sentence, clause, year):
        return None
    named = listed or name_of(text, quantity) or (last.name if last else "")
    named, begin = series.name if series else named, line.start if line else None
    return Reading(found, sentence, series, named, year, clause, begin)


def _is_again(context: Context, found: Found[Quantity], sentence: Sentence) -> bool:
    return said.COUNT_AGAIN.search(context.text, sentence.start, found.start) is not None


def _counts_nothing(
    context: Context, found: Found[Quantity], sentence: Sentence, before: list[Reading]
) -> bool:
    """Whether a number is a sum of money, or no measure by its words."""
    if is_sum(context.text, found) and not _is_again(context, found, sentence):
        return True
    is_none = is_no_measure(context, found, sentence)
    return is_none and not says_again(context, sentence, found, before)


def _series_of(
    context: Context, sentence: Sentence, quantity: Quantity, last: Reading | None
) -> Series | None:
    """The series that a number is of, by its sentence, the number before it or its paragraph."""
    text = context.text[sentence.start : sentence.end]
    named = _series(text, quantity) or _repeats(last, text, quantity)
    return named or _spoken_of(context, sentence, quantity)


def _is_followed(
    context: Context,
    found: Found[Quantity],
    last: Reading | None,
    sentence: Sentence,
    clause: tuple[int, int],
    year: int | None,
) -> bool:
    """Whether a number of no series is one that is followed, in a year or of late."""
    if year is None:
        return is_of_no_year(context, found, sentence)
    now = this_year(context)
    not_ahead = now is not None and year <= now
    return _is_measured(context, found, last, sentence, clause, not_ahead=not_ahead)


def _is_measured(
    context: Context,
    found: Found[Quantity],
    last: Reading | None,
    sentence: Sentence,
    clause: tuple[int, int],
    *,
    not_ahead: bool,
) -> bool:
    """Whether a number with a year is followed: its words measure, or it goes on from another."""
    quantity, text = found.value, context.text[sentence.start : sentence.end]
    if last is not None and _follows(context, found, last, clause):
        return True
    if is_part_of_told(context, found, sentence, last) or is_of_report(context, found, sentence):
        return True
    if part_of(context, found, sentence) or (not_ahead and is_told(context.text, found, sentence)):
        return True
    many = most(quantity)
    has_year = quantity.year is not None or tells_of_a_time(context, *clause)
    has_year = has_year or said.AT_THAT_TIME.match(context.text, clause[0]) is not None
    measures = last is not None or bool(said.MEASURES.search(text))
    if said.TIME_UNIT.match(quantity.unit) or (
        not not_ahead and quantity.unit and quantity.qualifier in _LIMITS
    ):
        return True
    is_written = is_in_figures(quantity)
    if quantity.is_percent or (not quantity.unit and is_written and measures):
        return True
    if said.OUTCOME.search(quantity.unit) and many >= 3 and has_year:
        return True
    is_counted = bool(COUNTED.search(quantity.unit)) and (is_written or (has_year and not_ahead))
    if many >= 20 and (measures or is_counted):
        return True
    least = 2 if COUNTED.search(quantity.unit) else 10 if quantity.unit else 20
    return (is_written and has_year and many >= least) or (is_counted and many >= 10)


def _follows(
    context: Context, found: Found[Quantity], last: Reading, clause: tuple[int, int]
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


def _series(text: str, quantity: Quantity) -> Series | None:
    for series in SERIES:
        fits = quantity.is_percent or (
            (not quantity.unit or series.units.search(quantity.unit)) and most(quantity) >= 10
        )
        if fits and series.subject.search(text):
            return series
    return None


def _same_subject(context: Context, sentence: Sentence, before: list[Reading]) -> Reading | None:
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
    before: list[Reading],
    clause: tuple[int, int],
) -> Reading | None:
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


def _repeats(last: Reading | None, text: str, quantity: Quantity) -> Series | None:
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
