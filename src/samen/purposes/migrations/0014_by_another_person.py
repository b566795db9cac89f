"""What is proposed takes effect by another person, not by another account of who proposed it."""

from django.db import migrations

ANOTHER = """
CREATE FUNCTION purposes_by_another() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.outcome = 'approved' AND accounts_same_person(NEW.proposed_by_id, NEW.decided_by_id) THEN
        RAISE EXCEPTION 'who proposed it does not approve it' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER purposes_by_another BEFORE INSERT OR UPDATE ON purposes_resolution
FOR EACH ROW EXECUTE FUNCTION purposes_by_another();
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0013_brought"), ("accounts", "0006_same_person")]

    operations = [migrations.RunSQL(ANOTHER, "DROP FUNCTION purposes_by_another() CASCADE;")]
