"""An estimate as a page shows it: each year with what may be said, how it was made, and why not.

Of persons it tells only the number with its interval, which is what may be proposed; who stands
with which organisations together is exact, and is for the gate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language

from samen.core.estimation.models import parse
from samen.core.estimation.report import dutch, english
from samen.core.estimation.verdict import Use
from samen.figures.counting import within
from samen.figures.models import Count
from samen.figures.queries_of_releases import State
from samen.figures.values import Reason, Told, cells_of, reason_of


@dataclass(frozen=True, slots=True)
class Year:
    """What an estimate says of a year. total: None without a number.

    lists: the organisations whose registrations it compares. together: those that the model does
    not take as independent of each other.
    """

    year: str
    use: Use
    total: int | None
    low: int | None
    high: int | None
    lists: tuple[str, ...]
    together: tuple[tuple[str, ...], ...]
    way: str
    replicates: int | None
    reasons: tuple[Reason, ...]


def years_of(count: Count, names: Mapping[str, str]) -> list[Year]:
    """The years of an estimate. names: what organisations are called."""
    rows = sorted((codes[0], codes[-1]) for codes in within(cells_of(count.cells), count.query))
    sources = {year: {name for _year, each in found for name in each.split("+")}
               for year, found in groupby(rows, key=lambda row: row[0])}  # fmt: skip
    answer: Mapping[str, Told] = count.answer or {}
    return [_year(year, told, sorted(sources.get(year, ())), names)
            for year, told in sorted(answer.items())]  # fmt: skip


def released_in(count: Count, states: Sequence[State]) -> list[State]:
    """The releases that hold an estimate, the latest first; also those that are only proposed."""
    number = str(count.pk)
    return [each for each in states
            if any(told["count"] == number for told in each.content["estimates"])]  # fmt: skip


def _year(year: str, told: Told, lists: Sequence[str], names: Mapping[str, str]) -> Year:
    called = tuple(names.get(each, each) for each in lists)
    methods = english.METHODS if get_language() == "en" else dutch.METHODS
    has_number = told["verdict"] != Use.REFUSE
    return Year(
        year, Use(told["verdict"]), told.get("total"), told.get("low"), told.get("high"), called,
        _together(told.get("model", ""), called) if has_number else (),
        methods.get(told.get("method", ""), "") if has_number else "",
        told.get("replicates") if has_number else None,
        tuple(reason_of(each) for each in told["reasons"]),
    )  # fmt: skip


def _together(model: str, lists: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The lists of each term of more than one."""
    terms = parse(model, lists).generators if model.startswith("[") else ()
    return tuple(
        tuple(name for bit, name in enumerate(lists) if term >> bit & 1)
        for term in terms if term.bit_count() > 1
    )  # fmt: skip
