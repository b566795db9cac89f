"""What other rooms and pages may ask: processings, members, and the log inside a purpose."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import F, Max, QuerySet

from samen.accounts.queries import accounts_of_person, holds, person_by_email
from samen.core.terms import MemberRole, Scope
from samen.purposes.inside import Purpose
from samen.purposes.models import (
    Destruction,
    LogEntry,
    Membership,
    Processing,
    Resolution,
)
from samen.purposes.values import ResolutionKind, ResolutionOutcome

MOST_TOLD = 100
"""Lines of what went that a page shows."""


def processings() -> QuerySet[Processing]:
    """All processings by name, ended ones too, with who answers for them."""
    return Processing.objects.prefetch_related("controllers__organisation")


def processing(number: UUID) -> Processing | None:
    return processings().filter(pk=number).first()


def memberships_of(user: int, *, on: date) -> QuerySet[Membership]:
    """The parts that a person has on a day in processings that run then."""
    return Membership.objects.filter(
        holds(on), user=user, processing__in=Processing.objects.filter(holds(on))
    ).select_related("processing", "organisation", "team")


def part_of(
    address: str,
    processing: str,
    *,
    on: date,
    roles: Collection[MemberRole],
    scopes: Collection[Scope],
) -> Membership | None:
    """The part in a processing, by its name, of whoever has this address, in one of these roles
    and scopes on a day; None for who has none."""
    person = person_by_email(address)
    found = memberships_of(person.pk, on=on) if person else Membership.objects.none()
    return found.filter(
        processing__name=processing, role__in=list(roles), scope__in=list(scopes)
    ).first()


def members_on(processing: UUID, day: date) -> QuerySet[Membership]:
    """Who has a part in a processing on a day, by name."""
    found = Membership.objects.filter(holds(day), processing=processing)
    return found.select_related("user", "organisation", "team").order_by("user__name")


def parts_of(processing: UUID) -> QuerySet[Membership]:
    """Everybody who has or had a part in a processing, ended ones too."""
    found = Membership.objects.filter(processing=processing)
    return found.select_related("user", "organisation").order_by("user__name", "start")


def was(*memberships: UUID) -> QuerySet[Any]:
    """What memberships were after each change, as the trail has it."""
    found: QuerySet[Any] = apps.get_model("purposes", "MembershipEvent")._default_manager.filter(
        pgh_obj__in=memberships
    )
    return found


def last_changes(memberships: Iterable[UUID]) -> dict[UUID, datetime]:
    """When each of these memberships was changed last; its end among the changes."""
    found = was(*memberships).values_list("pgh_obj").annotate(at=Max("pgh_created_at"))
    return dict(found)


def ended_today(memberships: Iterable[Membership], today: date) -> dict[UUID, date | None]:
    """Of the memberships that somebody ended on this day, the last day that each had before.

    Not of one whose last day had come by itself, nor of one in whose place an officer let another
    come: these take a proposal.
    """
    ended = [each.pk for each in memberships if each.end == today - timedelta(days=1)]
    before = {
        number: list(was(number).order_by("-pgh_id").values_list("end", flat=True)[1:2])
        for number in ended
    }
    replaced = Resolution.objects.filter(
        outcome=ResolutionOutcome.APPROVED, content__instead_of__in=list(map(str, ended))
    ).values_list("content__instead_of", flat=True)
    return {
        number: last for number, days in before.items() for last in days
        if str(number) not in replaced and (last is None or last >= today)
    }  # fmt: skip


def resolutions() -> QuerySet[Resolution]:
    """What was proposed about processings and what became of it, latest first."""
    return Resolution.objects.select_related("processing", "proposed_by", "decided_by")


def resolution(number: UUID) -> Resolution | None:
    return resolutions().filter(pk=number).first()


def times_prolonged(processing: UUID) -> int:
    """How often the last day of a processing moved on."""
    return Resolution.objects.filter(
        processing=processing, kind=ResolutionKind.PROLONG, outcome=ResolutionOutcome.APPROVED
    ).count()


def to_decide(user: int, *, on: date) -> list[Resolution]:
    """What waits for a person to approve or refuse."""
    waiting = resolutions().filter(outcome=ResolutionOutcome.WAITING)
    return [each for each in waiting if user in approvers(each, today=on)]


def supervising(user: int, *, on: date) -> QuerySet[Membership]:
    """The parts of a person as privacy officer on a day, of processings that ended too."""
    return _officers(on).filter(user=user)


def supervised(user: int, *, on: date) -> list[UUID]:
    """The processings of which a person is privacy officer on a day."""
    return list(supervising(user, on=on).values_list("processing", flat=True))


def officers_of(processing: UUID | None, *, on: date) -> list[int]:
    """The accounts of the privacy officers of a processing on a day."""
    officers = _officers(on).filter(processing=processing, user__is_active=True)
    return list(officers.values_list("user", flat=True))


def _officers(on: date) -> QuerySet[Membership]:
    """The privacy officers on a day; not those of an organisation that left."""
    return Membership.objects.filter(
        holds(on), role=MemberRole.PRIVACY_OFFICER,
        processing__controllers__organisation=F("organisation"),
    )  # fmt: skip


def approvers(resolution: Resolution, *, today: date) -> frozenset[int]:
    """The accounts of who may approve it: never another account of who proposed it."""
    content = resolution.content
    if resolution.kind == ResolutionKind.OPEN:
        found = {int(content["officer"])}
    else:
        found = set(officers_of(resolution.processing_id, on=today))
        if not found and content.get("role") == MemberRole.PRIVACY_OFFICER:
            found = {int(content["user"])}
    return frozenset(found - accounts_of_person(resolution.proposed_by_id))


def entries(
    purpose: Purpose, *, person: UUID | None = None, user: int | None = None
) -> QuerySet[LogEntry]:
    """The log of the processing, newest first: as its privacy officer sees it, else nothing.

    person: only what was done with this registration.
    """
    found = LogEntry.objects.filter(processing=purpose.membership.processing_id)
    if person is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT purposes_pseudonyms(%s::uuid[])", [[person]])
            found = found.filter(subjects__contains=cursor.fetchone()[0])
    return found.filter(user=user) if user is not None else found


def destructions(processing: UUID) -> QuerySet[Destruction]:
    """What went of a processing of late, latest day first: counts, and no persons."""
    return Destruction.objects.filter(processing=processing)[:MOST_TOLD]


def how_much_went() -> int:
    """The lines of all that ever went, in all processings."""
    return Destruction.objects.count()
