"""Pages for everybody: what was released, and no word on what was not."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET

from samen.figures.finding import WHOLE, finding
from samen.figures.queries_of_releases import (
    Published,
    catalogue,
    is_as_signed,
    published,
    released,
    released_with,
)
from samen.figures.values import ReleaseAct
from samen.figures.views.making import tables_of
from samen.programme.charts import Point, line_chart
from samen.programme.queries import definitions_of, indicator_with_code, targets_of
from samen.programme.values import TargetState

KEPT_SECONDS = 300


@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """All indicators of which something was released, and all releases."""
    given = {"indicators": catalogue(), "releases": released()}
    return _open(render(request, "figures/catalogue.html", given))


@require_GET
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: the finding, the chart, what it counts, and every released value."""
    values = published(code)
    number = indicator_with_code(code=code)
    if not values or number is None:
        raise Http404
    targets = [each for each in targets_of(indicator=number) if each.replaced_by is None]
    name = values[0].figure.name
    given = {
        "name": name, "code": code, "unit": values[0].figure.unit, "values": values,
        "found": finding(values), "definitions": definitions_of(indicator=number),
        "targets": targets, "chart": line_chart(_points(values, targets), title=name),
        "twice": _twice(values),
    }  # fmt: skip
    return _open(render(request, "figures/indicator.html", given))


@require_GET
def release(request: HttpRequest, number: int) -> HttpResponse:
    """A release with its tables, as it was signed; a withdrawn one says so."""
    state = released_with(number)
    if state is None:
        raise Http404
    given = {"state": state, "tables": tables_of(state.content), "is_whole": is_as_signed(state)}
    return _open(render(request, "figures/released.html", given))


@require_GET
def release_file(_request: HttpRequest, number: int) -> HttpResponse:
    """The bytes that were signed."""
    state = released_with(number)
    if state is None:
        raise Http404
    answer = HttpResponse(bytes(state.release.content), content_type="application/json")
    step = state.step(ReleaseAct.RELEASED)
    answer["X-Signature-Ed25519"] = step.signature if step else ""
    return _open(answer)


def _points(values: list[Published], targets: list[TargetState]) -> list[Point]:
    """Totals of single years that still stand, and the targets."""
    totals = [
        Point(each.figure.year, each.figure.value, each.figure.vintage or each.figure.publication)
        for each in values
        if each.figure.value is not None and not each.is_withdrawn
        and each.figure.superseded_by is None and each.figure.withdrawn_at is None
        and each.figure.year == each.figure.until_year and each.figure.breakdown in WHOLE
    ]  # fmt: skip
    return totals + [Point(each.year, each.value, "") for each in targets if each.value is not None]


def _twice(values: list[Published]) -> list[int]:
    """The years for which releases or publications give different totals."""
    told: dict[int, set[object]] = {}
    for each in values:
        if not each.is_withdrawn and each.figure.breakdown in WHOLE:
            told.setdefault(each.figure.year, set()).add(each.figure.value)
    return sorted(year for year, numbers in told.items() if len(numbers) > 1)


def _open(answer: HttpResponse) -> HttpResponse:
    if answer.status_code == HTTPStatus.OK:
        patch_cache_control(answer, max_age=KEPT_SECONDS)
    return answer
