"""Public pages are made once and answered again until something in what is published changes.

Only what is the same for everybody without an account is kept: an answer that sets a cookie, or
to somebody with a session, is not.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from hashlib import sha256
from http import HTTPStatus
from threading import Lock
from typing import Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from samen.figures.queries_of_releases import edition
from samen.work import clock

SECONDS = 300
"""How long a browser and a proxy may take a page as it is."""
MOST_BYTES = 64 * 1024 * 1024
"""Of one process; what was made first goes first."""
MARK = "samen_may_be_kept"
WHOSE = {True: "public", False: "private"}
PLACES = ("/cijfers/", "/api/", "/sitemap.xml")

type View[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def kept[**P](view: View[P]) -> View[P]:
    """A public page: it may be kept here, and by browsers and proxies for a while.

    Its ETag is the hash of its bytes.
    """

    @wraps(view)
    def answered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if answer.status_code == HTTPStatus.OK:
            is_open = _is_visitor(request)
            patch_cache_control(answer, max_age=SECONDS, **{WHOSE[is_open]: True})
            answer["ETag"] = quote_etag(sha256(answer.content).hexdigest()[:32])
            setattr(answer, MARK, is_open)
        return answer

    return answered


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as it was made, and when that was."""

    edition: str
    content: bytes
    head: tuple[tuple[str, str], ...]


class Kept:
    """Answers with what was made before, as long as nothing changed in what is published."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.answers: OrderedDict[tuple[str, ...], Answer] = OrderedDict()
        self.bytes = 0
        self.lock = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "GET" or not request.path.startswith(PLACES):
            return self.get_response(request)
        if not _is_visitor(request):
            return self.get_response(request)
        language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        key = (str(request.scheme), request.get_host(), request.get_full_path(), language)
        now = f"{edition()}/{clock.today()}"
        found = self.answers.get(key)
        if found is None or found.edition != now:
            answer = self.get_response(request)
            if getattr(answer, MARK, False) and not answer.cookies:
                self._keep(key, Answer(now, answer.content, tuple(answer.items())))
        else:
            answer = HttpResponse(found.content, headers=dict(found.head))
        asked = get_conditional_response(request, etag=answer.get("ETag"), response=answer)
        return asked if isinstance(asked, HttpResponse) else answer

    def _keep(self, key: tuple[str, ...], answer: Answer) -> None:
        """Keep an answer; the oldest make room."""
        with self.lock:
            old = self.answers.pop(key, None)
            self.bytes += len(answer.content) - (len(old.content) if old else 0)
            self.answers[key] = answer
            while self.bytes > MOST_BYTES:
                _key, gone = self.answers.popitem(last=False)
                self.bytes -= len(gone.content)


def _is_visitor(request: HttpRequest) -> bool:
    return settings.SESSION_COOKIE_NAME not in request.COOKIES
