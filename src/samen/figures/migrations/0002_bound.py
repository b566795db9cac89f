"""Counts are seen and made by who counts in the whole of a processing; what was counted stays."""

from django.db import migrations

BIND = """
CREATE FUNCTION figures_bind(bound regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine text := '(processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(''count'') p)';
    is_signed text := '(processing_id, regime, ground, organisation_id, registrar_id)
        = (SELECT p.processing_id, p.regime, p.ground, p.organisation_id, p.user_id
        FROM public.purposes_pass(''count'') p)
        AND team_id IS NOT DISTINCT FROM (SELECT p.team_id FROM public.purposes_pass(''any'') p)';
    sees_all text := '(SELECT p.reach FROM public.purposes_pass(''any'') p) = ''national:''';
    restrictive text := 'CREATE POLICY %I ON %s AS RESTRICTIVE FOR %s';
    name text;
BEGIN
    PERFORM public.purposes_bind(bound);
    FOREACH name IN ARRAY '{purpose_read,purpose_add,purpose_change,reach}'::text[] LOOP
        EXECUTE format('DROP POLICY %I ON %s', name, bound);
    END LOOP;
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_read', bound, 'SELECT', mine);
    EXECUTE format(restrictive || ' WITH CHECK (%s)', 'purpose_add', bound, 'INSERT', is_signed);
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_change', bound, 'UPDATE', mine);
    EXECUTE format(restrictive || ' USING (%s)', 'reach', bound, 'ALL', sees_all);
END
$$;
SELECT figures_bind('figures_' || name) FROM unnest('{count,countpart,gatereport}'::text[]) name;
"""
STAYS = """
CREATE FUNCTION figures_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'what was written stays' USING ERRCODE = '42501';
END
$$;
CREATE TRIGGER figures_stays BEFORE UPDATE ON figures_count
FOR EACH ROW EXECUTE FUNCTION figures_stays();
CREATE TRIGGER figures_stays BEFORE UPDATE ON figures_gatereport
FOR EACH ROW EXECUTE FUNCTION figures_stays();
"""
GONE = "DROP FUNCTION figures_stays() CASCADE; DROP FUNCTION figures_bind(regclass);"


class Migration(migrations.Migration):

    dependencies = [("figures", "0001_initial"), ("purposes", "0011_fewer_steps")]

    operations = [migrations.RunSQL(BIND + STAYS, GONE)]
