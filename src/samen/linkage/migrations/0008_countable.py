"""By what can be counted, as expressions over one registration with the age that follows from it."""

from django.db import migrations

FIELDS = """
CREATE FUNCTION linkage_countable() RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $body$
    SELECT jsonb_build_object(
        'sex', $$ nullif(sex, '') $$,
        'region', $$ nullif(region, '') $$,
        'organisation', $$ organisation_id::text $$,
        'exploitation', $$ CASE WHEN said->'exploitation'->>'value' ~ '^[a-z_]+$'
            THEN said->'exploitation'->>'value'
            WHEN said->'exploitation'->>'value' <> '' THEN 'several' END $$,
        'nationality', $$ CASE WHEN said->'nationality'->>'value' ~ '^[A-Z]+$'
            THEN said->'nationality'->>'value'
            WHEN said->'nationality'->>'value' <> '' THEN 'several' END $$,
        'age', $$ CASE WHEN years < 18 THEN 'minor' WHEN years < 23 THEN 'young'
            WHEN years >= 23 THEN 'adult' END $$)
$body$;
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0007_marking")]

    operations = [migrations.RunSQL(FIELDS, "DROP FUNCTION linkage_countable();")]
