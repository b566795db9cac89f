"""Statuses are appended, evidence is tied: the life of an entry."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction

from samen.core.errors import Conflict, Refused
from samen.core.terms import EntryKind
from samen.core.workflow import is_step, next_statuses, status_of
from samen.programme.actions.documents import passage_at
from samen.programme.actions.wording import Actor, index_entry, plain
from samen.programme.models import Entry, Evidence, StatusChange
from samen.programme.values import Place, Standing


@transaction.atomic
def append_status(
    *,
    entry: int,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    last_seen: int | None = None,
) -> int:
    """The id of the new status of an entry; nothing of its past is changed.

    last_seen: the status that the writer had before them; Conflict when a newer one is
    there. Raises Refused for a step that the ladder does not allow.
    """
    row = locked_entry(entry)
    status = status_of(EntryKind(row.kind), standing.status)
    before = _as_of(row, standing.on)
    _refuse_stale(row, last_seen)
    _refuse_step(row, before, standing)
    if standing.keep_due and before is not None:
        standing = replace(standing, due=before.due, due_words=before.due_words)
    evidence = tie_evidence(row, place, by, now) if place else None
    change = StatusChange.objects.create(
        entry=row,
        status=status,
        on=standing.on,
        known_at=now,
        due=standing.due,
        due_words=plain(standing.due_words)[:200],
        note=plain(standing.note),
        link=plain(standing.link)[:500],
        evidence=evidence,
        by_id=by.pk,
    )
    return change.pk


@transaction.atomic
def add_evidence(
    *, entry: int, place: Place, by: Actor, now: datetime, accepted: bool = True
) -> int:
    """The id of the tie between a passage and an entry; the same tie is made once."""
    return tie_evidence(locked_entry(entry), place, by, now, accepted=accepted).pk


@transaction.atomic
def accept_evidence(*, evidence: int, by: Actor, now: datetime) -> None:
    """Let proposed evidence count; Conflict when somebody else was first."""
    row = Evidence.objects.select_for_update().filter(pk=evidence).first()
    if row is None:
        raise Refused("This evidence is not in the register.", "", "Choose one from the entry.")
    if row.accepted:
        raise Conflict("This evidence was accepted already.", "", "Look at the entry again.")
    row.accepted, row.by_id, row.at = True, by.pk, now
    row.save()


def locked_entry(entry: int) -> Entry:
    """The row of a living entry, held until the act is done."""
    row = Entry.objects.select_for_update().filter(pk=entry).first()
    if row is None:
        raise Refused("This entry is not in the register.", "", "Choose an entry from the list.")
    if row.merged_into_id is not None:
        raise Refused(
            f"Entry {row.pk} was merged into entry {row.merged_into_id}.",
            "A merged entry takes no more acts.",
            f"Use entry {row.merged_into_id}, or undo the merge.",
        )
    if row.withdrawn_at is not None:
        raise Refused(
            f"Entry {row.pk} was withdrawn.", "A withdrawn entry takes no more acts.",
            "Restore the entry first.",
        )  # fmt: skip
    return row


def tie_evidence(
    entry: Entry, place: Place, by: Actor, now: datetime, *, accepted: bool = True
) -> Evidence:
    """The row that ties a passage to an entry; accepting a proposed tie again accepts it."""
    evidence, is_new = Evidence.objects.get_or_create(
        passage=passage_at(place),
        entry=entry,
        role=place.role,
        defaults={"by_id": by.pk, "at": now, "accepted": accepted},
    )
    if accepted and not evidence.accepted:
        evidence.accepted = True
        evidence.save()
    if is_new:
        index_entry(entry)
    return evidence


def _as_of(entry: Entry, on: date) -> StatusChange | None:
    return entry.statuses.filter(on__lte=on).order_by("on", "known_at", "id").last()


def _refuse_stale(entry: Entry, last_seen: int | None) -> None:
    last = entry.statuses.order_by("known_at", "id").last()
    if last_seen is not None and last is not None and last.pk != last_seen:
        raise Conflict(
            f"Somebody else changed the status of entry {entry.pk} to '{last.status}'.",
            "",
            "Look at the new status and decide again.",
        )


def _refuse_step(entry: Entry, before: StatusChange | None, standing: Standing) -> None:
    """A step must follow the status of that day, or mend it and follow the one before it."""
    earlier = _as_of(entry, standing.on - timedelta(days=1))
    kind = EntryKind(entry.kind)
    starts = {row.status if row else None for row in (before, earlier)}
    if any(is_step(kind, start, standing.status) for start in starts):
        return
    now_is = before.status if before else "none"
    raise Refused(
        f"The status on {standing.on} is '{now_is}'; '{standing.status}' cannot follow it.",
        f"Allowed are: {', '.join(next_statuses(kind, before.status if before else None))}.",
        "Choose one of these.",
    )
