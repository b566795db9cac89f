"""Indicators, what they count, what was aimed at, and every value that was published."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from samen.core.terms import Direction, FigureMethod
from samen.programme.models.documents import Passage
from samen.programme.models.entries import Entry
from samen.programme.models.words import choices, new_uid, own_history


@pghistory.track(obj_field=own_history())
class Indicator(Entry):
    """Something that is counted year after year.

    A row appears when a person accepts it from a letter or records it; it never goes.

    Personal data: none.
    """

    code = models.SlugField(max_length=80, unique=True, help_text="Its name in an address.")
    unit = models.CharField(max_length=60, blank=True, default="")
    direction = models.CharField(max_length=10, choices=choices(Direction))
    source_organisation = models.CharField(max_length=200, blank=True, default="")


class Definition(models.Model):
    """What an indicator counts, from a version on; by whom and from which day, where that is told.

    A row appears when the count begins or changes; it never changes and never goes.

    Personal data: none.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    counted_by = models.CharField(max_length=200, blank=True, default="")
    since = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("indicator", "version")
        constraints = [
            models.UniqueConstraint(fields=["indicator", "version"], name="definition_version"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}, {self.version}"


class Target(models.Model):
    """A value that was aimed at for a year, with who decided it.

    A row appears at the decision and never changes: a revised target is a new row that
    replaces it, so that a moved target shows.

    Personal data: who recorded it; kept: always; source: Archiefwet 1995, art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    words = models.CharField(max_length=300, blank=True, default="")
    set_by = models.CharField(max_length=300, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True, default="")
    certainty = models.CharField(max_length=300, blank=True, default="")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("indicator", "year", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "year"],
                condition=Q(replaces__isnull=True),
                name="target_one_first",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(words=""), name="target_has_value"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="target_not_replaces_itself",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="target_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}, {self.year}"


class Figure(models.Model):
    """One value of an indicator for a period, as one publication gave it.

    A row appears when the value is recorded and never changes: a changed value is a new row
    that supersedes it. Value is empty where the publication says words only.

    Personal data: who recorded it; kept: always; source: Archiefwet 1995, art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField()
    until_year = models.PositiveSmallIntegerField(help_text="The year itself for one year.")
    breakdown = models.CharField(max_length=200, blank=True, default="")
    value = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    words = models.CharField(max_length=300, blank=True, default="")
    publication = models.CharField(max_length=300)
    published_on = models.DateField(null=True, blank=True)
    vintage = models.CharField(max_length=200, blank=True, default="")
    definition = models.ForeignKey(Definition, models.PROTECT, null=True, related_name="+")
    method = models.CharField(max_length=10, choices=choices(FigureMethod))
    certainty = models.CharField(max_length=300, blank=True, default="")
    source = models.CharField(max_length=500, blank=True, default="")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    reason = models.CharField(max_length=300, blank=True, default="")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("indicator", "year", "until_year", "breakdown", "published_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=[
                    "indicator",
                    "year",
                    "until_year",
                    "breakdown",
                    "publication",
                    "vintage",
                    "method",
                ],
                condition=Q(supersedes__isnull=True),
                name="figure_one_first",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(words=""), name="figure_has_value"
            ),
            models.CheckConstraint(condition=Q(until_year__gte=F("year")), name="figure_years"),
        ]
        triggers = [
            pgtrigger.Protect(name="figure_stays", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id}, {self.year}"


@pghistory.track()
class Withdrawal(models.Model):
    """A figure or a target that was taken out of what holds, with the reason.

    A row appears when a person withdraws the value, and gets its end when that is undone; it
    never goes. The value itself stays as it was written.

    Personal data: who withdrew it; kept: always; source: Archiefwet 1995, art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    figure = models.ForeignKey(
        Figure, models.PROTECT, null=True, blank=True, related_name="withdrawals"
    )
    target = models.ForeignKey(
        Target, models.PROTECT, null=True, blank=True, related_name="withdrawals"
    )
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(figure__isnull=True, target__isnull=False)
                | Q(figure__isnull=False, target__isnull=True),
                name="withdrawal_of_one_value",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_reason"),
            models.UniqueConstraint(
                fields=["figure"], condition=Q(ended_at__isnull=True), name="withdrawal_figure"
            ),
            models.UniqueConstraint(
                fields=["target"], condition=Q(ended_at__isnull=True), name="withdrawal_target"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id or self.target_id}, {self.at}"
