"""A privacy officer sees the holds of a processing and ends them, also after its last day.

Who decided a hold has no part in a processing that ended, so that nobody could end it. The database
looks within the officer's pass, and writes that a hold ended and why beside what went. A hold lasts
a year after what it holds was due, as the last day of the processing stands then.
"""

from django.db import migrations

RELEASE = """
CREATE FUNCTION register_standing_holds() RETURNS SETOF register_hold
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (purposes_pass('trace')).membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'trace', true);
    RETURN QUERY SELECT * FROM register_hold WHERE ended_on IS NULL ORDER BY destroy_due, id;
    PERFORM set_config('samen.work', '', true);
END
$$;
CREATE FUNCTION register_release(hold uuid, why text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    passed purposes_passed := purposes_pass('trace');
    ended register_hold;
BEGIN
    IF passed.membership_id IS NULL OR btrim(why) = '' THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'trace', true);
    UPDATE register_hold SET ended_on = passed.day WHERE id = hold AND ended_on IS NULL
    RETURNING * INTO ended;
    PERFORM set_config('samen.work', '', true);
    IF ended.id IS NOT NULL THEN
        INSERT INTO purposes_destruction (day, processing, ground, "table", act, reason, rows, note)
        VALUES (passed.day, ended.processing_id, ended.ground, 'register_hold', 'released',
            'decided', 1, why);
    END IF;
    RETURN ended.registration;
END
$$;
"""
# What went out of sight since the last run is told: a hold that ended is no run.
SINCE = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
BEGIN
    EXECUTE replace(words, '{before}', '{after}');
END
$$;
"""
# The months of a hold come with those that data lie apart. Going back leaves this as it is.
HOLDS = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_destroy_due(jsonb)'::regprocedure);
BEGIN
    IF words ~ 'stands text;' THEN
        RETURN;
    END IF;
    words := replace(words, '    due text;', '    due text;
    over date;
    stands text;');
    words := replace(words, '            THEN ''true'' ELSE own END;', '            THEN ''true'' ELSE own END;
        over := ends + make_interval(months => (apart ->> kept.ground)::integer);
        stands := format(''h.ended_on IS NULL AND h.destroy_due > %L AND (%L::date IS NULL
            OR greatest(%L::date, h.decided_on) + make_interval(months => %s) > %L)'',
            today, over, over, apart ->> ''hold'', today);');
    words := regexp_replace(words, 'h\\.ended_on IS NULL\\s+AND h\\.destroy_due > %L\\)'', due, today',
        '%s)'', due, stands');
    EXECUTE regexp_replace(words,
        'h\\.ended_on IS NULL\\s+AND h\\.destroy_due > %L\\)'', gone, due, today', '%s)'', gone, due, stands');
END
$$;
"""
EVERY = "(SELECT max(day) FROM purposes_destruction)"
RUNS = "(SELECT max(day) FROM purposes_destruction WHERE act <> ''released'')"


class Migration(migrations.Migration):

    dependencies = [("register", "0040_by_another_person"), ("purposes", "0015_released")]

    operations = [
        migrations.RunSQL(RELEASE, "DROP FUNCTION register_standing_holds, register_release;"),
        migrations.RunSQL(
            SINCE.format(before=EVERY, after=RUNS), SINCE.format(before=RUNS, after=EVERY)
        ),
        migrations.RunSQL(HOLDS, migrations.RunSQL.noop),
    ]
