"""How many rows go into the register at once.

PostgreSQL refuses COPY into a table with policies. So rows are copied into a table of the
transaction, and go from there with one statement a batch, under the policies.
"""

import io
from collections.abc import Mapping
from datetime import date
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
from django.db import connection
from psycopg import sql
from pyarrow import csv

from samen.purposes.inside import Purpose
from samen.register.models import Delivery, Registration
from samen.register.values import COLUMNS

TABLE = sql.Identifier("register_incoming")
GIVEN = sql.SQL(", ").join(map(sql.Identifier, COLUMNS))
# The last row of a key counts: a file that says a thing twice means what it says last.
LATEST = sql.SQL(
    "(SELECT DISTINCT ON (source_key) * FROM {} ORDER BY source_key, source_row DESC) i"
).format(TABLE)
COPY = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(TABLE, GIVEN)
SAME = sql.SQL(
    "r.processing_id = %(processing_id)s AND r.regime = %(regime)s"
    " AND r.organisation_id = %(organisation_id)s AND r.source_key = i.source_key"
)
MAKE = sql.SQL(
    "CREATE TEMPORARY TABLE {} ON COMMIT DROP AS SELECT {} FROM register_registration LIMIT 0"
).format(TABLE, GIVEN)


def one_at_a_time(purpose: Purpose) -> None:
    """Wait until nobody else takes in for this organisation and processing."""
    part = purpose.membership
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"register {part.processing_id} {part.organisation_id}"],
        )


class Incoming:
    """The table of one transaction through which rows pass, and how many did.

    bound: what every row of the delivery carries.
    """

    def __init__(self, bound: Mapping[str, object], delivery: Delivery, day: date) -> None:
        self.rows = self.added = self.changed = 0
        self._every: dict[str, Any] = {
            **bound,
            "delivery_id": delivery.pk,
            "first_processed_at": day,
            "last_necessary_at": day,
        }

    def __enter__(self) -> Self:
        with connection.cursor() as cursor:
            cursor.execute(MAKE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if kind is None:
            with connection.cursor() as cursor:
                cursor.execute(sql.SQL("DROP TABLE {}").format(TABLE))

    def take(self, batch: pa.Table) -> None:
        """Put a batch in: what is known and changed as a new version, what is new as new."""
        content = io.BytesIO()
        csv.write_csv(batch, content, csv.WriteOptions(include_header=False))
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("TRUNCATE {}").format(TABLE))
            with cursor.copy(COPY) as copy:
                copy.write(content.getbuffer())
            self.rows += len(batch)
            cursor.execute(self._change(), self._every)
            self.changed += cursor.rowcount
            cursor.execute(self._add(), self._every)
            self.added += cursor.rowcount

    def _change(self) -> sql.Composed:
        fields = [name for name in COLUMNS if name != "source_key"]
        given = [sql.SQL("{0} = i.{0}").format(sql.Identifier(name)) for name in fields]
        given += [
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
            for name in ("delivery_id", "last_necessary_at", "remove_due", "destroy_due")
        ]
        return sql.SQL(
            "UPDATE register_registration r SET {} FROM {} WHERE {} AND r.row_hash <> i.row_hash"
        ).format(sql.SQL(", ").join(given), LATEST, SAME)

    def _add(self) -> sql.Composed:
        every = sql.SQL(", ").join(map(sql.Identifier, self._every))
        values = sql.SQL(", ").join(map(sql.Placeholder, self._every))
        return sql.SQL(
            "INSERT INTO {} (id, {}, {}) SELECT gen_random_uuid(), {}, {} FROM {}"
            " WHERE NOT EXISTS (SELECT 1 FROM {} r WHERE {})"
        ).format(
            sql.Identifier(Registration._meta.db_table), every, GIVEN, values,
            sql.SQL(", ").join(sql.SQL("i.{}").format(sql.Identifier(n)) for n in COLUMNS),
            LATEST, sql.Identifier(Registration._meta.db_table), SAME,
        )  # fmt: skip
