"""A release's values by year as figures of the programme, with the count that each came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from samen.core.estimation.verdict import Use
from samen.core.terms import FigureMethod
from samen.figures.models import Count, ReleasedFigure
from samen.figures.queries_of_releases import State
from samen.figures.values import TOTAL, Codes
from samen.programme.actions import record_figure, withdraw_figure
from samen.programme.queries import figure_with_id
from samen.programme.values import FigureFacts
from samen.purposes.inside import Purpose


@dataclass(frozen=True, slots=True)
class Value:
    """One value that a release gives an indicator."""

    count: Count
    cell: Codes
    breakdown: str
    value: int
    method: FigureMethod
    low: int | None = None
    high: int | None = None
    verdict: str = ""


def record_values(
    purpose: Purpose, state: State, counts: Mapping[str, Count], *, now: datetime
) -> None:
    """Record what a release shows by year, and by year and one code, with where it came from."""
    for each in _values(state, counts):
        query = each.count.query
        facts = FigureFacts(
            year=int(each.cell[0]), publication=f"Vrijgave {state.release.number}: "
            f"{state.release.title}", value=Decimal(each.value), breakdown=each.breakdown,
            published_on=purpose.day, vintage=f"vrijgave {state.release.number}",
            definition=query.definition_id, method=each.method,
            source=f"{query.name}/{query.version}, {each.count.cells_sha256[:16]}",
        )  # fmt: skip
        number = record_figure(
            indicator=query.indicator_id, figure=facts, by=purpose.membership.user, now=now
        )
        ReleasedFigure.objects.create(
            release=state.release, figure_id=number, count=each.count.pk, cell=list(each.cell),
            low=each.low, high=each.high, verdict=each.verdict,
        )  # fmt: skip
    for told in state.content["reported"]:
        ReleasedFigure.objects.create(release=state.release, figure_id=told["figure"])


def withdraw_values(purpose: Purpose, state: State, *, reason: str, now: datetime) -> None:
    """Withdraw the values that a release gave; those of others only went with it, and stay."""
    for row in state.release.figures.filter(count__isnull=False):
        found = figure_with_id(figure=row.figure_id)
        if found is not None and found.withdrawn_at is None:
            withdraw_figure(
                figure=row.figure_id, reason=reason, by=purpose.membership.user, now=now
            )


def _values(state: State, counts: Mapping[str, Count]) -> Iterator[Value]:
    seen: set[tuple[int, Codes, str]] = set()
    for table in state.content["tables"]:
        row = counts[table["count"]]
        for codes, n in table["rows"]:
            told = [(name, code) for name, code in zip(table["by"], codes[1:], strict=True)
                    if code != TOTAL]  # fmt: skip
            breakdown = "".join(f"{name}: {code}" for name, code in told)
            key = (row.query.indicator_id, tuple(codes[:1]), breakdown)
            if n is not None and len(told) <= 1 and key not in seen:
                seen.add(key)
                yield Value(row, tuple(codes), breakdown, n, FigureMethod.COUNTED)
    yield from _estimates(state, counts)


def _estimates(state: State, counts: Mapping[str, Count]) -> Iterator[Value]:
    for each in state.content["estimates"]:
        row = counts[each["count"]]
        for year, told in each["years"].items():
            if told["verdict"] != Use.REFUSE and "total" in told:
                yield _estimated(row, year, told)


def _estimated(row: Count, year: str, told: Mapping[str, Any]) -> Value:
    return Value(row, (year,), "", told["total"], FigureMethod.ESTIMATED, told.get("low"),
                 told.get("high"), told["verdict"])  # fmt: skip
