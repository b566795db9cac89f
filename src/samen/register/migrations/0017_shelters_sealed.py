"""Sealed addresses: noted and given for the team that registered the person.

What stays past the day of its key (a hold, a later day) is sealed anew by the work of
retention, which alone reads all of it.
"""

from django.db import migrations

SHELTER = """
CREATE FUNCTION register_note_shelters(persons uuid[], texts bytea[], days date[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
    changed bigint; added bigint;
BEGIN
    PERFORM set_config('samen.work', 'change', true);
    UPDATE register_shelteraddress s SET sealed = t.sealed, key_day = t.day
    FROM unnest(persons, texts, days) t(person, sealed, day) WHERE s.registration = t.person;
    GET DIAGNOSTICS changed = ROW_COUNT;
    INSERT INTO register_shelteraddress (id, processing_id, regime, ground, organisation_id,
        team_id, registrar_id, region, remove_due, destroy_due, registration, sealed, key_day)
    SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, team_id,
        registrar_id, region, remove_due, destroy_due, r.id, t.sealed, t.day
    FROM unnest(persons, texts, days) t(person, sealed, day)
    JOIN register_registration r ON r.id = t.person
    WHERE r.organisation_id = (SELECT (purposes_pass('any')).organisation_id)
        AND r.team_id IS NOT DISTINCT FROM (SELECT (purposes_pass('any')).team_id)
        AND NOT EXISTS (SELECT FROM register_shelteraddress s WHERE s.registration = t.person);
    GET DIAGNOSTICS added = ROW_COUNT;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN changed + added;
END
$$;
CREATE FUNCTION register_shelters(persons uuid[], act text)
RETURNS TABLE (registration uuid, sealed bytea, key_day date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    IF (purposes_pass('change')).membership_id IS NULL
        OR act NOT IN ('read', 'provide', 'export')
    THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM purposes_log(jsonb_build_array(jsonb_build_array(act, to_jsonb(persons),
        '["shelter_address"]'::jsonb)), '');
    PERFORM set_config('samen.work', 'change', true);
    RETURN QUERY SELECT s.registration, s.sealed, s.key_day FROM register_shelteraddress s
        WHERE s.registration = ANY (persons);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""
SEALED = """
CREATE FUNCTION register_shelters_left()
RETURNS TABLE (id uuid, place text, owner text, sealed bytea, key_day date, destroy_due date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today constant date := purposes_retaining();
    here text;
BEGIN
    IF today IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'retain', true);
    FOR here IN SELECT DISTINCT concat(p.id, '|', substring(g FROM '^[a-z]+'))
        FROM purposes_processing p, unnest(p.grounds) g
    LOOP
        PERFORM set_config('samen.retained', here, true);
        RETURN QUERY SELECT s.id, here,
            concat_ws('|', s.processing_id, s.organisation_id, r.source_key),
            CASE WHEN s.key_day <= today THEN s.sealed END, s.key_day, s.destroy_due
        FROM register_shelteraddress s JOIN register_registration r ON r.id = s.registration;
    END LOOP;
    PERFORM set_config('samen.work', '', true);
END
$$;
CREATE FUNCTION register_seal_anew(which uuid, place text, content bytea, day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF purposes_retaining() IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'retain', true);
    PERFORM set_config('samen.retained', place, true);
    UPDATE register_shelteraddress SET sealed = content, key_day = day WHERE id = which;
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
GONE = """DROP FUNCTION register_seal_anew, register_shelters_left, register_shelters,
register_note_shelters;"""


class Migration(migrations.Migration):

    dependencies = [("register", "0016_origin_counted")]

    operations = [migrations.RunSQL(SHELTER + SEALED, GONE)]
