"""How long data may be kept: the law's terms as data, and the days that follow from them.

The terms stand in `data/law/keeping_terms.csv` with their source; `wpg_terms.csv` beside it
has the articles in words.
"""

import calendar
import csv
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from samen.core.terms import Ground


@dataclass(frozen=True, slots=True)
class Term:
    """What the law says for a ground. remove_months: None where a processing must say it.
    free_months: after which data may only be compared; None where they may be used until removed.
    """

    counts_from: str
    free_months: int | None
    remove_months: int | None
    apart_months: int


class Due(NamedTuple):
    """From which day a row is out of sight, and on which day it is destroyed."""

    remove: date
    destroy: date


@cache
def legal_terms() -> dict[Ground, Term]:
    """The law's term of each ground."""
    return {
        Ground(row["ground"]): Term(
            row["counts_from"],
            int(row["free_months"]) if row["free_months"] else None,
            int(row["remove_months"]) if row["remove_months"] else None,
            int(row["apart_months"]),
        )
        for row in _law("keeping_terms.csv")
    }


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term that this system sets for its own records, with the reason and the source."""

    months: int
    in_own_words: str
    source: str


@cache
def own_terms() -> dict[str, OwnTerm]:
    """The terms of records about the work itself: holds, provisions, requests."""
    return {
        row["record"]: OwnTerm(int(row["months"]), row["in_own_words"], row["source"])
        for row in _law("record_terms.csv")
    }


@dataclass(frozen=True, slots=True)
class Prolongation:
    """How many times a processing may be prolonged, and by how many months each time."""

    most: int
    months: int


@cache
def prolongation() -> Prolongation:
    """The limits of prolonging a processing."""
    (row,) = _law("prolongations.csv")
    return Prolongation(int(row["most"]), int(row["months"]))


def _law(name: str) -> list[dict[str, str]]:
    """The rows of a table of terms."""
    file = Path(settings.ROOT) / "data" / "law" / name
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


def longest_months(grounds: Collection[Ground]) -> int | None:
    """The shortest of the law's terms for these grounds: what a processing may not pass."""
    terms = (legal_terms()[ground].remove_months for ground in grounds)
    return min((months for months in terms if months is not None), default=None)


def from_first(ground: Ground) -> bool:
    """Whether the term of a ground counts from the first processing, whatever comes later."""
    return legal_terms()[ground].counts_from == "first_processed"


def due(ground: Ground, *, first: date, necessary: date, kept_months: int | None) -> Due:
    """When data held on a ground go, as long as their processing runs.

    first, necessary: the days of the first and the last necessary processing. kept_months:
    the processing's own term, if it has one. Its last day is no part of it: that may move. What
    may only be compared is out of sight.
    """
    term = legal_terms()[ground]
    since = first if from_first(ground) else necessary
    months = min(each for each in (term.remove_months, kept_months) if each is not None)
    free = months if term.free_months is None else min(months, term.free_months)
    removed = months_after(since, months)
    return Due(months_after(since, free), months_after(removed, term.apart_months))


def held_until(last: date, decided: date, ground: Ground, end: date | None) -> date:
    """When a hold ends by itself: on its own day, or a year after its processing took what it has.

    last: its own day. decided: when it was decided; what was due then already is held from there.
    """
    if end is None:
        return last
    over = months_after(end + timedelta(days=1), legal_terms()[ground].apart_months)
    return min(last, months_after(max(over, decided), own_terms()["hold"].months))


def gone_after(end: date, ground: Ground) -> Due:
    """When all that a processing holds on a ground is out of sight and destroyed after its last
    day, at the latest."""
    return due_within(Due(date.max, date.max), ground, end)


def due_within(days: Due, ground: Ground, end: date | None) -> Due:
    """When data go whose processing has this last day: they do not outlive it."""
    if end is None:
        return days
    over = end + timedelta(days=1)
    gone = months_after(over, legal_terms()[ground].apart_months)
    return Due(min(days.remove, over), min(days.destroy, gone))
