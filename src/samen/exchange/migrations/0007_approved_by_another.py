"""An agreement is approved by another person than who proposed it: the database sees to it too."""

from django.db import migrations

ANOTHER = """
CREATE FUNCTION exchange_approved_by_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF accounts_same_person(NEW.proposed_by_id, NEW.approved_by_id) THEN
        RAISE EXCEPTION 'another person approves' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER exchange_approved_by_another BEFORE INSERT OR UPDATE OF approved_by_id, proposed_by_id
ON exchange_peer
FOR EACH ROW WHEN (NEW.approved_by_id IS NOT NULL)
EXECUTE FUNCTION exchange_approved_by_another();
"""
ANYBODY = """
DROP TRIGGER exchange_approved_by_another ON exchange_peer;
DROP FUNCTION exchange_approved_by_another();
"""


class Migration(migrations.Migration):

    dependencies = [("exchange", "0006_hits_of_another"), ("accounts", "0006_same_person")]

    operations = [migrations.RunSQL(ANOTHER, ANYBODY)]
