"""When a known number would become, or became, somebody else.

Of the given name, the family name and the birth at least two are known on both sides and differ,
and none agrees. Names that changed places are a column put right, and nobody else. Where somebody
with a name becomes a thing without one, or the other way round, the number is of something else.
The database's `register_is_another` says so, here and of who asks for access.
"""

from collections.abc import Iterable, Mapping, Sequence
from json import dumps
from typing import Any

from django.db import connection
from psycopg import sql

PERSON = ("given_key", "family_key", "birth_from", "birth_until", "kind")
"""By what a person is known from another."""
PAIRS = sql.SQL(
    "SELECT {} FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY pair(told, place),"
    " jsonb_populate_record(NULL::register_registration, told -> 0) was,"
    " jsonb_populate_record(NULL::register_registration, told -> 1) now ORDER BY place"
)


def columns(row: str) -> list[sql.Composable]:
    """By what the person of a row is known, as columns of that row."""
    return [sql.Identifier(row, name) for name in PERSON]


def is_another(was: Sequence[sql.Composable], now: str) -> sql.Composed:
    """The condition that a row was somebody else.

    was: PERSON as it was. now: the row that says them anew.
    """
    return sql.SQL("register_is_another({})").format(sql.SQL(", ").join([*was, *columns(now)]))


def are_others(pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[bool]:
    """Of each pair of rows, as the database tells them in JSON, whether they are of two persons."""
    told = [[{name: row[name] for name in PERSON} for row in pair] for pair in pairs]
    with connection.cursor() as cursor:
        cursor.execute(PAIRS.format(is_another(columns("was"), "now")).as_string(), [dumps(told)])
        return [answer for (answer,) in cursor.fetchall()]
