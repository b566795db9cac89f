"""With a registration go its pairs, judgements and placements; what is left is looked at again.

Entities without any registration left are retired, all of one destruction in one event. Only
within a signed order of retention. What went is counted.
"""

from django.db import migrations

REMOVE = """
CREATE FUNCTION linkage_remove(bound text, which text, gone uuid[], ground text) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    day constant date := purposes_retaining();
    place constant uuid := split_part(current_setting('samen.retained'), '|', 1);
    rows bigint;
BEGIN
    EXECUTE format('DELETE FROM %I WHERE %s', bound, which) USING gone;
    GET DIAGNOSTICS rows = ROW_COUNT;
    INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows)
    SELECT day, id, ground, bound, 'destroyed', CASE WHEN "end" < day THEN 'end' ELSE 'term' END,
        rows FROM purposes_processing WHERE id = place AND rows > 0;
END
$$;
"""
FORGET = """
CREATE FUNCTION linkage_forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone uuid[] := ARRAY(SELECT id FROM lost);
    ground text := (SELECT l.ground FROM lost l LIMIT 1);
    place linkage_placement;
    retired uuid[] := '{}';
    touched record;
BEGIN
    IF purposes_retaining() IS NULL OR gone = '{}' THEN
        RETURN NULL;
    END IF;
    FOR touched IN
        SELECT p.entity, array_agg(p.registration) AS every,
            array_agg(p.registration) FILTER (WHERE l.id IS NULL) AS left_over
        FROM linkage_placement p LEFT JOIN lost l ON l.id = p.registration
        WHERE p.known_until IS NULL GROUP BY p.entity HAVING count(l.id) > 0 ORDER BY p.entity
    LOOP
        IF touched.left_over IS NULL THEN
            retired := retired || touched.entity;
        ELSE
            PERFORM linkage_look_again(touched.entity, touched.every, touched.left_over);
        END IF;
    END LOOP;
    IF retired <> '{}' THEN
        SELECT * INTO place FROM linkage_placement WHERE entity = retired[1] LIMIT 1;
        PERFORM linkage_note(place, 'retired', retired, '{}');
    END IF;
    PERFORM linkage_remove('linkage_placement', 'registration = ANY ($1)', gone, ground);
    PERFORM linkage_remove('linkage_pair', 'left_id = ANY ($1) OR right_id = ANY ($1)', gone,
        ground);
    PERFORM linkage_remove('linkage_pairjudgement', 'left_id = ANY ($1) OR right_id = ANY ($1)',
        gone, ground);
    RETURN NULL;
END
$$;
CREATE TRIGGER linkage_forget AFTER DELETE ON register_registration
REFERENCING OLD TABLE AS lost FOR EACH STATEMENT EXECUTE FUNCTION linkage_forget();
"""
GONE = """
DROP FUNCTION linkage_forget() CASCADE;
DROP FUNCTION linkage_remove;
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0004_looking_again")]

    operations = [migrations.RunSQL(REMOVE + FORGET, GONE)]
