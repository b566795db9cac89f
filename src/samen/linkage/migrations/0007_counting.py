"""What changed since it was counted: persons stand in 256 buckets, and a change marks its bucket.

A person stands in the bucket of the first two signs of their entity's number, or of the
registration's own while it is not placed. A count of a bucket holds as long as nothing marked
it, so after one change one bucket is counted again and not the whole register.
"""

from django.db import migrations

MARK = """
CREATE FUNCTION linkage_mark_placed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO linkage_bucketchange (processing, regime, bucket)
        SELECT DISTINCT processing_id, regime, left(who::text, 2)
        FROM later, unnest(ARRAY[entity, registration]) who;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO linkage_bucketchange (processing, regime, bucket)
        SELECT DISTINCT processing_id, regime, left(who::text, 2)
        FROM earlier, unnest(ARRAY[entity, registration]) who;
    END IF;
    RETURN NULL;
END
$$;
CREATE FUNCTION linkage_mark_registered() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO linkage_bucketchange (processing, regime, bucket)
        SELECT DISTINCT processing_id, regime, left(id::text, 2) FROM earlier;
        RETURN NULL;
    END IF;
    INSERT INTO linkage_bucketchange (processing, regime, bucket)
    SELECT DISTINCT processing_id, regime, left(id::text, 2) FROM later;
    IF TG_OP = 'UPDATE' THEN
        PERFORM set_config('samen.work', 'carry', true);
        INSERT INTO linkage_bucketchange (processing, regime, bucket)
        SELECT DISTINCT l.processing_id, l.regime, left(p.entity::text, 2)
        FROM later l JOIN linkage_placement p ON p.registration = l.id AND p.known_until IS NULL;
        PERFORM set_config('samen.work', coalesce(work, ''), true);
    END IF;
    RETURN NULL;
END
$$;
"""
# A transition table stands in a trigger of one event only.
EVENTS = (
    ("INSERT", "NEW TABLE AS later"),
    ("UPDATE", "OLD TABLE AS earlier NEW TABLE AS later"),
    ("DELETE", "OLD TABLE AS earlier"),
)
MARKED = "".join(
    f"CREATE TRIGGER {name}_{event.lower()} AFTER {event} ON {table} REFERENCING {transition}"
    f" FOR EACH STATEMENT EXECUTE FUNCTION {name}();\n"
    for table, name in (
        ("linkage_placement", "linkage_mark_placed"),
        ("register_registration", "linkage_mark_registered"),
    )
    for event, transition in EVENTS
)
# What a field is on one registration. A person who was registered more than once in a year has
# the first that is known, by day of registration.
COUNTS = """
CREATE FUNCTION linkage_counts(
    about text, persons boolean, fields text[], since integer, until integer, starts uuid[],
    ends uuid[]
) RETURNS TABLE (bucket text, changes bigint, inputs text, holds date, cells jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
DECLARE
    known constant jsonb := jsonb_build_object(
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
            WHEN years >= 23 THEN 'adult' END $$);
    passed purposes_passed := purposes_pass('count');
    asked text[] := ARRAY(SELECT name FROM unnest(fields) name WHERE known ? name);
    told text;
    firsts text;
    cell text;
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
    FROM unnest(asked) name;
    IF 'sources' = ANY (fields) THEN
        firsts := firsts || ', string_agg(DISTINCT organisation_id::text, ''+'''
            || ' ORDER BY organisation_id::text) AS of_sources';
        cell := cell || ', ''sources'', of_sources';
    END IF;
    PERFORM set_config('samen.work', 'count', true);
    RETURN QUERY EXECUTE format($words$
        WITH wanted AS (
            SELECT lpad(to_hex(number), 2, '0') AS bucket FROM generate_series(0, 255) number
            WHERE EXISTS (SELECT FROM unnest($5, $6) part(low, high)
                WHERE lpad(to_hex(number), 2, '0')
                    BETWEEN left(low::text, 2) AND left(high::text, 2))
        ), changed AS (
            SELECT bucket, count(id) AS changes FROM wanted LEFT JOIN (
                SELECT * FROM linkage_bucketchange WHERE (processing, regime) = ($7, $8)
            ) marks USING (bucket) GROUP BY bucket
        ), placed AS MATERIALIZED (
            SELECT p.registration, p.entity FROM unnest($5, $6) part(low, high)
            JOIN linkage_placement p ON p.entity >= low AND p.entity <= high
            WHERE p.known_until IS NULL
        ), owners AS (
            SELECT registration AS id, entity AS who FROM placed
            UNION ALL
            SELECT r.id, r.id FROM unnest($5, $6) part(low, high)
            JOIN register_registration r ON r.id >= low AND r.id <= high
            WHERE NOT EXISTS (SELECT FROM linkage_placement p
                WHERE p.registration = r.id AND p.known_until IS NULL)
        ), dated AS (
            SELECT who, r.id, r.sex, r.region, r.organisation_id, r.birth_from, r.remove_due,
                r."values" AS said, coalesce(
                    substring(r."values"->'registration_date'->>'value'
                        FROM '^\\d{4}-\\d\\d-\\d\\d'),
                    substring(r."values"->'registration_date'->>'value' FROM '^\\d{4}'),
                    r.first_processed_at::text) AS day
            FROM owners JOIN register_registration r USING (id) WHERE r.kind = $1
        ), aged AS (
            SELECT *, coalesce(left(day, 4)::integer - extract(year FROM birth_from)::integer
                    - CASE WHEN to_char(birth_from, 'MM-DD') > substr(day, 6)
                        AND length(day) = 10 THEN 1 ELSE 0 END,
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
                min(until) AS until, sha256(string_agg(
                    sha256(convert_to(who || ' ' || ids, 'UTF8')), '' ORDER BY who)) AS digest
            FROM units GROUP BY bucket, 2
        ), whole AS (
            SELECT bucket, min(until) AS until, encode(sha256(string_agg(
                    convert_to(cell::text, 'UTF8') || digest, '' ORDER BY cell::text)), 'hex')
                    AS inputs,
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
GONE = """
DROP FUNCTION linkage_counts(text, boolean, text[], integer, integer, uuid[], uuid[]),
    linkage_mark_placed(), linkage_mark_registered() CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0006_buckets")]

    operations = [migrations.RunSQL(MARK + MARKED + COUNTS, GONE)]
