"""One person's request in every processing that a privacy officer supervises.

Each processing and law is opened by itself, with its own pass and log: what one shows, another
does not. A request is noted and decided in each; what the person gets is one document.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from samen.core.terms import Ground, LogAct, MemberRole
from samen.purposes.inside import Purpose, inside
from samen.purposes.queries import memberships_of
from samen.register import queries_of_keeping as queries
from samen.register.actions_of_access import ask_again, same_request
from samen.register.models import AccessRequest

type Held = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Place:
    """A processing under one law, and what became of a person's request in it.

    purpose: as it was opened to look. asked: None where the request was not noted there. fits:
    registrations that fit it. perhaps: those of which too little is known to say. open_until: the
    last day on which an approval shows what is held; None where nobody decided.
    """

    purpose: Purpose
    asked: AccessRequest | None
    fits: int
    perhaps: int = 0
    open_until: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether what is held about the person is shown today."""
        is_approved = self.asked is not None and self.asked.is_approved
        return is_approved and self.open_until is not None and self.purpose.day <= self.open_until


def places(purpose: Purpose, asked: AccessRequest) -> list[Place]:
    """Where the officer may handle a person's request, by name of the processing."""
    found = []
    for part, ground in _views(purpose):
        with _opened(purpose, part, ground) as view:
            same = same_request(view, asked)
            if same is None:
                found.append(Place(view, None, 0))
                continue
            view.note(LogAct.READ, [same.pk], [queries.REQUEST])
            fits, perhaps = (
                queries.count_of_person(same.pk),
                queries.count_perhaps_of_person(same.pk),
            )
            until = queries.open_until(same.pk)
            found.append(Place(view, same, fits, perhaps, until))
    return found


def ask_everywhere(purpose: Purpose, asked: AccessRequest, *, now: datetime) -> None:
    """Note a person's request in all these processings."""
    for part, ground in _views(purpose):
        with _opened(purpose, part, ground) as view:
            ask_again(view, asked, now=now)


def held(purpose: Purpose, asked: AccessRequest) -> list[tuple[Place, Held]]:
    """What is held about the person in each place; nothing where it is not approved, or where the
    approval has ended."""
    found = []
    for place in places(purpose, asked):
        told: Held = {}
        if place.asked is not None and place.is_open:
            with _opened(purpose, place.purpose.membership.pk, place.purpose.ground) as view:
                told = queries.about_person(view, place.asked.pk)
        found.append((place, told))
    return found


def _views(purpose: Purpose) -> Iterator[tuple[UUID, Ground]]:
    """The processings of which a person is privacy officer, once for each law they rest on."""
    mine = memberships_of(purpose.membership.user_id, on=purpose.day).filter(
        role=MemberRole.PRIVACY_OFFICER, processing__controllers__organisation=F("organisation")
    )
    seen = set()
    for part in mine.order_by("processing__name", "pk"):
        for ground in map(Ground, part.processing.grounds):
            if (part.processing_id, ground.regime) not in seen:
                seen.add((part.processing_id, ground.regime))
                yield part.pk, ground


@contextmanager
def _opened(purpose: Purpose, part: UUID, ground: Ground) -> Iterator[Purpose]:
    with inside(
        membership=part, user=purpose.membership.user_id, ground=ground, today=purpose.day,
        request=purpose.request,
    ) as view:  # fmt: skip
        yield view
