"""Long work, as a thing that can be looked at while it runs."""

from django.db import models


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

    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=WorkState, default=WorkState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    log = models.TextField(blank=True, default="")
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
