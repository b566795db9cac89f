"""The register's tables are bound to their purpose; earlier versions are kept by the database.

A version is written by a trigger with the owner's rights, one statement for all rows of a
change; the site's role can read it inside the purpose and can neither add nor change one.
Statisticians see no row: one function counts for them.
"""

from django.db import migrations

BOUND = """
SELECT purposes_bind('register_delivery');
SELECT purposes_bind('register_registration');
SELECT purposes_bind('register_hold');
SELECT purposes_bind('register_registrationversion', true);
"""
VERSIONS = """
CREATE FUNCTION register_keep_versions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    changed_by bigint := (purposes_pass('any')).user_id;
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'version', true);
    INSERT INTO register_registrationversion (id, processing_id, regime, ground,
        organisation_id, team_id, registrar_id, region, remove_due, destroy_due,
        registration, was, changed_at, changed_by)
    SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, team_id,
        registrar_id, region, remove_due, destroy_due, id, to_jsonb(earlier),
        clock_timestamp(), changed_by
    FROM earlier;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER register_keep_versions AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier FOR EACH STATEMENT EXECUTE FUNCTION register_keep_versions();
"""
# A cell of fewer than five is not told and others are rounded to fives, so that two counts
# that differ by one person do not show that person.
COUNTS = """
CREATE FUNCTION register_counts(by_fields text[]) RETURNS TABLE (cell jsonb, n bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    known constant jsonb := '{"kind": "kind", "sex": "sex", "region": "region",
        "organisation": "organisation_id",
        "year": "extract(year FROM first_processed_at)::integer"}';
    listed text;
BEGIN
    IF (purposes_pass('count')).membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    SELECT string_agg(format('%L, %s', name, known ->> name), ', ') INTO listed
    FROM unnest(by_fields) name WHERE known ? name;
    PERFORM set_config('samen.work', 'count', true);
    RETURN QUERY EXECUTE format(
        'SELECT cell, CASE WHEN n >= 5 THEN (round(n / 5.0) * 5)::bigint END FROM (
            SELECT jsonb_build_object(%s) AS cell, count(*) AS n
            FROM register_registration GROUP BY 1) counted ORDER BY 1',
        coalesce(listed, ''));
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
GONE = "DROP FUNCTION register_counts(text[]);"


class Migration(migrations.Migration):

    dependencies = [("register", "0001_initial"), ("purposes", "0005_log")]

    operations = [migrations.RunSQL(BOUND + VERSIONS + COUNTS, GONE)]
