"""Numbers told one after another: how many stand in each state, and how many came in each turn.

"Negen acties zijn klaar, zes lopen en twee zijn vervallen"; "vier in het eerste jaar, tien in
het tweede". Each number of such a row counts the same, whatever that is.
"""

import re
from itertools import pairwise

from samen.core.numerals import parse_number
from samen.core.reading.context import Context
from samen.core.reading.indicator_years import single_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import this_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found, Precision

_STATE = re.compile(
    r"(?: [^\W\d_]+){0,2}? (?:is|zijn|was|waren|werd|werden|loopt|lopen|liep|liepen|staan|staat"
    r"|liggen|ligt|bleven|vielen)\b"
)
_NO_VERB = re.compile(r" (?:in|nog|deels|gedeeltelijk|niet|reeds|al) [^\W\d_]+")
"""Behind a later number of a row, whose verb is that of the first: "zestien in uitvoering"."""
_JOINED = re.compile(r"[^.;:]{0,80}(?:,|,? en|,? maar) (?:nog |ruim |de overige |de andere )?")
_NOW = re.compile(r"\b(?:is|zijn|loopt|lopen|staan|staat|liggen|ligt)\b")
_TURN = re.compile(
    r"(?: [^\W\d_]+){0,2} in het (?P<turn>eerste|tweede|derde|vierde|vijfde|zesde)"
    r"(?: (?P<what>jaar|kwartaal|halfjaar|half jaar|tertaal))?\b"
)
_TURNS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_FEWEST = 2
_YEARS_AFTER = re.compile(
    r"\bin de (?P<many>beide|twee|drie|vier|vijf|zes) (?:ja(?:ar|ren) (?:daarna|erna|daarop|nadien)"
    r"|(?:daarop ?volgende|volgende|tussenliggende) jaren)\b",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:,|,? en)(?: (?:nog|slechts|zelfs))? ")


def year_of_tally(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year of a number in a row of numbers that each stand in a state or a turn, or None.

    counts: the numbers of the sentence, in order.
    """
    turns = [(each, _TURN.match(context.text, each.end, sentence.end)) for each in counts]
    row = [(each, turn) for each, turn in turns if turn is not None]
    if len(row) >= _FEWEST and row[0][1]["what"]:
        return _year_of_turn(context, sentence, found, row)
    return this_year(context) if _is_of_states(context, sentence, found, counts) else None


def _is_of_states(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> bool:
    """Whether a number is of a row in which each has its state of now, and no time is named."""
    text = context.text
    row = counts[:1]
    for first, second in pairwise(counts):
        behind = _STATE.match(text, bare_end(second)) or _NO_VERB.match(text, bare_end(second))
        if not (behind and _JOINED.fullmatch(text, first.end, second.start)):
            break
        row.append(second)
    is_led = len(row) > _FEWEST and _STATE.match(text, bare_end(row[0])) is not None
    if not is_led or found not in row or any(each.value.is_percent for each in row):
        return False
    is_now = _NOW.search(text, row[0].end, row[1].start) is not None
    periods = context.periods_in(sentence.start, sentence.end)
    return is_now and not any(each.value.earliest for each in periods)


def bare_end(found: Found[Quantity]) -> int:
    """Where the number itself ends, without the word that follows it."""
    unit = found.value.unit
    return found.end - len(unit) - 1 if unit and found.value.words.endswith(unit) else found.end


def _year_of_turn(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    row: list[tuple[Found[Quantity], re.Match[str]]],
) -> int | None:
    """The year of "tien in het tweede": of a period of years told, or of the year of quarters."""
    mine = next((turn for each, turn in row if each is found), None)
    if mine is None:
        return None
    if row[0][1]["what"] != "jaar":
        return single_year(context, sentence.start, row[0][0].start)
    span = told_years(context, row[0][0].start)
    year = span[0] + _TURNS.index(mine["turn"]) if span else None
    return year if span and year is not None and year <= span[1] else None


def year_of_series(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year of a number in "van 51 in 2018 naar 33, 20 en 8 in de drie jaren daarna", or None.

    The years behind the one that is named go up by one for each number.
    """
    text = context.text
    ends = _YEARS_AFTER.search(text, sentence.start, sentence.end)
    many = parse_number(ends["many"].lower().replace("beide", "twee")) if ends else None
    if ends is None or many is None:
        return None
    before = [each for each in counts if each.end <= ends.start()]
    row, first = before[-int(many) :], before[: -int(many)][-1:]
    if len(row) < int(many) or not first:
        return None
    if any(not _ROW.fullmatch(text, a.end, b.start) for a, b in pairwise(row)):
        return None
    base = single_year(context, first[0].end, row[0].start)
    if base is None or found not in (*first, *row):
        return None
    return base + (row.index(found) + 1 if found in row else 0)


def told_years(context: Context, end: int) -> tuple[int, int] | None:
    """The first and the last year of the last period of more years told before a place."""
    for period in reversed(context.periods_in(0, end)):
        first, last = period.value.earliest, period.value.latest
        if period.value.precision is Precision.SPAN and first and last and first.year < last.year:
            return first.year, last.year
    return None
