"""Entries of every kind come into the register, are mended, merged and withdrawn."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.core.terms import EntryKind, LinkRole
from samen.core.workflow import LADDERS
from samen.programme.actions.owners import set_owners
from samen.programme.actions.status import append_status, locked_entry, tie_evidence
from samen.programme.actions.wording import Actor, index_entry, needed, plain, plain_facts
from samen.programme.labels import label_later
from samen.programme.models import (
    Action,
    Amount,
    Commitment,
    DecisionPending,
    Entry,
    LegalText,
    Link,
    Motion,
    Project,
    Publication,
)
from samen.programme.values import (
    AmountFacts,
    CommitmentFacts,
    MotionFacts,
    Place,
    Standing,
    Wording,
)


def record_action(
    *,
    wording: Wording,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    plan_line: str = "",
) -> int:
    """The id of a new action."""
    row = Action(kind=EntryKind.ACTION, plan_line=plain(plan_line)[:200])
    return keep_entry(row, wording, standing, place, by, now)


def record_commitment(
    *,
    wording: Wording,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    commitment: CommitmentFacts | None = None,
) -> int:
    """The id of a new commitment; Conflict when its number in the House's register is known."""
    facts = commitment or CommitmentFacts()
    if facts.number and (known := Commitment.objects.filter(number=facts.number).first()):
        raise _known(known, facts.number)
    row = Commitment(kind=EntryKind.COMMITMENT, **plain_facts(facts))
    return keep_entry(row, wording, standing, place, by, now)


def record_motion(
    *,
    wording: Wording,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    motion: MotionFacts | None = None,
) -> int:
    """The id of a new motion; Conflict when its paper is known."""
    facts = motion or MotionFacts()
    if facts.number and (known := motion_row(facts)):
        raise _known(known, known.paper_id)
    row = Motion(kind=EntryKind.MOTION, **plain_facts(facts))
    return keep_entry(row, wording, standing, place, by, now)


def record_decision(
    *,
    wording: Wording,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    decider: str = "",
) -> int:
    """The id of a new decision that is still to be taken."""
    row = DecisionPending(kind=EntryKind.DECISION, decider=plain(decider)[:200])
    return keep_entry(row, wording, standing, place, by, now)


def record_amount(
    *,
    wording: Wording,
    amount: AmountFacts,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    hangs_on: int | None = None,
) -> int:
    """The id of a new amount, hanging on the entry that it pays for."""
    row = Amount(kind=EntryKind.AMOUNT, **plain_facts(amount))
    with transaction.atomic():
        pk = keep_entry(row, wording, None, place, by, now)
        if hangs_on is not None:
            link_entries(entry=pk, other=hangs_on, role=LinkRole.BELONGS_TO)
    return pk


def record_project(
    *,
    wording: Wording,
    standing: Standing,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    years: tuple[date | None, date | None] = (None, None),
    partners: str = "",
) -> int:
    """The id of a new project. years: its first and last day, None where not known."""
    row = Project(kind=EntryKind.PROJECT, starts=years[0], ends=years[1], partners=plain(partners))
    return keep_entry(row, wording, standing, place, by, now)


def record_publication(
    *,
    wording: Wording,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    publisher: str = "",
    published_on: date | None = None,
    url: str = "",
) -> int:
    """The id of a new publication."""
    row = Publication(
        kind=EntryKind.PUBLICATION,
        publisher=plain(publisher)[:200],
        published_on=published_on,
        url=plain(url)[:500],
    )
    return keep_entry(row, wording, None, place, by, now)


def record_legal_text(
    *,
    wording: Wording,
    regime: str,
    by: Actor,
    now: datetime,
    place: Place | None = None,
    article: str = "",
    version: str = "",
) -> int:
    """The id of a new article of law."""
    row = LegalText(
        kind=EntryKind.LEGAL,
        regime=needed(regime, "law")[:200],
        article=plain(article)[:40],
        version=plain(version)[:40],
    )
    return keep_entry(row, wording, None, place, by, now)


@transaction.atomic
def keep_entry(
    row: Entry,
    wording: Wording,
    standing: Standing | None,
    place: Place | None,
    by: Actor,
    now: datetime,
) -> int:
    """Store a new entry of any kind with its owners, evidence and first status."""
    row.title = needed(wording.title, "title")
    row.detail = plain(wording.detail)
    row.theme_id = wording.theme
    row.created_at, row.created_by_id = now, by.pk
    row.save(force_insert=True)
    set_owners(entry=row.pk, owners=wording.owners, inferred=wording.inferred)
    if standing is not None:
        append_status(entry=row.pk, standing=standing, place=place, by=by, now=now)
    elif row.kind in LADDERS:
        raise Refused(
            _("A new entry of kind “{kind}” has no status."),
            "",
            _("Give its status and its date."),
            kind=label_later("kind", row.kind),
        )
    elif place is not None:
        tie_evidence(row, place, by, now)
    index_entry(row)
    return row.pk


@transaction.atomic
def edit_entry(*, entry: int, wording: Wording) -> None:
    """Give an entry other words, another theme or other owners; the trail keeps the old."""
    row = locked_entry(entry)
    row.title = needed(wording.title, "title")
    row.detail = plain(wording.detail)
    row.theme_id = wording.theme
    row.save(update_fields=["title", "detail", "theme"])
    set_owners(entry=entry, owners=wording.owners, inferred=wording.inferred)
    index_entry(row)


@transaction.atomic
def edit_motion(*, entry: int, motion: MotionFacts) -> None:
    """Mend what is known of a motion; Conflict when another entry has its paper."""
    locked_entry(entry)
    known = motion_row(motion) if motion.number else None
    if known is not None and known.pk != entry:
        raise _known(known, known.paper_id)
    Motion.objects.filter(pk=entry).update(**plain_facts(motion))
    index_entry(Entry.objects.get(pk=entry))


@transaction.atomic
def edit_commitment(*, entry: int, commitment: CommitmentFacts) -> None:
    """Mend what is known of a commitment."""
    locked_entry(entry)
    Commitment.objects.filter(pk=entry).update(**plain_facts(commitment))
    index_entry(Entry.objects.get(pk=entry))


@transaction.atomic
def edit_amount(*, entry: int, amount: AmountFacts) -> None:
    """Mend an amount; the trail keeps what it was."""
    locked_entry(entry)
    Amount.objects.filter(pk=entry).update(**plain_facts(amount))


@transaction.atomic
def link_entries(*, entry: int, other: int, role: LinkRole) -> int:
    """The id of the tie between two entries; the same tie is made once."""
    if entry == other:
        raise Refused(_("An entry cannot hang on itself."), "", _("Choose another entry."))
    for pk in sorted({entry, other}):
        locked_entry(pk)
    link, _is_new = Link.objects.get_or_create(entry_id=entry, other_id=other, role=role)
    return link.pk


@transaction.atomic
def unlink_entries(*, entry: int, other: int, role: LinkRole) -> None:
    """Undo a tie between two entries."""
    Link.objects.filter(entry_id=entry, other_id=other, role=role).delete()


@transaction.atomic
def merge_entries(*, entry: int, into: int, now: datetime) -> None:
    """Let an entry go up in another of its kind; its life is told with the other's.

    Nothing is moved: `undo_merge` parts them again as they were.
    """
    rows = {pk: locked_entry(pk) for pk in sorted({entry, into})}
    if len(rows) == 1:
        raise Refused(_("An entry cannot be merged into itself."), "", _("Choose another entry."))
    if rows[entry].kind != rows[into].kind:
        raise Refused(
            _("An entry of kind “{kind}” cannot be merged into one of kind “{other}”."),
            _("Both must be of one kind."),
            _("Link the two instead."),
            kind=label_later("kind", rows[entry].kind),
            other=label_later("kind", rows[into].kind),
        )
    if rows[entry].merged.exists():
        raise Refused(
            _("Entry {entry} holds other entries itself."),
            "",
            _("Merge {into} into {entry}."),
            entry=entry,
            into=into,
        )
    Entry.objects.filter(pk=entry).update(merged_into_id=into, merged_at=now)


@transaction.atomic
def undo_merge(*, entry: int) -> None:
    """Part an entry from the one it was merged into."""
    row = Entry.objects.select_for_update().filter(pk=entry).first()
    if row is None or row.merged_into_id is None:
        raise Refused(_("This entry is not merged."), "", _("There is nothing to undo."))
    Entry.objects.filter(pk=entry).update(merged_into=None, merged_at=None)


@transaction.atomic
def withdraw_entry(*, entry: int, reason: str, now: datetime) -> None:
    """Take an entry out of the lists, with the reason; its life stays readable."""
    row = locked_entry(entry)
    row.withdrawn_at, row.withdrawn_reason = now, needed(reason, "reason")
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])


@transaction.atomic
def restore_entry(*, entry: int) -> None:
    """Undo a withdrawal."""
    changed = Entry.objects.filter(pk=entry, withdrawn_at__isnull=False).update(
        withdrawn_at=None, withdrawn_reason=""
    )
    if not changed:
        raise Refused(_("This entry is not withdrawn."), "", _("There is nothing to undo."))


def motion_row(facts: MotionFacts) -> Motion | None:
    """The motion that is this paper, where it is known."""
    return Motion.objects.filter(
        chamber=facts.chamber, dossier=facts.dossier, suffix=facts.suffix, number=facts.number
    ).first()


def _known(row: Entry, number: str) -> Conflict:
    return Conflict(
        _("{number} is in the register as entry {entry}."),
        _("One motion or commitment is one entry."),
        _("Append a status to that entry."),
        number=number,
        entry=row.pk,
    )
