"""One indicator: how many, and what it counts."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.accounts.permissions import requires, roles_today
from samen.core.publishing.doubts import doubts
from samen.core.terms import Role
from samen.programme import queries
from samen.programme.forms import AsOfForm
from samen.programme.series import as_series
from samen.programme.values import FigureState
from samen.programme.views.common import end_of
from samen.programme.views.importing import said
from samen.work import clock


@requires()
@require_GET
def indicators(request: HttpRequest) -> HttpResponse:
    """All that is counted."""
    given = {
        "indicators": queries.indicators(),
        "may_write": Role.PROGRAMME_TEAM in roles_today(request),
    }
    return render(request, "programme/indicators.html", given)


@requires()
@require_GET
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One series with its vintages and targets, as it is or as it was known on a day."""
    number = queries.indicator_with_code(code=code)
    life = queries.life_of(entry=number) if number is not None else None
    if number is None or life is None:
        raise Http404
    form = AsOfForm(request.GET)
    known_on = form.cleaned_data["bekend"] if form.is_valid() else None
    known_at = end_of(known_on)
    today = clock.today()
    title, facts = queries.indicator_facts(indicator=number)
    definitions = queries.definitions_of(indicator=number)
    figures = [
        figure
        for figure in queries.figures_of(indicator=number, with_withdrawn=True, known_at=known_at)
        if figure.is_out(today)
    ]
    targets = [
        target
        for target in queries.targets_of(indicator=number, with_withdrawn=True, known_at=known_at)
        if target.decided_on is None or target.decided_on <= today
    ]
    series = as_series(
        title, facts, figures=figures, targets=targets,
        definitions=queries.definitions_since(indicator=number),
    )  # fmt: skip
    given = {
        "life": life,
        "known_on": known_on,
        "may_write": Role.PROGRAMME_TEAM in roles_today(request) and known_on is None,
        "stands": life.merged_into is None and life.withdrawn_at is None,
        "merged": queries.titles_of(life.merged),
        "values": _told_once(figures),
        "targets": targets,
        "definitions": definitions,
        "series": series,
        "doubts": [said(doubt) for doubt in doubts(series)],
        "twice": _years_told_twice(figures),
    }
    return render(request, "programme/indicator.html", given)


def _told_once(figures: Iterable[FigureState]) -> list[list[FigureState]]:
    """The figures by value: what several sources say alike stands together, the first in front.

    What was superseded or withdrawn stands by itself.
    """
    told: dict[tuple[object, ...], list[FigureState]] = {}
    for figure in figures:
        stands = figure.superseded_by is None and figure.withdrawn_at is None
        own = None if stands else figure.id
        says = (figure.year, figure.until_year, figure.breakdown, figure.value, figure.words)
        told.setdefault((*says, own), []).append(figure)
    return list(told.values())


def _years_told_twice(figures: list[FigureState]) -> list[int]:
    """The years for which publications give different totals."""
    values: dict[tuple[int, int, str], set[object]] = {}
    for figure in figures:
        if figure.superseded_by is None and figure.withdrawn_at is None:
            key = (figure.year, figure.until_year, figure.breakdown)
            values.setdefault(key, set()).add(figure.value)
    return sorted({key[0] for key, told in values.items() if len(told) > 1})
