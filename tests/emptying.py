"""Empties the database after a test that committed, as Django's flush does, in a tenth of the time.

Flush truncates every table, which makes new files for each of them and for each index: for most
tests the longest part. Here only the tables that hold rows lose them.
"""

from collections.abc import Callable
from functools import cache
from typing import LiteralString, cast

import psycopg
from psycopg import sql

MANY = 1_000
"""Rows that are dead slow down who looks for others; so many are cleared away at once."""


def only_what_is_filled(url: str, tables: Callable[[], list[str]]) -> Callable[..., None]:
    """What stands in for a database's `execute_sql_flush`. url: of a superuser, whom no trigger, no
    foreign key and no policy stops. tables: those that are to be empty."""

    @cache
    def superuser() -> psycopg.Connection[tuple[str]]:
        keeps_no_rules = "-c session_replication_role=replica"
        return psycopg.connect(url, autocommit=True, options=keeps_no_rules)

    @cache
    def filled() -> LiteralString:
        each = (f"select '{name}' where exists (select from {name})" for name in tables())
        return cast("LiteralString", " union all ".join(each))

    def execute(*_given: object) -> None:
        for (table,) in superuser().execute(filled()).fetchall():
            name = sql.Identifier(table)
            gone = superuser().execute(sql.SQL("DELETE FROM {}").format(name)).rowcount
            if gone > MANY:
                superuser().execute(sql.SQL("VACUUM {}").format(name))

    return execute
