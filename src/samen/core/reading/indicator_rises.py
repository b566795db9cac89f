"""The years of the two ends of a rise or a fall: "van 32 naar 44"."""

import re
from dataclasses import replace
from itertools import pairwise

from samen.core.reading.context import Context
from samen.core.reading.indicator_readings import Reading
from samen.core.reading.indicator_tallies import told_years
from samen.core.reading.indicator_words import AVERAGE, TIME_UNIT
from samen.core.reading.indicator_years import single_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found

_PART = r"(?:begin |medio |eind |ultimo |het (?:voor|na)jaar van |de zomer van )?"
_SPAN = re.compile(
    rf"\b(?:tussen|van|(?:in )?de (?:periode|jaren)(?: van)?) {_PART}(?P<first>20\d\d)"
    rf"(?: ?[-–/] ?| en | tot(?: en met)? | t/m | naar | op ){_PART}(?P<last>20\d\d)\b",
    re.IGNORECASE,
)
_THAT_PERIOD = re.compile(
    r"\b(?:[Ii]n|[Oo]ver) (?:de (?:onderzoeks|verslag|meet|evaluatie)periode"
    r"|(?:deze|die|diezelfde|dezelfde|genoemde|de onderzochte) (?:periode|jaren))\b"
)
_FROM = re.compile(r"\bvan (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
_TO = re.compile(
    r"(?: ?%| [^\W\d_]+){0,2} (?:naar|tot|op) (?:ruim |circa |ongeveer |bijna )?", re.I
)
_VIA = re.compile(r"\bvia (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
_SINCE = re.compile(
    r"\bsinds (?:begin |medio |eind |het jaar )?(?P<year>20\d\d)\b[^.;,\d]{0,60}$", re.IGNORECASE
)
"""Before the first number of a rise that goes on until now."""
_RISEN = (
    r"(?:gestegen|gedaald|gegroeid|gekrompen|gezakt|toegenomen|afgenomen|opgelopen|teruggelopen"
    r"|uitgebreid|ingekrompen|verhoogd|verlaagd|opgehoogd|verminderd|teruggebracht|gebracht"
    r"|verdubbeld|gehalveerd|verkort|verlengd)"
)
_IS_RISEN = re.compile(
    rf"\b(?:(?:is|zijn|was|waren|werd|werden)\b[^.;]{{0,120}}\b{_RISEN}\b"
    rf"|{_RISEN} (?:is|zijn|was|waren|werd|werden)\b)",
    re.IGNORECASE,
)
_ROSE = re.compile(
    r"\b(?:steeg|stegen|daalden?|groeiden?|ging(?:en)?|liep(?:en)?|nam(?:en)?|verdubbelden?"
    r"|halveerden?|verdrievoudigden?|zakten?|kromp(?:en)?|klom(?:men)?|schoof)\b",
    re.IGNORECASE,
)
"""A rise that lies behind the letter."""
_AHEAD = re.compile(
    r"\b(?:groeien|stijgen|dalen|toenemen|afnemen|uitgroeien|wordt|worden|gaat|gaan|moet|moeten|zal|zullen|wil|willen|stijgt|groeit|daalt|zakt"
    r"|breid(?:t|en)?|uitbreiding|uitbreiden|verhoging|verlaging|ophoging|afbouw|opbouw|brengt?"
    r"|brengen|verhog(?:t|en)|verlag(?:t|en))\b",
    re.IGNORECASE,
)


def year_of_rise(
    context: Context,
    sentence: Sentence,
    found: Found[Quantity],
    counts: list[Found[Quantity]],
    before: list[Reading],
) -> int | None:
    """The year of A or B in "tussen 2018 en 2022 daalde het aantal van A naar B", or None.

    counts: the numbers of the sentence, in order. A second rise of a sentence has the years of
    the first where it says so. One without a year is of the two years told right before it; in a
    yearly report, B is of that report and A of the year before. Of one that lies ahead, A is of
    now.
    """
    text = context.text
    if step := _year_of_step(context, sentence, found, counts):
        return step
    spans = [*_SPAN.finditer(text, sentence.start, sentence.end)]
    rises = [
        (first, second)
        for first, second in pairwise(counts)
        if _FROM.search(text, max(sentence.start, first.start - 12), first.start)
        and _TO.fullmatch(text, first.end, second.start)
    ]
    ends = next((rise for rise in rises if found in rise), None)
    if ends is None or len(spans) > 1 or _is_length(text, sentence, ends[1]):
        return None
    is_first = found is ends[0]
    told = _period_told(context, sentence, ends, before)
    if spans:
        told = (int(spans[0]["first"]), int(spans[0]["last"]))
    if told:
        return told[not is_first]
    if len(rises) > 1:
        return None
    since = _SINCE.search(text, sentence.start, ends[0].start)
    if since and _is_over(text, sentence.start, sentence.end):
        return int(since["year"]) if is_first else this_year(context)
    next_one = next((each.start for each in counts if each.start > ends[1].end), sentence.end)
    return _year_by_verb(context, sentence, ends, before, (is_first, next_one))


def _year_of_step(
    context: Context, sentence: Sentence, found: Found[Quantity], counts: list[Found[Quantity]]
) -> int | None:
    """The year of B in "van A in 2020 via B naar C in 2022", where each year has its step."""
    place = counts.index(found)
    if not 0 < place < len(counts) - 1:
        return None
    first, last, text = counts[place - 1], counts[place + 1], context.text
    is_step = _VIA.search(text, first.end, found.start) and _TO.fullmatch(
        text, found.end, last.start
    )
    behind = min([sentence.end, *(each.start for each in counts[place + 2 :])])
    begin = single_year(context, first.end, found.start) if is_step else None
    end = single_year(context, last.end, behind) if is_step else None
    return begin + 1 if begin and end == begin + 2 else None


def _is_over(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of a rise that lies behind the letter."""
    return bool(_ROSE.search(text, start, end) or _IS_RISEN.search(text, start, end))


def _is_length(text: str, sentence: Sentence, last: Found[Quantity]) -> bool:
    """Whether what rises is a length of time, which measures only as an average."""
    is_length = TIME_UNIT.match(last.value.unit) is not None
    return is_length and not AVERAGE.search(text, sentence.start, sentence.end)


def _year_by_verb(
    context: Context,
    sentence: Sentence,
    ends: tuple[Found[Quantity], Found[Quantity]],
    before: list[Reading],
    place: tuple[bool, int],
) -> int | None:
    """The year of an end of the one rise of a sentence, which is over or lies ahead.

    place: whether the first end is asked for, and where the number behind the rise begins.
    """
    text, (is_first, next_one) = context.text, place
    if _ROSE.search(text, sentence.start, ends[0].start):
        return _year_behind(context, sentence, before, is_first=is_first)
    if _IS_RISEN.search(text, sentence.start, sentence.end):
        own = single_year(context, sentence.start, sentence.end)
        behind = own or _year_behind(context, sentence, before, is_first=is_first)
        return behind or this_year(context)
    if _AHEAD.search(text, sentence.start, ends[0].start):
        return _year_ahead(context, replace(sentence, end=next_one), ends, is_first=is_first)
    return None


def _period_told(
    context: Context,
    sentence: Sentence,
    ends: tuple[Found[Quantity], Found[Quantity]],
    before: list[Reading],
) -> tuple[int, int] | None:
    """The years that "in die periode" points back to: of the numbers before it in the sentence,
    else of the period told last, in a sentence of what is over."""
    text, stretch = context.text, (sentence.start, sentence.end)
    beside = [r for r in before if r.sentence is sentence and r.found.end <= ends[0].start][-2:]
    if len(beside) > 1 and _THAT_PERIOD.search(text, beside[1].found.end, ends[0].start):
        first, last = beside[0].year, beside[1].year
        return (first, last) if first and last else None
    is_back = _THAT_PERIOD.search(text, *stretch) and _is_over(text, *stretch)
    return told_years(context, sentence.start) if is_back else None


def _year_behind(
    context: Context, sentence: Sentence, before: list[Reading], *, is_first: bool
) -> int | None:
    """The year of an end of a rise that is over, in a sentence that names none."""
    if any(p.value.earliest for p in context.periods_in(sentence.start, sentence.end)):
        return None
    others = [r for r in before[-6:] if r.sentence is not sentence]
    told = sorted({r.year for r in others if r.year and r.sentence is others[-1].sentence})
    if len(told) == 2:
        return told[not is_first]
    year = report_year(context)
    return year - is_first if year else None


def _year_ahead(
    context: Context,
    sentence: Sentence,
    ends: tuple[Found[Quantity], Found[Quantity]],
    *,
    is_first: bool,
) -> int | None:
    """The year of an end of a rise to come: now, and the year that it is to be reached in."""
    now, (first, last) = this_year(context), ends
    if now is None or single_year(context, first.end, last.start) is not None:
        return None
    if is_first:
        return now
    behind = single_year(context, last.end, sentence.end)
    return behind or single_year(context, sentence.start, first.start)
