"""What others build on: files, the catalogue, the feed, the sitemap."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.core.publishing.standards import Coding
from samen.figures import open_data
from samen.figures.files import BY, FORMS, as_bars, as_file, base_of, headers, in_asked_language
from samen.figures.kept import kept
from samen.figures.queries_of_releases import catalogue as indicators
from samen.figures.queries_of_releases import released_with
from samen.figures.series import told
from samen.figures.standards import STANDARDS, codes_to_fill, coding_of, exported, table_of
from samen.work import clock

OPEN = {"Access-Control-Allow-Origin": "*"}


@require_GET
@kept
def overview(request: HttpRequest) -> HttpResponse:
    """What there is for who builds on the figures, with examples."""
    given = {"base": base_of(request).rstrip("/"), "example": next(iter(indicators()), None)}
    return render(request, "figures/open_data.html", given)


@require_GET
@kept
@in_asked_language
def file(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """An indicator as a file; with `?naar=FIELD` the drawing of its groups."""
    found = told(code) if form in FORMS else None
    if found is None:
        raise Http404
    field = request.GET.get(BY, "")
    content = as_bars(found, field, form) if field else as_file(found, form, base_of(request))
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=FORMS[form].media_type, headers=headers(code, form))


@require_GET
@kept
@in_asked_language
def bulk(request: HttpRequest) -> HttpResponse:
    """All that was released, in one file."""
    content = open_data.bulk(base_of(request), today=clock.today())
    named = {"Content-Disposition": 'attachment; filename="cijfers.zip"'}
    return HttpResponse(content, content_type="application/zip", headers=OPEN | named)


@require_GET
@kept
@in_asked_language
def feed(request: HttpRequest) -> HttpResponse:
    """The releases, for who follows them."""
    content = open_data.feed(base_of(request), today=clock.today())
    return HttpResponse(content, content_type="application/atom+xml", headers=OPEN)


@require_GET
@kept
def catalogue(request: HttpRequest, notation: str) -> HttpResponse:
    """The catalogue of datasets, for catalogues of others."""
    if notation not in open_data.CATALOGUES:
        raise Http404
    content = open_data.catalogue(base_of(request), notation)
    return HttpResponse(content, content_type=open_data.CATALOGUES[notation], headers=OPEN)


@require_GET
@kept
def in_standard(_request: HttpRequest, number: int, place: int, standard: str) -> HttpResponse:
    """A released table in the shape of an international standard."""
    content = exported(_table(number, place), _coding(standard))
    return _csv(content, f"{number}-{place}-{standard}")


@require_GET
@kept
def codes(_request: HttpRequest, number: int, place: int, standard: str) -> HttpResponse:
    """The words of a released table, to fill in which codes of a standard they are."""
    content = codes_to_fill(_table(number, place), _coding(standard))
    return _csv(content, f"{number}-{place}-{standard}-codes")


def _table(number: int, place: int) -> Mapping[str, Any]:
    state = released_with(number)
    table = table_of(state, place) if state else None
    if table is None:
        raise Http404
    return table


def _coding(standard: str) -> Coding:
    if standard not in STANDARDS:
        raise Http404
    return coding_of(standard)


def _csv(content: bytes, name: str) -> HttpResponse:
    named = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(content, content_type="text/csv", headers=OPEN | named)


@require_GET
@kept
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page of figures, for search engines."""
    content = open_data.all_pages(base_of(request), today=clock.today())
    return HttpResponse(content, content_type="application/xml")
