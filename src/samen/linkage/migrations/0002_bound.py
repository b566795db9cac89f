"""Links are seen and made by who may link and sees the whole of a processing.

To who sees a part of it, a link would tell that somebody else knows the person. Nothing that was
written changes, but for what is filled in once: the end of a placement, of a decision, of a
judgement. The database itself writes when it destroys (`retain`) and when days move (`carry`).
"""

from django.db import migrations

BIND = """
CREATE FUNCTION linkage_bind(bound regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine text := '(processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work(%L)) p)';
    is_signed text := '(processing_id, regime, ground, organisation_id, registrar_id)
        = (SELECT p.processing_id, p.regime, p.ground, p.organisation_id, p.user_id
        FROM public.purposes_pass(''link'') p)
        AND team_id IS NOT DISTINCT FROM (SELECT p.team_id FROM public.purposes_pass(''any'') p)';
    sees_all text := '(SELECT public.purposes_work(''none'')) = ''carry''
        OR (SELECT p.reach FROM public.purposes_pass(public.purposes_work(''any'')) p)
        = ''national:''';
    restrictive text := 'CREATE POLICY %I ON %s AS RESTRICTIVE FOR %s';
    name text;
BEGIN
    PERFORM public.purposes_bind(bound);
    FOREACH name IN ARRAY '{purpose_read,purpose_add,purpose_change,reach}'::text[] LOOP
        EXECUTE format('DROP POLICY %I ON %s', name, bound);
    END LOOP;
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_read', bound, 'SELECT',
        format(mine, 'link'));
    EXECUTE format(restrictive || ' WITH CHECK ((%s) OR (%s))', 'purpose_add', bound, 'INSERT',
        is_signed, format(mine, 'none'));
    EXECUTE format(restrictive || ' USING (%s)', 'purpose_change', bound, 'UPDATE',
        format(mine, 'link'));
    EXECUTE format(restrictive || ' USING (%s)', 'reach', bound, 'ALL', sees_all);
END
$$;
SELECT linkage_bind('linkage_' || name)
FROM unnest('{standingdecision,linkrun,pair,placement,entityevent,pairjudgement}'::text[]) name;
"""
STAYS = """
CREATE FUNCTION linkage_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was jsonb := to_jsonb(OLD);
    is_carried boolean := public.purposes_work('none') = 'carry';
    field text;
BEGIN
    FOR field IN SELECT key FROM jsonb_each(to_jsonb(NEW)) WHERE value <> was -> key LOOP
        IF NOT (field = ANY (TG_ARGV) AND was -> field = 'null'
            OR is_carried AND field ~ '(remove|destroy)(_due)?$')
        THEN
            RAISE EXCEPTION 'what was written stays' USING ERRCODE = '42501';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_standingdecision
FOR EACH ROW EXECUTE FUNCTION linkage_stays('ended_on', 'ended_by');
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_linkrun
FOR EACH ROW EXECUTE FUNCTION linkage_stays();
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_pair
FOR EACH ROW EXECUTE FUNCTION linkage_stays();
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_placement
FOR EACH ROW EXECUTE FUNCTION linkage_stays('known_until');
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_entityevent
FOR EACH ROW EXECUTE FUNCTION linkage_stays();
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_pairjudgement
FOR EACH ROW EXECUTE FUNCTION linkage_stays('event', 'undone_by', 'undone_at', 'undone_with');
"""
# The pairs of earlier runs go when the next one is done; the site's role itself removes nothing.
FORGET = """
CREATE FUNCTION linkage_keep_pairs_of(kept uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('samen.work', 'link', true);
    DELETE FROM linkage_pair WHERE run <> kept;
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
GONE = "DROP FUNCTION linkage_keep_pairs_of(uuid), linkage_bind(regclass);"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0001_initial"), ("purposes", "0009_linking")]

    operations = [migrations.RunSQL(BIND + STAYS + FORGET, GONE)]
