"""What the programme must answer for: the entries, their themes, owners and links."""

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from samen.core.terms import EntryKind, LinkRole
from samen.programme.models.words import choices, new_uid


@pghistory.track()
class Theme(models.Model):
    """A theme of the programme: a heading under which its entries are told.

    A row appears when the programme or a letter gets the theme. It never goes: it is
    withdrawn with a reason, and its entries are then told without a theme.

    Personal data: none.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    position = models.PositiveIntegerField(default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("position", "name")
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="theme_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="theme_not_in_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(exclude=["search_text", "search"])
class Entry(models.Model):
    """One thing the programme must answer for, with an identity for good.

    A row appears when a person accepts or records it. It never goes: it is merged into
    another entry, or withdrawn with a reason. Its status stands in StatusChange.

    Personal data: who recorded it; kept: as long as the register; source: Archiefwet 1995,
    art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=choices(EntryKind))
    title = models.TextField()
    detail = models.TextField(blank=True, default="")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="entries")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged"
    )
    merged_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True, default="")
    search_text = models.TextField(blank=True, default="", editable=False)
    search = models.GeneratedField(
        expression=SearchVector("search_text", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="entry_not_in_itself",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True, merged_at__isnull=True)
                | Q(merged_into__isnull=False, merged_at__isnull=False),
                name="entry_merge_has_time",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_reason=""),
                name="entry_withdrawn_with_reason",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="entry_has_title"),
        ]
        indexes = [
            GinIndex(fields=["search"], name="entry_search"),
            GinIndex(fields=["search_text"], name="entry_trigram", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["kind", "theme"], name="entry_kind_theme"),
        ]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class Owner(models.Model):
    """Who answers for an entry: an office or organisation, never a person.

    A row appears with the entry or when the owner changes, and goes when the owner
    changes (the trail keeps it). Inferred: the text says only "het kabinet", the theme says
    which office.

    Personal data: none.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="owners")
    name = models.CharField(max_length=200, help_text="As it is printed in a letter.")
    office = models.ForeignKey("accounts.Office", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, related_name="+"
    )
    inferred = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["entry", "name"], name="owner_once_an_entry"),
            models.CheckConstraint(condition=~Q(name=""), name="owner_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Link(models.Model):
    """One entry that hangs on another: an amount on an action, a promise that repeats one.

    A row appears when a person ties the two and goes when the tie was wrong (the trail
    keeps it).

    Personal data: none.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="links")
    other = models.ForeignKey(Entry, models.PROTECT, related_name="linked_by")
    role = models.CharField(max_length=20, choices=choices(LinkRole))

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["entry", "other", "role"], name="link_once"),
            models.CheckConstraint(condition=~Q(entry=F("other")), name="link_not_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.role} {self.other_id}"
