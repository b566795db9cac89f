"""How many rows go into the register at once.

PostgreSQL refuses COPY into a table with policies. So rows are copied into a table of the
transaction, and go from there under the policies. What the register knows already stands in
a second one, read once: a join with the register itself is planned without knowing what the
same transaction put there, and may take any of its indexes. Rows of a batch that are known and
say something else move to a third, under the number they have: each number, where two teams have
the row. Police data that lie apart are known too: out of sight and unchanged.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import Any, Self

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext_noop as _
from psycopg import sql

from samen.core.errors import Refused
from samen.core.registration.checking import ON_CONSENT
from samen.core.registration.kinds import NO
from samen.core.terms import ValueState
from samen.purposes.inside import Purpose
from samen.register import lying_apart
from samen.register.copying import AFTER, BEFORE, Ready
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
GIVEN, KEPT = (sql.SQL(", ").join(map(sql.Identifier, names)) for names in (COLUMNS, STORED))
COPY = sql.SQL("COPY {} (id, {}) FROM STDIN (FORMAT BINARY)").format(TABLE, GIVEN)
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
BY_INDEX = "SELECT set_config('enable_nestloop', %(loops)s, true)"
"""Off, while a batch is laid beside what is known. The planner takes it that next to nothing passes
the policies, and would read all there is for each row; with the numbers named it takes an index."""
OF_THE_BATCH = sql.SQL("k.source_key = ANY (ARRAY(SELECT source_key FROM register_incoming))")
OF_THE_MET = sql.SQL("r.id = ANY (ARRAY(SELECT id FROM register_met))")
MEET = sql.SQL(
    "INSERT INTO {2} (id, {3}) SELECT k.id, {1} FROM {0} i JOIN register_known k USING (source_key)"
    " WHERE k.row_hash <> i.row_hash AND {4}"
).format(TABLE, sql.SQL(", ").join(sql.SQL("i.{}").format(sql.Identifier(n)) for n in COLUMNS),
         MET, GIVEN, OF_THE_BATCH)  # fmt: skip
LEAVE = sql.SQL(
    "DELETE FROM {} i USING register_known k WHERE k.source_key = i.source_key AND {}"
).format(TABLE, OF_THE_BATCH)  # fmt: skip
OTHERS = sql.SQL(
    "UPDATE {} i SET is_other = true FROM register_registration r"
    " WHERE r.id = i.id AND r.row_hash <> i.row_hash AND {} AND {}"
).format(MET, OF_THE_MET, is_another(columns("r"), "i"))
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
    " AND k.source_key = ANY (ARRAY(SELECT source_key FROM {}))"
).format(MET, MET)
KEEP_KNOWN = sql.SQL(
    "INSERT INTO register_known SELECT source_key, id, row_hash, false FROM {}"
).format(TABLE)
NOTE_ORIGINS = sql.SQL(
    "SELECT register_note_origins(array_agg(id), array_agg(coalesce(nullif(origin, ''), '{{}}')),"
    " CASE WHEN is_other THEN '{{}}' ELSE %(origins_that_stay)s::text[] END) FROM {}"
    " WHERE is_other OR cardinality(%(origins_that_stay)s::text[]) < {} GROUP BY is_other"
).format(MET, len(ORIGIN))
NOTE_ORIGINS_OF_SAME = sql.SQL(
    "SELECT register_note_origins(array_agg(k.id),"
    " array_agg(coalesce(nullif(i.origin, ''), '{{}}')), %(origins_that_stay)s::text[])"
    " FROM {} i JOIN register_known k USING (source_key)"
    " WHERE k.row_hash = i.row_hash AND {} HAVING count(*) > 0"
).format(TABLE, OF_THE_BATCH)
"""Of rows that say what they said: no hash is kept of what is kept apart."""
STAYS = "{0} = CASE WHEN i.is_other THEN i.{0} ELSE r.{0} END"
SAID = (
    "values = CASE WHEN i.is_other THEN i.values"
    " ELSE (r.values - %(brought)s::text[]) || i.values END"
)
STAND = "corrected = CASE WHEN NOT i.is_other THEN i.corrected END"
NOTE_SHELTERS = sql.SQL(
    "SELECT register_note_shelters(array_agg(id), array_agg(shelter::bytea),"
    " array_agg(%(destroy_due)s::date)) FROM {} WHERE shelter <> ''"
)
SHELTERS_OF_NEW = NOTE_SHELTERS.format(TABLE)
SHELTERS_OF_KNOWN = NOTE_SHELTERS.format(
    sql.SQL("(SELECT k.id, i.shelter FROM {} i JOIN register_known k USING (source_key)"
            " WHERE {}) met").format(TABLE, OF_THE_BATCH)
)  # fmt: skip


def one_at_a_time(purpose: Purpose) -> None:
    """Wait until nobody else takes in for this organisation and processing."""
    part = purpose.membership
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"register {part.processing_id} {part.organisation_id}"],
        )


def run(
    cursor: CursorWrapper, words: str | sql.Composed, values: Mapping[str, Any] | None = None
) -> None:
    """Run a statement as a text with a copy of its values: on a page the history of changes puts
    its own into both."""
    text = words if isinstance(words, str) else words.as_string()
    cursor.execute(text, {**values} if values else None)


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
                self._meet(cursor, batch)
            run(cursor, self._add(), self._every)
            self.added += cursor.rowcount
            run(cursor, self._add_origins(), self._every)
            if batch.may_repeat:
                run(cursor, KEEP_KNOWN)
                self._known += cursor.rowcount
            if batch.has_shelters:
                run(cursor, SHELTERS_OF_NEW, self._every)
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

    def _meet(self, cursor: CursorWrapper, batch: Ready) -> None:
        """Leave out what is known, of which only that goes in which says something else."""
        run(cursor, BY_INDEX, {"loops": "off"})
        if len(self._anew["origins_that_stay"]) < len(ORIGIN):
            run(cursor, NOTE_ORIGINS_OF_SAME, self._anew)
        if batch.has_shelters:
            run(cursor, SHELTERS_OF_KNOWN, self._every)
        run(cursor, MEET)
        changed = cursor.rowcount
        run(cursor, LEAVE)
        if changed:
            self._change(cursor)
        run(cursor, BY_INDEX, {"loops": "on"})

    def _change(self, cursor: CursorWrapper) -> None:
        """A new version of what says something else; its origin too."""
        self.overtaken += lay_corrections(cursor, self._anew["brought"])
        run(cursor, OTHERS)
        self.others += cursor.rowcount
        self._refuse_without_consent(cursor)
        run(cursor, self._new_versions(), {**self._every, **self._anew})
        self.changed += cursor.fetchone()[0]
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
            " WHERE r.id = i.id AND r.row_hash <> i.row_hash AND {} RETURNING r.source_key)"
            " SELECT count(DISTINCT source_key) FROM changed"
        ).format(sql.SQL(", ").join(given), MET, OF_THE_MET)

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
