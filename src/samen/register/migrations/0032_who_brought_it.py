"""Who wrote this is answered too: the log names the delivery that brought a registration.

An officer sees no row; the database tells by which deliveries these registrations came and changed.
"""

from django.db import migrations

BROUGHT = """
CREATE FUNCTION register_deliveries_of(persons uuid[]) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found uuid[];
BEGIN
    IF (purposes_pass('log')).membership_id IS NULL THEN
        RETURN '{}';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    found := ARRAY(
        SELECT delivery_id FROM register_registration
        WHERE id = ANY (persons) AND delivery_id IS NOT NULL
        UNION SELECT (was ->> 'delivery_id')::uuid FROM register_registrationversion
        WHERE registration = ANY (persons) AND was ->> 'delivery_id' IS NOT NULL);
    PERFORM set_config('samen.work', '', true);
    RETURN found;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0031_surely_of_a_person")]

    operations = [migrations.RunSQL(BROUGHT, "DROP FUNCTION register_deliveries_of(uuid[]);")]
