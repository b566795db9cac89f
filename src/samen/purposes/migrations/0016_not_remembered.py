"""What the planner never remembers: free text about persons, which nothing is asked by.

A migration gives columns to it, with `SELECT purposes_not_remembered('table', '{column}')`. The
statistics that there are go where PostgreSQL can clear them (18), and else with the table.
"""

from django.db import migrations

FORGET = """
CREATE FUNCTION purposes_not_remembered(bound regclass, names text[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY names LOOP
        EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', bound, name);
        IF current_setting('server_version_num')::integer >= 180000 THEN
            EXECUTE format('SELECT pg_clear_attribute_stats(''public'', %L, %L, false)',
                bound::text, name);
        END IF;
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0015_released")]

    operations = [
        migrations.RunSQL(FORGET, "DROP FUNCTION purposes_not_remembered(regclass, text[]);"),
    ]
