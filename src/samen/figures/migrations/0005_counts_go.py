"""A count that may stand for one person goes with that person, or when nothing needs it any more.

A kept part of a count goes as soon as somebody in it is destroyed. A run and a look of the gate go
with the processing, after which nobody can open them; before it, those below no release go when
their own term is over. Below a release they stay: the gate has to know what it gives away. The planner remembers nothing of them.
"""

from django.db import migrations

OPEN_TO_RETENTION = """
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY '{figures_count,figures_countpart,figures_gatereport}'::text[] LOOP
        EXECUTE format('ALTER POLICY purpose_read ON %I USING ((processing_id, regime) = (
            SELECT p.processing_id, p.regime
            FROM public.purposes_pass(public.purposes_work(''count'')) p))', name);
        EXECUTE format('ALTER POLICY reach ON %I USING ((
            SELECT p.reach FROM public.purposes_pass(public.purposes_work(''any'')) p)
            = ''national:'')', name);
    END LOOP;
END
$$;
TRUNCATE figures_countpart;
"""
PARTS = """
CREATE FUNCTION figures_forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF purposes_retaining() IS NOT NULL THEN
        DELETE FROM figures_countpart c USING marked m
        WHERE (c.processing_id, c.regime, c.bucket) = (m.processing, m.regime, m.bucket);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER figures_forget AFTER INSERT ON linkage_bucketchange
REFERENCING NEW TABLE AS marked FOR EACH STATEMENT EXECUTE FUNCTION figures_forget();
"""
RUNS = """
CREATE FUNCTION figures_destroy_due(kept_months integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today constant date := purposes_retaining();
    place record;
    name text;
    below text;
    gone bigint;
    destroyed bigint := 0;
BEGIN
    IF today IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'retain', true);
    FOR place IN SELECT id, unnest(grounds) AS ground, coalesce("end" < today, false) AS is_over
        FROM purposes_processing
    LOOP
        PERFORM set_config('samen.retained',
            concat(place.id, '|', substring(place.ground FROM '^[a-z]+')), true);
        below := (SELECT string_agg(convert_from(content, 'UTF8'), ' ')
            FROM figures_release WHERE processing = place.id);
        IF place.is_over THEN
            DELETE FROM figures_countpart WHERE ground = place.ground;
        END IF;
        FOREACH name IN ARRAY '{figures_count,figures_gatereport}'::text[] LOOP
            EXECUTE format('DELETE FROM %I t WHERE ground = $1 AND ($2 OR at < $3
                AND (to_jsonb(t) ->> ''release'') IS NULL AND position(id::text IN $4) = 0)', name)
            USING place.ground, place.is_over, today - make_interval(months => kept_months),
                coalesce(below, '');
            GET DIAGNOSTICS gone = ROW_COUNT;
            destroyed := destroyed + gone;
            INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows)
            SELECT today, place.id, place.ground, name, 'destroyed',
                CASE WHEN place.is_over THEN 'end' ELSE 'term' END, gone WHERE gone > 0;
        END LOOP;
    END LOOP;
    PERFORM set_config('samen.work', '', true);
    RETURN destroyed;
END
$$;
"""
FORGET = """
SELECT purposes_not_remembered('figures_countpart', '{plan,cells}');
SELECT purposes_not_remembered('figures_count', '{code_version,inputs,cells,answer}');
SELECT purposes_not_remembered('figures_gatereport', '{policy,found,reason,asked,hidden,instead}');
"""
GONE = "DROP FUNCTION figures_forget() CASCADE; DROP FUNCTION figures_destroy_due(integer);"


class Migration(migrations.Migration):

    dependencies = [
        ("figures", "0004_only_some_count"),
        ("linkage", "0012_origin_counted"),
        ("purposes", "0016_not_remembered"),
    ]

    operations = [migrations.RunSQL(OPEN_TO_RETENTION + PARTS + RUNS + FORGET, GONE)]
