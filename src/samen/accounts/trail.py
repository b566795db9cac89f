"""The trail: who did what, when, and from which request. Read only; triggers write it."""

from dataclasses import dataclass
from datetime import date, datetime

from pghistory.models import Events

from samen.accounts.addresses import without_secrets
from samen.accounts.models import User

PAGE = 100


@dataclass(frozen=True)
class Trace:
    """One change of one row. request: the number that also stands in the log."""

    at: datetime
    who: str
    act: str
    what: str
    number: str
    changes: tuple[str, ...]
    address: str
    request: str


@dataclass(frozen=True)
class Choice:
    """What part of the trail is asked for."""

    person: int | None = None
    since: date | None = None
    until: date | None = None


EVERYTHING = Choice()


def traces(choice: Choice = EVERYTHING, *, page: int = 1, size: int = PAGE) -> list[Trace]:
    """A page of the trail, newest first; one more than `size` when there is a next page."""
    events = Events.objects.order_by("-pgh_created_at", "-pgh_slug")
    if choice.person is not None:
        events = events.filter(pgh_context__user=choice.person)
    if choice.since is not None:
        events = events.filter(pgh_created_at__date__gte=choice.since)
    if choice.until is not None:
        events = events.filter(pgh_created_at__date__lte=choice.until)
    start = (page - 1) * size
    names = dict(User.objects.values_list("pk", "name"))
    return [_trace(event, names) for event in events[start : start + size + 1]]


def _trace(event: Events, names: dict[int, str]) -> Trace:
    context = event.pgh_context or {}
    return Trace(
        at=event.pgh_created_at,
        who=names.get(context.get("user") or 0, ""),
        act=event.pgh_label,
        what=event.pgh_obj_model,
        number=event.pgh_obj_id or "",
        changes=tuple(sorted(event.pgh_diff or ())),
        address=without_secrets(context.get("url", "")),
        request=context.get("request", ""),
    )
