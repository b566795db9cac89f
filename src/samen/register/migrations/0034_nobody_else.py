"""A number of a document alone tells nobody of another person; holds and the log go with the rest.

Documents are lent, forged and mistyped: of a registration that has the number, and of which no name
and no day of birth agrees, it is not sure that it is of who asks. A hold that was decided on another
ground of the law than its registration stands on stayed behind when that was destroyed. And with a
registration went by which files it had come, so that nobody could tell any more who wrote it.
"""

from django.db import migrations

FITS = """
CREATE OR REPLACE FUNCTION register_fits_person(asked register_accessrequest, surely boolean)
RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id FROM (
        SELECT r.id, r.first_processed_at,
            r.document_number <> '' AND r.document_number = ANY (numbers) AND NOT is_another
            OR r.family_key = asked.family_key
                AND coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false)
                AND ('' NOT IN (r.given_key, asked.given_key) OR is_whole) AS is_sure
        FROM register_registration r, (SELECT ARRAY[asked.document_number,
                upper(asked.document_number), lower(asked.document_number),
                upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))] AS numbers) n,
            LATERAL (SELECT r.birth_from = r.birth_until
                AND to_char(r.birth_from, 'MMDD') <> '0101' AS is_whole) day,
            LATERAL (SELECT ('' NOT IN (r.given_key, asked.given_key)
                    AND r.given_key <> asked.given_key)::integer
                + ('' NOT IN (r.family_key, asked.family_key)
                    AND r.family_key <> asked.family_key)::integer
                + coalesce(asked.birth NOT BETWEEN r.birth_from AND r.birth_until, false)::integer
                    >= 2
                AND NOT (r.given_key = asked.given_key AND r.given_key <> ''
                    OR r.family_key = asked.family_key AND r.family_key <> ''
                    OR coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false))
                AS is_another) person
        WHERE (r.processing_id, r.regime) = (asked.processing_id, asked.regime)
        AND (r.family_key = asked.family_key AND asked.family_key <> ''
            AND (asked.given_key = '' OR r.given_key = '' OR r.given_key = asked.given_key)
            AND asked.birth BETWEEN coalesce(r.birth_from, '-infinity')
                AND coalesce(r.birth_until, 'infinity')
        OR r.document_number <> '' AND r.document_number = ANY (numbers))
    ) found WHERE is_sure = surely ORDER BY first_processed_at, id
$$;
"""
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
# A file of a few rows is short enough to stand whole in what the planner remembers; nothing asks for
# a row by these columns.
FORGOTTEN = """
ALTER TABLE register_filepiece ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE register_provision ALTER COLUMN goal SET STATISTICS 0;
DO $$
DECLARE
    words text := pg_get_functiondef('register_take_stock_anew()'::regprocedure);
BEGIN
    EXECUTE replace(words, ',partnerfile}', ',partnerfile,filepiece,provision}');
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
    words := pg_get_functiondef(
        'register_fits_person(register_accessrequest, boolean)'::regprocedure);
    EXECUTE replace(words, ' AND NOT is_another', '');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0033_brought_by"), ("purposes", "0013_brought")]

    operations = [migrations.RunSQL(FITS + WITH_IT + BROUGHT + FORGOTTEN, LESS)]
