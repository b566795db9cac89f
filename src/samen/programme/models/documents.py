"""Papers and the passages in them."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q

from samen.core.terms import Chamber, DocumentKind
from samen.programme.models.words import choices, new_uid


class Document(models.Model):
    """A paper that states, settles or changes something of the programme.

    A row appears when the paper is first cited or loaded; its text may come later. It never
    goes.

    Personal data: names in public papers; kept: always; source: Archiefwet 1995, art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    chamber = models.CharField(max_length=30, blank=True, default="", choices=choices(Chamber))
    dossier = models.CharField(max_length=10, blank=True, default="")
    suffix = models.CharField(max_length=10, blank=True, default="")
    number = models.CharField(max_length=10, blank=True, default="")
    other_dossiers = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    title = models.CharField(max_length=500)
    kind = models.CharField(max_length=20, choices=choices(DocumentKind))
    date = models.DateField(null=True, blank=True)
    sender = models.CharField(max_length=200, blank=True, default="")
    session_year = models.CharField(max_length=9, blank=True, default="")
    reference = models.CharField(
        max_length=40, blank=True, default="", help_text="The sender's own reference."
    )
    house_numbers = ArrayField(
        models.CharField(max_length=20),
        default=list,
        blank=True,
        help_text="Numbers of the House beside the paper's own: 2021D…, 2021Z….",
    )
    url = models.CharField(max_length=500, blank=True, default="")
    note = models.TextField(blank=True, default="")
    file_hash = models.CharField(
        max_length=64, blank=True, default="", help_text="SHA-256 of the file, in hexadecimals."
    )
    text = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    search_text = models.TextField(blank=True, default="", editable=False)
    search = models.GeneratedField(
        expression=SearchVector("search_text", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        ordering = ("date", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["chamber", "dossier", "suffix", "number"],
                condition=~Q(number=""),
                name="document_identity",
            ),
            models.UniqueConstraint(
                fields=["file_hash"], condition=~Q(file_hash=""), name="document_once_a_file"
            ),
            models.CheckConstraint(
                condition=Q(file_hash="") | Q(file_hash__regex=r"^[0-9a-f]{64}$"),
                name="document_hash_shape",
            ),
            models.CheckConstraint(
                condition=Q(number="") | ~Q(dossier=""), name="document_number_in_dossier"
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="document_search"),
            GinIndex(fields=["search_text"], name="document_trigram", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.paper_id or self.title

    @property
    def paper_id(self) -> str:
        """The canonical id (kst-28638-200), or "" for a paper without a number."""
        if not self.number:
            return ""
        parts = ("kst", self.dossier, self.suffix, self.number)
        return "-".join(part for part in parts if part)


class Passage(models.Model):
    """A stretch of a document, with its words as they stand there.

    A row appears when a person ties an entry to it; it never changes and never goes.

    Personal data: names in public papers; kept: always; source: Archiefwet 1995, art. 3.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    document = models.ForeignKey(Document, models.PROTECT, related_name="passages")
    line = models.PositiveIntegerField()
    line_end = models.PositiveIntegerField()
    start = models.PositiveIntegerField(help_text="First character in the document's text.")
    end = models.PositiveIntegerField(help_text="The character after the last.")
    quote = models.TextField()

    class Meta:
        ordering = ("document", "line", "start")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "line", "line_end", "start", "end"], name="passage_once"
            ),
            models.CheckConstraint(condition=Q(line_end__gte=F("line")), name="passage_lines"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="passage_span"),
            models.CheckConstraint(condition=~Q(quote=""), name="passage_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.line}"
