"""What came back in a Word file edited outside: proposals, until a person decides."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import Judgement
from samen.core.writing.formats.word_back import ChangeKind, changes_in
from samen.core.writing.signs import in_print
from samen.core.writing.take_over import take_over
from samen.letters.actions.held import change_section, held_draft, held_section, title_in
from samen.letters.models import Proposal, Section
from samen.letters.queries.writing import desk
from samen.programme.actions.wording import Actor

TAKEN = (ChangeKind.WORDS, ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.TITLE)
"""Kinds of changes that can be taken over: words of a section, and its title."""


@transaction.atomic
def read_word_back(*, letter: int, content: bytes, by: Actor, now: datetime) -> int:
    """Turn what somebody changed in Word into proposals; return how many.

    Raises Unreadable or TooBig for what is no Word file of a letter, and Conflict when the
    same file was brought before.
    """
    row = held_draft(letter)
    digest = hashlib.sha256(content).hexdigest()
    if row.proposals.filter(file_sha256=digest).exists():
        raise Conflict(
            _("This file was read back before."),
            _("Each file is read back once; its proposals stand beside the letter."),
            _("Decide on them, or choose another file."),
        )
    changes = changes_in(content, desk(row).rendered)
    Proposal.objects.bulk_create(
        Proposal(
            letter=row,
            kind=change.kind,
            section_key=change.section,
            source=change.source,
            before=change.before,
            after=change.after,
            file_sha256=digest,
            brought_by_id=by.pk,
            brought_at=now,
        )
        for change in changes
    )
    return len(changes)


@transaction.atomic
def accept_proposal(*, letter: int, proposal: int, by: Actor, now: datetime) -> None:
    """Take over words or a title changed outside. A changed number is never taken over here.

    Raises Refused for a field, whose truth is in the register, where its owner corrects it;
    for what is no text of a section; and when the section says something else by now.
    """
    row = _open_proposal(letter, proposal)
    if row.kind == ChangeKind.FIELD:
        raise Refused(
            _("“{before}” became “{after}”, but it is a field ({source})."),
            _("A number changes in the register, with its source."),
            _("Record the new figure there, or reject this proposal."),
            before=row.before,
            after=row.after,
            source=row.source,
        )
    if row.kind not in TAKEN:
        raise Refused(
            _("This change is not in the text of a section."),
            _("Only the words and the titles of sections are taken over."),
            _("Change it where it comes from, then set this notice aside."),
        )
    section = held_section(letter, row.section_key)
    title, body = _taken_over(row, section)
    change_section(section, title, body, by, now)
    _decide(row, Judgement.ACCEPTED, by, now)


def _taken_over(row: Proposal, section: Section) -> tuple[str, str]:
    """The title and the body of a section with a proposal in it."""
    if row.kind == ChangeKind.TITLE:
        title, body = title_in(row.after), section.body
        is_there = section.title == row.before
    else:
        taken = take_over(section.body, row.before, row.after, desk(row.letter).facts)
        title, body = section.title, in_print(taken or "")
        is_there = taken is not None
    if not is_there:
        raise Refused(
            _("The words that it changes are no longer there."),
            "",
            _("Edit the section by hand, then reject this proposal."),
        )
    return title, body


@transaction.atomic
def reject_proposal(*, letter: int, proposal: int, by: Actor, now: datetime) -> None:
    _decide(_open_proposal(letter, proposal), Judgement.REJECTED, by, now)


def _open_proposal(letter: int, number: int) -> Proposal:
    """A proposal of a letter that is still a draft, held until it is decided on."""
    rows = held_draft(letter).proposals.select_for_update(of=("self",)).select_related("decided_by")
    row = rows.filter(pk=number).first()
    if row is None:
        raise BadInput(_("There is no such proposal."), "", _("Choose one from the list."))
    if row.state != Judgement.OPEN:
        raise Conflict(
            _("{name} decided on this already."),
            "",
            _("Look at the section as it is now."),
            name=row.decided_by,
        )
    return row


def _decide(row: Proposal, judgement: Judgement, by: Actor, now: datetime) -> None:
    row.state, row.decided_by_id, row.decided_at = judgement, by.pk, now
    row.save()
