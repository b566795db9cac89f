"""Who is the same: runs, pairs, entities that keep their id, and what people judged.

The database shows a row only inside its purpose (samen.purposes.bound), and only to who sees
all of a processing and may link in it: a link tells that somebody else knows a person too.
What is about a registration goes with it, by the database itself.
"""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.linkage.of_two import OfTwo
from samen.purposes.bound import Bound


class StandingDecision(Bound):
    """A decision that links above a strict chance act by themselves, with reason and last day.

    A row appears when a named person (`registrar`) decides it, and is ended, not removed.

    Personal data: who decided; kept: as the log; source: AVG art. 5 lid 2 and art. 22.
    """

    strict = models.FloatField()
    needs_two = models.BooleanField(
        default=False, help_text="Every merge by people takes two of them, not only of victims."
    )
    reason = models.TextField()
    start = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("-start",)
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("start")), name="decision_order"),
            models.CheckConstraint(
                condition=Q(strict__gte=0.9) & Q(strict__lt=1), name="decision_strict"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start} - {self.until}"


class LinkRun(Bound):
    """One linking of the registrations of persons in a processing: how, and what it came to.

    A row appears when a run is done, in the transaction of all that it wrote; it never changes.
    A run goes over all registrations, or puts those in place that came since the last one
    (`added`: how many), with the model of that one.

    Personal data: who ran it; kept: as the log; source: AVG art. 5 lid 2.
    """

    at = models.DateTimeField()
    decision = models.UUIDField(null=True, blank=True)
    model = models.JSONField()
    model_sha256 = models.CharField(max_length=64)
    code_version = models.CharField(max_length=40)
    strict = models.FloatField()
    even = models.FloatField()
    records = models.PositiveIntegerField()
    added = models.PositiveIntegerField(null=True, blank=True)
    looked_at = models.PositiveBigIntegerField()
    ceiling = models.FloatField()
    capped = models.JSONField(default=list)
    linked = models.PositiveIntegerField()
    suggested = models.PositiveIntegerField()
    entities = models.PositiveIntegerField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at}: {self.records}"


class Pair(OfTwo, Bound):
    """Two registrations that may be of one person, as the last run saw them.

    A row appears with a run and goes with the next one that compares them, or with either
    registration. `levels` and `rarities` are of the comparisons of the run's model, which makes
    the weights anew.

    Personal data: that two registrations may be of one person; kept: as both; source: as the
    registrations.
    """

    run = models.UUIDField()
    weight = models.FloatField(help_text="log2 odds")
    chance = models.FloatField()
    levels = ArrayField(models.SmallIntegerField())
    rarities = ArrayField(models.FloatField())
    together = models.BooleanField(help_text="All the evidence makes one person of them.")
    acts = models.BooleanField(help_text="By itself, under the standing decision of the run.")

    class Meta:
        indexes = [
            models.Index(fields=["processing", "regime", "chance"], name="pair_chance"),
            models.Index(fields=["run"], name="pair_run"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Placement(Bound):
    """That a registration stands in an entity, from one event to another.

    A row appears when a registration is placed or moved and is closed by the event that moves
    it on. It goes with its registration. In the world it holds from the registration's own
    days; what was known when, its events tell.

    Personal data: which registrations are of one person; kept: as the registration; source: as
    the registration.
    """

    registration = models.UUIDField(db_index=True)
    entity = models.UUIDField(db_index=True)
    known_from = models.UUIDField()
    known_until = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["processing", "regime", "registration"], name="placement_open_once",
                condition=Q(known_until=None),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["known_from"], name="placement_from"),
            models.Index(
                fields=["known_until"], name="placement_until", condition=~Q(known_until=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration} in {self.entity}"


class EntityEvent(Bound):
    """What became of entities: born, merged, split, moved, retired, or an earlier event undone.

    A row appears with each change and never goes: an old id leads to what became of it. All
    first placements of a run are one event; the placements tell which. Entities are random
    numbers, and no registration is named.

    Personal data: who did it; kept: as the log; source: AVG art. 5 lid 2.
    """

    number = models.BigIntegerField()
    change = models.CharField(max_length=10, choices=[(c.value, c.value) for c in EntityChange])
    reason = models.CharField(max_length=10, choices=[(r.value, r.value) for r in ChangeReason])
    before = ArrayField(models.UUIDField())
    after = ArrayField(models.UUIDField())
    run = models.UUIDField(null=True, blank=True)
    undoes = models.UUIDField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(
                fields=["processing", "regime", "number"], name="entity_event_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.change}"


class PairJudgement(OfTwo, Bound):
    """What a person said of two registrations: same, different or unsure.

    A row appears when somebody (`registrar`) judges a pair, merges or splits; it is undone, not
    removed, and goes with either registration. `event`: what it brought about.

    Personal data: who judged or undid it, and a note on each; kept: as both registrations;
    source: as the registrations, AVG art. 22.
    """

    answer = models.CharField(max_length=10, choices=[(a.value, a.value) for a in PairAnswer])
    note = models.CharField(max_length=500, blank=True, default="")
    is_blind = models.BooleanField(default=False, help_text="The chance was not shown before.")
    chance = models.FloatField(null=True, blank=True)
    at = models.DateTimeField()
    event = models.UUIDField(null=True, blank=True, db_index=True)
    undone_by = models.BigIntegerField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_with = models.UUIDField(null=True, blank=True)
    undone_note = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ("at",)
        indexes = [
            models.Index(fields=["processing", "regime", "answer"], name="judgement_answer"),
        ]

    def __str__(self) -> str:
        return self.answer


class BucketChange(models.Model):
    """That something changed in one of the 256 buckets in which persons are counted.

    A row appears, by the database itself, with each change of registrations or placements; it
    never changes and never goes. How many there are of a bucket tells whether a count of it still
    holds.

    Personal data: none.
    """

    processing = models.UUIDField()
    regime = models.CharField(max_length=4)
    bucket = models.CharField(max_length=2)

    class Meta:
        indexes = [
            models.Index(fields=["processing", "regime", "bucket"], name="bucket_change"),
        ]
        triggers = [
            pgtrigger.Protect(name="change_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.bucket
