"""Rows that came in through the door of files, for tests of what becomes of them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.db import connection

from samen.purposes.inside import Purpose
from samen.register.actions import take_in
from samen.register.copying import ready
from samen.register.known_fields import fields
from samen.register.models import Registration
from samen.register.values import Row, table_of

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
ALL = {"columns": [{"column": name, "field": name} for name in sorted(fields())]}
"""A mapping of a file that has a column for each field."""


def taken_rows(purpose: Purpose, rows: Iterable[Row]) -> list[Registration]:
    """The registrations of a file with these rows, of which none is known."""
    delivery = take_in(
        purpose, name="proef.csv", sha256=uuid4().hex, mapping=ALL,
        batches=[ready(table_of(rows))], now=NOW,
    )  # fmt: skip
    return list(Registration.objects.filter(delivery=delivery).order_by("pk"))


def taken_row(purpose: Purpose, row: Row) -> UUID:
    """The number of the one registration of such a file."""
    (found,) = taken_rows(purpose, [row])
    return found.pk


def note_origin(number: UUID, said: str) -> None:
    """Note what a registration says of origin, as a delivery does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT register_note_origins(%s::uuid[], %s)", [[number], [said]])
