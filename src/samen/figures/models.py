"""How figures come about: named counts with a version, their runs, and what was released.

A count is exact and is seen inside its purpose only (samen.purposes.bound), by the gate that it
has to pass. A release holds nothing but what is shown; the values that it gives an indicator
stand with all other values of indicators, in the programme.
"""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from samen.core.terms import FigureMethod, RegistrationKind
from samen.figures.values import ReleaseAct
from samen.purposes.bound import Bound

COUNTS = (FigureMethod.COUNTED, FigureMethod.ESTIMATED)


def _stays(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class CountingQuery(models.Model):
    """What is counted for an indicator: of whom, by what, under which definition.

    A row appears when somebody defines it and never changes: another way to count is the next
    version under the same name.

    Personal data: who defined it; kept: always; source: Archiefwet 1995, art. 3.
    """

    name = models.SlugField(max_length=80)
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    indicator = models.ForeignKey("programme.Indicator", models.PROTECT, related_name="+")
    definition = models.ForeignKey("programme.Definition", models.PROTECT, related_name="+")
    method = models.CharField(max_length=10, choices=[(m.value, m.value) for m in COUNTS])
    about = models.CharField(max_length=12, choices=[(k.value, k.value) for k in RegistrationKind])
    persons = models.BooleanField(help_text="Each person once a year; else each registration.")
    by = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    only = models.JSONField(default=dict, blank=True, help_text="By field: the codes that count.")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("name", "-version")
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="query_version"),
        ]
        triggers = [_stays("query_stays")]

    def __str__(self) -> str:
        return f"{self.name}/{self.version}"


class CountPart(Bound):
    """The count of one of 256 parts of all persons, kept until something in the part changes.

    A row appears when a part is first counted under a query, and is written over when it is
    counted again. It goes as soon as somebody in it is destroyed.

    Personal data: small counts; kept: as the registrations that it counts; source: AVG art. 89.
    """

    plan = models.CharField(max_length=200)
    bucket = models.CharField(max_length=2)
    changes = models.BigIntegerField()
    inputs = models.CharField(max_length=64, blank=True, default="")
    since = models.DateField()
    holds = models.DateField()
    cells = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["processing", "regime", "plan", "bucket"], name="count_part_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.bucket}"


class Count(Bound):
    """One run of a query: what went in, by which code, and all the cells that came out, exact.

    A row appears when somebody (`registrar`) counts, and never changes. It goes with the
    processing, and a year after it was made where no release is made of it. `answer`: of an
    estimate, by year: the number, its interval and its verdict.

    Personal data: who counted, and small counts; kept: a year, or below a release as long as the
    processing runs; source: AVG art. 5 lid 1 onder e and art. 89.
    """

    query = models.ForeignKey(CountingQuery, models.PROTECT, related_name="+")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    code_version = models.CharField(max_length=100)
    inputs = models.JSONField(help_text="SHA-256 of each part that holds somebody.")
    inputs_sha256 = models.CharField(max_length=64)
    cells = models.JSONField()
    answer = models.JSONField(null=True)
    cells_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("-at",)
        constraints = [
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="count_years"),
        ]

    def __str__(self) -> str:
        return f"{self.query_id}: {self.years}"

    @property
    def years(self) -> str:
        """The years that are counted, as people write them: 2020, or 2016–2021."""
        first, last = self.first_year, self.last_year
        return str(first) if first == last else f"{first}–{last}"


class Release(models.Model):
    """Tables and figures that are proposed for publication, as they would be shown.

    A row appears when the gate found a proposal safe, and never changes; what became of it is
    told by its steps. `content` is what is signed and published, byte for byte.

    Personal data: none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    processing = models.UUIDField()
    regime = models.CharField(max_length=4)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="revisions"
    )
    content = models.BinaryField()
    content_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("-number",)
        triggers = [_stays("release_stays")]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"


class ReleaseStep(models.Model):
    """What became of a release: proposed, released, refused or withdrawn; by whom and why.

    A row appears with each step, and never changes.

    Personal data: who did it; kept: always; source: Archiefwet 1995, art. 3.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="steps")
    act = models.CharField(max_length=10, choices=[(a.value, a.value) for a in ReleaseAct])
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")
    signature = models.CharField(max_length=128, blank=True, default="")
    public_key = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        ordering = ("release", "id")
        constraints = [
            models.UniqueConstraint(fields=["release", "act"], name="release_step_once"),
            models.CheckConstraint(
                condition=~Q(act=ReleaseAct.RELEASED) | ~Q(signature=""), name="release_is_signed"
            ),
        ]
        triggers = [_stays("release_step_stays")]

    def __str__(self) -> str:
        return f"{self.release_id}: {self.act}"

    @property
    def is_public(self) -> bool:
        """Whether it changed what everybody sees."""
        return self.act in (ReleaseAct.RELEASED, ReleaseAct.WITHDRAWN)


class GateReport(Bound):
    """What the gate found of a proposal: each attacker, the cells and how close he comes.

    A row appears when the gate was asked, also when it refused, and never changes. It goes as a
    count does. `asked`: the
    proposal as it was filled in on a page, with the cells of each table that would not be shown
    and what could be asked instead, so that it is seen again as it was; no count.

    Personal data: who asked, and small counts; kept: a year, or beside a release as long as the
    processing runs; source: AVG art. 5 lid 1 onder e and art. 89.
    """

    at = models.DateTimeField()
    release = models.UUIDField(null=True, blank=True)
    status = models.CharField(max_length=10)
    policy = models.JSONField()
    found = models.JSONField()
    reason = models.JSONField(null=True)
    asked = models.JSONField(default=dict)
    hidden = models.JSONField(default=list)
    instead = models.JSONField(default=list)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.at}: {self.status}"


class ReleasedFigure(models.Model):
    """From which count a published value came, with its interval; of another's value, no count.

    A row appears when a release gives an indicator a value, and never changes.

    Personal data: none.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="figures")
    figure = models.ForeignKey("programme.Figure", models.PROTECT, related_name="+")
    count = models.UUIDField(null=True, blank=True)
    cell = ArrayField(models.CharField(max_length=80), default=list)
    low = models.PositiveIntegerField(null=True, blank=True)
    high = models.PositiveIntegerField(null=True, blank=True)
    verdict = models.CharField(max_length=10, blank=True, default="")

    class Meta:
        ordering = ("release", "id")
        constraints = [
            models.UniqueConstraint(fields=["release", "figure"], name="released_figure_once"),
        ]
        triggers = [_stays("released_figure_stays")]

    def __str__(self) -> str:
        return f"{self.release_id}: {self.figure_id}"
