"""Developments that a letter tells in words, without a number: "more municipalities"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.indicator_states import led_in
from samen.core.reading.indicator_words import TARGET
from samen.core.reading.indicator_years import names_a_time, year_of_words
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.reading.series import SAYS_COUNTED
from samen.core.reading.text import BlockKind
from samen.core.reading.trend_words import MULTIPLIED, WORD_VALUES, WordValue
from samen.core.terms import CandidateKind, ValueKind

_NEAR, _REACH, _LEAD = 3, 40, 200
_OF_IT = re.compile(r" daarvan\b")
_SUM = re.compile(r"€|\b(?:euro|bedrag|subsidie)\b", re.IGNORECASE)
_OF = re.compile(r"\bvan (?:de|het|alle|deze|die)\b[^.;,]{0,60}$", re.IGNORECASE)
_IS_SHARE = re.compile(
    r"\b(?:derde|kwart|vijfde|tiende|driekwart|helft|meerderheid|minderheid|merendeel|deel"
    r"|op (?:de|elke)|(?:bijna|vrijwel|nagenoeg|haast) alle"
    r"|van de (?:twee|drie|vier|vijf|tien))\b",
    re.I,
)
_SEEN = re.compile(
    r"\b(?:zien|ziet|zie|zag(?:en)?|constate\w+|signale\w+|merk\w+|meld\w+|laat|laten"
    r"|is (?:er )?sprake van|[Zz]or(?:gwekkend|gelijk)|[Oo]p(?:vallend|merkelijk)|[Vv]erontrustend"
    r"|was er|is er|[Dd](?:at|it) (?:is|was|betekent))\b[^.;]{0,60}$"
)
"""Before a rise that is told of as a fact."""
_AIMS = re.compile(rf"{TARGET.pattern}|\bwil\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS = re.compile(r"\bvan (?:ruim |bijna |circa )?\d")
_NOT_SO = re.compile(
    r"\b(?:moet(?:en)?|moest(?:en)?|zou(?:den)?|zal|zullen|kan|kunnen|kon(?:den)?|mag|mogen"
    r"|wil(?:len)?|ga(?:at|an)(?! om)|zodat|opdat|indien|als|wanneer|mits|tenzij|of (?:de|het|dit)"
    r"|(?<!gaat )(?<!ging )om|verwacht\w*|streef\w*|streven|doel|wens|lezen|vra(?:ag|agt|gen))\b"
    r"|\?",
    re.IGNORECASE,
)
"""In a sentence in which a rise is wished, feared or asked about."""


def find_word_indicators(context: Context, numeric: list[Candidate]) -> Iterator[Candidate]:
    """Indicator statements in words only: value null, the words kept."""
    for sentence in context.sentences:
        if sentence.block.kind is BlockKind.HEADING:
            continue
        carried = (
            report_year(context)
            or _told_before(context, numeric, sentence)
            or led_in(context, sentence)
            or _told_beside(numeric, sentence)
        )
        told: list[tuple[int, int]] = []
        for value, hit in _hits(context, sentence):
            if any(hit.start() < end and start < hit.end() for start, end in told):
                continue
            year = _year(context, sentence, hit, carried, is_move=value.moves)
            is_counted = carried or SAYS_COUNTED.search(context.text, sentence.start, sentence.end)
            lacks = value.needs_year and (year is None or not is_counted)
            is_share = _IS_SHARE.search(hit["words"]) is not None
            lacks = lacks or (value.moves and _is_not_so(context, sentence, hit))
            is_own = is_share or _stands_apart(context, sentence, hit)
            if lacks or (not is_own and _is_counted(numeric, hit.start(), hit.end())):
                continue
            told.append(hit.span())
            yield _in_words(context, sentence, value, hit, year)


def _hits(context: Context, sentence: Sentence) -> Iterator[tuple[WordValue, re.Match[str]]]:
    for value in WORD_VALUES:
        for hit in value.pattern.finditer(context.text, sentence.start, sentence.end):
            yield value, hit


def _year(
    context: Context,
    sentence: Sentence,
    hit: re.Match[str],
    carried: int | None,
    *,
    is_move: bool,
) -> int | None:
    """The year that the clause of a statement gives; for a share that opens a sentence about the
    counts before it, theirs."""
    clause = _clause(context, sentence, hit)
    year = year_of_words(context, clause, hit.end())
    if year is not None or names_a_time(context, *clause, compared=False):
        return year
    is_move = is_move or _is_seen(context.text, sentence, hit)
    is_share = _IS_SHARE.search(hit["words"]) is not None
    is_of_it = _OF_IT.match(context.text, hit.end("words"))
    start = max(sentence.block.start, sentence.start - _LEAD) if is_of_it else sentence.start
    if is_share and _SUM.search(context.text, start, sentence.end):
        return None
    if report_year(context) or carried is not None:
        return report_year(context) or (carried if is_move or is_share else None)
    is_of_things = is_share and _is_of_things(context.text, sentence, hit)
    return this_year(context) if is_move or is_of_things else None


def _is_seen(text: str, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a rise as a noun is told of as a fact: "wij zien een toename van", "dat is een"."""
    return _SEEN.search(text, sentence.start, hit.start("words")) is not None


def _stands_apart(context: Context, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a rise is not that of the numbers of its sentence: it is a value itself, not told
    by its two ends ("verdubbelde"), or a semicolon parts it from them."""
    text, (start, end) = context.text, _clause(context, sentence, hit)
    is_multiple = re.fullmatch(MULTIPLIED, hit["words"]) is not None
    if is_multiple and _ENDS.search(text, sentence.start, sentence.end) is None:
        return True
    is_part = (start, end) != (sentence.start, sentence.end)
    return is_part and re.search(r"\d", _YEARS.sub("", text[start:end])) is None


def _is_of_things(text: str, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a share is of people or cases: "een derde van de meldingen", not of a sum."""
    behind = text[hit.start("words") : min(hit.end() + _REACH, sentence.end)]
    whole = _OF.search(text, sentence.start, hit.start())
    is_counted = SAYS_COUNTED.search(behind) or (whole and SAYS_COUNTED.search(whole[0]))
    return bool(is_counted)


def _is_not_so(context: Context, sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a rise is wished for, feared or asked about."""
    start, _ = _clause(context, sentence, hit)
    stops = context.text[hit.end() : sentence.end].count("?")
    return bool(stops) or _NOT_SO.search(context.text, start, hit.end()) is not None


def _in_words(
    context: Context, sentence: Sentence, value: WordValue, hit: re.Match[str], year: int | None
) -> Candidate:
    clause = _clause(context, sentence, hit)
    now = this_year(context)
    is_ahead = year is not None and now is not None and year >= now
    is_aim = is_ahead and _AIMS.search(context.text, clause[0], hit.start()) is not None
    detail = {
        "name": value.name or (hit["name"] or "").strip(),
        "year": year,
        "value": None,
        "words": " ".join(hit["words"].split()),
        "value_kind": (ValueKind.TARGET if is_aim else value.kind).value,
        "unit": value.unit,
    }
    span = (sentence.start, sentence.end)
    return candidate(context, CandidateKind.INDICATOR, span, 0.6, "ontwikkeling in woorden", detail)


def _clause(context: Context, sentence: Sentence, hit: re.Match[str]) -> tuple[int, int]:
    """The stretch of a sentence between semicolons that a statement stands in."""
    end = context.text.find(";", hit.end(), sentence.end)
    start = context.text.rfind(";", sentence.start, hit.start())
    return max(sentence.start, start + 1), end if end >= 0 else sentence.end


def _told_before(context: Context, numeric: list[Candidate], sentence: Sentence) -> int | None:
    """The latest year of the last counts before a sentence: of its paragraph, else its heading."""
    index = bisect_right(numeric, sentence.start, key=lambda each: each.start)
    before = [each for each in numeric[max(0, index - _NEAR) : index] if each.end <= sentence.start]
    told = [each for each in before if each.start >= sentence.block.start]
    if not told and before:
        heading = context.heading_at(sentence.start)
        told = [each for each in before if context.heading_at(each.start) == heading]
        told = [each for each in told if each.detail["value_kind"] != ValueKind.TARGET.value]
    years = [each.detail["year"] for each in told]
    return max((year for year in years if isinstance(year, int)), default=None)


def _told_beside(numeric: list[Candidate], sentence: Sentence) -> int | None:
    """The one year of the counts in a sentence."""
    index = bisect_right(numeric, sentence.end, key=lambda each: each.start)
    own = {
        c.detail["year"] for c in numeric[max(0, index - _NEAR) : index] if c.end > sentence.start
    }
    year = own.pop() if len(own) == 1 else None
    return year if isinstance(year, int) else None


def _is_counted(numeric: list[Candidate], start: int, end: int) -> bool:
    """Whether a numeric indicator speaks of these words already; `numeric` stands in order."""
    index = bisect_right(numeric, start, key=lambda each: each.start)
    near = numeric[max(0, index - 3) : index]
    return any(each.start <= start and end <= each.end for each in near)
