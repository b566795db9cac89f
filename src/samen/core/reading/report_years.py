"""The year that a yearly report tells of."""

import re
from functools import lru_cache

from samen.core.periods import Period
from samen.core.reading.context import Context
from samen.core.terms import Found

_REPORT = re.compile(
    r"^(?:(?!(?:20\d\d|bij|brief|betreft|onderwerp)\b)[^\W_][\w’'-]*\W{1,3}){0,5}?"
    r"(?:(?:half|kwartaal)?jaar(?:verslag|rapportage|bericht|overzicht|cijfers|beeld)"
    r"|[a-z]*cijfers|[a-z]*monitor|kwartaalbericht|(?:programma|kwartaal|tertaal|voortgangs)rapportage)"
    r"(?:\W{1,3}(?!20\d\d)[^\W_][\w’'-]*){0,9}?\W{1,3}(?P<year>20\d\d)"
    r"(?:,? ?[-–—:]?(?:\W{1,3}(?!20\d\d)[^\W_][\w’'-]*){1,5}?)?"
    r"(?:\s*\|\s*\d{1,3}|\s{3,}\d{1,3})?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD, _FRONT = 400, 2500
_COVERS = re.compile(
    r"\b(?:[Dd]eze|[Dd]it) (?:half|kwartaal)?(?:jaar)?(?:rapportage|verslag|bericht|brief|rapport"
    r"|overzicht|verantwoording) (?:beslaat|bestrijkt|beschrijft|omvat|gaat over|ziet op"
    r"|heeft betrekking op|loopt van|rapporteert over|verantwoordt) [^.;]{0,80}\b20\d\d\b"
)
"""What a report says of the time that it tells of."""


_CAME_OUT = re.compile(
    r" (?:gepubliceerde?|verschenen|uitgebrachte?|gepresenteerde?|aangeboden|toegezonden) "
    r"(?:[a-z]+ )?jaar(?:verslag|rapportage|bericht|rapport|cijfers|overzicht)\b"
    r"(?! (?:over |van )?20\d\d)"
)
"""Behind the day on which a yearly report came out."""


def came_out(context: Context, period: Found[Period]) -> bool:
    """Whether a day is that of a yearly report, which tells of the year before."""
    return _CAME_OUT.match(context.text, period.end) is not None


def report_year(context: Context) -> int | None:
    """The year of a yearly report, from its title or from what it says of itself: what it counts
    without a year is of that one."""
    return _year_of_title(context.letter.original[:_HEAD]) or _year_told(context.text[:_FRONT])


def this_year(context: Context) -> int | None:
    """The year that "now" is in: that of the letter, else of the report; None for neither."""
    return context.anchor.year if context.anchor is not None else report_year(context)


@lru_cache(maxsize=64)
def _year_of_title(head: str) -> int | None:
    title = _REPORT.search(head)
    return int(title["year"]) if title else None


@lru_cache(maxsize=64)
def _year_told(front: str) -> int | None:
    told = _COVERS.search(front)
    years = {*re.findall(r"\b20\d\d\b", told[0])} if told else set()
    return int(years.pop()) if len(years) == 1 else None
