"""What every row about two registrations carries, so that it follows both of them."""

from django.db import models


class OfTwo(models.Model):
    """A row that is seen, and stays, as long as both registrations are.

    The database carries the days of either over when they move, and the least of them count.
    """

    left_id = models.UUIDField(db_index=True)
    right_id = models.UUIDField(db_index=True)
    left_remove = models.DateField()
    left_destroy = models.DateField()
    right_remove = models.DateField()
    right_destroy = models.DateField()

    class Meta:
        abstract = True
