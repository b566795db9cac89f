"""When a known number would become, or became, somebody else.

Of the given name, the family name and the birth at least two are known on both sides and differ,
and none agrees. Names that changed places are a column put right, and nobody else. Where somebody
with a name becomes a thing without one, or the other way round, the number is of something else.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from psycopg import sql

PERSON = ("given_key", "family_key", "birth_from", "birth_until", "kind")
"""By what a person is known from another."""
_MEETS = "coalesce({since} <= {now}.birth_until AND {now}.birth_from <= {until}, false)"
_APART = "coalesce({since} > {now}.birth_until OR {now}.birth_from > {until}, false)"
_ANOTHER = sql.SQL(
    "('' NOT IN ({given}, {now}.given_key) AND {given} <> {now}.given_key)::integer"
    " + ('' NOT IN ({family}, {now}.family_key) AND {family} <> {now}.family_key)::integer"
    f" + {_APART}::integer >= 2"
    " AND NOT ({given} = {now}.given_key AND {given} <> ''"
    f" OR {{family}} = {{now}}.family_key AND {{family}} <> '' OR {_MEETS}"
    " OR {given} = {now}.family_key AND {family} = {now}.given_key)"
    " OR {kind} <> {now}.kind"
    " AND ({given} || {family} = '') <> ({now}.given_key || {now}.family_key = '')"
)


def is_another(was: Sequence[sql.Composable], now: str) -> sql.Composed:
    """The condition that a row was somebody else.

    was: PERSON as it was. now: the row that says them anew.
    """
    given, family, since, until, kind = was
    return _ANOTHER.format(
        given=given, family=family, since=since, until=until, kind=kind, now=sql.Identifier(now)
    )


def differs(was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """The same of two persons, as rows that the database tells with days as ISO 8601."""
    names = [(was[name], now[name]) for name in PERSON[:2]]
    said = [one == other for one, other in names if one and other]
    if was["birth_from"] and now["birth_from"]:
        said.append(
            was["birth_from"] <= now["birth_until"] and now["birth_from"] <= was["birth_until"]
        )
    turned = (was["given_key"], was["family_key"]) == (now["family_key"], now["given_key"])
    return len(said) >= 2 and not any(said) and not turned
