"""Update rounds: questions go out to owners, answers come back and are judged."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.accounts.days import refuse_far
from samen.accounts.once import once
from samen.core.errors import Conflict, Refused
from samen.core.terms import AnswerState, EntryKind
from samen.core.workflow import status_of
from samen.programme.actions.owners import known_owner
from samen.programme.actions.status import append_status, locked_entry, take_back_status
from samen.programme.actions.wording import Actor, needed, plain
from samen.programme.labels import label_later
from samen.programme.models import Answer, CalendarFeed, Invitation, Question, Round
from samen.programme.queries.rounds import hashed, invitation_row
from samen.programme.queries.states import Filters, open_entries
from samen.programme.values import EntryState, Standing
from samen.work import clock

LINK_DAYS_AFTER_DUE = 14


@dataclass(frozen=True, slots=True)
class AskedRound:
    """A new round. links: each owner with the secret of its page, shown this once."""

    id: int
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What an owner says of one entry. due: None leaves the term as it is."""

    entry: int
    status: str
    note: str = ""
    due: date | None = None
    link: str = ""


@transaction.atomic
def ask_round(
    *,
    title: str,
    asked_on: date,
    due: date,
    by: Actor,
    now: datetime,
    filters: Filters | None,
    owners: Collection[str] | None = None,
) -> AskedRound:
    """Ask owners of open entries where they stand; each gets a page of its own.

    owners: who is asked; None is everybody. Raises Conflict when the same round was asked on
    that day already, also at the same moment.
    """
    refuse_far(asked_on, due)
    if due < asked_on:
        raise Refused(
            _("The last day lies before the first day."), "", _("Choose a later last day.")
        )
    title = needed(title, "title")[:200]
    with once(_asked_already(title)):
        asked = Round.objects.create(title=title, asked_on=asked_on, due=due, asked_by_id=by.pk)
    lists: dict[str, list[EntryState]] = {}
    for state in open_entries(on=asked_on, filters=filters):
        for owner in state.owners:
            if owners is None or owner in owners:
                lists.setdefault(owner, []).append(state)
    if not lists:
        raise Refused(_("No open entry has an owner."), "", _("Give entries an owner first."))
    return AskedRound(asked.pk, tuple((owner, _invite(asked, owner, lists[owner], now))
                                      for owner in sorted(lists)))  # fmt: skip


def _asked_already(title: str) -> Conflict:
    return Conflict(
        _("The round “{title}” was asked on this day already, and is open."),
        _("A round is asked once."),
        _("Look at that round, or give this one another title."),
        title=title,
    )


def _invite(asked: Round, owner: str, states: list[EntryState], now: datetime) -> str:
    token = secrets.token_urlsafe(32)
    days = (asked.due - asked.asked_on).days + LINK_DAYS_AFTER_DUE
    invitation = Invitation.objects.create(
        round=asked,
        owner=owner,
        organisation_id=known_owner(owner)[1],
        token_hash=hashed(token),
        expires_at=now + timedelta(days=days),
    )
    Question.objects.bulk_create(
        Question(invitation=invitation, entry_id=state.id) for state in states
    )
    return token


@transaction.atomic
def renew_link(*, invitation: int, now: datetime) -> str:
    """A new secret for an owner's page; the old link ends at once."""
    row = Invitation.objects.select_for_update().filter(pk=invitation).first()
    if row is None:
        raise Refused(_("This owner is not asked."), "", _("Choose an owner from the round."))
    token = secrets.token_urlsafe(32)
    row.token_hash = hashed(token)
    row.expires_at = max(row.expires_at, now + timedelta(days=LINK_DAYS_AFTER_DUE))
    row.save(update_fields=["token_hash", "expires_at"])
    return token


@transaction.atomic
def close_round(*, round_id: int, now: datetime) -> None:
    """End a round: its links stop working, its answers can still be judged."""
    if not Round.objects.filter(pk=round_id, closed_at__isnull=True).update(closed_at=now):
        raise Conflict(_("This round is closed already."), "", _("There is nothing to do."))


@transaction.atomic
def reopen_round(*, round_id: int) -> None:
    """Undo the end of a round: links that have not expired work again."""
    row = Round.objects.filter(pk=round_id, closed_at__isnull=False)
    with once(_asked_already(row.values_list("title", flat=True).first() or "")):
        reopened = row.update(closed_at=None)
    if not reopened:
        raise Conflict(_("This round is open."), "", _("There is nothing to undo."))


@transaction.atomic
def answer_question(
    *, token: str, said: Said, answered_by: str, now: datetime, on_sheet: bool = False
) -> int:
    """The id of an owner's answer, saved as a proposal; an open answer of before is replaced."""
    refuse_far(said.due)
    invitation = invitation_row(token=token, now=now)
    if invitation is None:
        raise Refused(_("This link has ended."), "", _("Ask the programme team for a new link."))
    question = (
        Question.objects.select_for_update()
        .select_related("entry")
        .filter(invitation=invitation, entry_id=said.entry)
        .first()
    )
    if question is None:
        raise Refused(
            _("This entry is not on your list."), "", _("Answer the entries on the page.")
        )
    status = status_of(EntryKind(question.entry.kind), said.status)
    if said.link and not said.link.startswith(("https://", "http://")):
        raise Refused(_("The evidence is not a web address."), "", _("Begin it with https://."))
    question.answers.filter(state=AnswerState.OPEN).update(state=AnswerState.REPLACED)
    answer = Answer.objects.create(
        question=question,
        status=status,
        note=plain(said.note)[:4000],
        due=said.due,
        link=plain(said.link)[:500],
        answered_by=plain(answered_by)[:120],
        answered_at=now,
        on_sheet=on_sheet,
    )
    return answer.pk


@transaction.atomic
def accept_answer(*, answer: int, by: Actor, now: datetime) -> int:
    """The id of the status that an accepted answer adds to its entry.

    Raises Conflict when the answer was judged or replaced meanwhile.
    """
    row = _open_answer(answer)
    entry = locked_entry(row.question.entry.merged_into_id or row.question.entry_id)
    standing = Standing(
        status=row.status,
        on=clock.day_of(row.answered_at),
        due=row.due,
        note=row.note,
        link=row.link,
        keep_due=row.due is None,
    )
    row.status_change_id = append_status(entry=entry.pk, standing=standing, by=by, now=now)
    _judge(row, AnswerState.ACCEPTED, by, now, "")
    return row.status_change_id


@transaction.atomic
def reject_answer(*, answer: int, reason: str, by: Actor, now: datetime) -> None:
    """Leave an answer out of the register, with the reason."""
    _judge(_open_answer(answer), AnswerState.REJECTED, by, now, needed(reason, "reason"))


@transaction.atomic
def undo_judgement(*, answer: int, by: Actor, now: datetime) -> None:
    """Make an answer open again. What its acceptance added is mended by a later status."""
    row = _answer(answer)
    if row.state not in (AnswerState.ACCEPTED, AnswerState.REJECTED):
        raise Conflict(_("This answer is not judged."), "", _("There is nothing to undo."))
    if row.question.answers.filter(state=AnswerState.OPEN).exists():
        raise Conflict(_("The owner has answered again."), "", _("Judge the newer answer."))
    if row.status_change_id is not None:
        take_back_status(change=row.status_change_id, by=by, now=now)
    row.state, row.status_change = AnswerState.OPEN, None
    row.judged_by, row.judged_at, row.reason = None, None, ""
    row.save()


def _answer(answer: int) -> Answer:
    """The row of an answer, held until the act is done."""
    row = (
        Answer.objects.select_for_update(of=("self",))
        .select_related("question__entry")
        .filter(pk=answer)
        .first()
    )
    if row is None:
        raise Refused(_("This answer is not in the register."), "", _("Choose one from the round."))
    return row


def _open_answer(answer: int) -> Answer:
    row = _answer(answer)
    if row.state != AnswerState.OPEN:
        raise Conflict(
            _("This answer is {state} already."),
            "",
            _("Look at the round again, or undo that."),
            state=label_later("answer", row.state),
        )
    return row


def _judge(row: Answer, state: AnswerState, by: Actor, now: datetime, reason: str) -> None:
    row.state, row.judged_by_id, row.judged_at, row.reason = state, by.pk, now, reason
    row.save()


@transaction.atomic
def mark_opened(*, token: str, now: datetime) -> None:
    """Note that an owner opened its page for the first time."""
    Invitation.objects.filter(token_hash=hashed(token), opened_at__isnull=True).update(
        opened_at=now
    )


@transaction.atomic
def make_calendar_address(*, by: Actor, now: datetime) -> str:
    """A new secret for a person's calendar of terms; an older address ends."""
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(
        user_id=by.pk, defaults={"token_hash": hashed(token), "made_at": now}
    )
    return token


@transaction.atomic
def remove_calendars_of_closed_accounts() -> int:
    """Remove the calendar addresses of people whose account is closed; return how many."""
    return CalendarFeed.objects.filter(user__is_active=False).delete()[0]
