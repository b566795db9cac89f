"""Long work, as a thing that can be looked at while it runs.

What work says is kept as sentences with {places} and the values for them, so that each
reader gets it in their own language.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext


def said(sentences: list[str], values: dict[str, Any]) -> str:
    """Kept sentences in the reader's language, filled in."""
    spoken = (gettext(sentence) for sentence in sentences)
    return " ".join(words.format(**values) if values else words for words in spoken)


class WorkState(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Work(models.Model):
    """One piece of long work (reading a letter, importing, writing) that somebody started.

    A row appears when the work is asked for, changes while it runs, and is removed ninety
    days after it ended.

    Personal data: who started it; kept: ninety days; source: Archiefwet 1995, art. 3.
    """

    sentence = models.CharField(max_length=200)
    values = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=WorkState, default=WorkState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result_url = models.CharField(max_length=300, blank=True, default="")
    started_by = models.ForeignKey("accounts.User", models.PROTECT, null=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("total")), name="work_done"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the work is, in the reader's language."""
        return said([self.sentence], self.values)


class LogLine(models.Model):
    """One line of what happened during long work, for the person who waits.

    A row appears at each step that has something to say, and goes with its work.

    Personal data: at most the name of who decided first; kept: as the work; source:
    Archiefwet 1995, art. 3.
    """

    work = models.ForeignKey(Work, models.CASCADE, related_name="lines")
    at = models.DateTimeField()
    sentences = models.JSONField(default=list)
    values = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What happened, in the reader's language."""
        return said(self.sentences, self.values)
