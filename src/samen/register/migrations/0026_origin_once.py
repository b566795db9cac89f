"""One delivery adds at most one earlier statement of origin, and none when it ends as it began.

Rows without a number that differ in their origin only are one registration. Where these stand in
several parts of a file each part said the other thing again, at every delivery anew.
"""

from django.db import migrations

NOTE = """
CREATE OR REPLACE FUNCTION register_note_origins(persons uuid[], told text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'change', true);
    UPDATE register_origin o SET said = n.said, earlier = n.earlier ||
        CASE WHEN n.before = n.said THEN '[]'
            ELSE jsonb_build_array(jsonb_build_object('until', now(), 'said', n.before)) END
    FROM (
        SELECT w.id, t.said::jsonb AS said,
            CASE WHEN is_of_now THEN w.earlier -> -1 -> 'said' ELSE w.said END AS before,
            CASE WHEN is_of_now THEN w.earlier - -1 ELSE w.earlier END AS earlier
        FROM unnest(persons, told) t(person, said) JOIN register_origin w ON w.id = t.person,
            coalesce((w.earlier -> -1 ->> 'until')::timestamptz = now(), false) is_of_now
        WHERE w.said <> t.said::jsonb
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


class Migration(migrations.Migration):

    dependencies = [("register", "0025_origin_by_number")]

    operations = [migrations.RunSQL(NOTE, migrations.RunSQL.noop)]
