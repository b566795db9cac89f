"""What others build on: files, the catalogue, the feed, the sitemap."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samen.figures import open_data
from samen.figures.files import BY, FORMS, as_bars, as_file, base_of, headers, in_asked_language
from samen.figures.kept import kept
from samen.figures.queries_of_releases import catalogue as indicators
from samen.figures.series import told
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
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page of figures, for search engines."""
    content = open_data.all_pages(base_of(request), today=clock.today())
    return HttpResponse(content, content_type="application/xml")
