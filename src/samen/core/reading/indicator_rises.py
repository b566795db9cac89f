"""The years of the two ends of a rise or a fall: "van 32 naar 44"."""

import re
from itertools import pairwise

from samen.core.reading.context import Context
from samen.core.reading.indicator_readings import Reading
from samen.core.reading.indicator_years import single_year
from samen.core.reading.quantities import Quantity
from samen.core.reading.report_years import report_year, this_year
from samen.core.reading.sentences import Sentence
from samen.core.terms import Found

_SPAN = re.compile(
    r"\b(?:tussen|van|(?:in )?de (?:periode|jaren)(?: van)?) (?P<first>20\d\d)"
    r"(?: ?[-–/] ?| en | tot(?: en met)? | t/m | naar )(?P<last>20\d\d)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bvan (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
_TO = re.compile(r"(?: ?%| [^\W\d_]+){0,2} (?:naar|tot) (?:ruim |circa |ongeveer |bijna )?", re.I)
_ROSE = re.compile(
    r"\b(?:steeg|stegen|daalde|daalden|groeide|groeiden|ging(?:en)?|liep(?:en)?|nam(?:en)?"
    r"|verdubbelden?|halveerden?|verdrievoudigden?|zakten?|kromp(?:en)?|klom(?:men)?"
    r"|schoof|(?:ge|toege|afge|opge|terugge|uitge|ver)\w+(?:d|t|en) (?:is|zijn|werd|was)"
    r"|(?:is|zijn|werd|was)\b[^.;]{0,60}\b(?:ge|toege|afge|opge|terugge|uitge|ver)\w+(?:d|t|en))\b",
    re.IGNORECASE,
)
"""A rise that lies behind the letter."""
_AHEAD = re.compile(
    r"\b(?:wordt|worden|gaat|gaan|moet|moeten|zal|zullen|wil|willen|stijgt|groeit|daalt|zakt"
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

    counts: the numbers of the sentence, in order. The sentence must tell of one rise only. One
    without a year is of the two years told right before it; in a yearly report, B is of that
    report and A of the year before. Of one that lies ahead, A is of now.
    """
    text = context.text
    spans = [*_SPAN.finditer(text, sentence.start, sentence.end)]
    rises = [
        (first, second)
        for first, second in pairwise(counts)
        if _FROM.search(text, max(sentence.start, first.start - 12), first.start)
        and _TO.fullmatch(text, first.end, second.start)
    ]
    if len(spans) > 1 or len(rises) != 1 or found not in rises[0]:
        return None
    ends = rises[0]
    is_first = found is ends[0]
    if spans:
        return int(spans[0]["first" if is_first else "last"])
    if _ROSE.search(text, sentence.start, ends[0].start) or _ROSE.match(text, ends[1].end):
        return _year_behind(context, sentence, before, is_first=is_first)
    if _AHEAD.search(text, sentence.start, ends[0].start):
        return _year_ahead(context, sentence, ends, is_first=is_first)
    return None


def _year_behind(
    context: Context, sentence: Sentence, before: list[Reading], *, is_first: bool
) -> int | None:
    """The year of an end of a rise that is over, in a sentence that names none."""
    if any(p.value.earliest for p in context.periods_in(sentence.start, sentence.end)):
        return None
    last = before[-1].sentence if before else None
    told = sorted({r.year for r in before[-6:] if r.year and r.sentence is last})
    if len(told) == 2:
        return told[not is_first]
    year = report_year(context)
    return None if year is None else year - is_first


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
    return now if is_first else single_year(context, last.end, sentence.end)
