"""What a person asks about what is held: a table of its own, beside those of registrations."""

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
