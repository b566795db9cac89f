"""Data of the daily police task are seen freely for a year, and then only compared (Wpg art. 8).

A registrar or case holder who searches inside such a purpose is told hit or no hit among what is between a year and five
years old, by a whole name or by a number, and nothing else of it.
"""

from django.db import migrations

OPENED = """
CREATE TEMPORARY TABLE forced ON COMMIT DROP AS
SELECT oid::regclass AS bound FROM pg_class WHERE relforcerowsecurity AND relowner = (
    SELECT relowner FROM pg_class WHERE oid = 'register_registration'::regclass);
DO $$
DECLARE
    name regclass;
BEGIN
    FOR name IN SELECT bound FROM forced LOOP
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', name);
    END LOOP;
    ALTER TABLE register_registration DISABLE TRIGGER register_keep_versions;
END
$$;
"""
A_YEAR = """
UPDATE register_registration SET remove_due = first_processed_at + interval '12 months'
WHERE ground = 'wpg8' AND remove_due > first_processed_at + interval '12 months';
UPDATE register_registrationversion SET
    remove_due = (was ->> 'first_processed_at')::date + interval '12 months'
WHERE ground = 'wpg8'
    AND remove_due > (was ->> 'first_processed_at')::date + interval '12 months';
"""
CLOSED = """
DO $$
DECLARE
    name regclass;
BEGIN
    ALTER TABLE register_registration ENABLE TRIGGER register_keep_versions;
    FOR name IN SELECT bound FROM forced LOOP
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END
$$;
DROP TABLE forced;
"""
# names: of each word that is asked the sounds it may have; with fewer than two words a name is
# not whole, and tells too little to be compared.
COMPARED = """
CREATE FUNCTION register_compared(names jsonb, number text, document text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('version');
    work constant text := current_setting('samen.work', true);
    is_hit boolean;
BEGIN
    IF passed.ground IS DISTINCT FROM 'wpg8' THEN
        RETURN false;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    is_hit := EXISTS (
        SELECT FROM register_registration r
        WHERE r.ground = 'wpg8' AND r.remove_due <= passed.day
            AND r.first_processed_at + interval '5 years' > passed.day
            AND (number <> '' AND r.phone = number
                OR document <> '' AND r.document_number = document
                OR jsonb_array_length(names) > 1 AND NOT EXISTS (
                    SELECT FROM jsonb_array_elements(names) word
                    WHERE NOT word ?| string_to_array(r.given_key || ' ' || r.family_key, ' '))));
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN is_hit;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0049_no_longer_necessary")]

    operations = [
        migrations.RunSQL(OPENED + A_YEAR + CLOSED, migrations.RunSQL.noop),
        migrations.RunSQL(COMPARED, "DROP FUNCTION register_compared(jsonb, text, text);"),
    ]
