"""An entity that loses a registration is looked at again, by functions of the owner.

When the lost one held it together, its smaller parts get an id of their own; one that people
held together otherwise stays. What held it: links that act, and judgements.
"""

from django.db import migrations

PARTS = """
CREATE FUNCTION linkage_parts(members uuid[]) RETURNS TABLE (part uuid, registration uuid)
LANGUAGE sql SET search_path = public, pg_temp AS $$
    WITH RECURSIVE edge(a, b) AS (
        SELECT left_id, right_id FROM linkage_pair
        WHERE acts AND left_id = ANY (members) AND right_id = ANY (members)
        UNION SELECT left_id, right_id FROM linkage_pairjudgement
        WHERE answer = 'same' AND undone_at IS NULL
        AND left_id = ANY (members) AND right_id = ANY (members)
    ), reached(start, at) AS (
        SELECT m, m FROM unnest(members) m
        UNION SELECT r.start, CASE r.at WHEN e.a THEN e.b ELSE e.a END
        FROM reached r JOIN edge e ON r.at IN (e.a, e.b)
    )
    SELECT (array_agg(start ORDER BY start))[1], at FROM reached GROUP BY at
$$;
"""
NOTE = """
CREATE FUNCTION linkage_note(place linkage_placement, named text, was uuid[], becomes uuid[])
RETURNS uuid
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO linkage_entityevent (id, processing_id, regime, ground, organisation_id,
        registrar_id, region, remove_due, destroy_due, number, change, reason, before, after, at)
    SELECT gen_random_uuid(), place.processing_id, place.regime, place.ground,
        place.organisation_id, 0, '', '9999-12-31', '9999-12-31', coalesce(max(number), 0) + 1,
        named, 'destroyed', was, becomes, clock_timestamp()
    FROM linkage_entityevent
    WHERE processing_id = place.processing_id AND regime = place.regime
    RETURNING id
$$;
"""
SPLIT = """
CREATE FUNCTION linkage_look_again(looked_at uuid, every uuid[], left_over uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    parts uuid[];
    fresh uuid;
    event uuid;
    place linkage_placement;
BEGIN
    IF (SELECT count(DISTINCT part) FROM linkage_parts(every)) > 1 THEN
        RETURN;
    END IF;
    SELECT * INTO place FROM linkage_placement WHERE entity = looked_at LIMIT 1;
    parts := ARRAY(SELECT part FROM linkage_parts(left_over) GROUP BY part
        ORDER BY count(*) DESC, part OFFSET 1);
    FOR at IN 1 .. cardinality(parts) LOOP
        fresh := gen_random_uuid();
        event := linkage_note(place, 'split', ARRAY[looked_at], ARRAY[looked_at, fresh]);
        WITH closed AS (
            UPDATE linkage_placement SET known_until = event
            WHERE entity = looked_at AND known_until IS NULL AND registration IN (
                SELECT registration FROM linkage_parts(left_over) WHERE part = parts[at])
            RETURNING *)
        INSERT INTO linkage_placement (id, processing_id, regime, ground, organisation_id, team_id,
            registrar_id, region, remove_due, destroy_due, registration, entity, known_from)
        SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, team_id,
            registrar_id, region, remove_due, destroy_due, registration, fresh, event FROM closed;
    END LOOP;
END
$$;
"""
GONE = "DROP FUNCTION linkage_look_again, linkage_note, linkage_parts;"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0003_with_registrations")]

    operations = [migrations.RunSQL(PARTS + NOTE + SPLIT, GONE)]
