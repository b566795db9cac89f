"""For what persons' data are held, who may work with them, and what they did.

The database itself reads these tables when it decides what a query may see
(docs/adr/0012). They change only within an order that the application signed.
"""

import uuid

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from samen.core.terms import Ground, KeepingAct, KeepingReason, LogAct, MemberRole, Scope
from samen.purposes.values import ResolutionKind, ResolutionOutcome


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Processing(models.Model):
    """What data of persons are held for: a goal, its grounds, who answers for it, until when.

    A row appears when a processing is opened. With more than one controller it is a joint
    project. It never goes: the record of what was processed outlives the data.

    Personal data: none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    goal = models.TextField()
    grounds = ArrayField(models.CharField(max_length=20))
    start = models.DateField()
    review = models.DateField()
    end = models.DateField(null=True, blank=True)
    kept_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Shorter than the law's own term, or where it has none."
    )

    class Meta:
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(grounds__contained_by=list(Ground)) & ~Q(grounds=[]),
                name="processing_grounds",
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="processing_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Controller(models.Model):
    """An organisation that answers for a processing.

    A row appears when the processing is opened or the organisation joins, and goes when the
    organisation leaves: from then on its people see nothing of it.

    Personal data: none.
    """

    processing = models.ForeignKey(Processing, models.PROTECT, related_name="controllers")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["processing", "organisation"], name="controller_once"),
        ]

    def __str__(self) -> str:
        return f"{self.processing}: {self.organisation}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Team(models.Model):
    """People of one organisation who work on the same cases.

    A row appears when the first of them becomes a member, and stays as long as a
    registration names it.

    Personal data: none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Membership(models.Model):
    """The part that a person has in a processing: as what, how far, from when until when.

    A row appears when somebody is made a member, gets its end when they leave, and is looked
    at with every query: who left sees nothing more, also on a page that is open.

    Personal data: who may see what; kept: as long as the account has a name; source: AVG
    art. 5 lid 2.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="memberships")
    processing = models.ForeignKey(Processing, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="members")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in MemberRole])
    scope = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Scope])
    region = models.CharField(max_length=80, blank=True, default="")
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(scope=Scope.TEAM) | Q(team__isnull=False), name="membership_team"
            ),
            models.CheckConstraint(
                condition=~Q(scope=Scope.REGION) | ~Q(region=""), name="membership_region"
            ),
            models.CheckConstraint(condition=Q(role__in=list(MemberRole)), name="membership_role"),
            models.CheckConstraint(condition=Q(scope__in=list(Scope)), name="membership_scope"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}, {self.processing}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Resolution(models.Model):
    """Something that was proposed about a processing, and what somebody else made of it.

    A row appears when an administrator proposes it, and has effect once a privacy officer of
    the processing approves it: never who proposed it. It stays, as the account of why.

    Personal data: who is proposed as a member, who proposed and decided; kept: as long as the
    account has a name; source: AVG art. 5 lid 2.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in ResolutionKind])
    processing = models.ForeignKey(
        Processing, models.PROTECT, null=True, blank=True, related_name="resolutions"
    )
    content = models.JSONField()
    reason = models.TextField()
    proposed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    outcome = models.CharField(
        max_length=10, choices=[(o.value, o.value) for o in ResolutionOutcome],
        default=ResolutionOutcome.WAITING,
    )  # fmt: skip
    decided_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("-proposed_at",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=ResolutionOutcome.APPROVED)
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
                name="resolution_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.outcome}"

    @property
    def about(self) -> str:
        """The name of the processing, also of one that is not opened yet."""
        return self.processing.name if self.processing else str(self.content["name"])


class LogEntry(models.Model):
    """What somebody did with data of persons: who, when, what act, for what, on what ground.

    A row appears with each look and each change, in the same transaction, and never changes.
    A trigger numbers it and chains it to the one before; persons stand in it as pseudonyms.

    Personal data: who looked, at which pseudonym; kept: at least until the last audit;
    source: Wpg art. 32a, AVG art. 5 lid 2.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    user = models.BigIntegerField()
    membership = models.UUIDField()
    processing = models.UUIDField(db_index=True)
    ground = models.CharField(max_length=20)
    act = models.CharField(max_length=10, choices=[(a.value, a.value) for a in LogAct])
    subjects = ArrayField(models.CharField(max_length=64))
    fields = ArrayField(models.CharField(max_length=40))
    request = models.CharField(max_length=64, blank=True, default="")
    previous = models.CharField(max_length=64, blank=True, default="")
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.number}: {self.act}"


class Checkpoint(models.Model):
    """A signed statement of how far the log was, and of the hash of its last entry.

    A row appears every hour in which something was added. The same line goes to a file
    outside the database, so that a log cut short is seen.

    Personal data: none.
    """

    number = models.BigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    signature = models.CharField(max_length=128)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return str(self.number)


class Destruction(models.Model):
    """How many rows of a table went on a day, on what ground they were held, and why.

    A row appears when the keeping of terms removes or destroys something, or a privacy officer
    ends a hold (`note` has the reason, which goes when its term is over), written by the database
    itself; it stays, as the account of what was kept no longer.

    Personal data: none, unless an officer named somebody in `note`; kept: five years;
    source: AVG art. 5 lid 2.
    """

    day = models.DateField()
    processing = models.UUIDField()
    ground = models.CharField(max_length=20)
    table = models.CharField(max_length=63)
    act = models.CharField(max_length=10, choices=[(a.value, a.value) for a in KeepingAct])
    reason = models.CharField(max_length=10, choices=[(r.value, r.value) for r in KeepingReason])
    rows = models.PositiveBigIntegerField()
    note = models.TextField(blank=True, db_default="")

    class Meta:
        ordering = ("-day", "table", "act")
        indexes = [models.Index(fields=["processing", "day"], name="destruction_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.rows} {self.table} {self.act}"
