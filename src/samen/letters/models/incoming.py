"""Letters that come in: the file, what was read in it, and what people decided."""

import pghistory
import pgtrigger
from django.db import models

from samen.core.terms import CandidateKind, Judgement, ReviewAct


class IncomingLetter(models.Model):
    """One letter file that somebody gave to be read.

    A row appears at the upload and stays, because decisions point at its lines. The same
    file is never stored twice.

    Personal data: names of public office holders in a public paper; kept: always; source:
    Archiefwet 1995, art. 3.
    """

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    original = models.TextField(blank=True, default="", help_text="The text that lines count in.")
    furniture = models.JSONField(default=list, help_text="Stretches that are no running text.")
    masthead = models.JSONField(default=dict)
    notes = models.JSONField(default=list, help_text="What the reading was unsure of.")
    date = models.DateField(null=True, blank=True)
    document_id = models.BigIntegerField(
        null=True, blank=True, help_text="The document in the register that this letter became."
    )
    work_id = models.BigIntegerField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    failed_because = models.TextField(blank=True, default="")
    uploaded_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering = ("-date", "-uploaded_at")

    def __str__(self) -> str:
        return self.subject or self.name

    @property
    def subject(self) -> str:
        """What the letter says that it is about; "" where it does not."""
        return str(self.masthead.get("subject", ""))


@pghistory.track(fields=["state", "entry_id", "detail", "quote", "decided_by"])
class Candidate(models.Model):
    """What a passage of a letter may be, with the reason, until a person decides.

    Rows appear when a letter is read. They stay after the decision, as its ground.

    Personal data: names of public office holders in a public paper; kept: as the letter;
    source: Archiefwet 1995, art. 3.
    """

    letter = models.ForeignKey(IncomingLetter, models.PROTECT, related_name="candidates")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in CandidateKind])
    quote = models.TextField()
    start = models.PositiveIntegerField(help_text="First character of the quote in the original.")
    end = models.PositiveIntegerField()
    line = models.PositiveIntegerField()
    line_end = models.PositiveIntegerField()
    confidence = models.FloatField()
    reason = models.TextField()
    theme = models.CharField(max_length=300, blank=True, default="")
    detail = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, choices=[(j.value, j.value) for j in Judgement], default=Judgement.OPEN
    )
    entry_id = models.BigIntegerField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    decided_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["letter", "position"], name="candidate_place"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="candidate_stretch"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.quote[:60]}"


@pgtrigger.register(
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
)
class Decision(models.Model):
    """One act of one person on one candidate: accept, edit, merge, reject or undo.

    A row appears with the act and never changes; an undo is a row of its own.

    Personal data: who decided; kept: as the letter; source: Archiefwet 1995, art. 3.
    """

    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="decisions")
    act = models.CharField(max_length=10, choices=[(a.value, a.value) for a in ReviewAct])
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    entry_id = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.act} {self.candidate_id}"
