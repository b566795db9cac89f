"""What stood of origin in registrations and their versions moves to its own table.

The way back puts it there again. It loses sealed addresses, which the database cannot read.
"""

from django.db import migrations

MOVE = """
CREATE OR REPLACE FUNCTION pg_temp.apart(found jsonb, mapping jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_build_object(
        'values', (SELECT coalesce(jsonb_object_agg(key, value), '{}')
            FROM jsonb_each(found -> 'values') WHERE key IN ('nationality', 'birth_country')),
        'raw', (SELECT coalesce(jsonb_object_agg(key, value), '{}')
            FROM jsonb_each(found -> 'raw') WHERE key IN (
                SELECT c ->> 'column' FROM jsonb_array_elements(mapping -> 'columns') c
                WHERE c ->> 'field' IN ('nationality', 'birth_country'))))
$$;
CREATE OR REPLACE FUNCTION pg_temp.left_of(found jsonb, said jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT found || jsonb_build_object(
        'values', (found -> 'values') - ARRAY(SELECT jsonb_object_keys(said -> 'values')),
        'raw', (found -> 'raw') - ARRAY(SELECT jsonb_object_keys(said -> 'raw')))
$$;
CREATE TEMPORARY TABLE told_before ON COMMIT DROP AS
    SELECT v.id, v.registration, v.changed_at, pg_temp.apart(v.was, d.mapping) AS said
    FROM register_registrationversion v
    LEFT JOIN register_delivery d ON d.id = (v.was ->> 'delivery_id')::uuid
    WHERE v.was -> 'values' ?| '{nationality,birth_country}';
CREATE TEMPORARY TABLE told_now ON COMMIT DROP AS
    SELECT r.id, pg_temp.apart(jsonb_build_object('values', r."values", 'raw', r.raw), d.mapping)
        AS said
    FROM register_registration r LEFT JOIN register_delivery d ON d.id = r.delivery_id
    WHERE r."values" ?| '{nationality,birth_country}'
        OR EXISTS (SELECT FROM told_before b WHERE b.registration = r.id);
INSERT INTO register_origin (id, processing_id, regime, ground, organisation_id, team_id,
    registrar_id, region, remove_due, destroy_due, registration, said, earlier)
SELECT gen_random_uuid(), processing_id, regime, ground, organisation_id, team_id,
    registrar_id, region, remove_due, destroy_due, r.id, t.said,
    coalesce((SELECT jsonb_agg(jsonb_build_object('until', b.changed_at, 'said', b.said)
        ORDER BY b.changed_at) FROM told_before b WHERE b.registration = r.id), '[]')
FROM told_now t JOIN register_registration r USING (id);
UPDATE register_registrationversion v SET was = pg_temp.left_of(v.was, b.said)
FROM told_before b WHERE b.id = v.id;
UPDATE register_registration r SET
    "values" = "values" - ARRAY(SELECT jsonb_object_keys(t.said -> 'values')),
    raw = raw - ARRAY(SELECT jsonb_object_keys(t.said -> 'raw'))
FROM told_now t WHERE t.id = r.id;
"""
PUT_BACK = """
UPDATE register_registration r SET "values" = "values" || coalesce(o.said -> 'values', '{}'),
    raw = raw || coalesce(o.said -> 'raw', '{}')
FROM register_origin o WHERE o.registration = r.id;
UPDATE register_registrationversion v SET was = v.was || jsonb_build_object(
    'values', (v.was -> 'values') || coalesce(e -> 'said' -> 'values', '{}'),
    'raw', (v.was -> 'raw') || coalesce(e -> 'said' -> 'raw', '{}'))
FROM register_origin o, jsonb_array_elements(o.earlier) e
WHERE o.registration = v.registration AND e -> 'until' = to_jsonb(v.changed_at);
"""
TABLES = ("registration", "registrationversion", "delivery", "origin")
OPENED = "".join(
    f"ALTER TABLE register_{name} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;\n"
    for name in TABLES
)
CLOSED = "".join(
    f"ALTER TABLE register_{name} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;\n"
    for name in TABLES
)


class Migration(migrations.Migration):

    dependencies = [("register", "0018_apart_kept")]

    operations = [migrations.RunSQL(OPENED + MOVE + CLOSED, OPENED + PUT_BACK + CLOSED)]
