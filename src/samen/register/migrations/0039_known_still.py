"""What is known when a partner delivers again: corrections by hand, and police data that lie apart.

Of each field that a person corrects it is noted what the partner had delivered, so that a later
delivery tells whether it says the same again, and leaves the correction, or news. And the numbers
of what lies apart (Wpg art. 14) are told to who takes in a file, in whose reach they were: rows
that are delivered again came in as new, with days that began anew.
"""

from django.db import migrations, models

# `version` is the work of the database's own functions only, and of no other that reads
# registrations.
SIGHT = """
DO $$
DECLARE
    sight text := (SELECT qual FROM pg_policies
        WHERE tablename = 'register_registration' AND policyname = 'sight');
BEGIN
    EXECUTE 'ALTER POLICY sight ON register_registration USING ((' || sight
        || ') OR (SELECT public.purposes_work(''none'')) = ''version'')';
END
$$;
"""
KEYS = """
CREATE FUNCTION register_keys_apart() RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed constant purposes_passed := purposes_pass('add');
    work constant text := current_setting('samen.work', true);
BEGIN
    IF passed.regime IS DISTINCT FROM 'wpg' THEN
        RETURN;
    END IF;
    PERFORM set_config('samen.work', 'version', true);
    RETURN QUERY SELECT source_key::text FROM register_registration
        WHERE organisation_id = passed.organisation_id AND remove_due <= passed.day;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
"""
LESS = """
DROP FUNCTION register_keys_apart();
ALTER POLICY sight ON register_registration USING (remove_due >
    (SELECT p.day FROM public.purposes_pass(public.purposes_work('any')) p));
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0038_origin_that_stays")]

    operations = [
        migrations.AddField(
            model_name="registration",
            name="corrected",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.RunSQL(SIGHT + KEYS, LESS),
    ]
