"""Which names of what was sent a view reads, so that garbage is sent in no others."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict


class Watched(QueryDict):
    """What was sent, which tells what was asked of it."""

    read: set[str] = set()

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.read.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().getlist(key, default)


class Reading:
    """The innermost middleware: an answer says in `read` which names its view asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        watched = request.POST = Watched(request.POST.urlencode())
        watched.read = set()
        answer = self.get_response(request)
        answer.read = watched.read
        return answer
