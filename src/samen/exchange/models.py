"""Whom this house asks without names and is asked by, and what came of each question.

The database shows a question or a hit only inside its purpose (samen.purposes.bound), to who may
link and sees all of it; its privacy officers see the questions, and who was hit they do not.
"""

import uuid

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from samen.core.exchange.vocabulary import HitAnswer, QuestionSide, QuestionState
from samen.core.terms import Ground
from samen.purposes.bound import Bound


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Peer(models.Model):
    """Another organisation with which a processing exchanges without names, and what is agreed.

    A row appears when a member proposes it, has effect once a privacy officer of the processing
    approves it, and is ended, not removed. `keeper` is the part under which questions of the
    other organisation are looked up: when it ends, they are refused.

    Personal data: who proposed, keeps and approved it; kept: as long as the account has a name;
    source: AVG art. 5 lid 2.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    processing = models.ForeignKey("purposes.Processing", models.PROTECT, related_name="+")
    ground = models.CharField(max_length=20, choices=[(g.value, g.value) for g in Ground])
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    address = models.CharField(max_length=300, blank=True, default="")
    key = models.CharField(
        max_length=64, blank=True, default="", help_text="Ed25519, public, hexadecimal."
    )
    goal = models.TextField()
    article = models.CharField(max_length=200)
    decision = models.CharField(max_length=200)
    start = models.DateField()
    until = models.DateField()
    keeper = models.ForeignKey("purposes.Membership", models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-start",)
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("proposed_by")),
                name="peer_by_another",
            ),
            models.CheckConstraint(condition=Q(until__gte=F("start")), name="peer_order"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.start} - {self.until}"


class SeenRequest(models.Model):
    """A signed request of a peer, so that the same one is not taken twice.

    A row appears with each request and goes after a day.

    Personal data: none.
    """

    peer = models.UUIDField()
    nonce = models.CharField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["peer", "nonce"], name="exchange_request_once"),
        ]

    def __str__(self) -> str:
        return self.nonce


class ExchangeQuestion(Bound):
    """One question without names, asked by this house or received by it, and how far it is.

    A row appears when it is asked or comes in and stays, as the account of what was asked. The
    registrations in it are numbers that say nothing once these are destroyed.

    Personal data: who asked, and numbers of registrations; kept: as the log; source: Wpg art. 32a,
    AVG art. 5 lid 2.
    """

    number = models.UUIDField()
    peer = models.UUIDField()
    side = models.CharField(max_length=10, choices=[(s.value, s.value) for s in QuestionSide])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in QuestionState])
    at = models.DateTimeField()
    on = models.DateField()
    size = models.PositiveIntegerField(help_text="Received: of the largest set, rounded up.")
    digest = models.CharField(max_length=64, blank=True, default="")
    counts = models.JSONField(default=dict)
    registrations = ArrayField(models.UUIDField(), default=list)
    pairs = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("-at",)
        constraints = [
            models.UniqueConstraint(fields=["peer", "number"], name="exchange_question_once"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.number}: {self.state}"


class Hit(Bound):
    """One registration in a pair: under which token, by which keys, and what was answered.

    A row appears when pairs are opened, at both sides, each with its own registration; it goes
    with the registration.

    Personal data: that another organisation may know somebody, and what a person said of it;
    kept: as the registration; source: as the registration.
    """

    question = models.UUIDField(db_index=True)
    token = models.CharField(max_length=32)
    registration = models.UUIDField(db_index=True)
    keys = ArrayField(models.CharField(max_length=24))
    answer = models.CharField(
        max_length=12, blank=True, default="", choices=[(a.value, a.value) for a in HitAnswer]
    )
    reason = models.CharField(max_length=500, blank=True, default="")
    answered_by = models.BigIntegerField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("token",)
        constraints = [
            models.UniqueConstraint(
                fields=["question", "token", "registration"], name="exchange_hit_once"
            ),
        ]

    def __str__(self) -> str:
        return self.token
