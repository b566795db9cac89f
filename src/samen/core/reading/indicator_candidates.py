"""A count that was read as an indicator, as the candidate that it becomes."""

from collections.abc import Iterator

from samen.core.reading import indicator_words as said
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.indicator_clauses import CUT
from samen.core.reading.indicator_readings import Reading
from samen.core.reading.indicator_sequels import is_aim_of_told
from samen.core.reading.indicator_states import is_hoped_for
from samen.core.reading.indicator_years import part_of_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.stated import number
from samen.core.terms import CandidateKind, Found, ValueKind

_LEAST_SURE = 0.65
"""The most confidence in what only weighs: below that in what a rule knows."""


def candidates_of(
    context: Context, reading: Reading, together: list[Reading]
) -> Iterator[Candidate]:
    """A number as an indicator; of a range each end is one."""
    quantity = reading.found.value
    part = part_of_year(context, reading.sentence, reading.clause)
    detail = {
        "name": f"{reading.name}, {part}".removeprefix(", ") if part else reading.name,
        "year": reading.year,
        "words": quantity.words,
        "value_kind": _value_kind(context, reading).value,
        "unit": "procent" if quantity.is_percent else _unit(reading),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "base_year": quantity.base_year,
        "qualifier": quantity.qualifier,
    }
    confidence, reason = _how_sure(reading)
    span = _span(context, reading, together)
    ends = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    for end in ends:
        own = {"value": number(end)} | detail
        yield candidate(context, CandidateKind.INDICATOR, span, confidence, reason, own)


def _how_sure(reading: Reading) -> tuple[float, str]:
    """The confidence in a reading and its reason; one that only weighs is less sure."""
    without_year = 0.15 if reading.year is None else 0
    if reading.series:
        return 0.9 - without_year, "reeks van het programma"
    if reading.chance is not None:
        sure = min(reading.chance, _LEAST_SURE) - without_year
        return sure, "aantal of aandeel, naar de woorden eromheen"
    return 0.7 - without_year, "aantal of aandeel met een jaar"


def is_stand(context: Context, found: Found[Quantity], clause: tuple[int, int]) -> bool:
    """Whether a number is how things stand: "de stand is 81%"."""
    near = (max(clause[0], found.start - 30), found.start)
    return said.STAND.search(context.text, *near) is not None


def _unit(reading: Reading) -> str:
    return reading.series.unit if reading.series else reading.found.value.unit


def _value_kind(context: Context, reading: Reading) -> ValueKind:
    quantity = reading.found.value
    start, end = reading.clause
    if said.NOW_BEHIND.match(context.text, reading.found.end):
        return ValueKind.REALISED
    next_aim = said.AIM_OF_NEXT.search(context.text, reading.found.end, end)
    end = next_aim.start() if next_aim else end
    if is_stand(context, reading.found, reading.clause) or _is_outcome(context, reading):
        return ValueKind.REALISED
    is_target = (
        said.TARGET.search(context.text, start, end)
        or said.AIM_BEFORE.search(context.text, max(reading.sentence.start, start - 60), start)
        or _is_one_of_aims(context, reading)
        or is_hoped_for(context.text, reading.found, reading.sentence)
        or is_aim_of_told(context.text, reading.found, reading.sentence)
    )
    anchor = context.anchor
    is_to_come = anchor is not None and (reading.year or 0) > anchor.year
    moves = bool(said.MOVES.search(context.text, start, end))
    moves = moves or bool(quantity.direction and quantity.is_percent)
    if is_target and (is_to_come or not moves):
        return ValueKind.TARGET
    differs = said.DIFFERENCE.match(context.text, reading.found.end)
    reaches = said.MOVES_TO.search(
        context.text, max(0, reading.found.start - 20), reading.found.start
    )
    if quantity.is_percent and ((quantity.direction and not reaches) or differs):
        return ValueKind.TREND
    if anchor is None:
        return ValueKind.REALISED
    begins = (each.value.earliest for each in context.periods_in(start, end))
    is_of_past = reading.year is not None and reading.year < anchor.year
    is_later = not is_of_past and any(day and day > anchor for day in begins)
    return ValueKind.TARGET if is_to_come or is_later else ValueKind.REALISED


def _is_one_of_aims(context: Context, reading: Reading) -> bool:
    """Whether a clause is one of several aims: "ten doel om A te halen, om B te bezoeken"."""
    text, sentence = context.text, reading.sentence
    begin = text.rfind(" om ", sentence.start, reading.found.start)
    end = min(sentence.end, reading.found.end + 120)
    is_to_do = begin >= 0 and said.TO_DO.search(text, reading.found.end, end)
    return bool(is_to_do and said.AIMS_IN_A_ROW.search(text, sentence.start, begin + 1))


def _is_outcome(context: Context, reading: Reading) -> bool:
    """Whether a number says how far an aim was reached: "is met 17 onderzoeken niet gehaald"."""
    text, found = context.text, reading.found
    is_led = text.endswith(" met ", 0, found.start)
    return is_led and said.REACHED.match(text, found.end) is not None


def _span(context: Context, reading: Reading, together: list[Reading]) -> tuple[int, int]:
    """The sentence; its clause where the sentence holds several numbers of their own."""
    sentence, found = reading.sentence, reading.found
    if reading.line_start is not None:
        return reading.line_start, found.start + len(found.value.words)
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
