"""What reviewers do with candidates: accept, edit, merge, reject, undo; each act once.

Nothing enters the register but by one of these acts. Each act holds the letter and the
candidate until it is done, so that of two people one wins and the other is told. `seen` is
the last act on the candidate that the page showed, 0 for none, and None where there was no
page: who saw less than what stands there now is told what changed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused, SamenError
from samen.core.terms import CandidateKind, Judgement, ReviewAct
from samen.letters.actions.accepting import accept_into_register
from samen.letters.actions.act import Act, Made
from samen.letters.actions.reading import (
    begin_reading,
    date_letter,
    note_failure,
    read_into,
    upload_letter,
)
from samen.letters.actions.taking_back import take_back
from samen.letters.labels import FIELDS
from samen.letters.models import Candidate, Decision, IncomingLetter
from samen.letters.queries import review as queries
from samen.programme import queries as register
from samen.programme.actions.wording import Actor

__all__ = [
    "BatchOutcome",
    "accept_batch",
    "accept_candidate",
    "begin_reading",
    "date_letter",
    "edit_candidate",
    "merge_candidate",
    "note_failure",
    "read_into",
    "reject_candidate",
    "undo_decision",
    "undo_last",
    "upload_letter",
]

THEME = "theme"
"""The key of an edit that changes the theme, which is no field of the detail."""


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """How many candidates were accepted, and why the others were left: id and reason."""

    accepted: int
    left: tuple[tuple[int, SamenError], ...] = ()


@transaction.atomic
def accept_candidate(
    *,
    candidate: int,
    by: Actor,
    now: datetime,
    edited: dict[str, Any] | None = None,
    seen: int | None = None,
) -> int | None:
    """Take a candidate over into the register; the id of its entry, None where it has none.

    edited: fields of the detail that the reviewer mended, and "theme". Raises Conflict when
    somebody else was first, Refused when a needed field is missing.
    """
    row = _held(candidate, seen)
    _accept(row, by, now, edited or {}, into=None)
    return row.entry_id


@transaction.atomic
def merge_candidate(
    *,
    candidate: int,
    into: int = 0,
    other: int = 0,
    by: Actor,
    now: datetime,
    edited: dict[str, Any] | None = None,
    seen: int | None = None,
) -> int | None:
    """Accept what a candidate says as part of an entry of its kind.

    into: that entry's id; or other: an open candidate, which is accepted first and makes it.
    """
    row = _held(candidate, seen)
    if other and other != candidate:
        into = accept_candidate(candidate=other, by=by, now=now) or 0
    life = register.life_of(entry=into)
    if life is None or life.kind != row.kind:
        raise Refused(
            _("This entry is of another kind, or is not in the register."),
            _("A candidate goes together with an entry of its own kind."),
            _("Choose one from the list."),
        )
    _accept(row, by, now, edited or {}, into=life.merged_into or into)
    return row.entry_id


@transaction.atomic
def edit_candidate(
    *,
    candidate: int,
    edited: dict[str, Any],
    by: Actor,
    now: datetime,
    seen: int | None = None,
) -> None:
    """Mend the fields of a candidate without deciding on it; the same words change nothing."""
    row = _held(candidate)
    before = _state_of(row)
    _apply(row, edited)
    if _state_of(row) != before:
        _refuse_unseen(row, seen)
        _note(row, ReviewAct.EDIT, before, by, now)


@transaction.atomic
def reject_candidate(*, candidate: int, by: Actor, now: datetime, seen: int | None = None) -> None:
    """Say that a candidate is not what it was taken for; nothing enters the register."""
    row = _held(candidate, seen)
    before = _state_of(row)
    row.state = Judgement.REJECTED
    _note(row, ReviewAct.REJECT, before, by, now)


@transaction.atomic
def undo_decision(*, candidate: int, by: Actor, now: datetime, seen: int | None = None) -> None:
    """Take the last act on a candidate back, in the register too.

    seen: the act that is to be undone, None for whichever is the last. Raises Conflict when
    another act came after it, or it was undone already.
    """
    row = _locked(candidate)
    last = queries.last_act(row)
    if seen is not None and row.decisions.exists() and (last is None or last.pk != seen):
        raise _decided_by_another(row)
    if last is None:
        raise Refused(_("Nothing was done with this candidate yet."), "", "")
    _undo(row, last, by, now)


@transaction.atomic
def undo_last(*, letter: int, by: Actor, now: datetime, seen: int | None = None) -> list[int]:
    """Take back what this person did last in a letter; a batch as one. Their candidates' ids.

    seen: the act that is to be undone, None for whichever is their last. Raises Conflict
    when it is not their last any more.
    """
    IncomingLetter.objects.select_for_update().get(pk=letter)
    undone = queries.done_at_once(letter, by.pk)
    if not undone:
        raise Refused(_("You have nothing to take back in this letter."), "", "")
    if seen is not None and undone[0].pk != seen:
        raise Conflict(
            _("This is not your last decision in this letter any more."),
            _("Each decision is taken back once, the last one first."),
            _("Look at what stands there now, and take that back if you want to."),
        )
    for act in undone:
        row = _locked(act.candidate_id)
        if (latest := queries.last_act(row)) is None or latest.pk != act.pk:
            raise _decided_by_another(row)
        _undo(row, act, by, now)
    return [act.candidate_id for act in reversed(undone)]


@transaction.atomic
def accept_batch(
    *, letter: int, kind: CandidateKind, least_confidence: float, by: Actor, now: datetime
) -> BatchOutcome:
    """Accept the open candidates of a kind that the reading was sure enough of.

    One that lacks something is left open, and said so; the others are accepted.
    """
    IncomingLetter.objects.select_for_update().get(pk=letter)
    sure = Candidate.objects.filter(
        letter=letter, kind=kind, state=Judgement.OPEN, confidence__gte=least_confidence
    )
    accepted, left = 0, []
    for pk in sure.order_by("start", "position").values_list("pk", flat=True):
        try:
            accept_candidate(candidate=pk, by=by, now=now)
            accepted += 1
        except SamenError as error:
            left.append((pk, error))
    return BatchOutcome(accepted, tuple(left))


def _undo(row: Candidate, act: Decision, by: Actor, now: datetime) -> None:
    made = act.after.get("made")
    if made:
        take_back(row, Made(**made), by=by, now=now)
    before = _state_of(row)
    row.state = act.before["state"]
    row.detail, row.theme = act.before["detail"], act.before["theme"]
    row.entry_id, row.merged_into_id = None, None
    _note(row, ReviewAct.UNDO, before, by, now, undoes=act.pk)


def _accept(
    row: Candidate, by: Actor, now: datetime, edited: dict[str, Any], into: int | None
) -> None:
    before = _state_of(row)
    _apply(row, edited)
    made = accept_into_register(Act(row, by, now, into))
    row.entry_id = made.entry
    row.state = Judgement.ACCEPTED if into is None else Judgement.MERGED
    if into is not None:
        same = Candidate.objects.filter(entry_id=into, state=Judgement.ACCEPTED)
        row.merged_into = same.exclude(pk=row.pk).first()
    act = ReviewAct.ACCEPT if into is None else ReviewAct.MERGE
    _note(row, act, before, by, now, made=made.as_json())


def _apply(row: Candidate, edited: dict[str, Any]) -> None:
    row.theme = str(edited.get(THEME, row.theme))[:300]
    fields = {name: value for name, value in edited.items() if name != THEME}
    row.detail = {**row.detail, **fields}


def _note(
    row: Candidate,
    act: ReviewAct,
    before: dict[str, Any],
    by: Actor,
    now: datetime,
    **more: object,
) -> None:
    """Save the candidate and append the act to its history."""
    is_open = row.state == Judgement.OPEN
    row.decided_by_id = None if is_open else by.pk
    row.decided_at = None if is_open else now
    row.save()
    Decision.objects.create(
        candidate=row,
        act=act,
        before=before,
        after={**_state_of(row), **more},
        entry_id=row.entry_id,
        by_id=by.pk,
        at=now,
    )


def _state_of(row: Candidate) -> dict[str, Any]:
    return {"state": str(row.state), "detail": row.detail, "theme": row.theme}


def _locked(candidate: int) -> Candidate:
    """The candidate with its letter, held until the act is done: the letter always first."""
    letter = Candidate.objects.filter(pk=candidate).values_list("letter_id", flat=True).first()
    if letter is None:
        raise Refused(
            _("This candidate is not there any more."), "", _("Load the page again.")
        )  # fmt: skip
    IncomingLetter.objects.select_for_update().defer("content").get(pk=letter)
    rows = Candidate.objects.select_for_update(of=("self",)).select_related("letter", "decided_by")
    return rows.defer("letter__content", "letter__original").get(pk=candidate)


def _held(candidate: int, seen: int | None = None) -> Candidate:
    row = _locked(candidate)
    if row.state != Judgement.OPEN:
        raise _decided_by_another(row)
    _refuse_unseen(row, seen)
    return row


def _changed(before: dict[str, Any], after: dict[str, Any]) -> str:
    """How the fields are called that differ between two states of a candidate."""
    was, now = ({**state["detail"], THEME: state["theme"]} for state in (before, after))
    return ", ".join(str(label) for name, label in FIELDS.items() if was.get(name) != now.get(name))


def _refuse_unseen(row: Candidate, seen: int | None) -> None:
    """Raise Conflict when something was done with an open candidate that the page did not show."""
    if seen is None:
        return
    unseen = list(row.decisions.filter(pk__gt=seen).select_related("by"))
    if unseen:
        last = unseen[0]
        changed = _changed(unseen[-1].before, last.after)
        raise Conflict(
            _DID[ReviewAct(last.act)],
            _("Changed since this page was made: {fields}.") if changed else "",
            _("What you typed still stands in the fields: compare, and try again."),
            fields=changed,
            **_by_whom(last),
        )


_DID = {
    ReviewAct.ACCEPT: _("{name} accepted this candidate at {time}."),
    ReviewAct.REJECT: _("{name} rejected this candidate at {time}."),
    ReviewAct.MERGE: _("{name} merged this candidate at {time}."),
    ReviewAct.EDIT: _("{name} edited this candidate at {time}."),
    ReviewAct.UNDO: _("{name} reopened this candidate at {time}."),
}


def _decided_by_another(row: Candidate) -> Conflict:
    """Who decided, what and when."""
    last = row.decisions.select_related("by").first()
    return Conflict(
        _DID[ReviewAct(last.act) if last else ReviewAct.UNDO],
        _("A candidate is decided on once."),
        _("Go on with the next one, or take that decision back first."),
        **_by_whom(last),
    )


def _by_whom(act: Decision | None) -> dict[str, str]:
    if act is None:
        return {"name": "", "time": ""}
    return {"name": act.by.name, "time": f"{timezone.localtime(act.at):%H:%M}"}
