"""Many rows at once: copied into a table of the transaction, and from there under the policies.

PostgreSQL refuses COPY into a table with policies (samen.register.taking_in does the same).
"""

import io
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
from django.db import connection
from psycopg import sql
from pyarrow import csv

TABLE = sql.Identifier("linkage_incoming")


def add_rows(table: str, rows: pa.Table, every: Mapping[str, Any], made: Mapping[str, str]) -> None:
    """Add rows to a table of this room.

    rows: columns of the table. every: what is the same in each row. made: other columns as
    expressions over those of `rows`.
    """
    given = sql.SQL(", ").join(map(sql.Identifier, rows.column_names))
    target = sql.Identifier(table)
    with connection.cursor() as cursor:
        cursor.execute(
            sql.SQL("CREATE TEMPORARY TABLE {} ON COMMIT DROP AS SELECT {} FROM {} LIMIT 0").format(
                TABLE, given, target
            )
        )
        with cursor.copy(
            sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(TABLE, given)
        ) as to:
            for batch in rows.to_batches(max_chunksize=50_000):
                content = io.BytesIO()
                csv.write_csv(batch, content, csv.WriteOptions(include_header=False))
                to.write(content.getbuffer())
        columns = [*every, *made]
        expressions = [*map(sql.Placeholder, every), *(sql.SQL(made[name]) for name in made)]
        cursor.execute(
            sql.SQL("INSERT INTO {} (id, {}, {}) SELECT gen_random_uuid(), {}, {} FROM {}").format(
                target, given, sql.SQL(", ").join(map(sql.Identifier, columns)), given,
                sql.SQL(", ").join(expressions), TABLE,
            ),
            dict(every),
        )  # fmt: skip
        cursor.execute(sql.SQL("DROP TABLE {}").format(TABLE))
