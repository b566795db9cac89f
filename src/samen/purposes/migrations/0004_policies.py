"""The policies: what the pass lets through, for every table about persons.

Each policy asks for the pass once a query, in a subselect of its own, never once a row. The
base lets all through and the restrictive ones take away: by purpose and law, by how far the
member sees, by the day from which a row is out of sight. They bind the owner too.
"""

from django.db import migrations

BIND = """
CREATE FUNCTION purposes_bind(bound regclass, by_database boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    is_mine text := '(processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work(%L)) p)';
    is_signed text := '(processing_id, regime, ground, organisation_id, registrar_id)
        = (SELECT p.processing_id, p.regime, p.ground, p.organisation_id, p.user_id
        FROM public.purposes_pass(public.purposes_work(''add'')) p)
        AND team_id IS NOT DISTINCT FROM
            (SELECT p.team_id FROM public.purposes_pass(''any'') p)';
    is_in_reach text := '(SELECT p.reach FROM public.purposes_pass(public.purposes_work(''any'')) p)
        = ANY (ARRAY[''national:'', ''organisation:'' || organisation_id, ''team:'' || team_id,
            ''self:'' || registrar_id, ''region:'' || nullif(region, '''')])';
    is_in_sight text := 'remove_due >
        (SELECT p.day FROM public.purposes_pass(public.purposes_work(''any'')) p)';
    restrictive text := 'CREATE POLICY %I ON %s AS RESTRICTIVE FOR %s';
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', bound);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', bound);
    EXECUTE format('CREATE POLICY base ON %s USING (true) WITH CHECK (true)', bound);
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_read', bound, 'SELECT',
        format(is_mine, 'read'));
    EXECUTE format(restrictive || ' WITH CHECK (%s)', 'purpose_add', bound, 'INSERT',
        CASE WHEN by_database THEN format(is_mine, 'none') ELSE is_signed END);
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_change', bound, 'UPDATE',
        format(is_mine, CASE WHEN by_database THEN 'none' ELSE 'change' END));
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_delete', bound, 'DELETE',
        format(is_mine, 'none'));
    EXECUTE format(restrictive || ' USING (%s)', 'reach', bound, 'ALL', is_in_reach);
    EXECUTE format(restrictive || ' USING (%s)', 'sight', bound, 'ALL', is_in_sight);
END
$$;
"""
# Who opens what to whom changes only within an order that the application signed.
ORDERED = """
DO $$
DECLARE
    name text;
    command text;
BEGIN
    FOREACH name IN ARRAY '{processing,controller,team,membership}'::text[] LOOP
        name := 'purposes_' || name;
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY known ON %I FOR SELECT USING (true)', name);
        EXECUTE format('CREATE POLICY added ON %I FOR INSERT
            WITH CHECK ((SELECT public.purposes_ordered()))', name);
        EXECUTE format('CREATE POLICY changed ON %I FOR UPDATE
            USING ((SELECT public.purposes_ordered()))', name);
        EXECUTE format('CREATE POLICY removed ON %I FOR DELETE
            USING ((SELECT public.purposes_ordered()))', name);
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0003_passes")]

    operations = [
        migrations.RunSQL(BIND, "DROP FUNCTION purposes_bind(regclass, boolean);"),
        migrations.RunSQL(ORDERED, migrations.RunSQL.noop),
    ]
