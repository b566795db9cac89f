"""A hit is answered by who answers it: the database sees to it too.

Somebody who reached the database with SQL could answer in a colleague's name, or in nobody's. What
comes back from the other organisation has no name: there people answered.
"""

from django.db import migrations

OWN = """
CREATE FUNCTION exchange_answered_by_name() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.answered_by IS DISTINCT FROM (SELECT (purposes_pass('any')).user_id
        FROM exchange_exchangequestion q WHERE q.id = NEW.question AND q.side = 'received')
    THEN
        RAISE EXCEPTION 'in the name of another' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER exchange_answered_by_name BEFORE UPDATE ON exchange_hit FOR EACH ROW
WHEN (OLD.answer IS DISTINCT FROM NEW.answer OR OLD.answered_by IS DISTINCT FROM NEW.answered_by)
EXECUTE FUNCTION exchange_answered_by_name();
"""
GONE = "DROP FUNCTION exchange_answered_by_name() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [("exchange", "0007_approved_by_another")]

    operations = [migrations.RunSQL(OWN, GONE)]
