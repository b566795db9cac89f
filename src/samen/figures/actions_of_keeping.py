"""The act of keeping: exact counts go when nothing needs them any more."""

from datetime import date

from django.db import connection

from samen.purposes.inside import retaining
from samen.purposes.keeping import own_terms

DESTROY = "SELECT figures_destroy_due(%s)"


def destroy_due(*, today: date) -> int:
    """Destroy the counts and looks of the gate that are due on a day, in all purposes; return how
    many. Repeatable."""
    with retaining(today=today), connection.cursor() as cursor:
        cursor.execute(DESTROY, [own_terms()["count"].months])
        return int(cursor.fetchone()[0])
