"""Earlier versions go out of sight with their registration when that is no longer necessary.

When it is found necessary again they have the days back that they had.
"""

from django.db import migrations

FOLLOW = """
CREATE FUNCTION register_versions_follow(number uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work constant text := current_setting('samen.work', true);
    found register_registration;
BEGIN
    SELECT * INTO found FROM register_registration WHERE id = number;
    PERFORM set_config('samen.work', 'carry', true);
    UPDATE register_registrationversion v SET
        remove_due = least((was ->> 'remove_due')::date, found.remove_due),
        destroy_due = least((was ->> 'destroy_due')::date, found.destroy_due)
    WHERE v.registration = found.id;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0048_received")]

    operations = [
        migrations.RunSQL(FOLLOW, "DROP FUNCTION register_versions_follow(uuid);"),
    ]
