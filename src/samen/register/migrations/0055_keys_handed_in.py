"""Of what lies apart (Wpg art. 14) only those numbers are told that somebody hands in.

Who takes in police data was told every number of their organisation that lies apart. A file brings
its numbers, and of these it is told which lie apart; a list of what is out of sight is no longer given.
"""

from django.db import migrations

HANDED_IN = """
DROP FUNCTION register_keys_apart();
CREATE FUNCTION register_has_apart() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('add');
    work constant text := current_setting('samen.work', true);
    found boolean;
BEGIN
    IF passed.regime IS DISTINCT FROM 'wpg' THEN
        RETURN false;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    found := EXISTS (SELECT FROM register_registration
        WHERE organisation_id = passed.organisation_id AND remove_due <= passed.day);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN found;
END
$$;
CREATE FUNCTION register_keys_apart(keys text[]) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('add');
    work constant text := current_setting('samen.work', true);
BEGIN
    IF passed.regime IS DISTINCT FROM 'wpg' THEN
        RETURN;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    RETURN QUERY SELECT r.source_key::text FROM (SELECT DISTINCT unnest(keys)) told(key)
        JOIN register_registration r ON r.source_key = told.key
        WHERE r.organisation_id = passed.organisation_id AND r.remove_due <= passed.day;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""
EVERY = """
DROP FUNCTION register_keys_apart(text[]), register_has_apart();
CREATE FUNCTION register_keys_apart() RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('add');
    work constant text := current_setting('samen.work', true);
BEGIN
    IF passed.regime IS DISTINCT FROM 'wpg' THEN
        RETURN;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    RETURN QUERY SELECT source_key::text FROM register_registration
        WHERE organisation_id = passed.organisation_id AND remove_due <= passed.day;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0054_names_of_members")]

    operations = [migrations.RunSQL(HANDED_IN, EVERY)]
