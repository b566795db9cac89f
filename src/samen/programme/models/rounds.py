"""Update rounds: questions go out to owners, answers come back as proposals."""

import pghistory
from django.db import models
from django.db.models import F, Q

from samen.core.terms import AnswerState
from samen.programme.models.entries import Entry
from samen.programme.models.life import STATUSES, StatusChange
from samen.programme.models.words import choices


class Round(models.Model):
    """One time that all owners are asked where things stand.

    A row appears when the round is asked and gets its closing time at the end.

    Personal data: who asked; kept: as long as the register; source: Archiefwet 1995, art. 3.
    """

    title = models.CharField(max_length=200)
    asked_on = models.DateField()
    due = models.DateField()
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_on", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(due__gte=F("asked_on")), name="round_order"),
            models.UniqueConstraint(
                fields=["title", "asked_on"],
                condition=Q(closed_at__isnull=True),
                name="round_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Invitation(models.Model):
    """One owner's list of questions in a round, opened by a link that holds for this round.

    A row appears when the round is asked. Its secret is stored as a hash only: a lost link
    is replaced by a new one. It stays when the link has ended.

    Personal data: none.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="invitations")
    owner = models.CharField(max_length=200)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("owner",)
        constraints = [
            models.UniqueConstraint(fields=["round", "owner"], name="invitation_once_an_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.owner}, {self.round}"


class Question(models.Model):
    """Where one entry stands, asked of one owner in one round.

    A row appears when the round is asked; it stays.

    Personal data: none.
    """

    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="questions")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="questions")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["invitation", "entry"], name="question_once"),
        ]

    def __str__(self) -> str:
        return f"{self.invitation_id}, {self.entry_id}"


@pghistory.track()
class Answer(models.Model):
    """What an owner says of an entry: a proposal until the programme team decides.

    A row appears at each answer; a later answer replaces an open one. It stays when it was
    accepted or rejected.

    Personal data: name the owner's writer gave; kept: as long as the register; source:
    Archiefwet 1995, art. 3.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    status = models.CharField(max_length=20, choices=choices(STATUSES))
    note = models.TextField(blank=True, default="")
    due = models.DateField(null=True, blank=True)
    link = models.CharField(max_length=500, blank=True, default="")
    answered_by = models.CharField(max_length=120, blank=True, default="")
    answered_at = models.DateTimeField()
    on_sheet = models.BooleanField(default=False, help_text="Came back as a spreadsheet.")
    state = models.CharField(max_length=10, choices=choices(AnswerState), default=AnswerState.OPEN)
    judged_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    status_change = models.ForeignKey(StatusChange, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("answered_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=Q(state=AnswerState.OPEN), name="answer_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[AnswerState.OPEN, AnswerState.REPLACED])
                | Q(judged_by__isnull=False, judged_at__isnull=False),
                name="answer_judged_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.state}"


class CalendarFeed(models.Model):
    """A person's secret address for the calendar of terms.

    A row appears when the person asks for the address; asking again replaces it.

    Personal data: whose address it is; kept: until replaced or the account closes; source:
    AVG art. 5 lid 1 onder e.
    """

    user = models.OneToOneField("accounts.User", models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.user_id)
