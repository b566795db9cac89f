"""What a person asks about what is held, and what is left out of the answer."""

import uuid

from django.db import models

from samen.purposes.bound import Bound


class AccessRequest(Bound):
    """A person's request to see what is held about them, which two privacy officers handle.

    A row appears when one of them (`registrar`) notes it; another (`approved_by`) approves or, on
    an article, refuses it, and then only that it is answered is noted. One row a processing.
    What an approval opens ends by itself; `decided_on` is noted by the database.

    Personal data: who asks for access, by name, day of birth and number; kept: a year;
    source: AVG art. 12 and 15, Wpg art. 25.
    """

    name = models.CharField(max_length=200)
    family_key = models.CharField(max_length=200, db_collation="C")
    given_key = models.CharField(max_length=200, db_collation="C", blank=True, default="")
    birth = models.DateField()
    document_number = models.CharField(max_length=60, blank=True, default="")
    reference = models.CharField(max_length=80)
    identified_by = models.CharField(max_length=200)
    received_on = models.DateField()
    asked_at = models.DateTimeField()
    approved_by = models.BigIntegerField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    refusal = models.CharField(max_length=40, blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-asked_at",)
        indexes = [models.Index(fields=["destroy_due"], name="access_destroy")]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_approved(self) -> bool:
        return self.approved_by is not None and not self.refusal


class LeftOut(models.Model):
    """A free text that is left out of what a person is told, because it is about somebody else.

    A row appears when a privacy officer leaves a text out of the answer to an approved request, and
    is put back, not removed; it goes with the request. The text itself stays where it is.

    Personal data: who left it out or put it back, and why; kept: as the request; source: AVG
    art. 15 lid 4, UAVG art. 41, Wpg art. 27.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.UUIDField(db_index=True)
    registration = models.UUIDField()
    place = models.TextField(help_text="A field, the reasons of holds, or a column as it came.")
    reason = models.CharField(max_length=500)
    left_by = models.BigIntegerField()
    left_at = models.DateTimeField()
    put_back_by = models.BigIntegerField(null=True, blank=True)
    put_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("left_at",)

    def __str__(self) -> str:
        return self.place
