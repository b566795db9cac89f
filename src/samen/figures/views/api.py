"""The REST API of what was released: only GET, problem details for what it cannot answer.

What was not released and what does not exist get the same answer, to the byte.
"""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from samen.core.publishing import api
from samen.core.publishing.feeds import Entry
from samen.core.publishing.files import series_form, to_json
from samen.core.publishing.paging import paging
from samen.figures.files import base_of
from samen.figures.kept import kept
from samen.figures.open_data import entries
from samen.figures.queries_of_releases import catalogue
from samen.figures.series import Told, dataset, publisher, told

HEADERS = {
    "API-Version": api.VERSION, "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "API-Version, Link",
}  # fmt: skip
ABSENT = (HTTPStatus.NOT_FOUND, "Not found", "There is no such thing, or it was not published.")
LANGUAGES = ("nl", "en")

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def resource[**P](view: View[P]) -> View[P]:
    """A resource of the API, in the language that was asked for."""
    made = kept(view)

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        language = request.GET.get("language", LANGUAGES[0])
        if request.method != "GET":
            answer = _problem(HTTPStatus.METHOD_NOT_ALLOWED, "Method not allowed", "Use GET.")
            answer["Allow"] = "GET, HEAD"
        elif language not in LANGUAGES:
            answer = _problem(HTTPStatus.BAD_REQUEST, "Bad request", "language is nl or en.")
        else:
            with translation.override(language):
                answer = made(request, *args, **kwargs)
            answer["Content-Language"] = language
        for name, value in HEADERS.items():
            answer[name] = value
        return answer

    return answered


@resource
def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    base = base_of(request)
    return _json(api.openapi(server=f"{base}api/v1", publisher=publisher(base),
                             licence=settings.LICENCE))  # fmt: skip


@resource
def datasets(request: HttpRequest) -> HttpResponse:
    """A page of the datasets, by title: an indicator is one."""
    return _list(request, catalogue(), lambda row: _dataset(told(row[0]), request))


@resource
def one_dataset(request: HttpRequest, code: str) -> HttpResponse:
    """One dataset with its series."""
    found = _dataset(told(code), request)
    return _json(found) if found else _problem(*ABSENT)


@resource
def series(request: HttpRequest) -> HttpResponse:
    """A page of the series, by title."""
    return _list(request, catalogue(), lambda row: _series(told(row[0])))


@resource
def one_series(_request: HttpRequest, code: str) -> HttpResponse:
    """One series with its points."""
    found = _series(told(code))
    return _json(found) if found else _problem(*ABSENT)


@resource
def releases(request: HttpRequest) -> HttpResponse:
    """A page of the releases, also withdrawn ones, the latest first."""
    return _list(request, entries(base_of(request)), _release)


@resource
def absent(_request: HttpRequest, /, **_rest: str) -> HttpResponse:
    """Any other address of the API."""
    return _problem(*ABSENT)


def _dataset(of: Told | None, request: HttpRequest) -> bytes:
    """b"" of what was not released."""
    return to_json(dataset(of, base_of(request)), dutch=_is_dutch()) if of else b""


def _series(of: Told | None) -> bytes:
    return _bytes(series_form(of.series, dutch=_is_dutch())) if of else b""


def _release(of: Entry) -> bytes:
    return _bytes({
        "address": of.address, "title": of.title.nl, "published": of.published.isoformat(),
        "updated": of.updated.isoformat(), "withdrawn": of.withdrawn,
    })  # fmt: skip


def _list[T](
    request: HttpRequest, rows: Sequence[T], written: Callable[[T], bytes]
) -> HttpResponse:
    """The page that is asked for of a list that always has the same order."""
    try:
        page = paging(request.GET.dict())
    except ValueError as error:
        return _problem(HTTPStatus.BAD_REQUEST, "Bad request", str(error))
    answer = _json(b"[" + b",".join(filter(None, map(written, page.rows_of(rows)))) + b"]")
    others = {"language": request.GET["language"]} if "language" in request.GET else {}
    answer["Link"] = page.links(request.build_absolute_uri(request.path), len(rows), **others)
    return answer


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _json(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type="application/json")


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    content = api.problem(int(status), title, detail)
    return HttpResponse(content, status=status, content_type=api.PROBLEM)


def _is_dutch() -> bool:
    return translation.get_language() == "nl"
