"""Empties the database after a test that committed, as Django's flush does, in a tenth of the time.

Flush truncates every table, which makes new files for each of them and for each index: for most
tests the longest part. Here only the tables that hold rows lose them.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg
import pytest
from psycopg import sql

from samen.site.database import with_database

MANY = 1_000
"""Rows that are dead slow down who looks for others; so many are cleared away at once."""


@contextmanager
def only_what_is_filled(name: str) -> Iterator[None]:
    """Let flush empty the database `name` so. By the superuser of the tests' own cluster, whom no
    trigger, foreign key or policy stops; where there is none, flush stays as it is."""
    from django.db import connection
    from django.db.backends.postgresql.operations import DatabaseOperations

    address = os.environ.get("SAMEN_TEST_ADMIN_URL")
    if not address:
        yield
        return

    @cache
    def filled() -> sql.Composed:
        asked = sql.SQL("select {} where exists (select from {})")
        tables = connection.introspection.django_table_names(only_existing=True)
        each = [asked.format(sql.Literal(table), sql.Identifier(table)) for table in tables]
        return sql.SQL(" union all ").join(each)

    url, no_rules = with_database(address, name), "-c session_replication_role=replica"
    with psycopg.connect(url, autocommit=True, options=no_rules) as superuser:

        def empty(*_given: object) -> None:
            for (table,) in superuser.execute(filled()).fetchall():
                one = sql.Identifier(str(table))
                if superuser.execute(sql.SQL("DELETE FROM {}").format(one)).rowcount > MANY:
                    superuser.execute(sql.SQL("VACUUM {}").format(one))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(DatabaseOperations, "execute_sql_flush", empty)
            yield
