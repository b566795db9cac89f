"""Indicators: counts and shares of what the programme follows, each with its year or none.

A number is an indicator when its sentence names a followed series, or says that it counts,
measures or aims. Words stand in for a number that is not there ("more municipalities").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate, within
from samen.core.reading.indicator_years import (
    half_a_year_before,
    single_year,
    year_in_turn,
    year_of_words,
)
from samen.core.reading.quantities import Quantity
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import COUNTED, PARTITIVE, SERIES, WORD_VALUES, Series
from samen.core.reading.stated import number
from samen.core.reading.text import BlockKind
from samen.core.reading.words import FINITE_VERBS, FUNCTION_WORDS
from samen.core.terms import CandidateKind, Found, ValueKind

_MEASURES = re.compile(
    r"\b(?:aantal|aantallen|totaal|percentage|aandeel|tekort|geschat\w*|schatting|raming|norm"
    r"|doelstelling|streefwaarde|streefcijfer|streven|instroom|gemiddeld|number of|target|share)\b",
    re.IGNORECASE,
)
_NO_INDICATOR_UNIT = re.compile(
    r"^(?:ma{1,2}nd\w*|ja{1,2}r\w*|we{1,2}k\w*|dag\w*|u{1,2}r\w*|keer|webinars?|landen|lidstaten|talen"
    r"|sporen|kanalen|pilaren|pijlers|onderzoeken|studies|regio\w*|plaatsen|trajecten|partners?\w*"
    r"|organisaties|werkgroepen|inwoners|klanten|respondenten|vragen|onderdelen|deelnemers)$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:doel|doelstelling\w*|afgesproken|overeengekomen|norm|lat|streef\w*|streven|ambitie"
    r"|target|zouden worden|moeten|moet|beoogd\w*|bijgesteld)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:een jaar eerder|(?:in )?het jaar (?:daarvoor|ervoor|eerder)|a year earlier)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:steeg|stegen|daalde\w*|liep|liepen|groeide\w*|nam|gestegen|gedaald|van\s+\d+\s+in)\b",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"(?:steeg|stegen|stijgt|daal\w*|nam|nemen|neemt|liep|lag|bedr\w+|groei\w*|in|bij|met|op)$"
)
_NOW = re.compile(r"^[^.,;]{0,20}\b(?:nu|thans|momenteel|now)\b", re.IGNORECASE)
_CLAUSE_CUT = re.compile(r"[,;–]\s")
_CUT = re.compile(r"[,;:–]\s|\s(?:terwijl|waarmee|maar)\s")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number of a sentence read as an indicator."""

    found: Found[Quantity]
    sentence: Sentence
    series: Series | None
    name: str
    year: int | None


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


def find_word_indicators(context: Context, numeric: list[Candidate]) -> Iterator[Candidate]:
    """Indicator statements in words only: value null, the words kept."""
    for sentence in context.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        text = context.text[sentence.start : sentence.end]
        for value in WORD_VALUES:
            hit = value.pattern.search(text)
            if hit is None:
                continue
            start, end = sentence.start + hit.start(), sentence.start + hit.end()
            year = year_of_words(context, sentence)
            lacks = value.needs_year and (year is None or not COUNTED.search(text))
            if lacks or _is_counted(numeric, start, end):
                continue
            detail = {
                "name": value.name or hit["name"].strip(),
                "year": year,
                "value": None,
                "words": " ".join(hit["words"].split()),
                "value_kind": value.kind.value,
                "unit": value.unit,
            }
            span = (sentence.start, sentence.end)
            kind = CandidateKind.INDICATOR
            yield candidate(context, kind, span, 0.6, "ontwikkeling in woorden", detail)
            if not value.name:
                break


def _is_counted(numeric: list[Candidate], start: int, end: int) -> bool:
    """Whether a numeric indicator speaks of these words already; `numeric` stands in order."""
    index = bisect_right(numeric, start, key=lambda each: each.start)
    near = numeric[max(0, index - 3) : index]
    return any(each.start <= start and end <= each.end for each in near)


def _read(
    context: Context,
    found: Found[Quantity],
    before: list[_Reading],
    quantities: list[Found[Quantity]],
) -> _Reading | None:
    sentence = _sentence_at(context, found.start)
    quantity = found.value
    if sentence is None or _NO_INDICATOR_UNIT.match(quantity.unit):
        return None
    text = context.text[sentence.start : sentence.end]
    last = _same_subject(context, sentence, before)
    series = (
        _series(text, quantity)
        or _repeats(last, text, quantity)
        or _spoken_of(context, sentence, quantity)
    )
    counts = within(quantities, sentence.start, sentence.end)
    year = year_in_turn(context, sentence, found, counts) or _year(context, found, sentence, last)
    if series is None and last is None:
        last = _goes_on_from(context, sentence, found, before)
        series = last.series if last else None
    is_written = quantity.words[:1].isdigit()
    measured = (
        last is not None
        or _MEASURES.search(text)
        or (quantity.is_percent and PARTITIVE.search(text))
        or (is_written and COUNTED.search(quantity.unit) and _most(quantity) >= 10)
        or (is_written and _most(quantity) >= 20 and quantity.year is not None)
    )
    if series is None and not (measured and year is not None and _is_said(quantity)):
        return None
    name = series.name if series else _name(text, quantity) or (last.name if last else "")
    return _Reading(found, sentence, series, name, year)


def _sentence_at(context: Context, position: int) -> Sentence | None:
    index = bisect_right(context.sentences, position, key=lambda each: each.start) - 1
    if index < 0 or position >= context.sentences[index].end:
        return None
    return context.sentences[index]


def _is_said(quantity: Quantity) -> bool:
    """Whether it says what is counted, and counts more than a handful."""
    counts = _most(quantity) >= 20
    return quantity.is_percent or (bool(quantity.unit) and counts) or counts


def _most(quantity: Quantity) -> Decimal:
    """The number, or the high end of a range."""
    return next((v for v in (quantity.value, quantity.high) if v is not None), Decimal(0))


def _series(text: str, quantity: Quantity) -> Series | None:
    for series in SERIES:
        fits = quantity.is_percent or (
            (not quantity.unit or series.units.search(quantity.unit)) and _most(quantity) >= 10
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
    context: Context, sentence: Sentence, found: Found[Quantity], before: list[_Reading]
) -> _Reading | None:
    """The number of the sentence before, where this one gives the same count for its own year."""
    last = before[-1] if before else None
    if last is None or last.sentence.block is not sentence.block or found.value.unit:
        return None
    between = context.text[last.sentence.end : sentence.start].strip()
    is_same_kind = found.value.is_percent == last.found.value.is_percent
    has_own_year = found.value.year is not None and found.value.year != last.year
    return last if not between and is_same_kind and has_own_year else None


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
    context: Context, found: Found[Quantity], sentence: Sentence, last: _Reading | None
) -> int | None:
    """The year of a number: its own, one before another's, or that of the letter for "now"."""
    text = context.text
    half = half_a_year_before(context, sentence, found)
    if half is not None:
        return half
    if last is not None and last.year is not None:
        back = _YEAR_BEFORE.search(text, max(sentence.start, found.start - 40), found.end + 40)
        if back is not None:
            return last.year - 1
        if sentence.block.kind is BlockKind.FOOTNOTE and found.value.year is None:
            same = last.found.value.value == found.value.value
            return last.year if same else None
    if found.value.year is not None:
        return found.value.year
    if context.anchor is not None and _NOW.match(text[found.end : found.end + 40]):
        return context.anchor.year
    clause = single_year(context, *_clause_of(context, found, sentence))
    return clause or single_year(context, sentence.start, sentence.end)


def _name(text: str, quantity: Quantity) -> str:
    """What is counted, in the words of the sentence."""
    found = re.search(
        r"\b(?:aantal|totaal|percentage|aandeel|tekort)\s+(?:aan\s+|van\s+)?(?:de\s+|het\s+)?"
        r"(?:[\w-]+\s+){0,2}[\w-]+",
        text,
    )
    if found is not None:
        return _up_to_verb(found.group().split())
    of = re.search(r"(?:%|procent)\s+van\s+(?:de|het|alle)\s+((?:[\w-]+\s*){1,3})", text)
    return of[1].strip() if of and quantity.is_percent else quantity.unit


def _up_to_verb(words: list[str]) -> str:
    """The words of a name, up to a verb or a word that leads on."""
    kept = words[:2]
    for word in words[2:]:
        if word in FINITE_VERBS or _NAME_ENDS.match(word):
            break
        kept.append(word)
    while kept[-1] in FUNCTION_WORDS:
        kept.pop()
    return " ".join(kept)


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
    start, end = _clause(context, reading)
    is_target = _TARGET.search(context.text, start, end)
    if (
        is_target
        and not _MOVES.search(context.text, start, end)
        and not (quantity.direction and quantity.is_percent)
    ):
        return ValueKind.TARGET
    if quantity.is_percent and quantity.direction:
        return ValueKind.TREND
    if context.anchor and reading.year is not None and reading.year > context.anchor.year:
        return ValueKind.TARGET
    return ValueKind.REALISED


def _clause(context: Context, reading: _Reading) -> tuple[int, int]:
    return _clause_of(context, reading.found, reading.sentence)


def _clause_of(context: Context, found: Found[Quantity], sentence: Sentence) -> tuple[int, int]:
    """The clause of a number: from the cut before it to the cut after it."""
    before = [m.end() for m in _CLAUSE_CUT.finditer(context.text, sentence.start, found.start)]
    after = _CUT.search(context.text, found.end, sentence.end)
    return (
        before[-1] if before else sentence.start,
        after.start() if after else sentence.end,
    )


def _span(context: Context, reading: _Reading, together: list[_Reading]) -> tuple[int, int]:
    """The sentence; its clause where the sentence holds several numbers of their own."""
    sentence, found = reading.sentence, reading.found
    start, end = sentence.start, sentence.end
    for other in together:
        if other is reading:
            continue
        if other.found.end <= found.start:
            cuts = [m.end() for m in _CUT.finditer(context.text, other.found.end, found.start)]
            start = max([start, *cuts[:1]])
        else:
            cuts = [m.start() for m in _CUT.finditer(context.text, found.end, other.found.start)]
            end = min([end, *cuts[:1]])
    return (start, end)
