"""One date or period without its preposition: "27 mei jl.", "voorjaar van 2022", "Q3 2022"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from samen.core.periods import calendar as cal
from samen.core.periods.guards import is_month_in_use
from samen.core.periods.passage import Passage
from samen.core.periods.period import Period
from samen.core.terms import Found, Precision


@dataclass(frozen=True, slots=True)
class Point:
    """A period read at a place: `text[start:end]`.

    recast: the same expression in another year; only where the text gives no year.
    kind: "" or what a preposition must know ("year", "summer", "end", "turn").
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    recast: Callable[[int], cal.Interval | None] | None = None
    kind: str = ""

    def in_year(self, year: int) -> "Point":
        """This point in a year; the same where it has a year of its own."""
        interval = self.recast(year) if self.recast else None
        if interval is None:
            return self
        return replace(self, earliest=interval[0], latest=interval[1])


type Builder = Callable[[Passage, re.Match[str]], Point | None]

S = " {1,3}"
MONTH = "|".join(sorted(cal.MONTHS, key=len, reverse=True))
THIS = "dit|deze|het lopende|het huidige|this"
LAST = "vorige?|afgelopen|voorbije|voorgaande?|verleden|last"
NEXT = "volgende?|komende?|aankomende?|aanstaande?|nieuwe|next|coming"
_YEAR = (
    rf"(?:\d{{4}}(?!\d)|'\d\d(?!\w)|(?:het{S})?(?:jaar{S})?\d{{4}}(?!\d)"
    rf"|(?:het{S}|the{S})?(?:{THIS}|{LAST}|{NEXT}){S}(?:kalender|begrotings)?(?:jaar|year))"
)
IN_YEAR = rf"(?:{S}(?:(?:van|of|in){S})?(?P<year>{_YEAR}))"
_JL = r"(?:jl\b\.?|j\.l\.|jongstleden|ll\.|l\.l\.)"
_AS = r"(?:a\.s\.|aanstaande|eerstkomende)"
WEEKDAYS = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5,
    "zondag": 6, "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4,
    "saturday": 5, "sunday": 6,
}  # fmt: skip
_ROMAN_WORDS = """
i ii iii iv v vi vii viii ix x xi xii
"""
_ROMAN = _ROMAN_WORDS.split()


def year_of(words: str | None, anchor: date | None) -> int | None:
    """The year that words name: digits, or a year relative to the anchor."""
    if not words:
        return None
    if digits := re.search(r"\d{4}$", words):
        year = int(digits[0])
        return year if cal.FIRST_YEAR <= year <= cal.LAST_YEAR else None
    if short := re.search(r"'(\d\d)$", words):
        return 2000 + int(short[1])
    if anchor is None:
        return None
    if re.search(rf"\b(?:{NEXT})\b", words):
        return anchor.year + 1
    return anchor.year - 1 if re.search(rf"\b(?:{LAST})\b", words) else anchor.year


def resolved(
    passage: Passage,
    match: re.Match[str],
    make: Callable[[int], cal.Interval | None],
    precision: Precision,
    **more: object,
) -> Point | None:
    """A point whose year stands in the group "year", or is inferred from the anchor.

    None where the words name a year that is not one.
    """
    words = match.groupdict().get("year")
    approximate, kind = bool(more.get("approximate")), str(more.get("kind", ""))
    start, end = match.span()
    if words:
        year = year_of(words, passage.anchor)
        interval = None if year is None else make(year)
        if interval is None and words.isdigit():
            return None
        low, high = interval or (None, None)
        return Point(start, end, low, high, precision, approximate, None, kind)
    if make(2024) is None:
        return None
    side = more.get("side")
    tense = side if isinstance(side, int) else _tense(passage, start, end)
    low, high = nearest(make, passage.anchor, tense) or (None, None)
    return Point(start, end, low, high, precision, approximate, make, kind)


_PAPER_OF = re.compile(
    r"\b(?:brief|brieven|kamerbrief|motie|debat\w*|\w{0,20}overleg|verslag|nota|advies|rapport"
    r"|besluit|antwoord"
    r"\w*|uitspraak|arrest|vergadering|bijeenkomst|verzoek|monitor|letter|report)"
    r" (?:van|uit) {1,3}$"
)


_AT_A_MEETING = re.compile(
    r"\b(?:in|op|tijdens) (?:de|het|een|haar|zijn|hun|uw|onze?) (?:[^\W\d_]+ )?"
    r"(?:[^\W\d_]{0,20}(?:debat|overleg|vergadering)|bijeenkomst) van {1,3}$"
)
"""Before the day of a meeting, which lies ahead where its clause does."""
_SINCE = re.compile(r"\b(?:sinds|sedert)(?: [^\W\d_]{1,20}){0,4} $")


_BEFORE_A_NOUN = re.compile(
    r"\b(?:de|het|een|die|dat|deze|dit|uw|mijn|ons|onze) (?:(?:in|op|per|sinds) )?$"
)
_MADE_OF_A_NOUN = re.compile(r" (?:te\b|(?P<done>[^\W\d_]{5,}(?:de|te|en)) [^\W\d_])")


def _tense(passage: Passage, start: int, end: int) -> int:
    """The tense of a date: a paper "van 14 februari" was written in the past, and since is past.

    Before a noun the word behind the date tells: "de in mei verschenen nota", "te verschijnen".
    """
    before = passage.low[max(0, start - 40) : start]
    if _AT_A_MEETING.search(before) and passage.tense(start) > 0:
        return 1
    if _PAPER_OF.search(before) or _SINCE.search(before):
        return -1
    made = _MADE_OF_A_NOUN.match(passage.low, end) if _BEFORE_A_NOUN.search(before) else None
    if made:
        return -1 if made["done"] else 1
    return passage.tense(start)


def nearest(
    make: Callable[[int], cal.Interval | None], anchor: date | None, tense: int
) -> cal.Interval | None:
    """The interval nearest the anchor that the tense allows (-1 past, 0 either, 1 to come).

    What lies behind is told as past, so that to a day ahead the distance counts half.
    """
    if anchor is None:
        return None
    found = [i for y in range(anchor.year - 1, anchor.year + 2) if (i := make(y))]
    if tense > 0:
        found = [i for i in found if i[1] >= anchor] or found[-1:]
    elif tense < 0:
        found = [i for i in found if i[0] <= anchor] or found[:1]

    def distance(interval: cal.Interval) -> timedelta:
        return max((interval[0] - anchor) / 2, anchor - interval[1], timedelta(0))

    return min(found, key=distance, default=None)


_PARTS_OF_A_YEAR = frozenset({Precision.HALF, Precision.QUARTER, Precision.SEASON, Precision.MONTH})
_IN_A_LIST = re.compile(r"(?:,|,? en|,? of) (?:in )?")


def dated_by_last(passage: Passage, point: Point, last: Found[Period] | None) -> Point:
    """A half, quarter or season without a year is of the year of the one before it in its sentence.

    A month only in a list ("in februari 2020 en maart"). What is still to come is not put behind.
    """
    begin = last.value.earliest if last is not None else None
    if point.recast is None or last is None or begin is None:
        return point
    is_like = last.value.precision is point.precision and point.precision in _PARTS_OF_A_YEAR
    if not is_like or not re.search(r"(?:19|20)\d\d$", last.value.words):
        return point
    if point.precision is Precision.MONTH:
        is_listed = _IN_A_LIST.fullmatch(passage.low, last.end, point.start)
        later = point.in_year(begin.year)
        is_over = later.earliest is not None and later.earliest < begin
        return point if not is_listed else point.in_year(begin.year + 1) if is_over else later
    own, anchor = point.in_year(begin.year), passage.anchor
    is_gone = own.latest is not None and anchor is not None and own.latest < anchor
    is_apart = last.end < passage.sentence(point.start)[0]
    return point if is_apart or (is_gone and passage.tense(point.start) > 0) else own


def _side(words: str) -> int | None:
    if re.fullmatch(_JL, words):
        return -1
    return 1 if re.fullmatch(_AS, words) else None


def _day_month(passage: Passage, match: re.Match[str]) -> Point | None:
    day, month = int(match["day"]), cal.MONTHS[match["month"]]
    side = _side(match["side"] or "")
    return resolved(passage, match, lambda y: cal.day_of(y, month, day), Precision.DAY, side=side)


def _roman_date(passage: Passage, match: re.Match[str]) -> Point | None:
    day, month = int(match["day"]), _ROMAN.index(match["month"]) + 1
    return resolved(passage, match, lambda y: cal.day_of(y, month, day), Precision.DAY)


def _numeric(_: Passage, match: re.Match[str]) -> Point | None:
    first, month, last = (int(match[g]) for g in ("a", "m", "b"))
    day, year = (last, first) if first > 999 else (first, last)
    if len(match["b"]) == 2 and len(match["a"]) < 4:
        # two-digit years: only where the first number can be nothing but a day
        if not (day > 12 and len(match["a"]) == 2):
            return None
        year += 2000
    interval = cal.day_of(year, month, day)
    return Point(*match.span(), *interval, Precision.DAY) if interval else None


def _month(passage: Passage, match: re.Match[str]) -> Point | None:
    month = cal.MONTHS[match["month"]]
    side = _side(match["side"] or "")
    if not (match["year"] or side) and not is_month_in_use(passage.low, *match.span()):
        return None
    return resolved(
        passage, match, lambda y: cal.months_of(y, month, month), Precision.MONTH, side=side
    )


_NEARLY_OVER = timedelta(days=20)
"""Before its end a season is already "afgelopen": in September the summer of that year."""


def _season(passage: Passage, match: re.Match[str]) -> Point | None:
    season = cal.SEASONS[match["season"]]
    which = match["which"] or ""
    kind = "summer" if season == "zomer" else ""

    def make(year: int) -> cal.Interval:
        return cal.season_of(year, season)

    point = resolved(passage, match, make, Precision.SEASON, approximate=True, kind=kind)
    if point is None or match["year"] or passage.anchor is None or not which:
        return point
    anchor = passage.anchor
    if re.fullmatch(THIS, which):
        is_over = make(anchor.year)[0] > anchor and passage.tense(match.start()) < 0
        interval = make(anchor.year - is_over)
    elif re.fullmatch(NEXT, which):
        interval = next(
            i for y in range(anchor.year, anchor.year + 2) if (i := make(y))[0] > anchor
        )
    else:
        years = range(anchor.year, anchor.year - 3, -1)
        interval = next(i for y in years if (i := make(y))[1] - _NEARLY_OVER < anchor)
    return replace(point, earliest=interval[0], latest=interval[1], recast=None)


def _past_twelve_months(passage: Passage, match: re.Match[str]) -> Point:
    end = passage.anchor
    start = cal.add_months(end, -12) if end else None
    return Point(*match.span(), start, end, Precision.SPAN, approximate=True)


def _year(passage: Passage, match: re.Match[str]) -> Point | None:
    if re.search(r"\b(?:afgelopen|voorbije) jaar$", match[0]):
        return _past_twelve_months(passage, match)
    kind = "year" if match[0].isdigit() else ""
    return resolved(passage, match, lambda y: cal.months_of(y, 1, 12), Precision.YEAR, kind=kind)


_OF_A_YEAR = re.compile(r"\b(?:in|sinds|vanaf|over|uit|van|tot|t/m|met|per|en|dan|na|voor) '$")
_COUNT_AFTER = re.compile(r" {1,3}\d|[.,]\d|'")


def _short_year(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "in '22": two digits behind an apostrophe, where a preposition makes them a year."""
    before = passage.low[max(0, match.start() - 8) : match.start()]
    if not _OF_A_YEAR.search(before) or _COUNT_AFTER.match(passage.low, match.end()):
        return None
    return Point(*match.span(), *cal.months_of(2000 + int(match[0]), 1, 12), Precision.YEAR)


_PARTS = {
    "begin": "begin", "start": "begin", "early": "begin", "medio": "medio", "half": "medio",
    "halverwege": "medio", "mid": "medio", "eind": "eind", "einde": "eind", "late": "eind",
    "end": "eind", "beginning": "begin",
}  # fmt: skip


def _part_of_year(passage: Passage, match: re.Match[str]) -> Point | None:
    part = _PARTS[match["part"] or "eind"]
    precision = Precision.SPAN if part == "medio" else Precision.QUARTER
    point = resolved(
        passage, match, lambda y: cal.year_part(y, part), precision,
        approximate=True, kind="end" if part == "eind" else "",
    )  # fmt: skip
    if point is None or match["year"] or passage.anchor is None:
        return point
    # "het einde van het jaar", "jaareinde": the year of the letter
    return replace(point.in_year(passage.anchor.year), recast=None)


def _part_of_month(passage: Passage, match: re.Match[str]) -> Point | None:
    part, month = _PARTS[match["part"]], cal.MONTHS[match["month"]]
    return resolved(
        passage, match, lambda y: cal.month_part(y, month, part), Precision.SPAN,
        approximate=True, kind="end" if part == "eind" else "",
    )  # fmt: skip


def _recess(passage: Passage, match: re.Match[str]) -> Point | None:
    name = match["recess"]
    kind = "summer" if name == "zomer" else ""
    return resolved(
        passage, match, lambda y: cal.recess(y, name), Precision.SPAN, approximate=True, kind=kind
    )


def _feast(passage: Passage, match: re.Match[str]) -> Point | None:
    if match["feast"] == "prinsjesdag":
        return resolved(passage, match, cal.budget_day, Precision.DAY)
    if match["feast"] in ("kerst", "kerstmis", "christmas"):
        return resolved(
            passage, match, lambda y: (date(y, 12, 25), date(y, 12, 26)), Precision.SPAN
        )
    turn = "turn"  # what comes before the turn of the year comes on its eve at the latest
    return resolved(
        passage, match, lambda y: (date(y, 12, 31), date(y + 1, 1, 1)), Precision.SPAN, kind=turn
    )


def _near_day(passage: Passage, match: re.Match[str]) -> Point | None:
    back = 1 if match[0].endswith(("gisteren", "yesterday")) else 0
    day = passage.anchor - timedelta(days=back) if passage.anchor else None
    return Point(*match.span(), day, day, Precision.DAY)


def _near_span(passage: Passage, match: re.Match[str]) -> Point | None:
    """ "deze week", "vorige maand", "volgende maand"."""
    step = 0
    if not re.fullmatch(THIS, match["which"]):
        step = 1 if re.fullmatch(NEXT, match["which"]) else -1
    month = match["unit"] in ("maand", "month")
    precision = Precision.MONTH if month else Precision.SPAN
    if passage.anchor is None:
        return Point(*match.span(), None, None, precision)
    if month:
        first = cal.add_months(passage.anchor.replace(day=1), step)
        return Point(*match.span(), *cal.months_of(first.year, first.month, first.month), precision)
    monday = passage.anchor - timedelta(days=passage.anchor.weekday() - 7 * step)
    return Point(*match.span(), monday, monday + timedelta(days=6), precision)


def _weekday(passage: Passage, match: re.Match[str]) -> Point | None:
    if passage.anchor is None:
        return Point(*match.span(), None, None, Precision.DAY)
    ahead = re.fullmatch(rf"{NEXT}|{_AS}", match["which"])
    weekday = WEEKDAYS[match["weekday"]]
    day = cal.weekday_on_or_after(passage.anchor + timedelta(days=1 if ahead else -7), weekday)
    return Point(*match.span(), day, day, Precision.DAY)


_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:e|ste|de|th|st|nd|rd)?"
_OPT_YEAR = rf"(?:,?{IN_YEAR})?"
_OPT_SIDE = rf"(?:{S}(?P<side>{_JL}|{_AS}))?"
GRAMMAR: tuple[tuple[str, Builder], ...] = (
    (rf"(?:(?:{'|'.join(WEEKDAYS)}),?{S})?{_DAY}{S}(?:of{S})?(?P<month>{MONTH})\b(?:\."
     rf"(?= ?\d{{4}}))?"
     rf"{_OPT_YEAR}{_OPT_SIDE}", _day_month),
    (rf"(?P<month>{MONTH})\b(?:\.(?= ?\d{{4}}))?{S}(?P<day>\d{{1,2}})(?:th|st|nd|rd)?,?{S}"
     rf"(?P<year>\d{{4}})(?!\d)"
     r"(?P<side>)", _day_month),
    (r"(?P<day>\d{1,2})[- .](?P<month>[ivx]{1,4})[- .](?P<year>\d{4})(?!\d)", _roman_date),
    (rf"(?P<day>\d{{1,2}})-(?P<month>{MONTH})-(?P<year>\d{{4}})(?!\d)(?P<side>)", _day_month),
    (r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<b>\d{4}|\d{2})(?![\w/]|-\d"
     r"|\.\d)", _numeric),
    (r"(?P<a>\d{4})-(?P<m>\d{2})-(?P<b>\d{2})(?![\w/]|-\d)", _numeric),
    (rf"(?P<month>{MONTH})\b(?:\.(?= ?\d{{4}}))?{_OPT_YEAR}{_OPT_SIDE}", _month),
    (rf"(?:(?P<which>{THIS}|{LAST}|{NEXT}){S})?"
     rf"(?P<season>{'|'.join(cal.SEASONS)})\b{IN_YEAR}?",
     _season),
    (rf"(?P<part>{_PART})(?:-|{S})(?:(?:van|of){S})?(?P<year>{_YEAR})", _part_of_year),
    (rf"(?:(?P<part>eind|einde|begin|end|beginning){S}(?:van|of){S}(?:het|the){S}"
     r"(?:kalender)?(?:jaar|year)\b|(?P<whole>jaareinde))(?P<year>(?!))?", _part_of_year),
    (rf"(?P<part>{_PART}){S}(?:(?:van|of){S})?(?P<month>{MONTH})\b{IN_YEAR}?", _part_of_month),
    (rf"(?P<recess>zomer|herfst|kerst|mei|voorjaars|krokus)-?reces\b{IN_YEAR}?", _recess),
    (rf"(?P<feast>prinsjesdag|kerst|kerstmis|christmas|jaarwisseling)\b{IN_YEAR}?", _feast),
    (r"(?:van heden|per heden|vandaag|gisteren|today|yesterday)\b", _near_day),
    (rf"(?P<which>{THIS}|{LAST}|{NEXT}){S}(?P<unit>week|maand|month)\b", _near_span),
    (rf"(?P<which>{LAST}|{NEXT}|{_AS}){S}(?P<weekday>{'|'.join(WEEKDAYS)})\b", _weekday),
    (rf"(?P<year>{_YEAR})(?![\d])\b", _year),
    (r"(?<=')\d\d(?!\w)", _short_year),
)  # fmt: skip
