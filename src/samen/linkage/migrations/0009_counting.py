"""The function that counts, exactly, for a statistician who sees the whole of a processing.

One statement counts all that was asked and how often each part of the persons changed so far, so
both are of one moment. Of each field a person has in a year the first that is known.
"""

from django.db import migrations

COUNTS = """
CREATE FUNCTION linkage_counts(
    about text, persons bool, fields text[], since int, until int, starts uuid[], ends uuid[]
) RETURNS TABLE (bucket text, changes bigint, inputs text, holds date, cells jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
DECLARE
    known constant jsonb := linkage_countable();
    passed purposes_passed := purposes_pass('count');
    told text; firsts text; cell text;
BEGIN
    IF passed.membership_id IS NULL OR passed.reach <> 'national:' THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    SELECT coalesce(string_agg(format(', %s AS %I', known ->> name, 'of_' || name), ''), ''),
        coalesce(string_agg(format(
            ', coalesce((array_agg(%1$I ORDER BY day, id) FILTER (WHERE %1$I IS NOT NULL))[1],'
            ' ''unknown'') AS %1$I', 'of_' || name), ''), ''),
        coalesce(string_agg(format(', %L, %I', name, 'of_' || name), ''), '')
    INTO told, firsts, cell
    FROM unnest(fields) name WHERE known ? name;
    IF 'sources' = ANY (fields) THEN
        firsts := firsts || $$, string_agg(DISTINCT organisation_id::text, '+'
            ORDER BY organisation_id::text) AS of_sources$$;
        cell := cell || ', ''sources'', of_sources';
    END IF;
    PERFORM set_config('samen.work', 'count', true);
    RETURN QUERY EXECUTE format($words$
        WITH wanted AS (
            SELECT bucket FROM generate_series(0, 255) n, lpad(to_hex(n), 2, '0') bucket
            WHERE EXISTS (SELECT FROM unnest($5, $6) part(low, high)
                WHERE bucket BETWEEN left(low::text, 2) AND left(high::text, 2))
        ), changed AS (
            SELECT bucket, count(id) AS changes FROM wanted LEFT JOIN (
                SELECT * FROM linkage_bucketchange WHERE (processing, regime) = ($7, $8)
            ) marks USING (bucket) GROUP BY bucket
        ), placed AS MATERIALIZED (
            SELECT p.registration, p.entity FROM unnest($5, $6) part(low, high)
            JOIN linkage_placement p ON p.entity >= low AND p.entity <= high
            WHERE p.known_until IS NULL
        ), owners AS (
            SELECT registration AS id, entity AS who FROM placed UNION ALL SELECT r.id, r.id FROM unnest($5, $6) part(low, high)
            JOIN register_registration r ON r.id >= low AND r.id <= high
            WHERE NOT EXISTS (SELECT FROM linkage_placement p
                WHERE p.registration = r.id AND p.known_until IS NULL)
        ), dated AS (
            SELECT who, r.id, r.sex, r.region, r.organisation_id, r.birth_from, r.remove_due,
                r."values" AS said, coalesce(substring(r."values"->'registration_date'->>'value'
                    FROM '^\\d{4}(?:-\\d\\d-\\d\\d)?'), r.first_processed_at::text) AS day
            FROM owners JOIN register_registration r USING (id) WHERE r.kind = $1
        ), aged AS (
            SELECT *, coalesce(left(day, 4)::integer - extract(year FROM birth_from)::integer
                - (length(day) = 10 AND to_char(birth_from, 'MM-DD') > substr(day, 6))::integer,
                substring(said->'age'->>'value' FROM '^\\d{1,3}$')::integer) AS years
            FROM dated WHERE left(day, 4)::integer BETWEEN $3 AND $4
        ), told AS (
            SELECT CASE WHEN $2 THEN who ELSE id END AS who, left(who::text, 2) AS bucket, id, day,
                left(day, 4) AS year, organisation_id, remove_due %1$s
            FROM aged
        ), units AS (
            SELECT bucket, year, who, min(remove_due) AS until %2$s,
                string_agg(id::text, ' ' ORDER BY id) AS ids
            FROM told GROUP BY bucket, year, who
        ), counted AS (
            SELECT bucket, jsonb_build_object('year', year %3$s) AS cell, count(*) AS n,
                min(until) AS until, sha256(string_agg(sha256(
                    convert_to(who || ' ' || ids, 'UTF8')), '' ORDER BY who)) AS digest
            FROM units GROUP BY bucket, 2
        ), whole AS (
            SELECT bucket, min(until) AS until, encode(sha256(string_agg(convert_to(cell::text,
                    'UTF8') || digest, '' ORDER BY cell::text)), 'hex') AS inputs,
                jsonb_agg(jsonb_build_array(cell, n) ORDER BY cell::text) AS cells
            FROM counted GROUP BY bucket
        )
        SELECT bucket, changed.changes, coalesce(whole.inputs, ''),
            coalesce(whole.until, '9999-12-31'::date), coalesce(whole.cells, '[]'::jsonb)
        FROM changed LEFT JOIN whole USING (bucket) ORDER BY bucket
    $words$, told, firsts, cell)
    USING about, persons, since, until, starts, ends, passed.processing_id, passed.regime;
    PERFORM set_config('samen.work', '', true);
END
$body$;
"""
GONE = "DROP FUNCTION linkage_counts(text, boolean, text[], integer, integer, uuid[], uuid[]);"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0008_countable")]

    operations = [migrations.RunSQL(COUNTS, GONE)]
