"""What people join, enough of them said: the database sees to it too (ADR 33).

A placement that a judgement brings about may bring registrations together that did not stand so
before only where people called one of each the same: two persons where a victim is touched or the
standing decision asks it, else one. An undoing puts back what was; what was destroyed is looked at
again by the database alone. A run is under a decision, and in the name of who ran it.
"""

from django.db import migrations

# Not with the owner's rights: what counts is what its writer sees, and whether the database
# itself is at work is asked of who writes.
ENOUGH = """
CREATE FUNCTION linkage_joined_by_enough() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    done linkage_entityevent;
    day constant date := (purposes_pass(purposes_work('link'))).day;
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT known_from FROM placed) p
        WHERE NOT EXISTS (SELECT FROM linkage_entityevent e WHERE e.id = p.known_from))
    THEN
        RAISE EXCEPTION 'a placement has its event' USING ERRCODE = '42501';
    END IF;
    FOR done IN SELECT e.* FROM linkage_entityevent e
        WHERE e.id IN (SELECT known_from FROM placed) AND e.reason <> 'run'
    LOOP
        IF done.reason = 'destroyed' AND purposes_work('none') <> 'none' THEN
            CONTINUE;
        ELSIF done.reason = 'undo' AND NOT EXISTS (
            SELECT FROM placed p WHERE p.known_from = done.id AND NOT EXISTS (
                SELECT FROM linkage_placement c WHERE c.known_until = done.undoes
                AND (c.registration, c.entity) = (p.registration, p.entity)))
        THEN
            CONTINUE;
        END IF;
        IF done.reason = 'judgement' AND NOT EXISTS (
            SELECT FROM placed p, LATERAL linkage_joined(p.entity, done.id, day) j
            WHERE p.known_from = done.id AND NOT j)
        THEN
            CONTINUE;
        END IF;
        RAISE EXCEPTION 'another person joins' USING ERRCODE = '42501';
    END LOOP;
    RETURN NULL;
END
$$;
"""
# Whether what an event brought together in an entity is joined by the word of enough people.
JOINED = """
CREATE FUNCTION linkage_joined(which uuid, done uuid, day date) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH stands AS (
        SELECT p.registration, coalesce((SELECT c.entity FROM linkage_placement c
            WHERE c.known_until = done AND c.registration = p.registration), p.entity) AS was,
            p.known_from = done AND NOT EXISTS (SELECT FROM linkage_placement c
                WHERE c.known_until = done AND c.registration = p.registration) AS is_new
        FROM linkage_placement p WHERE p.entity = which AND p.known_until IS NULL
    ), said AS (
        SELECT j.left_id, j.right_id, j.registrar_id FROM linkage_pairjudgement j
        JOIN stands l ON l.registration = j.left_id JOIN stands r ON r.registration = j.right_id
        WHERE j.answer = 'same' AND j.undone_at IS NULL AND (l.was <> r.was OR l.is_new OR r.is_new)
    ), rule AS (
        SELECT EXISTS (SELECT FROM linkage_standingdecision d JOIN linkage_entityevent e
                ON e.id = done AND (d.processing_id, d.regime) = (e.processing_id, e.regime)
                WHERE d.needs_two AND day BETWEEN d.start AND d.until
                AND (d.ended_on IS NULL OR d.ended_on > day))
            OR EXISTS (SELECT FROM register_registration r JOIN stands s ON s.registration = r.id
                WHERE r.kind = 'victim') AS needs_two
    )
    SELECT parts < 2 OR parts = 2 AND (EXISTS (SELECT FROM said, rule WHERE NOT needs_two)
        OR EXISTS (SELECT FROM said a JOIN said b USING (left_id, right_id)
            WHERE NOT accounts_same_person(a.registrar_id, b.registrar_id)))
    FROM (SELECT count(DISTINCT was) FILTER (WHERE NOT is_new) + count(*) FILTER (WHERE is_new)
        AS parts FROM stands) joined
$$;
CREATE TRIGGER linkage_joined_by_enough AFTER INSERT ON linkage_placement
REFERENCING NEW TABLE AS placed
FOR EACH STATEMENT EXECUTE FUNCTION linkage_joined_by_enough();
"""
ANYBODY = "DROP FUNCTION linkage_joined_by_enough() CASCADE; DROP FUNCTION linkage_joined(uuid, uuid, date);"


class Migration(migrations.Migration):

    dependencies = [
        ("linkage", "0014_said_of_another"),
        ("accounts", "0006_same_person"),
        ("purposes", "0009_linking"),
    ]

    operations = [migrations.RunSQL(ENOUGH + JOINED, ANYBODY)]
