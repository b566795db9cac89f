"""Origin and the address of a shelter stand apart, and no member reads these tables.

Who writes may add an origin; all else is done by functions with the owner's rights, each of
which writes the log itself. An address is let through for the team that registered the person.
"""

from django.db import migrations

BOUND = """
SELECT purposes_bind('register_origin', true);
SELECT purposes_bind('register_shelteraddress', true);
DO $$
DECLARE
    name text;
    mine constant text := '(processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work(''none'')) p)';
BEGIN
    FOREACH name IN ARRAY '{register_origin,register_shelteraddress}'::text[] LOOP
        EXECUTE format('DROP POLICY purpose_read ON %I', name);
        EXECUTE format('CREATE POLICY purpose_read ON %I AS RESTRICTIVE FOR SELECT USING (%s)',
            name, mine);
    END LOOP;
    DROP POLICY purpose_add ON register_origin;
    EXECUTE 'CREATE POLICY purpose_add ON register_origin AS RESTRICTIVE FOR INSERT WITH CHECK ('
        || mine || ' OR (processing_id, regime, ground, organisation_id, registrar_id)
        = (SELECT p.processing_id, p.regime, p.ground, p.organisation_id, p.user_id
        FROM public.purposes_pass(''add'') p)
        AND team_id IS NOT DISTINCT FROM (SELECT p.team_id FROM public.purposes_pass(''any'') p))';
END
$$;
CREATE POLICY need_to_know ON register_shelteraddress AS RESTRICTIVE USING (
    (SELECT public.purposes_work('none')) IN ('retain', 'access', 'carry')
    OR organisation_id = (SELECT p.organisation_id FROM public.purposes_pass('any') p)
        AND team_id IS NOT DISTINCT FROM (SELECT p.team_id FROM public.purposes_pass('any') p));
"""
ORIGIN = """
CREATE FUNCTION register_note_origins(persons uuid[], told text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'change', true);
    UPDATE register_origin o SET said = t.said::jsonb,
        earlier = earlier || jsonb_build_object('until', clock_timestamp(), 'said', o.said)
    FROM unnest(persons, told) t(person, said)
    WHERE o.registration = t.person AND o.said <> t.said::jsonb;
    INSERT INTO register_origin (id, processing_id, regime, ground, organisation_id, team_id,
        registrar_id, region, remove_due, destroy_due, registration, said, earlier)
    SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, team_id,
        registrar_id, region, remove_due, destroy_due, r.id, t.said::jsonb, '[]'
    FROM unnest(persons, told) t(person, said) JOIN register_registration r ON r.id = t.person
    WHERE t.said <> '{}'
        AND NOT EXISTS (SELECT FROM register_origin o WHERE o.registration = t.person);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
CREATE FUNCTION register_origins(persons uuid[], act text)
RETURNS TABLE (registration uuid, said jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    IF (purposes_pass('change')).membership_id IS NULL OR act NOT IN ('provide', 'export') THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM purposes_log(jsonb_build_array(jsonb_build_array(act, to_jsonb(persons),
        '["origin"]'::jsonb)), '');
    PERFORM set_config('samen.work', 'change', true);
    RETURN QUERY SELECT o.registration, o.said FROM register_origin o
        WHERE o.registration = ANY (persons);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0014_apart"), ("purposes", "0011_fewer_steps")]

    operations = [migrations.RunSQL(BOUND + ORIGIN, "DROP FUNCTION register_origins, register_note_origins;")]
