"""Origin is counted: for statisticians as all else is, and for who links without whose it is."""

from django.db import migrations

GROUPS = """
CREATE FUNCTION register_by_origin(persons uuid[], cells text[])
RETURNS TABLE (origin text, cell text, n bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    IF (purposes_pass('link')).reach IS DISTINCT FROM 'national:' THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM purposes_log('[["read", [], ["origin groups"]]]', '');
    PERFORM set_config('samen.work', 'link', true);
    RETURN QUERY WITH told AS (
        SELECT p.person, p.cell, CASE WHEN o.said #>> '{values,nationality,state}' = 'known'
            THEN o.said #>> '{values,nationality,value}' ELSE '' END AS origin
        FROM unnest(persons, cells) p(person, cell)
        LEFT JOIN register_origin o ON o.registration = p.person
    ), named AS (
        SELECT t.origin FROM told t GROUP BY 1 HAVING count(DISTINCT t.person) >= 20
    )
    SELECT coalesce(m.origin, ''), t.cell, count(*)
    FROM told t LEFT JOIN named m USING (origin) GROUP BY 1, 2;
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
CREATE OR REPLACE FUNCTION register_counts(by_fields text[])
RETURNS TABLE (cell jsonb, n bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    known constant jsonb := '{"kind": "kind", "sex": "sex", "region": "r.region",
        "organisation": "r.organisation_id",
        "year": "extract(year FROM first_processed_at)::integer",
        "nationality": "o.said #>> ''{values,nationality,value}''",
        "birth_country": "o.said #>> ''{values,birth_country,value}''"}';
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
            FROM register_registration r %s GROUP BY 1) counted ORDER BY 1',
        coalesce(listed, ''), CASE WHEN by_fields && '{nationality,birth_country}'
        THEN 'LEFT JOIN register_origin o ON o.registration = r.id' ELSE '' END);
    PERFORM set_config('samen.work', '', true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0015_apart_bound")]

    operations = [migrations.RunSQL(GROUPS, "DROP FUNCTION register_by_origin;")]
