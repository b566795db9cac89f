"""The REST API of what was released: only GET, problem details for what it cannot answer.

What was not released and what does not exist get the same answer, to the byte.
"""

import json
from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from samen.core.publishing import api
from samen.core.publishing.files import series_form, to_json
from samen.figures.files import base_of
from samen.figures.kept import kept
from samen.figures.open_data import entries
from samen.figures.series import Told, all_told, dataset, publisher, told

HEADERS = {"API-Version": api.VERSION, "Access-Control-Allow-Origin": "*"}
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
    """All datasets: an indicator is one."""
    return _list(_dataset(each, request) for each in all_told())


@resource
def one_dataset(request: HttpRequest, code: str) -> HttpResponse:
    """One dataset with its series."""
    found = told(code)
    return _json(_dataset(found, request)) if found else _problem(*ABSENT)


@resource
def series(_request: HttpRequest) -> HttpResponse:
    """All series."""
    return _list(map(_series, all_told()))


@resource
def one_series(_request: HttpRequest, code: str) -> HttpResponse:
    """One series with its points."""
    found = told(code)
    return _json(_series(found)) if found else _problem(*ABSENT)


@resource
def releases(request: HttpRequest) -> HttpResponse:
    """All releases, also withdrawn ones."""
    rows = [
        {"address": each.address, "title": each.title.nl,
         "published": each.published.isoformat(), "updated": each.updated.isoformat(),
         "withdrawn": each.withdrawn}
        for each in entries(base_of(request))
    ]  # fmt: skip
    return _json(_bytes(rows))


@resource
def absent(_request: HttpRequest, /, **_rest: str) -> HttpResponse:
    """Any other address of the API."""
    return _problem(*ABSENT)


def _dataset(of: Told, request: HttpRequest) -> bytes:
    return to_json(dataset(of, base_of(request)), dutch=_is_dutch())


def _series(of: Told) -> bytes:
    return _bytes(series_form(of.series, dutch=_is_dutch()))


def _list(rows: Iterable[bytes]) -> HttpResponse:
    return _json(b"[" + b",".join(rows) + b"]")


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _json(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type="application/json")


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    content = api.problem(int(status), title, detail)
    return HttpResponse(content, status=status, content_type=api.PROBLEM)


def _is_dutch() -> bool:
    return translation.get_language() == "nl"
