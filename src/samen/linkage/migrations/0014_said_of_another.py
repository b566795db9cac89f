"""What people said of a registration is taken back where its number becomes somebody else's.

A later run never overrules a judgement, so that it held the second person together with the other
registrations of the first.
"""

from django.db import migrations

TAKE_BACK = """
CREATE FUNCTION linkage_said_of_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work constant text := current_setting('samen.work', true);
    by_whom constant bigint := (purposes_pass('any')).user_id;
    others constant uuid[] := ARRAY(SELECT l.id FROM later l JOIN earlier e USING (id)
        WHERE register_is_another(
            e.given_key, e.family_key, e.birth_from, e.birth_until, e.kind,
            l.given_key, l.family_key, l.birth_from, l.birth_until, l.kind));
BEGIN
    IF others = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samen.work', 'carry', true);
    UPDATE linkage_pairjudgement SET undone_at = clock_timestamp(), undone_by = by_whom
    WHERE undone_at IS NULL AND (left_id = ANY (others) OR right_id = ANY (others));
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER linkage_said_of_another AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION linkage_said_of_another();
"""
GONE = "DROP FUNCTION linkage_said_of_another() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0013_not_remembered"), ("register", "0045_nothing_of_another")]

    operations = [migrations.RunSQL(TAKE_BACK, GONE)]
