"""Whether rows of a file say what lies apart (Wpg art. 14), or something else, which is told.

A row with a number that lies apart was passed over as one with nothing new, whatever it said, and
whoever it was of. What lies apart is compared here, and told of nothing but that it is the same.
"""

from django.db import migrations

THE_SAME = """
CREATE FUNCTION register_same_apart(keys text[], hashes text[]) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('add');
    work constant text := current_setting('samen.work', true);
BEGIN
    IF passed.regime IS DISTINCT FROM 'wpg' THEN
        RETURN;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    RETURN QUERY SELECT r.source_key::text FROM unnest(keys, hashes) told(key, hash)
        JOIN register_registration r ON (r.source_key, r.row_hash) = (told.key, told.hash)
        WHERE r.organisation_id = passed.organisation_id AND r.remove_due <= passed.day;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0045_nothing_of_another")]

    operations = [
        migrations.RunSQL(THE_SAME, "DROP FUNCTION register_same_apart(text[], text[]);"),
    ]
