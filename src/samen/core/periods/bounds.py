"""The year of a bound that names none: "uiterlijk 1 juni", "tot en met mei"."""

import re
from dataclasses import replace

from samen.core.periods.passage import Passage
from samen.core.periods.period import Period
from samen.core.periods.points import Point, nearest
from samen.core.terms import Found, Precision

_GONE = re.compile(r"\b(?:jl|j\.l|jongstleden|ll|l\.l)\.?$")
_OTHER_YEAR = re.compile(r"\b20\d\d\b")
_DATED = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.SEASON})


def year_of_bound(
    passage: Passage, groups: set[str], point: Point, last: Found[Period] | None
) -> Point:
    """A bound in the year that its sentence tells; the same where it has a year of its own.

    groups: what its preposition says ("soft", "until" and the like). last: the period before it.
    """
    if point.recast is None:
        return point
    ahead = _still_to_come(passage, groups, point)
    if last is None or last.value.earliest is None:
        return ahead
    return _after_begin(passage, _in_year_counted(passage, groups, ahead, last), last)


def _still_to_come(passage: Passage, groups: set[str], point: Point) -> Point:
    """A deadline without a year lies ahead, unless its sentence looks back."""
    if point.recast is None or not groups & {"soft", "strict", "latest", "until"}:
        return point
    if _GONE.search(passage.low, point.start, point.end):
        return point
    if passage.looks_back(point.start, point.end):
        return point
    interval = nearest(point.recast, passage.anchor, 1)
    return replace(point, earliest=interval[0], latest=interval[1]) if interval else point


def _in_year_counted(
    passage: Passage, groups: set[str], point: Point, last: Found[Period]
) -> Point:
    """ "Over dit jaar staat de teller tot en met mei op 8": the month is of the year told."""
    is_year = last.value.precision is Precision.YEAR and "through" in groups
    if not is_year or last.start < passage.clause(point.start)[0] or last.value.earliest is None:
        return point
    if _OTHER_YEAR.search(passage.low, last.end, point.start):
        return point
    return point.in_year(last.value.earliest.year)


def _after_begin(passage: Passage, point: Point, last: Found[Period]) -> Point:
    """A bound without a year comes after the dated begin that its sentence told before it."""
    begin, latest = last.value.earliest, point.latest
    if point.recast is None or begin is None or latest is None:
        return point
    is_dated = last.value.precision in _DATED and re.search(r"(?:19|20)\d\d$", last.value.words)
    if not is_dated or latest > begin or last.start < passage.sentence(point.start)[0]:
        return point
    interval = nearest(point.recast, begin, 1)
    return replace(point, earliest=interval[0], latest=interval[1]) if interval else point
