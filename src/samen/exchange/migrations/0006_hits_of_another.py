"""Hits go where the number of their registration becomes somebody else's.

That another organisation knows the first was told of the second, and answered about the second.
"""

from django.db import migrations

GO = """
CREATE FUNCTION exchange_hits_of_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work constant text := current_setting('samen.work', true);
    others constant uuid[] := ARRAY(SELECT l.id FROM later l JOIN earlier e USING (id)
        WHERE register_is_another(
            e.given_key, e.family_key, e.birth_from, e.birth_until, e.kind,
            l.given_key, l.family_key, l.birth_from, l.birth_until, l.kind));
BEGIN
    IF others = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samen.work', 'carry', true);
    DELETE FROM exchange_hit WHERE registration = ANY (others);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER exchange_hits_of_another AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION exchange_hits_of_another();
"""
GONE = "DROP FUNCTION exchange_hits_of_another() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [("exchange", "0005_not_remembered"), ("register", "0045_nothing_of_another")]

    operations = [migrations.RunSQL(GO, GONE)]
