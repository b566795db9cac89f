"""Which registrations are one entity: now, as it was known on a day, and what became of an id."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from samen.core.matching.vocabulary import ChangeReason, EntityChange
from samen.core.terms import LogAct
from samen.linkage.models import (
    EntityEvent,
    LinkRun,
    PairJudgement,
    Placement,
    StandingDecision,
)
from samen.linkage.placing import members_of, open_placements
from samen.purposes.inside import Purpose

STATE = """
SELECT encode(sha256(convert_to(coalesce(string_agg(
    entity || ' ' || registration, E'\\n' ORDER BY entity, registration), ''), 'UTF8')), 'hex')
FROM linkage_placement
WHERE known_until IS NULL AND processing_id = %s AND regime = %s
"""


def state(purpose: Purpose) -> str:
    """SHA-256 of who stands where: a line `entity registration` each, in order."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, [purpose.membership.processing_id, purpose.regime])
        return str(cursor.fetchone()[0])


def entity_of(purpose: Purpose, registration: UUID) -> UUID | None:
    """The entity in which a registration stands; None before it was placed."""
    return entities_of(purpose, [registration]).get(registration)


def entities_of(purpose: Purpose, registrations: Iterable[UUID]) -> dict[UUID, UUID]:
    """The entity in which each of these registrations stands."""
    chosen = open_placements(purpose).filter(registration__in=list(registrations))
    found = dict(chosen.values_list("registration", "entity"))
    purpose.note(LogAct.READ, list(found), ["entity"])
    return found


def members(purpose: Purpose, entity: UUID) -> list[UUID]:
    """The registrations that stand in an entity now."""
    found = sorted(members_of(purpose, [entity])[entity])
    purpose.note(LogAct.READ, found, ["entity"])
    return found


def stands_since(purpose: Purpose, entity: UUID) -> datetime | None:
    """Since when these registrations stand as this entity; None for one in which none stands."""
    came = open_placements(purpose).filter(entity=entity).values("known_from")
    latest = events(purpose).filter(pk__in=came).first()
    return latest.at if latest else None


def sizes(purpose: Purpose) -> dict[int, int]:
    """How many entities have one registration, two, and so on. No person is in it."""
    counted = Counter(open_placements(purpose).values_list("entity", flat=True).iterator())
    return dict(sorted(Counter(counted.values()).items()))


def members_on(purpose: Purpose, entity: UUID, day: date) -> list[UUID]:
    """The registrations that stood in an entity, as it was known at the end of a day.

    What was destroyed since is not in it: of that nothing is known any more.
    """
    end = timezone.make_aware(datetime.combine(day, time.max))
    here = {"processing": purpose.membership.processing_id, "regime": purpose.regime}
    rows = list(
        Placement.objects.filter(entity=entity, **here)
        .values_list("registration", "known_from", "known_until")
    )  # fmt: skip
    touched = {event for _registration, *between in rows for event in between if event}
    known = set(events(purpose).filter(pk__in=touched, at__lte=end).values_list("pk", flat=True))
    found = sorted({
        registration for registration, since, until in rows if since in known and until not in known
    })  # fmt: skip
    purpose.note(LogAct.READ, found, ["entity"])
    return found


def events(purpose: Purpose) -> QuerySet[EntityEvent]:
    """What became of entities, latest first. No person is in it."""
    return EntityEvent.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    )


def history(purpose: Purpose, entity: UUID) -> list[EntityEvent]:
    """What became of an entity and of those that it came from or went into, latest first."""
    return [each for each in events(purpose) if entity in {*each.before, *each.after}]


@dataclass(frozen=True, slots=True)
class Told:
    """A change as the page of an entity tells it.

    undoes: the number of the change that it undid. others: the entities that it touched too.
    said: what people said that brought it about, undone or not. decision: under which a run did it.
    why_undone: of an undoing, the reason; "" for none, and once it went with what was judged.
    """

    event: EntityEvent
    undoes: int | None
    others: list[UUID]
    is_undone: bool
    said: list[PairJudgement]
    decision: StandingDecision | None
    why_undone: str

    @property
    def may_be_undone(self) -> bool:
        is_kept = self.event.change == EntityChange.BORN or self.is_undone
        return not is_kept and self.event.reason != ChangeReason.DESTROYED

    @property
    def is_unexplained(self) -> bool:
        """Whether people brought it about, and what they said went with what was destroyed."""
        is_said = self.event.reason == ChangeReason.JUDGEMENT
        return is_said and self.event.change != EntityChange.BORN and not self.said


def told_history(purpose: Purpose, entity: UUID) -> list[Told]:
    """What became of an entity, latest first, each with what it undid and whether it stands."""
    found = history(purpose, entity)
    numbers = {each.pk: each.number for each in found}
    said, decided = _said(purpose, found), _decided(purpose, found)
    why = _why_undone(found)
    undone: set[UUID] = set()
    told = []
    for each in found:
        others = sorted({*each.before, *each.after} - {entity})
        undoes = numbers.get(each.undoes) if each.undoes else None
        told.append(Told(
            each, undoes, others, each.pk in undone, said.get(each.pk, []), decided.get(each.pk),
            why.get(each.pk, ""),
        ))  # fmt: skip
        if each.undoes and each.pk not in undone:
            undone.add(each.undoes)
    return told


def _said(purpose: Purpose, found: Iterable[EntityEvent]) -> dict[UUID, list[PairJudgement]]:
    """What each person said that brought a change about, once, oldest first.

    A split says the same of many pairs. What an undoing gave back later says nothing anew.
    """
    moments = {each.pk: each.at for each in found}
    rows = PairJudgement.objects.filter(event__in=moments).select_related("registrar")
    kept: dict[UUID, dict[tuple[int, str], PairJudgement]] = {}
    for each in rows.order_by("at", "-note"):
        if each.event is not None and each.at <= moments[each.event]:
            kept.setdefault(each.event, {}).setdefault((each.registrar_id, each.note), each)
    told = {event: list(said.values()) for event, said in kept.items()}
    seen = {number for said in told.values() for each in said
            for number in (each.left_id, each.right_id)}  # fmt: skip
    purpose.note(LogAct.READ, sorted(seen), ["judgements"])
    return told


def _why_undone(found: Iterable[EntityEvent]) -> dict[UUID, str]:
    """The reasons of undoings: they stand with what was taken back, or was given back then."""
    undoings = {each.pk: (each.at, each.registrar_id) for each in found if each.undoes}
    taken = PairJudgement.objects.filter(undone_with__in=undoings).exclude(undone_note="")
    why = {each.undone_with: each.undone_note for each in taken if each.undone_with}
    given = PairJudgement.objects.filter(at__in=[at for at, _ in undoings.values()])
    then = {(each.at, each.registrar_id): each.note for each in given.exclude(event=None)
            if each.note and each.event not in undoings}  # fmt: skip
    return {event: then[when] for event, when in undoings.items() if when in then} | why


def _decided(purpose: Purpose, found: Iterable[EntityEvent]) -> dict[UUID, StandingDecision]:
    """The decision under which a run merged, split or moved."""
    by_run = {each.pk: each.run for each in found if each.run and each.change != EntityChange.BORN}
    here = {"processing": purpose.membership.processing_id, "regime": purpose.regime}
    runs = dict(LinkRun.objects.filter(pk__in=by_run.values(), **here)
                .values_list("pk", "decision"))  # fmt: skip
    decisions = StandingDecision.objects.filter(**here).select_related("registrar")
    by_number = decisions.in_bulk([each for each in runs.values() if each])
    return {
        event: by_number[decision]
        for event, run in by_run.items()
        if run in runs and (decision := runs[run]) in by_number
    }


def resolve(purpose: Purpose, entity: UUID) -> set[UUID]:
    """What an id leads to now: itself while registrations stand in it, else the entities that it
    became; nothing when all of these are gone, or when it never was."""
    if open_placements(purpose).filter(entity=entity).exists():
        return {entity}
    rows = list(events(purpose).exclude(change=EntityChange.BORN).order_by("number"))
    found = {entity}
    for each in rows:
        if found & set(each.before):
            found = (found - set(each.before)) | set(each.after)
    standing = open_placements(purpose).filter(entity__in=found)
    return set(standing.values_list("entity", flat=True))
