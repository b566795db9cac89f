"""Holds and the log go with a registration; who brought it is told to the end.

A hold that was decided on another ground of the law than its registration stands on stayed behind
when that was destroyed. And with a registration went by which files it had come, so that nobody
could tell any more who wrote it.
"""

from django.db import migrations

WITH_IT = """
CREATE FUNCTION register_forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    day constant date := purposes_retaining();
    told record;
BEGIN
    IF day IS NULL THEN
        RETURN NULL;
    END IF;
    FOR told IN
        SELECT processing_id, ground, brought_by, array_agg(id) AS gone FROM (
            SELECT l.id, l.processing_id, l.ground, ARRAY(
                SELECT l.delivery_id WHERE l.delivery_id IS NOT NULL
                UNION SELECT (v.was ->> 'delivery_id')::uuid FROM register_registrationversion v
                WHERE v.registration = l.id AND v.was ->> 'delivery_id' IS NOT NULL ORDER BY 1
            ) AS brought_by FROM lost l
        ) known GROUP BY 1, 2, 3
    LOOP
        PERFORM purposes_log_destroyed(
            told.processing_id, told.ground, told.gone, told.brought_by, 1000);
    END LOOP;
    WITH gone AS (
        DELETE FROM register_hold h USING lost l WHERE h.registration = l.id
        RETURNING h.processing_id, h.ground
    )
    INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows)
    SELECT day, p.id, g.ground, 'register_hold', 'destroyed',
        CASE WHEN p."end" < day THEN 'end' ELSE 'term' END, count(*)
    FROM gone g JOIN purposes_processing p ON p.id = g.processing_id GROUP BY p.id, g.ground;
    RETURN NULL;
END
$$;
CREATE TRIGGER register_forget AFTER DELETE ON register_registration
REFERENCING OLD TABLE AS lost FOR EACH STATEMENT EXECUTE FUNCTION register_forget();
DO $$
DECLARE
    words text := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
BEGIN
    EXECUTE replace(words, '        PERFORM purposes_log_destroyed(kept, gone, 1000);\n', '');
END
$$;
"""
# An officer asks after the end too, and about what is out of sight.
BROUGHT = """
CREATE OR REPLACE FUNCTION register_deliveries_of(persons uuid[]) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found uuid[];
BEGIN
    IF (purposes_pass('trace')).membership_id IS NULL THEN
        RETURN '{}';
    END IF;
    PERFORM set_config('samen.work', 'brought', true);
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
LESS = """
DROP FUNCTION register_forget() CASCADE;
DO $$
DECLARE
    words text := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
BEGIN
    EXECUTE replace(words, '        PERFORM register_destroy(''register_registrationversion''',
        '        PERFORM purposes_log_destroyed(kept, gone, 1000);
        PERFORM register_destroy(''register_registrationversion''');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0034_nobody_else"), ("purposes", "0013_brought")]

    operations = [migrations.RunSQL(WITH_IT + BROUGHT, LESS)]
