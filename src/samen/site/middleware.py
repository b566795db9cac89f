"""What happens round each request: its number, its language, its trail, its refusal in words."""

import logging
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from pghistory.middleware import HistoryMiddleware

from samen.accounts.addresses import without_secrets
from samen.core.errors import CannotRun, Conflict, SamenError

HEADER = "X-Request-ID"
META_NAME = "samen.request_id"
current: ContextVar[str] = ContextVar("request_id", default="-")


class RequestNumber:
    """Gives each request a number of its own; one from outside is not believed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(8)
        request.META[META_NAME] = number
        token = current.set(number)
        try:
            response = self.get_response(request)
        finally:
            current.reset(token)
        response.headers[HEADER] = number
        return response


class Head:
    """Answers HEAD on every page as GET would, without the page itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = self.get_response(request)
        if is_head and not response.streaming:
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        return response


class Language:
    """The language that a reader chose; Dutch for who chose none, whatever their browser says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class Refusals:
    """Tells on a page what an act refused where the view itself did not: no refusal is a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, SamenError) or isinstance(error, CannotRun):
            return None
        status = HTTPStatus.CONFLICT if isinstance(error, Conflict) else HTTPStatus.BAD_REQUEST
        return render(request, "site/refused.html", {"error": error}, status=status)


class Trail(HistoryMiddleware):
    """Writes user, address and request number beside every change in the database.

    The secret in a one-time address is not kept: who reads the trail could use it.
    """

    def get_context(self, request: HttpRequest) -> dict[str, object]:
        address = without_secrets(request.path)
        return {**super().get_context(request), "url": address, "request": current.get()}


class WithNumber(logging.Filter):
    """Puts the request's number into a line of the log, and takes secrets out of it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current.get()
        record.msg, record.args = without_secrets(record.getMessage()), ()
        return True
