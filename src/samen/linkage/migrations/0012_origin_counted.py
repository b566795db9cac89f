"""Persons are counted by nationality where it is kept: apart from their registrations.

What is noted of origin beside a registration that stands marks its person, as any change does; with
a new one it comes along unmarked, since that marks itself.
"""

from django.db import migrations

BESIDE = """
DO $do$
DECLARE
    words text := pg_get_functiondef(
        'linkage_counts(text, boolean, text[], integer, integer, uuid[], uuid[])'::regprocedure);
    changes constant text[] := ARRAY[
        ['r."values" AS said,', 'r."values" AS said %4$s,'],
        ['register_registration r USING (id) WHERE', 'register_registration r USING (id) %5$s WHERE'],
        ['$words$, told, firsts, cell)', '$words$, told, firsts, cell,
        CASE WHEN ''nationality'' = ANY (fields) THEN '', o.said AS origin'' ELSE '''' END,
        CASE WHEN ''nationality'' = ANY (fields)
            THEN ''LEFT JOIN register_origin o ON o.id = r.id'' ELSE '''' END)']];
    change text[];
BEGIN
    FOREACH change SLICE 1 IN ARRAY changes LOOP
        IF strpos(words, change[{was}]) = 0 THEN
            RAISE EXCEPTION 'linkage_counts has no %', change[{was}];
        END IF;
        words := replace(words, change[{was}], change[{becomes}]);
    END LOOP;
    EXECUTE words;
    words := pg_get_functiondef('linkage_countable()'::regprocedure);
    EXECUTE replace(words, $$ {told_by}->'nationality'$$, $$ {tells}->'nationality'$$);
END
$do$;
"""
MARK = """
CREATE FUNCTION linkage_mark_origin() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    IF work IS DISTINCT FROM 'change' THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samen.work', 'carry', true);
    INSERT INTO linkage_bucketchange (processing, regime, bucket)
    SELECT DISTINCT l.processing_id, l.regime, left(who::text, 2)
    FROM later l LEFT JOIN linkage_placement p
        ON p.registration = l.id AND p.known_until IS NULL, unnest(ARRAY[l.id, p.entity]) who
    WHERE who IS NOT NULL;
    PERFORM set_config('samen.work', work, true);
    RETURN NULL;
END
$$;
"""
MARKED = "".join(
    f"CREATE TRIGGER linkage_mark_origin_{event.lower()} AFTER {event} ON register_origin"
    " REFERENCING NEW TABLE AS later FOR EACH STATEMENT EXECUTE FUNCTION linkage_mark_origin();\n"
    for event in ("INSERT", "UPDATE")
)


def changed(was: int, becomes: int) -> str:
    places = ("", "said", "origin->'values'")
    return BESIDE.format(was=was, becomes=becomes, told_by=places[was], tells=places[becomes])


class Migration(migrations.Migration):

    dependencies = [("linkage", "0011_arriving"), ("register", "0027_shorter_keys")]

    operations = [
        migrations.RunSQL(changed(1, 2), changed(2, 1)),
        migrations.RunSQL(MARK + MARKED, "DROP FUNCTION linkage_mark_origin() CASCADE;"),
    ]
