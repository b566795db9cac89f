"""The database as the site reaches it: its own role, with the rights that it has and no others."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection, transaction
from psycopg import sql

from samen.site.database import as_settings, role_of, with_database
from samen.site.history import seal


def addresses() -> tuple[str, str]:
    """The addresses of the test's database for the owner and for the site's role."""
    name = connection.settings_dict["NAME"]
    owner, app = os.environ["DATABASE_OWNER_URL"], os.environ["DATABASE_URL"]
    return with_database(owner, name), with_database(app, name)


def give_rights() -> None:
    """Give the site's role what default privileges give it in a database of make_roles."""
    give_rights_in(*addresses())


def give_rights_in(owner: str, app: str) -> None:
    """The same in the database of these two addresses."""
    with psycopg.connect(owner, autocommit=True) as granting:
        for what, rights in (
            ("TABLES", "SELECT, INSERT, UPDATE, DELETE"),
            ("SEQUENCES", "USAGE, SELECT"),
        ):
            words = f"GRANT {rights} ON ALL {what} IN SCHEMA public TO {{}}"
            granting.execute(sql.SQL(words).format(sql.Identifier(role_of(app))))
    seal(owner, role_of(app))


@contextmanager
def as_site() -> Iterator[None]:
    """Django's own connection as the site's role, in one transaction that is undone."""
    given = as_settings(addresses()[1])
    before = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    connection.close()
    connection.settings_dict |= {"USER": given["USER"], "PASSWORD": given["PASSWORD"]}
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        connection.close()
        connection.settings_dict |= before
