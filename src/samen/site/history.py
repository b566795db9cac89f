"""What the database refuses the site's role stays refused: the trail and all that is final.

The packages that make the triggers put their own functions back with each migration, so
this runs after each of them: `./samen manage migrate` and `./samen manage pgtrigger` do.
"""

import psycopg
from psycopg import sql

from samen.purposes import tokens
from samen.site import database

EVENT_TABLES = (
    "select table_name from information_schema.columns"
    " where table_schema = 'public' and column_name = 'pgh_id'"
)
CONTEXT = "pghistory_context"
# Each trigger asks this function whether a session variable, which any role may set, tells it
# to look away. Only the owner is heard: the one function that empties closed accounts is its.
NEVER_LOOK_AWAY = """
CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN current_user = (
            SELECT pg_get_userbyid(proowner) FROM pg_catalog.pg_proc
            WHERE oid = 'public._pgtrigger_should_ignore(name)'::regprocedure
        )
        AND trigger_name = ANY (
            coalesce(nullif(current_setting('pgtrigger.ignore', true), ''), '{}')::text[]
        );
END
$$
"""
# Who did it is written once: within the act a value that was not known yet may be filled in
# (who signs in), nothing may be changed. A change is passed over and not an error, because
# the function that writes the context does so with every row.
CONTEXT_STAYS = """
CREATE OR REPLACE FUNCTION public.samen_context_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.id = OLD.id AND NEW.created_at = OLD.created_at
        AND OLD.created_at > now() - interval '5 minutes'
        AND jsonb_strip_nulls(OLD.metadata) <@ NEW.metadata
    THEN
        RETURN NEW;
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER samen_context_stays BEFORE UPDATE ON public.pghistory_context
FOR EACH ROW EXECUTE FUNCTION public.samen_context_stays();
"""
# A temporary table with the name of a trail's table would otherwise catch what is for it.
PINNED = """
DO $$
DECLARE
    name regprocedure;
BEGIN
    FOR name IN SELECT oid FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace
            AND pg_get_userbyid(proowner) = current_user
            AND (proname LIKE 'pgtrigger\\_%' OR proname = '_pgh_attach_context')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', name);
    END LOOP;
END
$$
"""

KEY = """
INSERT INTO public.purposes_key (id, inner_pad, outer_pad, pseudonyms)
VALUES (1, %s, %s, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
ON CONFLICT (id) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
"""


def seal(owner_url: str, app_role: str = database.APP) -> list[str]:
    """Close the ways round the trail and the final rows for the app's role. Repeatable.

    Runs as the owner. Returns the event tables, where only adding is left to the role.
    """
    with database.connect(owner_url) as connection:
        _give_key(connection)
        for words in (NEVER_LOOK_AWAY, CONTEXT_STAYS, PINNED):
            connection.execute(words)
        known = connection.execute(
            "select 1 from pg_roles where rolname = %s and rolname <> current_user", [app_role]
        )
        if not known.fetchone():
            return []
        tables = [str(row[0]) for row in connection.execute(EVENT_TABLES)]
        for table in tables:
            _take(connection, "UPDATE, DELETE, TRUNCATE", table, app_role)
        _take(connection, "DELETE, TRUNCATE", CONTEXT, app_role)
    return tables


def _give_key(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Let the database check what the site's secret signs; what names persons stays as it was."""
    there = connection.execute("select to_regclass('purposes_key')").fetchone()
    if there and there[0]:
        connection.execute(KEY, tokens.padded_keys(tokens.signing_key()))


def _take(
    connection: "psycopg.Connection[tuple[object, ...]]", rights: str, table: str, role: str
) -> None:
    connection.execute(
        sql.SQL(f"REVOKE {rights} ON {{}} FROM {{}}").format(
            sql.Identifier(table), sql.Identifier(role)
        )
    )
