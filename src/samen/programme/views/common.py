"""What the pages of this room share."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from samen.accounts.sentences import in_words
from samen.core.errors import SamenError
from samen.programme import queries
from samen.programme.actions.wording import Actor
from samen.programme.models import Theme
from samen.programme.templatetags.programme_terms import UNDO

_HERE = ZoneInfo("Europe/Amsterdam")


def tell(request: HttpRequest, error: SamenError) -> None:
    messages.error(request, in_words(error))


def offer_undo(request: HttpRequest, words: str, address: str, **fields: object) -> None:
    """Let the next page say what was done, with a button that undoes it.

    address: where the button sends `fields`.
    """
    told = {"words": words, "address": address, "fields": {k: str(v) for k, v in fields.items()}}
    request.session[UNDO] = told


def attempt(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Whether an act was done; where it was refused, the reader is told why."""
    try:
        act()
    except SamenError as error:
        tell(request, error)
        return False
    return True


def actor(request: HttpRequest) -> Actor:
    """The signed-in person who acts."""
    if not request.user.is_authenticated:
        raise Http404
    return request.user


def theme_at(slug: str) -> Theme:
    """The theme at an address, also a withdrawn one, or 404."""
    theme = queries.theme_with_slug(slug=slug)
    if theme is None:
        raise Http404
    return theme


def number_in(query: QueryDict, name: str) -> int | None:
    """A number that an address or a form gives; None for anything else."""
    return _number(query.get(name, ""))


def numbers_in(query: QueryDict, name: str) -> tuple[int, ...]:
    """The numbers, with commas between them, that a form gives; what is none is left out."""
    found = map(_number, query.get(name, "").split(","))
    return tuple(number for number in found if number is not None)


def _number(given: str) -> int | None:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


def end_of(day: object) -> datetime | None:
    """The last moment of a day here; None for no day."""
    if not hasattr(day, "toordinal"):
        return None
    start = datetime.combine(datetime.fromordinal(day.toordinal()).date(), time(), _HERE)
    return (start + timedelta(days=1)).astimezone(UTC)


def download(content: bytes | str, kind: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
