"""Who ended a decision or took a judgement back is who did it: the database sees to it too.

Both are filled in once, and somebody who reached the database with SQL could write a colleague's
number there.
"""

from django.db import migrations

OWN = """
CREATE FUNCTION linkage_by_whom() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (to_jsonb(NEW) ->> TG_ARGV[0])::bigint IS DISTINCT FROM (purposes_pass('any')).user_id THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER linkage_by_whom BEFORE UPDATE ON linkage_standingdecision FOR EACH ROW
WHEN (OLD.ended_on IS DISTINCT FROM NEW.ended_on OR OLD.ended_by IS DISTINCT FROM NEW.ended_by)
EXECUTE FUNCTION linkage_by_whom('ended_by');
CREATE TRIGGER linkage_by_whom BEFORE UPDATE ON linkage_pairjudgement FOR EACH ROW
WHEN (OLD.undone_at IS DISTINCT FROM NEW.undone_at OR OLD.undone_by IS DISTINCT FROM NEW.undone_by)
EXECUTE FUNCTION linkage_by_whom('undone_by');
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0016_why_undone"), ("purposes", "0009_linking")]

    operations = [migrations.RunSQL(OWN, "DROP FUNCTION linkage_by_whom() CASCADE;")]
