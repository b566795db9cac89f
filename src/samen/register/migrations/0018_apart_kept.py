"""What stands apart of a registration goes with it, moves with its days, and is told with it."""

from django.db import migrations

CARRY = """
CREATE FUNCTION register_carry_days() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
    moved uuid[] := ARRAY(SELECT l.id FROM later l JOIN earlier e USING (id)
        WHERE (l.remove_due, l.destroy_due) <> (e.remove_due, e.destroy_due));
BEGIN
    IF moved = '{}' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samen.work', 'carry', true);
    UPDATE register_origin o SET remove_due = l.remove_due, destroy_due = l.destroy_due
    FROM later l WHERE o.registration = l.id AND l.id = ANY (moved);
    UPDATE register_shelteraddress s SET remove_due = l.remove_due, destroy_due = l.destroy_due
    FROM later l WHERE s.registration = l.id AND l.id = ANY (moved);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER register_carry_days AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION register_carry_days();
"""
# The functions of earlier migrations, each with a line or two more.
MORE = """
DO $$
DECLARE
    words text;
BEGIN
    words := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
    EXECUTE replace(words, '        PERFORM register_destroy(''register_hold''',
        '        PERFORM register_destroy(''register_origin'', kept,
            format(''registration = ANY (%L)'', gone));
        PERFORM register_destroy(''register_shelteraddress'', kept,
            format(''registration = ANY (%L)'', gone));
        PERFORM register_destroy(''register_hold''');
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE replace(words, '        ''holds'', (SELECT',
        '        ''origins'', (SELECT coalesce(jsonb_agg(to_jsonb(o)), ''[]'')
            FROM register_origin o WHERE o.registration = ANY (persons)),
        ''shelters'', (SELECT coalesce(jsonb_agg(to_jsonb(s)), ''[]'')
            FROM register_shelteraddress s WHERE s.registration = ANY (persons)),
        ''holds'', (SELECT');
END
$$;
"""
LESS = """
DO $$
DECLARE
    words text;
BEGIN
    words := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
    EXECUTE regexp_replace(words,
        '        PERFORM register_destroy\\(''register_(origin|shelteraddress)''[^;]*;\n', '', 'g');
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE regexp_replace(words, '        ''origins'', .*(        ''holds'', )', '\\1');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0017_shelters_sealed")]

    operations = [migrations.RunSQL(CARRY + MORE, "DROP FUNCTION register_carry_days() CASCADE;" + LESS)]
