"""When a known number would become, or became, somebody else."""

from collections.abc import Sequence

from psycopg import sql

_ANOTHER = sql.SQL(
    "{given} <> {now}.given_key AND {family} <> {now}.family_key AND {birth} <> {now}.birth_from"
    " AND '' NOT IN ({given}, {now}.given_key, {family}, {now}.family_key)"
)


def is_another(was: Sequence[sql.Composable], now: str) -> sql.Composed:
    """That no name and no date of birth agrees, of which both sides say something.

    was: the keys of the given and the family name and the first day of birth, as they were. now:
    the row that says them anew.
    """
    given, family, birth = was
    return _ANOTHER.format(given=given, family=family, birth=birth, now=sql.Identifier(now))
