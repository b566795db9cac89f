"""How many rows go into the register at once.

PostgreSQL refuses COPY into a table with policies. So rows are copied into a table of the
transaction, and go from there under the policies. What the register knows already stands in
a second one, read once: a join with the register itself is planned without knowing what the
same transaction put there, and may take any of its indexes. Rows of a batch that are known
move to a third, under the number they have: each number, where two teams have the row. Police
data that lie apart are known too: out of sight and unchanged.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import Any, NamedTuple, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_noop as _
from numpy.typing import NDArray
from psycopg import sql

from samen.core.errors import Refused
from samen.core.registration.checking import ON_CONSENT
from samen.core.registration.kinds import NO
from samen.core.terms import ValueState
from samen.purposes.inside import Purpose
from samen.register import lying_apart
from samen.register.models import ORIGIN, Delivery
from samen.register.others import columns, is_another
from samen.register.standing import lay_corrections
from samen.register.values import COLUMNS, OF_EACH_ROW, STORED, columns_of
from samen.register.withdrawn import after_withdrawal

TABLE, MET = sql.Identifier("register_incoming"), sql.Identifier("register_met")
TABLES = (TABLE, MET, *map(sql.Identifier, ("register_known", "register_out_of_sight")))
STOCK_FROM = 10_000
"""Rows from which the planner's statistics are gathered anew, and again at four times as many."""
OWN_DAYS = ("delivery_id", "first_processed_at", "last_necessary_at")
"""What a registration carries, and nothing that stands apart of it."""
BY_ADDRESS = ("postcode", "house_number")
GIVEN, KEPT = (sql.SQL(", ").join(map(sql.Identifier, names)) for names in (COLUMNS, STORED))
COPY = sql.SQL("COPY {} (id, {}) FROM STDIN (FORMAT BINARY)").format(TABLE, GIVEN)
BEFORE, AFTER = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
BYTES = pa.large_binary()
NOTHING = pa.scalar(b"", BYTES)
JSONB = pa.scalar(b"\1", BYTES)
"""The version of the form in which jsonb is sent."""
DAYS_BEFORE_2000 = date(2000, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
MAKE = sql.SQL(
    "CREATE TEMPORARY TABLE {0} ON COMMIT DROP AS"
    " SELECT id, {1}, '' AS origin, '' AS shelter FROM register_registration LIMIT 0;"
    " CREATE TEMPORARY TABLE {2} (LIKE {0}, is_other boolean NOT NULL DEFAULT false,"
    " corrected jsonb) ON COMMIT DROP"
).format(TABLE, KEPT, MET)
KNOW = (
    "CREATE TEMPORARY TABLE register_known ON COMMIT DROP AS"
    " SELECT source_key, id, row_hash, true AS was_there"
    " FROM register_registration"
    " WHERE processing_id = %(processing_id)s AND regime = %(regime)s"
    " AND organisation_id = %(organisation_id)s"
)
ONLY = " AND source_key = ANY (%(only)s)"
MOST_ALIKE = 100
ALIKE = sql.SQL(
    "SELECT DISTINCT n.id::text FROM register_registration n JOIN register_known k ON {} = {}"
    " WHERE n.delivery_id = %(delivery_id)s AND k.was_there AND left(k.source_key, 3) = 'id:'"
    " AND NOT EXISTS (SELECT FROM register_known o WHERE o.was_there AND o.id = n.id)"
    " ORDER BY 1 LIMIT %(most)s"
).format(
    *(sql.SQL("ltrim(replace(lower(substr({}, 4)), ' ', ''), '0')").format(
        sql.Identifier(row, "source_key")) for row in "nk"))  # fmt: skip
"""New rows whose numbers are those of others but for capitals, blanks and noughts in front."""
FIND = "CREATE INDEX ON register_known (source_key)"
MEET = sql.SQL(
    "INSERT INTO {2} (id, {3}) SELECT k.id, {1} FROM {0} i JOIN register_known k USING (source_key)"
).format(TABLE, sql.SQL(", ").join(sql.SQL("i.{}").format(sql.Identifier(n)) for n in COLUMNS),
         MET, GIVEN)  # fmt: skip
LEAVE = sql.SQL("DELETE FROM {} i USING {} m WHERE m.source_key = i.source_key").format(TABLE, MET)
OTHERS = sql.SQL(
    "UPDATE {} i SET is_other = true FROM register_registration r"
    " WHERE r.id = i.id AND r.row_hash <> i.row_hash AND {}"
).format(MET, is_another(columns("r"), "i"))
"""Marks known numbers that would be somebody else, of whom nothing stays."""
FEW_OTHERS = 5
SAYS_NO = sql.SQL(
    "(i.values #>> '{consent,value}' = %(no)s OR i.values #>> '{consent,state}' = %(refused)s)"
)
NO_CONSENT = sql.SQL(
    "SELECT source_row FROM {} i WHERE is_other AND {} ORDER BY 1 LIMIT 1"
).format(MET, SAYS_NO)  # fmt: skip
DAYS = sql.SQL(
    "{0} = CASE WHEN r.ground = ANY (%(on_consent)s) AND {2} THEN %(withdrawn)s"
    " ELSE coalesce((%(renewed)s::jsonb -> r.ground ->> {1})::date, r.{0}) END"
)
"""On which day a row goes that is delivered anew: with a withdrawn consent the next one."""
LEARN = sql.SQL(
    "UPDATE register_known k SET row_hash = i.row_hash FROM {} i"
    " WHERE k.source_key = i.source_key AND k.row_hash <> i.row_hash"
).format(MET)
KEEP_KNOWN = sql.SQL(
    "INSERT INTO register_known SELECT source_key, id, row_hash, false FROM {}"
).format(TABLE)
NOTE_ORIGINS = sql.SQL(
    "SELECT register_note_origins(array_agg(id), array_agg(coalesce(nullif(origin, ''), '{{}}')),"
    " CASE WHEN is_other THEN '{{}}' ELSE %(origins_that_stay)s::text[] END) FROM {}"
    " WHERE is_other OR cardinality(%(origins_that_stay)s::text[]) < {} GROUP BY is_other"
).format(MET, len(ORIGIN))
STAYS = "{0} = CASE WHEN i.is_other THEN i.{0} ELSE r.{0} END"
SAID = (
    "values = CASE WHEN i.is_other THEN i.values"
    " ELSE (r.values - %(brought)s::text[]) || i.values END"
)
STAND = "corrected = CASE WHEN NOT i.is_other THEN i.corrected END"
NOTE_SHELTERS = sql.SQL(
    "SELECT register_note_shelters(array_agg(id), array_agg(shelter::bytea),"
    " array_agg(%(destroy_due)s::date))"
    " FROM (SELECT id, shelter FROM {} UNION ALL SELECT id, shelter FROM {}) i"
    " WHERE shelter <> ''"
).format(TABLE, MET)


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


def run(
    cursor: CursorWrapper, words: str | sql.Composed, values: Mapping[str, Any] | None = None
) -> None:
    """Run a statement as a text with a copy of its values: on a page the history of changes puts
    its own into both."""
    text = words if isinstance(words, str) else words.as_string()
    cursor.execute(text, {**values} if values else None)


class Ready(NamedTuple):
    """A batch as the database reads it, with how many rows it came from.

    may_repeat: whether other rows of the file may have its keys.
    """

    rows: int
    content: pa.Buffer
    has_shelters: bool
    may_repeat: bool


def ready(batch: pa.Table, *, may_repeat: bool = True) -> Ready:
    """A batch to send: work that another thread can do while the database has the last one.

    Rows lie by address, under numbers in order: neighbours in the batch are neighbours in
    three of the indexes, which are then written where they were read last.
    """
    has_shelters = pc.any(pc.not_equal(batch["shelter"], "")).as_py() or False
    rows = latest(batch).sort_by([(name, "ascending") for name in BY_ADDRESS])
    numbered = rows.add_column(0, "id", _numbers(len(rows)))
    return Ready(len(batch), _lines(numbered), has_shelters, may_repeat)


def _numbers(count: int) -> pa.Array:
    """So many random numbers in order (RFC 9562, version 4).

    The server would open its source of chance anew for each.
    """
    signs = np.frombuffer(os.urandom(16 * count), np.uint8).reshape(count, 16).copy()
    signs[:, 6] = signs[:, 6] & 0x0F | 0x40
    signs[:, 8] = signs[:, 8] & 0x3F | 0x80
    return _of_width(16, np.sort(signs.view("S16"), axis=None))


def _of_width(width: int, content: NDArray[Any], valid: pa.Buffer | None = None) -> pa.Array:
    """Cells of so many bytes each; one that is not valid is nothing."""
    cells = pa.py_buffer(content.tobytes())
    return pa.Array.from_buffers(pa.binary(width), len(content), [valid, cells])


def _lines(batch: pa.Table) -> pa.Buffer:
    """The rows as a binary COPY reads them: how many cells, and each behind its length."""
    parts = [pa.repeat(pa.scalar(len(batch.columns).to_bytes(2), BYTES), len(batch))]
    for name, column in zip(batch.column_names, batch.columns, strict=True):
        cells = _cells(name, column.combine_chunks())
        length = pc.fill_null(pc.binary_length(cells), -1).to_numpy(zero_copy_only=False)
        parts += [_of_width(4, length.astype(">i4")).cast(BYTES), cells.fill_null(NOTHING)]
    lines = pc.binary_join_element_wise(*parts, NOTHING)
    return lines.buffers()[2] if len(batch) else pa.py_buffer(b"")


def _cells(name: str, column: pa.Array) -> pa.Array:
    """The cells of a column as PostgreSQL sends and receives its type."""
    if column.type in (pa.int64(), pa.date32()):
        since = DAYS_BEFORE_2000 if column.type == pa.date32() else 0
        numbers = pc.fill_null(column.cast(pa.int32()), 0).to_numpy(zero_copy_only=False) - since
        return _of_width(4, numbers.astype(">i4"), column.is_valid().buffers()[1]).cast(BYTES)
    cells = column.cast(BYTES)
    return pc.binary_join_element_wise(JSONB, cells, NOTHING) if name == "values" else cells


def fill(cursor: CursorWrapper, batch: Ready) -> None:
    """Put a batch, and nothing else, into the table of the transaction."""
    run(cursor, sql.SQL("TRUNCATE {}, {}").format(TABLE, MET))
    with cursor.copy(COPY) as copy:
        copy.write(BEFORE)
        copy.write(memoryview(batch.content))
        copy.write(AFTER)


class Incoming:
    """The table of one transaction through which rows pass, and how many did.

    bound: what every row of the delivery carries. renewed: by ground, the days on which a row
    goes that was there and is delivered anew; of another ground the days stay. brought: the
    fields that the file has a column for; of a row that is known the others stay. only: all keys
    that come in, where they are few; else every known one is read once.
    """

    def __init__(
        self, bound: Mapping[str, object], delivery: Delivery, day: date,
        renewed: Mapping[str, list[str]], brought: Collection[str], only: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.rows = self.added = self.changed = self._known = self._out_of_sight = 0
        self.others = self.overtaken = self.apart = 0
        self.changed_apart: list[int] = []
        self._stock_at, self._only = STOCK_FROM, list(only)
        self._anew: dict[str, Any] = {
            "renewed": json.dumps(renewed), "brought": sorted(brought),
            "origins_that_stay": [name for name in ORIGIN if name not in brought],
            "on_consent": sorted(ON_CONSENT), "withdrawn": after_withdrawal(day),
            "no": NO, "refused": ValueState.REFUSED,
        }  # fmt: skip
        said = {column for name in brought for column in columns_of(name)}
        self._stay = frozenset(STORED) - said - OF_EACH_ROW
        self._every: dict[str, Any] = {
            **bound,
            "delivery_id": delivery.pk,
            "first_processed_at": day,
            "last_necessary_at": day,
        }

    def __enter__(self) -> Self:
        with connection.cursor() as cursor:
            run(cursor, MAKE)
            words = KNOW + ONLY if self._only else KNOW
            run(cursor, words, {**self._every, "only": self._only})
            self._known = cursor.rowcount
            run(cursor, FIND)
            cursor.execute(lying_apart.KNOW)
            self._out_of_sight = cursor.rowcount
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if kind is None:
            with connection.cursor() as cursor:
                run(cursor, sql.SQL("DROP TABLE {}, {}, {}, {}").format(*TABLES))

    def take(self, batch: Ready) -> None:
        """Put a batch in: what is known and changed as a new version, what is new as new."""
        with connection.cursor() as cursor:
            fill(cursor, batch)
            self.rows += batch.rows
            if self._out_of_sight:
                same, changed = lying_apart.pass_over(cursor)
                self.apart += same
                self.changed_apart += changed
            if self._known:
                run(cursor, MEET)
                if cursor.rowcount:
                    self._change(cursor)
            run(cursor, self._add(), self._every)
            self.added += cursor.rowcount
            run(cursor, self._add_origins(), self._every)
            if batch.may_repeat:
                run(cursor, KEEP_KNOWN)
                self._known += cursor.rowcount
            if batch.has_shelters:
                run(cursor, NOTE_SHELTERS, self._every)
            if self.added >= self._stock_at:
                run(cursor, "SELECT register_take_stock()")
                self._stock_at = 4 * self.added

    def alike(self) -> list[str]:
        """New registrations that have a known number but for what spreadsheets change in it: at
        most MOST_ALIKE."""
        if not (self._known and self.added):
            return []
        with connection.cursor() as cursor:
            run(cursor, "SET LOCAL enable_nestloop = off")
            run(cursor, ALIKE, {**self._every, "most": MOST_ALIKE})
            found = [number for (number,) in cursor.fetchall()]
            run(cursor, "SET LOCAL enable_nestloop = on")
        return found

    def refuse_others(self) -> None:
        """Raise Refused where the numbers of a file belong to other persons than those known."""
        if self.others >= FEW_OTHERS and 2 * self.others >= self.changed:
            raise Refused(
                _("Of {changed} known numbers that this file changes, {others} would become"
                  " somebody else: no name and no date of birth agrees."),
                _("The number of a registration stays with one person."),
                _("Look whether the right column is the number and the file is of this"
                  " organisation, or have the partner give new numbers."),
                changed=self.changed, others=self.others,
            )  # fmt: skip

    def _change(self, cursor: CursorWrapper) -> None:
        """A new version of what was met and says something else; its origin too."""
        run(cursor, LEAVE)
        self.overtaken += lay_corrections(cursor, self._anew["brought"])
        run(cursor, OTHERS)
        self.others += cursor.rowcount
        self._refuse_without_consent(cursor)
        run(cursor, "SET LOCAL enable_nestloop = off")
        run(cursor, self._new_versions(), {**self._every, **self._anew})
        self.changed += cursor.fetchone()[0]
        run(cursor, "SET LOCAL enable_nestloop = on")
        run(cursor, LEARN)
        run(cursor, NOTE_ORIGINS, self._anew)

    def _refuse_without_consent(self, cursor: CursorWrapper) -> None:
        """Raise Refused where a known number is given to somebody who gave no consent, on which
        all rests: of who is known already that it is withdrawn is noted."""
        if self._every["ground"] not in ON_CONSENT:
            return
        run(cursor, NO_CONSENT, self._anew)
        if found := cursor.fetchone():
            raise Refused(
                _("Row {row} gives a known number to somebody else, who gave no consent."),
                _("Who gave no consent is not taken in where all rests on it (GDPR art. 6(1)(a),"
                  " art. 9(2)(a))."),
                _("Remove the row, and give the file again."),
                row=found[0],
            )  # fmt: skip

    def _new_versions(self) -> sql.Composed:
        given = [
            sql.SQL(STAYS if name in self._stay else "{0} = i.{0}").format(sql.Identifier(name))
            for name in STORED if name not in ("source_key", "values")
        ]  # fmt: skip
        given += [sql.SQL(SAID).format(), sql.SQL(STAND).format()]
        given += [
            sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name))
            for name in ("delivery_id", "last_necessary_at")
        ]
        given += [
            DAYS.format(sql.Identifier(name), sql.Literal(place), SAYS_NO)
            for place, name in enumerate(("remove_due", "destroy_due"))
        ]
        return sql.SQL(
            "WITH changed AS (UPDATE register_registration r SET {} FROM {} i"
            " WHERE r.id = i.id AND r.row_hash <> i.row_hash RETURNING r.source_key)"
            " SELECT count(DISTINCT source_key) FROM changed"
        ).format(sql.SQL(", ").join(given), MET)

    def _add(self) -> sql.Composed:
        return sql.SQL(
            "INSERT INTO register_registration (id, {}, {}) SELECT id, {}, {} FROM {}"
        ).format(_names(self._every), KEPT, _values(self._every), KEPT, TABLE)

    def _add_origins(self) -> sql.Composed:
        apart = [name for name in self._every if name not in OWN_DAYS]
        return sql.SQL(
            "INSERT INTO register_origin (id, {}, region, said, earlier)"
            " SELECT id, {}, region, origin::jsonb, '[]' FROM {} WHERE origin <> ''"
        ).format(_names(apart), _values(apart), TABLE)


def _names(columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _values(columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Placeholder, columns))
