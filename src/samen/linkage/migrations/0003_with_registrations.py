"""What is about a registration follows it: its days when they move, and it goes when it goes.

An entity that loses a registration is looked at again: without any left it is retired; when the
lost one held two parts together, the smaller parts get an id of their own.
"""

from django.db import migrations

CARRY = """
CREATE FUNCTION linkage_carry_days() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
    moved uuid[] := ARRAY(SELECT l.id FROM later l JOIN earlier e USING (id)
        WHERE (l.remove_due, l.destroy_due) <> (e.remove_due, e.destroy_due));
    bound text;
BEGIN
    IF moved = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samen.work', 'carry', true);
    UPDATE linkage_placement p SET remove_due = l.remove_due, destroy_due = l.destroy_due
    FROM later l WHERE p.registration = l.id AND l.id = ANY (moved);
    FOREACH bound IN ARRAY '{linkage_pair,linkage_pairjudgement}'::text[] LOOP
        EXECUTE format('UPDATE %I p SET left_remove = l.remove_due, left_destroy = l.destroy_due,
            remove_due = least(l.remove_due, right_remove),
            destroy_due = least(l.destroy_due, right_destroy)
            FROM later l WHERE p.left_id = l.id AND l.id = ANY ($1)', bound) USING moved;
        EXECUTE format('UPDATE %I p SET right_remove = l.remove_due, right_destroy = l.destroy_due,
            remove_due = least(l.remove_due, left_remove),
            destroy_due = least(l.destroy_due, left_destroy)
            FROM later l WHERE p.right_id = l.id AND l.id = ANY ($1)', bound) USING moved;
    END LOOP;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER linkage_carry_days AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION linkage_carry_days();
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0002_bound"), ("register", "0010_keeping_terms")]

    operations = [migrations.RunSQL(CARRY, "DROP FUNCTION linkage_carry_days() CASCADE;")]
