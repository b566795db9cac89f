"""Rounds: who was asked what, who answered, what waits for a decision."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q

from samen.core.terms import AnswerState, EntryKind, OrganisationKind
from samen.core.workflow import next_statuses
from samen.programme.models import (
    Answer,
    CalendarFeed,
    Entry,
    Invitation,
    Owner,
    Question,
    Round,
    StatusChange,
)
from samen.programme.queries.states import entries_as_of, open_entries
from samen.programme.values import EntryState

NOT_ASKED = frozenset(
    {
        OrganisationKind.CABINET,
        OrganisationKind.PARLIAMENT,
        OrganisationKind.EUROPEAN,
        OrganisationKind.INTERNATIONAL,
        OrganisationKind.COMPANY,
        OrganisationKind.OTHER,
    }
)
"""Bodies that a round seldom asks: they have nobody who answers for the programme."""


@dataclass(frozen=True, slots=True)
class Askable:
    """An owner of something open. is_usual: an office, or a body that a round asks as a rule."""

    owner: str
    open: int
    is_usual: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer with what it would change, or did. before: the status that holds now, of a
    judged answer the one that it met.
    """

    id: int
    entry: int
    kind: EntryKind
    title: str
    owner: str
    before: str
    status: str
    note: str
    due: date | None
    link: str
    answered_by: str
    answered_at: datetime
    on_sheet: bool
    state: AnswerState
    reason: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An entry that an owner did not answer for."""

    entry: int
    kind: EntryKind
    title: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One owner in a round. open: what it has not answered."""

    invitation: int
    owner: str
    asked: int
    answered: int
    opened_at: datetime | None
    expires_at: datetime
    open: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round with its owners and its answers, open ones first."""

    id: int
    title: str
    asked_on: date
    due: date
    closed_at: datetime | None
    owners: tuple[Asked, ...]
    answers: tuple[AnswerRow, ...]

    @property
    def silent(self) -> list[Asked]:
        """The owners who have not answered all that they were asked."""
        return [owner for owner in self.owners if owner.open]


@dataclass(frozen=True, slots=True)
class Asking:
    """One question as its owner sees it. choices: the statuses that may follow."""

    state: EntryState
    choices: tuple[str, ...]
    answer: AnswerRow | None


@dataclass(frozen=True, slots=True)
class OwnerPage:
    """The page behind a link: an owner's questions in a round.

    answered_by: the name that was given with the last answer.
    """

    owner: str
    round_title: str
    due: date
    questions: tuple[Asking, ...]
    answered_by: str = ""


def hashed(token: str) -> str:
    """How a secret of an address is stored: it has 256 bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_row(*, token: str, now: datetime) -> Invitation | None:
    """The invitation behind a secret, while its round is open and its link holds."""
    return (
        Invitation.objects.select_related("round")
        .filter(token_hash=hashed(token), expires_at__gt=now, round__closed_at__isnull=True)
        .first()
    )


def owner_page(*, token: str, now: datetime, today: date) -> OwnerPage | None:
    """What an owner is asked; None when the link has ended or never was."""
    invitation = invitation_row(token=token, now=now)
    if invitation is None:
        return None
    states = {state.id: state for state in entries_as_of(on=today)}
    rows = Question.objects.filter(invitation=invitation).prefetch_related("answers")
    questions = tuple(_asking(row, states[row.entry_id]) for row in rows if row.entry_id in states)
    asked = invitation.round
    name = _last_name(invitation)
    return OwnerPage(invitation.owner, asked.title, asked.due, questions, name)


def owners_to_ask(*, on: date) -> list[Askable]:
    """Every owner of an open entry, by name, with how much is open."""
    asked: dict[str, int] = {}
    for state in open_entries(on=on):
        for owner in state.owners:
            asked[owner] = asked.get(owner, 0) + 1
    rows = Owner.objects.filter(name__in=asked).select_related("organisation")
    usual = {
        row.name
        for row in rows
        if row.office_id or (row.organisation and row.organisation.kind not in NOT_ASKED)
    }
    return [Askable(owner, number, owner in usual) for owner, number in sorted(asked.items())]


def open_without_owner(*, on: date) -> int:
    """How many open entries have no owner, so that no round asks about them."""
    return sum(1 for state in open_entries(on=on) if not state.owners)


def _last_name(invitation: Invitation) -> str:
    answers = Answer.objects.filter(question__invitation=invitation).exclude(answered_by="")
    last = answers.order_by("answered_at", "id").last()
    return last.answered_by if last else ""


def rounds() -> list[Round]:
    """Every round, the last first."""
    return list(Round.objects.all())


def round_state(*, round_id: int, today: date) -> RoundState | None:
    """One round: who answered, and the answers that wait for a decision."""
    row = Round.objects.filter(pk=round_id).first()
    if row is None:
        return None
    states = {state.id: state for state in entries_as_of(on=today)}
    answers = Answer.objects.filter(question__invitation__round=row).select_related(
        "question__entry", "question__invitation"
    )
    met = _statuses_met(answers, today)
    rows = [
        replace(shown, before=met.get(shown.id, shown.before))
        for answer in answers
        for shown in [_answer_row(answer, states.get(answer.question.entry_id))]
    ]
    rows = [shown for shown in rows if shown.state != AnswerState.REPLACED]
    rows.sort(key=lambda shown: (shown.state != AnswerState.OPEN, shown.owner, shown.entry))
    return RoundState(
        id=row.pk,
        title=row.title,
        asked_on=row.asked_on,
        due=row.due,
        closed_at=row.closed_at,
        owners=tuple(_asked(row)),
        answers=tuple(rows),
    )


def unanswered_owners(*, round_id: int) -> list[str]:
    """The owners who have not answered all that they were asked."""
    row = Round.objects.get(pk=round_id)
    return [owner.owner for owner in _asked(row) if owner.answered < owner.asked]


def calendar_holder(*, token: str) -> int | None:
    """The account whose calendar address has this secret."""
    feed = CalendarFeed.objects.filter(token_hash=hashed(token), user__is_active=True).first()
    return feed.user_id if feed else None


def has_calendar(*, user: int) -> bool:
    """Whether a person has a calendar address, which a new one would end."""
    return CalendarFeed.objects.filter(user_id=user).exists()


def _asked(row: Round) -> list[Asked]:
    asked = []
    for invitation in row.invitations.all():
        questions = invitation.questions.all()
        answered = questions.filter(answers__isnull=False).distinct().count()
        left = questions.filter(answers__isnull=True).select_related("entry")
        asked.append(
            Asked(
                invitation.pk,
                invitation.owner,
                questions.count(),
                answered,
                invitation.opened_at,
                invitation.expires_at,
                tuple(
                    Unanswered(one.entry_id, EntryKind(one.entry.kind), one.entry.title)
                    for one in left
                ),
            )
        )
    return asked


def _statuses_met(answers: Iterable[Answer], today: date) -> dict[int, str]:
    """By judged answer: the status that its entry had just before the judgement."""
    judged = [(answer, answer.judged_at) for answer in answers if answer.judged_at]
    told = {_told_as(answer.question.entry) for answer, _at in judged}
    family = Q(entry__in=told) | Q(entry__merged_into__in=told)
    lives: dict[int, list[StatusChange]] = {entry: [] for entry in told}
    for change in StatusChange.objects.filter(family, on__lte=today).select_related("entry"):
        lives[_told_as(change.entry)].append(change)
    met = {}
    for answer, at in judged:
        life = lives[_told_as(answer.question.entry)]
        known = [change.status for change in life
                 if change.known_at <= at and change.pk != answer.status_change_id]  # fmt: skip
        met[answer.pk] = known[-1] if known else ""
    return met


def _told_as(entry: Entry) -> int:
    return entry.merged_into_id or entry.pk


def _asking(row: Question, state: EntryState) -> Asking:
    answers = list(row.answers.all())
    last = _answer_row(answers[-1], state) if answers else None
    choices = tuple(status.value for status in next_statuses(state.kind, state.status or None))
    return Asking(state, choices, last)


def _answer_row(answer: Answer, state: EntryState | None) -> AnswerRow:
    entry = answer.question.entry
    return AnswerRow(
        id=answer.pk,
        entry=entry.pk,
        kind=EntryKind(entry.kind),
        title=entry.title,
        owner=answer.question.invitation.owner,
        before=state.status if state else "",
        status=answer.status,
        note=answer.note,
        due=answer.due,
        link=answer.link,
        answered_by=answer.answered_by,
        answered_at=answer.answered_at,
        on_sheet=answer.on_sheet,
        state=AnswerState(answer.state),
        reason=answer.reason,
    )
