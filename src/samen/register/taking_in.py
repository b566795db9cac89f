"""How many rows go into the register at once.

PostgreSQL refuses COPY into a table with policies. So rows are copied into a table of the
transaction, and go from there under the policies. What the register knows already stands in
a second one, read once: a join with the register itself is planned without knowing what the
same transaction put there, and may take any of its indexes.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from types import TracebackType
from typing import Any, NamedTuple, Self

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from samen.purposes.inside import Purpose
from samen.register.models import Delivery
from samen.register.values import COLUMNS, STORED

TABLE = sql.Identifier("register_incoming")
STOCK_FROM = 10_000
"""Rows from which the planner's statistics are gathered anew, and again at four times as many."""
OWN_DAYS = ("delivery_id", "first_processed_at", "last_necessary_at")
"""What a registration carries, and nothing that stands apart of it."""
GIVEN, KEPT = (sql.SQL(", ").join(map(sql.Identifier, names)) for names in (COLUMNS, STORED))
COPY = sql.SQL("COPY {} ({}) FROM STDIN").format(TABLE, GIVEN)
LARGE = pa.large_string()
ESCAPED = {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
"""How COPY writes what would end a cell or a line, in the order in which it is replaced."""
MAKE = sql.SQL(
    "CREATE TEMPORARY TABLE {0} ON COMMIT DROP AS SELECT {1}, '' AS origin, '' AS shelter"
    " FROM register_registration LIMIT 0;"
    " ALTER TABLE {0} ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid()"
).format(TABLE, KEPT)
NEW = "NOT EXISTS (SELECT FROM register_known k WHERE k.source_key = i.source_key)"
KNOW = (
    "CREATE TEMPORARY TABLE register_known ON COMMIT DROP AS"
    " SELECT source_key, id, row_hash FROM register_registration"
    " WHERE processing_id = %(processing_id)s AND regime = %(regime)s"
    " AND organisation_id = %(organisation_id)s"
)
FIND = "CREATE INDEX ON register_known (source_key)"
LEARN = sql.SQL(
    "UPDATE register_known k SET row_hash = i.row_hash FROM {} i"
    " WHERE k.source_key = i.source_key AND k.row_hash <> i.row_hash"
).format(TABLE)
NOTE_ORIGINS = sql.SQL(
    "SELECT register_note_origins(array_agg(k.id), array_agg(coalesce(nullif(i.origin, ''),"
    " '{{}}'))) FROM {} i JOIN register_known k USING (source_key)"
).format(TABLE)
NOTE_SHELTERS = sql.SQL(
    "SELECT register_note_shelters(array_agg(k.id), array_agg(i.shelter::bytea),"
    " array_agg(%(destroy_due)s::date))"
    " FROM {} i JOIN register_known k USING (source_key) WHERE i.shelter <> ''"
).format(TABLE)


def one_at_a_time(purpose: Purpose) -> None:
    """Wait until nobody else takes in for this organisation and processing."""
    part = purpose.membership
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"register {part.processing_id} {part.organisation_id}"],
        )


def latest(batch: pa.Table) -> pa.Table:
    """The last row of each key: a file that says a thing twice means what it says last."""
    if pc.count_distinct(batch["source_key"]).as_py() == len(batch):
        return batch
    ordered = batch.sort_by("source_row")
    last = {key: place for place, key in enumerate(ordered["source_key"].to_pylist())}
    return ordered.take(sorted(last.values()))


class Ready(NamedTuple):
    """A batch as the database reads it, with how many rows it came from."""

    rows: int
    content: pa.Buffer
    has_shelters: bool


def ready(batch: pa.Table) -> Ready:
    """A batch to send: work that another thread can do while the database has the last one."""
    has_shelters = pc.any(pc.not_equal(batch["shelter"], "")).as_py() or False
    return Ready(len(batch), _lines(latest(batch)), has_shelters)


def _lines(batch: pa.Table) -> pa.Buffer:
    """The rows as COPY reads them: the texts of a column of lines lie one behind the other."""
    end, between, nothing = (pa.scalar(sign, LARGE) for sign in ("\n", "\t", ""))
    null = {"null_handling": "replace", "null_replacement": r"\N"}
    cells = [_cells(column) for column in batch.columns]
    cells.append(pc.binary_join_element_wise(cells.pop(), end, nothing, **null))
    lines = pc.binary_join_element_wise(*cells, between, **null)
    return lines.combine_chunks().buffers()[2] or pa.py_buffer(b"")


def _cells(column: pa.ChunkedArray) -> pa.ChunkedArray:
    texts = column.cast(LARGE)
    if pc.any(pc.match_substring_regex(texts, r"[\\\t\n\r]")).as_py():
        for sign, escaped in ESCAPED.items():
            texts = pc.replace_substring(texts, sign, escaped)
    return texts


def fill(cursor: CursorWrapper, batch: Ready) -> None:
    """Put a batch, and nothing else, into the table of the transaction."""
    cursor.execute(sql.SQL("TRUNCATE {}").format(TABLE))
    with cursor.copy(COPY) as copy:
        copy.write(memoryview(batch.content))


class Incoming:
    """The table of one transaction through which rows pass, and how many did.

    bound: what every row of the delivery carries.
    """

    def __init__(self, bound: Mapping[str, object], delivery: Delivery, day: date) -> None:
        self.rows = self.added = self.changed = 0
        self._stock_at = STOCK_FROM
        self._every: dict[str, Any] = {
            **bound,
            "delivery_id": delivery.pk,
            "first_processed_at": day,
            "last_necessary_at": day,
        }

    def __enter__(self) -> Self:
        with connection.cursor() as cursor:
            cursor.execute(MAKE)
            cursor.execute(KNOW, self._every)
            cursor.execute(FIND)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if kind is None:
            with connection.cursor() as cursor:
                cursor.execute(sql.SQL("DROP TABLE {}, register_known").format(TABLE))

    def take(self, batch: Ready) -> None:
        """Put a batch in: what is known and changed as a new version, what is new as new."""
        with connection.cursor() as cursor:
            fill(cursor, batch)
            self.rows += batch.rows
            cursor.execute(LEARN)
            if cursor.rowcount:
                cursor.execute("SET LOCAL enable_nestloop = off")
                cursor.execute(self._change(), self._every)
                self.changed += cursor.rowcount
                cursor.execute("SET LOCAL enable_nestloop = on")
            cursor.execute(self._add(), self._every)
            added: int = cursor.fetchone()[0]
            self.added += added
            if added < batch.rows:
                cursor.execute(NOTE_ORIGINS)
            if batch.has_shelters:
                cursor.execute(NOTE_SHELTERS, self._every)
            if self.added >= self._stock_at:
                cursor.execute("SELECT register_take_stock()")
                self._stock_at = 4 * self.added

    def _change(self) -> sql.Composed:
        fields = [name for name in STORED if name != "source_key"]
        given = [sql.SQL("{0} = i.{0}").format(sql.Identifier(name)) for name in fields]
        given += [
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
            for name in ("delivery_id", "last_necessary_at", "remove_due", "destroy_due")
        ]
        return sql.SQL(
            "UPDATE register_registration r SET {} FROM {} i JOIN register_known k"
            " USING (source_key) WHERE r.id = k.id AND r.row_hash <> i.row_hash"
        ).format(sql.SQL(", ").join(given), TABLE)

    def _add(self) -> sql.Composed:
        apart = [name for name in self._every if name not in OWN_DAYS]
        return sql.SQL(
            "WITH added AS (INSERT INTO register_registration (id, {every}, {kept})"
            " SELECT i.id, {given}, {rows} FROM {table} i WHERE {is_new}"
            " RETURNING source_key, id, row_hash),"
            " known AS (INSERT INTO register_known SELECT * FROM added),"
            " origins AS (INSERT INTO register_origin"
            " (id, {apart}, region, registration, said, earlier)"
            " SELECT gen_random_uuid(), {apart_given}, i.region, i.id, i.origin::jsonb, '[]'"
            " FROM {table} i WHERE i.origin <> '' AND {is_new})"
            " SELECT count(*) FROM added"
        ).format(
            every=_names(self._every), kept=KEPT, given=_values(self._every), table=TABLE,
            is_new=sql.SQL(NEW),
            rows=sql.SQL(", ").join(sql.SQL("i.{}").format(sql.Identifier(n)) for n in STORED),
            apart=_names(apart), apart_given=_values(apart),
        )  # fmt: skip


def _names(columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _values(columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Placeholder, columns))
