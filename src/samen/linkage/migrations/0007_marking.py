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
GONE = "DROP FUNCTION linkage_mark_placed(), linkage_mark_registered() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0006_buckets")]

    operations = [migrations.RunSQL(MARK + MARKED, GONE)]
