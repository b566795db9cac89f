"""Which names of what was sent a view reads, so that garbage is sent in no others."""

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict

NAMES_READ = "Names-Read"


class Watched(QueryDict):
    """What was sent, which tells what was asked of it."""

    read: set[str]

    def __init__(self, sent: str) -> None:
        self.read = set()
        super().__init__(sent, mutable=True)
        self.read.clear()

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
    """The innermost middleware: an answer says which names its view asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        watched = Watched(request.POST.urlencode())
        cast("Any", request).POST = watched
        answer = self.get_response(request)
        answer.headers[NAMES_READ] = ",".join(sorted(watched.read))
        return answer
