"""What every row about a person carries, so that the database can decide who sees it."""

import uuid

from django.db import models

from samen.core.terms import Ground, Regime


class Bound(models.Model):
    """A row that is seen only inside its purpose.

    A migration gives its table the policies with `SELECT purposes_bind('table')`. The
    database checks what stands here against the pass of who writes, so there are no foreign
    keys: those are looked up past all policies and would tell what exists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    processing = models.ForeignKey(
        "purposes.Processing", models.DO_NOTHING, db_constraint=False, db_index=False,
        related_name="+",
    )  # fmt: skip
    regime = models.CharField(max_length=4, choices=[(r.value, r.value) for r in Regime])
    ground = models.CharField(max_length=20, choices=[(g.value, g.value) for g in Ground])
    organisation = models.ForeignKey(
        "accounts.Organisation", models.DO_NOTHING, db_constraint=False, db_index=False,
        related_name="+",
    )  # fmt: skip
    team = models.ForeignKey(
        "purposes.Team", models.DO_NOTHING, db_constraint=False, db_index=False, null=True,
        blank=True, related_name="+",
    )  # fmt: skip
    registrar = models.ForeignKey(
        "accounts.User", models.DO_NOTHING, db_constraint=False, db_index=False,
        related_name="+",
    )  # fmt: skip
    region = models.CharField(max_length=80, blank=True, default="")
    remove_due = models.DateField()
    destroy_due = models.DateField()

    class Meta:
        abstract = True
