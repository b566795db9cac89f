"""What a file has no column for stays as it is known, also of origin.

A file with nationalities and no countries of birth, or with neither, emptied what was known.
"""

from django.db import migrations

NOTE = """
DROP FUNCTION register_note_origins(uuid[], text[]);
CREATE FUNCTION register_note_origins(persons uuid[], told text[], stays text[] DEFAULT '{}')
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'change', true);
    UPDATE register_origin o SET said = n.said, earlier = n.earlier ||
        CASE WHEN n.before = n.said THEN '[]'
            ELSE jsonb_build_array(jsonb_build_object('until', now(), 'said', n.before)) END
    FROM (
        SELECT w.id, t.said,
            CASE WHEN is_of_now THEN w.earlier -> -1 -> 'said' ELSE w.said END AS before,
            CASE WHEN is_of_now THEN w.earlier - -1 ELSE w.earlier END AS earlier
        FROM unnest(persons, told) given(person, said)
            JOIN register_origin w ON w.id = given.person,
            coalesce((w.earlier -> -1 ->> 'until')::timestamptz = now(), false) is_of_now,
            LATERAL (SELECT jsonb_object_agg(key, value) AS known
                FROM jsonb_each(w.said -> 'values') WHERE key = ANY (stays)) kept,
            LATERAL (SELECT CASE WHEN known IS NULL THEN given.said::jsonb
                ELSE '{"values": {}, "raw": {}}' || given.said::jsonb || jsonb_build_object(
                    'values', known || coalesce(given.said::jsonb -> 'values', '{}')) END AS said) t
        WHERE w.said <> t.said
    ) n WHERE o.id = n.id;
    INSERT INTO register_origin (id, processing_id, regime, ground, organisation_id,
        team_id, registrar_id, region, remove_due, destroy_due, said, earlier)
    SELECT r.id, processing_id, regime, ground, organisation_id,
        team_id, registrar_id, region, remove_due, destroy_due, t.said::jsonb, '[]'
    FROM unnest(persons, told) t(person, said) JOIN register_registration r ON r.id = t.person
    WHERE t.said <> '{}' AND NOT EXISTS (SELECT FROM register_origin o WHERE o.id = t.person);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""
AS_BEFORE = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_note_origins(uuid[], text[], text[])'::regprocedure);
BEGIN
    DROP FUNCTION register_note_origins(uuid[], text[], text[]);
    words := regexp_replace(words, ', stays text\\[\\] DEFAULT [^)]*\\)', ')');
    EXECUTE replace(words, 'key = ANY (stays)', 'false');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0037_another_once")]

    operations = [migrations.RunSQL(NOTE, AS_BEFORE)]
