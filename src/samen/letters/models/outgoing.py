"""Letters that go out: drafts in sections, and what was frozen when they went."""

import pgtrigger
from django.db import models
from django.db.models import Q

from samen.core.terms import Judgement, LetterState


class OutgoingLetter(models.Model):
    """One letter to Parliament, from first draft to frozen snapshot.

    A row appears when the next letter is started. Once frozen it never changes.

    Personal data: names of the office holders who sign; kept: always; source: Archiefwet
    1995, art. 3.
    """

    year = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=300)
    sender = models.CharField(max_length=200)
    addressee = models.TextField(blank=True, default="")
    reference = models.CharField(max_length=60, blank=True, default="")
    sequence = models.PositiveSmallIntegerField(default=0)
    on = models.DateField(help_text="The day that the letter is dated.")
    previous_document_id = models.BigIntegerField(null=True, blank=True)
    signatures = models.JSONField(default=list)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in LetterState], default=LetterState.DRAFT
    )
    facts = models.JSONField(default=dict, help_text="What the register said when it was frozen.")
    accepted = models.JSONField(
        default=list, help_text="What the checks found that did not keep it in the house."
    )
    accepted_because = models.TextField(
        blank=True, default="", help_text="Why who froze it let that stand."
    )
    sha256 = models.CharField(max_length=64, blank=True, default="")
    started_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    frozen_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    frozen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-on",)
        constraints = [
            models.UniqueConstraint(
                fields=["year"], condition=Q(state=LetterState.DRAFT), name="one_draft_a_year"
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="frozen_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state=LetterState.FROZEN),
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.year})"


class Section(models.Model):
    """One section of a letter: a title and a body whose numbers are fields.

    Rows appear when the letter is drafted from the register; people edit them until it is
    frozen. `version` counts the edits, so that two people never overwrite each other unseen.

    Personal data: none.
    """

    letter = models.ForeignKey(OutgoingLetter, models.PROTECT, related_name="sections")
    key = models.SlugField(max_length=60)
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True, default="")
    position = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["letter", "key"], name="section_key_once"),
        ]

    def __str__(self) -> str:
        return self.title


@pgtrigger.register(
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
)
class SectionVersion(models.Model):
    """A section as it was after one edit; the way back for undo.

    A row appears with each save and never changes.

    Personal data: who edited; kept: as the letter; source: Archiefwet 1995, art. 3.
    """

    section = models.ForeignKey(Section, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True, default="")
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["section", "number"], name="section_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.section_id} v{self.number}"


class Proposal(models.Model):
    """A change that came back in a Word file edited outside, until a person decides.

    Rows appear when a file is read back. They stay after the decision.

    Personal data: who sent the file and who decided; kept: as the letter; source: Archiefwet
    1995, art. 3.
    """

    letter = models.ForeignKey(OutgoingLetter, models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=10)
    section_key = models.SlugField(max_length=60)
    source = models.CharField(max_length=120, blank=True, default="")
    before = models.TextField(blank=True, default="")
    after = models.TextField(blank=True, default="")
    state = models.CharField(
        max_length=10, choices=[(j.value, j.value) for j in Judgement], default=Judgement.OPEN
    )
    file_sha256 = models.CharField(max_length=64)
    brought_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.before[:40]} > {self.after[:40]}"


@pgtrigger.register(
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
)
class FrozenFile(models.Model):
    """One file of a published letter, with its hash: Word, PDF, HTML, table, machine form.

    Rows appear when a letter is frozen and never change.

    Personal data: names of the office holders who sign; kept: always; source: Archiefwet
    1995, art. 3.
    """

    letter = models.ForeignKey(OutgoingLetter, models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=["letter", "name"], name="frozen_file_once"),
        ]

    def __str__(self) -> str:
        return self.name
