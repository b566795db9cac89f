"""The life of an entry: evidence, and statuses that are appended and never edited."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from samen.core.terms import ActionStatus, EvidenceRole, PromiseStatus
from samen.programme.models.documents import Passage
from samen.programme.models.entries import Entry
from samen.programme.models.words import choices, new_uid

STATUSES = sorted({*ActionStatus, *PromiseStatus})


@pghistory.track()
class Evidence(models.Model):
    """A passage that states, settles, updates, contradicts or withdraws an entry.

    A row appears when somebody proposes the tie; it counts once a person has accepted it.
    It never goes: what a person rejects stays, with the reason.

    Personal data: who judged it; kept: as long as the register; source: Archiefwet 1995,
    art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="evidence")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="evidence")
    role = models.CharField(max_length=20, choices=choices(EvidenceRole))
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    accepted = models.BooleanField(default=True)
    rejected = models.BooleanField(default=False)
    reason = models.TextField(blank=True, default="", help_text="Why it was rejected.")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(rejected=False) | (Q(accepted=False) & ~Q(reason="")),
                name="evidence_rejected_with_reason",
            ),
            models.UniqueConstraint(fields=["passage", "entry", "role"], name="evidence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.role}"


class StatusChange(models.Model):
    """What was true of an entry from a day on, as the register learned it at a moment.

    `on` is the day (as it was); `known_at` the moment (as we knew it). Status and term
    stand together: a row says both. A row appears with each report and never changes and
    never goes; a mistake is mended by a later row for the same day.

    Personal data: who reported it; kept: as long as the register; source: Archiefwet 1995,
    art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="statuses")
    status = models.CharField(max_length=20, choices=choices(STATUSES))
    on = models.DateField()
    known_at = models.DateTimeField()
    due = models.DateField(null=True, blank=True, help_text="The last day of the term.")
    due_words = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(blank=True, default="")
    link = models.CharField(max_length=500, blank=True, default="")
    evidence = models.ForeignKey(Evidence, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("on", "known_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[status.value for status in STATUSES]),
                name="status_on_a_ladder",
            ),
        ]
        indexes = [
            models.Index(fields=["entry", "-on", "-known_at", "-id"], name="status_last"),
        ]
        triggers = [
            pgtrigger.Protect(name="status_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.status} {self.on}"
