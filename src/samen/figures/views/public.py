"""Pages for everybody: what was released, and no word on what was not."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_GET

from samen.core.publishing.catalogue import schema_org
from samen.core.publishing.finding import finding
from samen.core.publishing.table import citation
from samen.core.terms import FigureMethod
from samen.figures.files import FORMS, base_of, distributions, in_asked_language
from samen.figures.kept import kept
from samen.figures.key_numbers import key_numbers
from samen.figures.queries_of_releases import (
    Published,
    catalogue,
    is_as_signed,
    released,
    released_with,
)
from samen.figures.series import all_told, dataset, grouped, told
from samen.figures.standards import STANDARDS
from samen.figures.table_rows import tables_of
from samen.figures.values import ReleaseAct
from samen.programme.series import WHOLE

FRAMED: dict[str, Any] = {**settings.SECURE_CSP, "frame-ancestors": ["*"]}
"""For the one address that other sites may show inside theirs."""


@require_GET
@kept
def figures(request: HttpRequest) -> HttpResponse:
    """The few numbers that matter, all that was released, and all releases."""
    numbers = key_numbers(each.series for each in all_told() if not each.is_withdrawn)
    given = {"indicators": catalogue(), "releases": released(), "numbers": numbers}
    return render(request, "figures/catalogue.html", given)


@require_GET
@kept
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: the finding, the chart, what it counts, and every released value."""
    found = told(code)
    if found is None:
        raise Http404
    base, dutch = base_of(request), get_language() == "nl"
    whole = dataset(found, base)
    hidden = [point for point in found.series.points if point.suppressed]
    given = {
        "told": found, "series": found.series, "finding": finding(found.series, dutch=dutch),
        "totals": [each for each in found.values if each.figure.breakdown in WHOLE],
        "parts": [each for each in found.values if each.figure.breakdown not in WHOLE],
        "grouped": grouped(found.series), "hidden": hidden, "twice": _twice(found.values),
        "forms": FORMS,
        "citation": citation(whole, dutch=dutch), "embed": f"{whole.page}insluiten/",
        "schema": schema_org(whole, distributions(found, base), dutch=dutch).decode(),
    }  # fmt: skip
    return render(request, "figures/indicator.html", given)


@require_GET
@csp_override(FRAMED)
@xframe_options_exempt
@kept
@in_asked_language
def embed(request: HttpRequest, code: str) -> HttpResponse:
    """The chart of an indicator alone, for a page of another site."""
    found = told(code)
    if found is None:
        raise Http404
    page = dataset(found, base_of(request)).page
    return render(request, "figures/embed.html", {"told": found, "page": page})


@require_GET
@kept
def release(request: HttpRequest, number: int) -> HttpResponse:
    """A release with its tables, as it was signed; a withdrawn one says so."""
    state = released_with(number)
    if state is None:
        raise Http404
    given = {"state": state, "tables": tables_of(state.content), "is_whole": is_as_signed(state),
             "standards": STANDARDS}  # fmt: skip
    return render(request, "figures/released.html", given)


@require_GET
@kept
def release_file(_request: HttpRequest, number: int) -> HttpResponse:
    """The bytes that were signed."""
    state = released_with(number)
    if state is None:
        raise Http404
    answer = HttpResponse(bytes(state.release.content), content_type="application/json")
    step = state.step(ReleaseAct.RELEASED)
    answer["X-Signature-Ed25519"] = step.signature if step else ""
    return answer


def _twice(values: tuple[Published, ...]) -> list[int]:
    """The years for which releases or publications give different totals.

    An estimate is of more people than a count, and is no other value of it.
    """
    given: dict[tuple[int, bool], set[object]] = {}
    for each in values:
        figure, is_estimate = each.figure, each.figure.method == FigureMethod.ESTIMATED
        if not each.is_withdrawn and figure.breakdown in WHOLE and figure.year == figure.until_year:
            given.setdefault((figure.year, is_estimate), set()).add(figure.value)
    return sorted({year for (year, _), numbers in given.items() if len(numbers) > 1})
