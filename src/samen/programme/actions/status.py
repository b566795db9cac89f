"""Statuses are appended, evidence is tied: the life of an entry."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.accounts.days import refuse_far
from samen.core.errors import Conflict, Refused
from samen.core.terms import EntryKind
from samen.core.workflow import is_step, next_statuses, status_of
from samen.programme.actions.documents import passage_at
from samen.programme.actions.wording import Actor, index_entry, needed, plain
from samen.programme.labels import label_later, labels_later
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
    refuse_far(standing.on, standing.due)
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
def take_back_status(*, change: int, by: Actor, now: datetime) -> None:
    """Undo a status: the one that held before it is appended, for the same day.

    Raises Conflict when there is a newer status, or none before it.
    """
    row = StatusChange.objects.filter(pk=change).first()
    if row is None:
        raise Refused(_("This status is not in the register."), "", _("Choose one of the entry."))
    entry = locked_entry(row.entry_id)
    later = entry.statuses.filter(known_at__gt=row.known_at).exists()
    before = (
        entry.statuses.filter(on__lte=row.on, known_at__lte=row.known_at)
        .exclude(pk=row.pk)
        .order_by("on", "known_at", "id")
        .last()
    )
    if later or before is None:
        raise Conflict(
            _("The status was changed since."), "", _("Append the right status instead.")
        )
    StatusChange.objects.create(
        entry=entry,
        status=before.status,
        on=row.on,
        known_at=now,
        due=before.due,
        due_words=before.due_words,
        note=before.note,
        link=before.link,
        evidence=before.evidence,
        by_id=by.pk,
    )


@transaction.atomic
def add_evidence(
    *, entry: int, place: Place, by: Actor, now: datetime, accepted: bool = True
) -> int:
    """The id of the tie between a passage and an entry; the same tie is made once."""
    return tie_evidence(locked_entry(entry), place, by, now, accepted=accepted).pk


@transaction.atomic
def accept_evidence(*, evidence: int, by: Actor, now: datetime) -> None:
    """Let proposed evidence count; Conflict when somebody else was first."""
    row = _proposed(evidence)
    row.accepted, row.by_id, row.at = True, by.pk, now
    row.save()


@transaction.atomic
def reject_evidence(*, evidence: int, reason: str, by: Actor, now: datetime) -> None:
    """Leave proposed evidence out, with the reason; Conflict when somebody else was first."""
    row = _proposed(evidence)
    row.rejected, row.reason = True, needed(reason, "reason")
    row.by_id, row.at = by.pk, now
    row.save()
    index_entry(row.entry)


@transaction.atomic
def reopen_evidence(*, evidence: int, by: Actor, now: datetime) -> None:
    """Undo the judgement of evidence: it is a proposal again."""
    row = _evidence_row(evidence)
    if not row.accepted and not row.rejected:
        raise Conflict(_("This evidence is not judged."), "", _("There is nothing to undo."))
    row.accepted, row.rejected, row.reason = False, False, ""
    row.by_id, row.at = by.pk, now
    row.save()
    index_entry(row.entry)


def _evidence_row(evidence: int) -> Evidence:
    row = Evidence.objects.select_for_update(of=("self",)).filter(pk=evidence).first()
    if row is None:
        raise Refused(
            _("This evidence is not in the register."), "", _("Choose one from the entry.")
        )
    locked_entry(row.entry_id)
    return row


def _proposed(evidence: int) -> Evidence:
    row = _evidence_row(evidence)
    if row.accepted:
        raise Conflict(_("This evidence was accepted already."), "", _("Look at the entry again."))
    if row.rejected:
        raise Conflict(_("This evidence was rejected already."), "", _("Look at the entry again."))
    return row


def locked_entry(entry: int) -> Entry:
    """The row of a living entry, held until the act is done."""
    row = Entry.objects.select_for_update().filter(pk=entry).first()
    if row is None:
        raise Refused(
            _("This entry is not in the register."), "", _("Choose an entry from the list.")
        )
    if row.merged_into_id is not None:
        raise Refused(
            _("Entry {entry} was merged into entry {into}."),
            _("A merged entry takes no more acts."),
            _("Use entry {into}, or undo the merge."),
            entry=row.pk,
            into=row.merged_into_id,
        )
    if row.withdrawn_at is not None:
        raise Refused(
            _("Entry {entry} was withdrawn."),
            _("A withdrawn entry takes no more acts."),
            _("Take the withdrawal back first."),
            entry=row.pk,
        )
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
        evidence.accepted, evidence.rejected, evidence.reason = True, False, ""
        evidence.save()
    if is_new:
        index_entry(entry)
    return evidence


def may_stand(entry: Entry, standing: Standing) -> bool:
    """Whether the ladder allows a status, or it takes back the last one of its day.

    Raises Refused for a word that is not on the ladder of the entry's kind.
    """
    kind = EntryKind(entry.kind)
    told = list(entry.statuses.filter(on__lte=standing.on).order_by("-on", "-known_at", "-id")[:2])
    if len(told) == 2 and told[0].on == standing.on and told[1].status == standing.status:
        return True
    earlier = _as_of(entry, standing.on - timedelta(days=1))
    starts = {row.status if row else None for row in (told[0] if told else None, earlier)}
    return any(is_step(kind, start, standing.status) for start in starts)


def _as_of(entry: Entry, on: date) -> StatusChange | None:
    return entry.statuses.filter(on__lte=on).order_by("on", "known_at", "id").last()


def _refuse_stale(entry: Entry, last_seen: int | None) -> None:
    last = entry.statuses.order_by("known_at", "id").last()
    if last_seen is not None and last is not None and last.pk != last_seen:
        raise Conflict(
            _("Somebody else changed the status of entry {entry} to “{status}”."),
            "",
            _("Look at the new status and decide again."),
            entry=entry.pk,
            status=label_later("status", last.status),
        )


def _refuse_step(entry: Entry, before: StatusChange | None, standing: Standing) -> None:
    """A step must follow the status of that day, or mend it and follow the one before it."""
    earlier = _as_of(entry, standing.on - timedelta(days=1))
    kind = EntryKind(entry.kind)
    starts = {row.status if row else None for row in (before, earlier)}
    if any(is_step(kind, start, standing.status) for start in starts):
        return
    allowed = next_statuses(kind, before.status if before else None)
    found = (
        _("The status on {on} is “{before}”; “{status}” cannot follow it.")
        if before
        else _("An entry cannot begin with the status “{status}”.")
    )
    raise Refused(
        found,
        _("Allowed are: {statuses}."),
        _("Choose one of these."),
        on=standing.on.strftime("%d-%m-%Y"),
        before=label_later("status", before.status if before else ""),
        status=label_later("status", standing.status),
        statuses=labels_later("status", allowed),
    )
