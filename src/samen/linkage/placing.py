"""Moving registrations from entity to entity: each move is an event, and nothing is overwritten."""

import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from samen.core.matching.vocabulary import ChangeReason, EntityChange
from samen.linkage.models import EntityEvent, LinkRun, PairJudgement, Placement
from samen.linkage.values import NEVER
from samen.purposes.inside import Purpose
from samen.register.actions import bound
from samen.register.queries_of_linkage import dues


@dataclass(frozen=True, slots=True)
class Cause:
    """Why entities change: a run, a judgement, or an earlier event that is undone."""

    reason: ChangeReason
    at: datetime
    run: UUID | None = None
    undoes: UUID | None = None


def open_placements(purpose: Purpose) -> QuerySet[Placement]:
    """Where registrations stand now, as the purpose shows it."""
    return Placement.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, known_until=None
    )


def seen_by(purpose: Purpose, run: LinkRun) -> QuerySet[Placement]:
    """Placements of the registrations that a run or an earlier one compared.

    What a person placed after a run is seen by none.
    """
    here = {"processing": purpose.membership.processing_id, "regime": purpose.regime}
    then = EntityEvent.objects.filter(Q(at__lte=run.at) | Q(run__isnull=False), **here)
    return Placement.objects.filter(known_from__in=then.values("pk"), **here)


def members_of(purpose: Purpose, entities: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """The registrations that stand in each of these entities."""
    found: dict[UUID, set[UUID]] = {entity: set() for entity in entities}
    standing = open_placements(purpose).filter(entity__in=list(found))
    for entity, registration in standing.values_list("entity", "registration"):
        found[entity].add(registration)
    return found


def record(
    purpose: Purpose, change: EntityChange, cause: Cause, before: Collection[UUID],
    after: Collection[UUID],
) -> EntityEvent:  # fmt: skip
    """Write an event, numbered after the last one."""
    here = EntityEvent.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    )
    last = here.aggregate(last=Max("number"))["last"] or 0
    return EntityEvent.objects.create(
        **bound(purpose, NEVER), number=last + 1, change=change, reason=cause.reason,
        before=sorted(before), after=sorted(after), run=cause.run, undoes=cause.undoes,
        at=cause.at,
    )  # fmt: skip


def move(
    purpose: Purpose, moves: Mapping[UUID, UUID], cause: Cause, change: EntityChange | None = None
) -> EntityEvent:
    """Move registrations, each to an entity that is there or is new.

    change: what it is called; else merged when one entity is left, split when there was one.
    """
    closed = list(open_placements(purpose).filter(registration__in=list(moves)))
    left, reached = {each.entity for each in closed}, set(moves.values())
    stay = set(
        open_placements(purpose)
        .filter(entity__in=left | reached)
        .exclude(registration__in=list(moves))
        .values_list("entity", flat=True)
    )
    before, after = left | (reached & stay), reached | (left & stay)
    few = EntityChange.MERGED if len(after) == 1 else EntityChange.SPLIT
    named = change or (few if 1 in (len(after), len(before)) else EntityChange.MOVED)
    event = record(purpose, named, cause, before, after)
    open_placements(purpose).filter(pk__in=[each.pk for each in closed]).update(
        known_until=event.pk
    )
    every = bound(purpose, NEVER)
    Placement.objects.bulk_create(
        Placement(**every | {"remove_due": was.remove_due, "destroy_due": was.destroy_due},
                  registration=was.registration, entity=moves[was.registration],
                  known_from=event.pk)
        for was in closed
    )  # fmt: skip
    return event


def place_alone(purpose: Purpose, numbers: Iterable[UUID], now: datetime) -> None:
    """Give each of these registrations that stands nowhere yet an entity of its own."""
    wanted = set(numbers)
    standing = open_placements(purpose).filter(registration__in=wanted)
    wanted -= set(standing.values_list("registration", flat=True))
    if not wanted:
        return
    cause = Cause(ChangeReason.JUDGEMENT, now)
    fresh = {number: uuid.uuid4() for number in sorted(wanted)}
    event = record(purpose, EntityChange.BORN, cause, [], [])
    days = dues(wanted)
    every = bound(purpose, NEVER)
    Placement.objects.bulk_create(
        Placement(**every | {"remove_due": days[number].remove_due,
                             "destroy_due": days[number].destroy_due},
                  registration=number, entity=entity, known_from=event.pk)
        for number, entity in fresh.items()
    )  # fmt: skip


def by_seniority(purpose: Purpose, entities: Collection[UUID]) -> list[UUID]:
    """Entities in the order in which they keep their id: most judgements by people, then oldest."""
    chosen = list(entities)
    here = PairJudgement.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, undone_at=None
    )
    judged: Counter[UUID] = Counter()
    for pair in here.values_list("left_id", "right_id"):
        judged.update(pair)
    counts: Counter[UUID] = Counter()
    born = dict(EntityEvent.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).values_list("pk", "number"))  # fmt: skip
    rows = Placement.objects.filter(entity__in=chosen)
    oldest: dict[UUID, int] = {}
    for entity, registration, event, until in rows.values_list(
        "entity", "registration", "known_from", "known_until"
    ):
        oldest[entity] = min(oldest.get(entity, born[event]), born[event])
        counts[entity] += judged[registration] if until is None else 0
    return sorted(chosen, key=lambda entity: (-counts[entity], oldest.get(entity, 0), entity))
