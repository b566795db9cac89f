"""The trail is append-only for the site's role, also where a trigger can be told to look away."""

from psycopg import sql

from samen.site import database

EVENT_TABLES = (
    "select table_name from information_schema.columns"
    " where table_schema = 'public' and column_name = 'pgh_id'"
)


def seal(owner_url: str, app_role: str = database.APP) -> list[str]:
    """Take UPDATE, DELETE and TRUNCATE on every event table from the app's role.

    Runs after each migration, as the owner. Returns the tables.
    """
    with database.connect(owner_url) as connection:
        known = connection.execute("select 1 from pg_roles where rolname = %s", [app_role])
        if not known.fetchone():
            return []
        tables = [str(row[0]) for row in connection.execute(EVENT_TABLES)]
        for table in tables:
            connection.execute(
                sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                    sql.Identifier(table), sql.Identifier(app_role)
                )
            )
    return tables
