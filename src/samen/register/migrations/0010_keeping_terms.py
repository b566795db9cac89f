"""What is due goes: one function of the database, on the day that a signed order names.

A row is destroyed on its own day, or as long after the last day of its processing as its
ground says; a registration takes its earlier versions and ended holds with it, and stays
while a hold stands. What went is counted, and stands in the log by pseudonym.
"""

from django.db import migrations

DESTROY = """
CREATE FUNCTION register_destroy(bound text, kept purposes_destruction, due text)
RETURNS uuid[]
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    gone uuid[];
BEGIN
    EXECUTE format('WITH gone AS (DELETE FROM %I t WHERE ground = %L AND (%s) RETURNING id)
        SELECT array_agg(id) FROM gone', bound, kept.ground, due) INTO gone;
    IF gone IS NOT NULL THEN
        INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows)
        VALUES (kept.day, kept.processing, kept.ground, bound, 'destroyed', kept.reason,
            cardinality(gone));
    END IF;
    RETURN coalesce(gone, '{}');
END
$$;
CREATE FUNCTION register_note_removed(kept purposes_destruction, since date, ends date)
RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows)
    SELECT kept.day, kept.processing, kept.ground, 'register_registration', 'removed',
        kept.reason, count(*)
    FROM register_registration
    WHERE ground = kept.ground AND least(remove_due, ends) > since
        AND (remove_due <= kept.day OR ends <= kept.day)
    HAVING count(*) > 0
$$;
"""
KEEP = """
CREATE FUNCTION register_destroy_due(apart jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today constant date := purposes_retaining();
    since date := coalesce((SELECT max(day) FROM purposes_destruction), '-infinity');
    kept purposes_destruction;
    ends date;
    own text := format('destroy_due <= %L', today);
    due text;
    gone uuid[];
    bound text;
    destroyed bigint := 0;
BEGIN
    IF today IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('register_destroy_due'));
    PERFORM set_config('samen.work', 'retain', true);
    kept.day := today;
    FOR kept.processing, ends, kept.ground IN
        SELECT id, "end" + 1, unnest(grounds) FROM purposes_processing
    LOOP
        PERFORM set_config('samen.retained',
            concat(kept.processing, '|', substring(kept.ground FROM '^[a-z]+')), true);
        kept.reason := CASE WHEN ends <= today THEN 'end' ELSE 'term' END;
        due := CASE WHEN ends + make_interval(months => (apart ->> kept.ground)::integer) <= today
            THEN 'true' ELSE own END;
        gone := register_destroy('register_registration', kept, format(
            '(%s) AND NOT EXISTS (SELECT 1 FROM register_hold h WHERE h.registration = t.id
            AND h.ended_on IS NULL AND h.destroy_due > %L)', due, today));
        destroyed := destroyed + cardinality(gone);
        PERFORM purposes_log_destroyed(kept, gone, 1000);
        PERFORM register_destroy('register_registrationversion', kept, format(
            'registration = ANY (%L) OR (%s) AND NOT EXISTS (SELECT 1 FROM register_hold h
            WHERE h.registration = t.registration AND h.ended_on IS NULL
            AND h.destroy_due > %L)', gone, due, today));
        PERFORM register_destroy('register_hold', kept,
            format('registration = ANY (%L) OR %s', gone, own));
        PERFORM register_destroy('register_provision', kept, own);
        PERFORM register_destroy('register_accessrequest', kept, own);
        FOREACH bound IN ARRAY '{delivery,partnerfile,filepiece}'::text[] LOOP
            PERFORM register_destroy('register_' || bound, kept, due);
        END LOOP;
        PERFORM register_note_removed(kept, since, ends);
    END LOOP;
    PERFORM set_config('samen.work', '', true);
    RETURN destroyed;
END
$$;
"""
GONE = """
DROP FUNCTION register_destroy_due(jsonb), register_note_removed, register_destroy;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0009_about_a_person")]

    operations = [migrations.RunSQL(DESTROY + KEEP, GONE)]
