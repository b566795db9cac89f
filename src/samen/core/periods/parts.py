"""Parts of years and months (halves, quarters, school years, weeks), and any point of time."""

import re
from dataclasses import replace
from datetime import date, timedelta

from samen.core.numerals import parse_number
from samen.core.periods import calendar as cal
from samen.core.periods.passage import Passage
from samen.core.periods.points import (
    GRAMMAR,
    IN_YEAR,
    LAST,
    MONTH,
    NEXT,
    THIS,
    WEEKDAYS,
    Builder,
    Point,
    S,
    resolved,
)
from samen.core.terms import Precision

_ORDINALS = {
    "eerste": 1, "1e": 1, "1ste": 1, "first": 1, "tweede": 2, "2e": 2, "2de": 2, "second": 2,
    "derde": 3, "3e": 3, "3de": 3, "third": 3, "vierde": 4, "4e": 4, "4de": 4, "fourth": 4,
    "laatste": 4,
}  # fmt: skip
_OF_YEAR = rf"{S}van{S}het{S}(?:kalender)?jaar\b(?! {{1,3}}\d)"


_OF_OTHER = re.compile(r" {1,3}van {1,3}(?:[^\W\d_]{1,12} {1,3}){0,2}[^\W\d_]")
"""Behind a half or a quarter without a year: it is one of something else than a year."""


def _half(passage: Passage, match: re.Match[str]) -> Point | None:
    number = int(match["n"]) if match["n"] else min(_ORDINALS[match["ordinal"]], 2)
    first = 6 * number - 5
    if not match["year"] and _OF_OTHER.match(passage.low, match.end()):
        return None
    return resolved(passage, match, lambda y: cal.months_of(y, first, first + 5), Precision.HALF)


def _month_half(passage: Passage, match: re.Match[str]) -> Point | None:
    number, month = min(_ORDINALS[match["ordinal"]], 2), cal.MONTHS[match["month"]]
    return resolved(passage, match, lambda y: cal.month_half(y, month, number), Precision.SPAN)


def _nth_weekday(passage: Passage, match: re.Match[str]) -> Point | None:
    number, month = _ORDINALS[match["ordinal"]], cal.MONTHS[match["month"]]
    day = WEEKDAYS[match["weekday"]]
    return resolved(passage, match, lambda y: cal.nth_weekday(y, month, number, day), Precision.DAY)


def _quarter(passage: Passage, match: re.Match[str]) -> Point | None:
    number = int(match["n"]) if match["n"] else _ORDINALS[match["ordinal"]]
    first = 3 * number - 2
    return resolved(passage, match, lambda y: cal.months_of(y, first, first + 2), Precision.QUARTER)


def _two_quarters(passage: Passage, match: re.Match[str]) -> Point | None:
    first, last = _ORDINALS[match["ordinal"]], _ORDINALS[match["last"]]
    if first >= last:
        return None
    low, high = 3 * first - 2, 3 * last
    return resolved(passage, match, lambda y: cal.months_of(y, low, high), Precision.SPAN)


def _near_quarter(passage: Passage, match: re.Match[str]) -> Point:
    """ "dit kwartaal", "volgend kwartaal"."""
    if passage.anchor is None:
        return Point(*match.span(), None, None, Precision.QUARTER)
    step = 0
    if not re.fullmatch(THIS, match["which"]):
        step = 3 if re.fullmatch(NEXT, match["which"]) else -3
    first = passage.anchor.month - (passage.anchor.month - 1) % 3
    start = cal.add_months(date(passage.anchor.year, first, 1), step)
    months = cal.months_of(start.year, start.month, start.month + 2)
    return Point(*match.span(), *months, Precision.QUARTER)


def _first_months(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "de eerste negen maanden van 2021", "de laatste maanden van 2021"."""
    size = 3 if match["unit"] == "kwartalen" else 1
    count = size * int(parse_number(match["count"] or "drie") or 3)
    if not 1 < count < 12:
        return None
    ends = (1, count) if match["end"] == "eerste" else (13 - count, 12)
    rough = match["count"] is None
    return resolved(
        passage, match, lambda y: cal.months_of(y, *ends), Precision.SPAN, approximate=rough
    )


def _week_of_month(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "de tweede week van mei": its days 8 to 14."""
    month, last = cal.MONTHS[match["month"]], 7 * _ORDINALS[match["ordinal"]]

    def make(year: int) -> cal.Interval:
        end = cal.months_of(year, month, month)[1] if match["ordinal"] == "laatste" else None
        high = end or date(year, month, last)
        return high - timedelta(days=6), high

    return resolved(passage, match, make, Precision.SPAN, approximate=True)


def _numbered_week(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "week 6 van volgend jaar": by the count of ISO 8601."""
    number = int(match["week"])
    return resolved(passage, match, lambda y: cal.week_of(y, number), Precision.SPAN)


def _week_of_day(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "de week van 4 april": from its Monday to its Sunday."""
    day, month = int(match["day"]), cal.MONTHS[match["month"]]

    def make(year: int) -> cal.Interval | None:
        found = cal.day_of(year, month, day)
        monday = found[0] - timedelta(days=found[0].weekday()) if found else None
        return (monday, monday + timedelta(days=6)) if monday else None

    return resolved(passage, match, make, Precision.SPAN)


def _month_of_near_year(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "vorig jaar oktober"."""
    month = cal.MONTHS[match["month"]]
    return resolved(passage, match, lambda y: cal.months_of(y, month, month), Precision.MONTH)


def _next_recess(passage: Passage, match: re.Match[str]) -> Point:
    """ "het reces": the first one after the letter."""
    anchor = passage.anchor
    if anchor is None:
        return Point(*match.span(), None, None, Precision.SPAN)
    names = ("zomer", "herfst", "kerst", "voorjaars", "mei")
    coming = [
        (*cal.recess(year, name), name)
        for year in (anchor.year, anchor.year + 1)
        for name in names
        if cal.recess(year, name)[0] > anchor
    ]
    low, high, name = min(coming)
    kind = "summer" if name == "zomer" else ""
    return Point(*match.span(), low, high, Precision.SPAN, approximate=True, kind=kind)


def _last_day(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "ultimo 2021", "ultimo maart 2021"."""
    month = cal.MONTHS[match["month"]] if match["month"] else 12

    def make(year: int) -> cal.Interval:
        last = cal.months_of(year, month, month)[1]
        return last, last

    return resolved(passage, match, make, Precision.DAY)


def _school_year(_: Passage, match: re.Match[str]) -> Point | None:
    first, last = int(match["first"]), int(match["second"])
    if last % 100 != (first + 1) % 100 or not cal.FIRST_YEAR < first < cal.LAST_YEAR:
        return None
    return Point(*match.span(), date(first, 8, 1), date(first + 1, 7, 31), Precision.SPAN)


def _near_school_year(passage: Passage, match: re.Match[str]) -> Point:
    """ "dit schooljaar", "volgend schooljaar"."""
    anchor = passage.anchor
    if anchor is None:
        return Point(*match.span(), None, None, Precision.SPAN)
    first = anchor.year if anchor.month >= 8 else anchor.year - 1
    if not re.fullmatch(THIS, match["which"]):
        first += 1 if re.fullmatch(NEXT, match["which"]) else -1
    return Point(*match.span(), date(first, 8, 1), date(first + 1, 7, 31), Precision.SPAN)


_ORD = "|".join(_ORDINALS)
_GRAMMAR: tuple[tuple[str, Builder], ...] = (
    (rf"(?P<ordinal>eerste|1e|tweede|2e){S}helft{S}van{S}(?:de{S}maand{S})?"
     rf"(?P<month>{MONTH})\b{IN_YEAR}?", _month_half),
    (rf"(?P<ordinal>eerste|1e|tweede|2e|derde|3e|vierde|4e){S}"
     rf"(?P<weekday>{'|'.join(WEEKDAYS)}){S}(?:van|in){S}(?P<month>{MONTH})\b{IN_YEAR}?",
     _nth_weekday),
    (rf"(?:(?P<ordinal>{_ORD}){S}(?:helft|half[- ]?jaar|half)\b|(?:h|hj)(?P<n>[12])\b)"
     rf"(?:{IN_YEAR}|{_OF_YEAR})?",
     _half),
    (rf"(?:(?P<ordinal>{_ORD}){S}(?:kwartaal|quarter)\b|(?:q|k|kwartaal )"
     rf"(?P<n>[1-4])\b)(?:{IN_YEAR}|{_OF_YEAR})?",
     _quarter),
    (r"(?P<year>\d{4})[ -]q(?P<n>[1-4])\b", _quarter),
    (rf"(?P<ordinal>{_ORD}){S}(?:en|of){S}(?:het{S})?(?P<last>{_ORD}){S}kwartaal\b"
     rf"(?:{IN_YEAR}|{_OF_YEAR})?", _two_quarters),
    (rf"(?P<which>{THIS}|{LAST}|{NEXT}){S}kwartaal\b", _near_quarter),
    (rf"(?P<end>eerste|laatste){S}(?P<count>\d{{1,2}}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
     rf"|elf){S}(?P<unit>maanden|kwartalen)(?:{IN_YEAR}|{_OF_YEAR})", _first_months),
    (rf"(?P<end>eerste|laatste){S}(?P<unit>maanden){IN_YEAR}(?P<count>(?!))?", _first_months),
    (rf"(?<!per )(?<!de )week{S}(?P<week>\d{{1,2}}){IN_YEAR}", _numbered_week),
    (rf"(?P<ordinal>{_ORD}){S}week{S}van{S}(?P<month>{MONTH})\b{IN_YEAR}?", _week_of_month),
    (rf"week{S}van{S}(?:(?:{'|'.join(WEEKDAYS)}){S})?(?P<day>\d{{1,2}}){S}(?P<month>{MONTH})\b"
     rf"{IN_YEAR}?", _week_of_day),
    (rf"(?P<year>(?:{THIS}|{LAST}|{NEXT}){S}jaar){S}(?P<month>{MONTH})\b", _month_of_near_year),
    (r"reces\b", _next_recess),
    (rf"ultimo(?:{S}(?P<month>{MONTH})\b)?{IN_YEAR}", _last_day),
    (rf"(?:het{S})?(?:school|studie|college)jaar{S}(?P<first>\d{{4}}) ?[-/] ?"
     r"(?P<second>\d{4}|\d{2})(?!\d)",
     _school_year),
    (rf"(?P<which>{THIS}|{LAST}|{NEXT}){S}(?:school|studie|college)jaar\b", _near_school_year),
)  # fmt: skip
_RULES = [(re.compile(pattern), builder) for pattern, builder in (*GRAMMAR, *_GRAMMAR)]


_PART_OF = re.compile(
    r"(?P<part>begin|start(?= van)|medio|halverwege|midden|eind|einde) (?:van )?(?:de |het )?"
)
_DIVIDED = frozenset(
    {Precision.SEASON, Precision.QUARTER, Precision.HALF, Precision.SPAN, Precision.MONTH}
)


def read_point(passage: Passage, position: int) -> Point | None:
    """The longest point that starts at a position of the text, or None."""
    best: Point | None = None
    for pattern, build in _RULES:
        match = pattern.match(passage.low, position)
        if match and (best is None or match.end() > best.end):
            best = build(passage, match) or best
    part = _PART_OF.match(passage.low, position)
    return best or (_part_of(part, read_point(passage, part.end())) if part else None)


def _part_of(match: re.Match[str], whole: Point | None) -> Point | None:
    """ "het eind van het derde kwartaal", "medio volgende maand": the last, the middle third."""
    if whole is None or whole.earliest is None or whole.latest is None:
        return None
    if whole.precision not in _DIVIDED:
        return None
    part = {"b": "begin", "s": "begin", "e": "eind"}.get(match["part"][0], "medio")
    earliest, latest = _third(whole.earliest, whole.latest, part)
    if whole.precision is Precision.MONTH:
        earliest, latest = cal.month_part(earliest.year, earliest.month, part)
    return replace(
        whole,
        start=match.start(),
        earliest=earliest,
        latest=latest,
        precision=Precision.SPAN,
        approximate=True,
        recast=None,
        kind="end" if part == "eind" else "",
    )


def _third(low: date, high: date, part: str) -> cal.Interval:
    third = (high - low) / 3
    return (low if part == "begin" else high - third if part == "eind" else low + third), (
        high if part == "eind" else low + third if part == "begin" else high - third
    )
