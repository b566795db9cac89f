"""What is said of origin bears the number of its registration, so one index finds it.

The days on which registrations go come in order of arrival: a few bytes for a range of pages
find them as well as an entry for each row did.
"""

import django.contrib.postgres.indexes
from django.db import migrations, models

MOVE = """
ALTER TABLE register_origin NO FORCE ROW LEVEL SECURITY;
UPDATE register_origin SET {moved};
ALTER TABLE register_origin FORCE ROW LEVEL SECURITY;
CREATE OR REPLACE FUNCTION register_note_origins(persons uuid[], told text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'change', true);
    UPDATE register_origin o SET said = t.said::jsonb,
        earlier = earlier || jsonb_build_object('until', clock_timestamp(), 'said', o.said)
    FROM unnest(persons, told) t(person, said)
    WHERE o.{name} = t.person AND o.said <> t.said::jsonb;
    INSERT INTO register_origin ({numbers}, processing_id, regime, ground, organisation_id,
        team_id, registrar_id, region, remove_due, destroy_due, said, earlier)
    SELECT {given}, processing_id, regime, ground, organisation_id,
        team_id, registrar_id, region, remove_due, destroy_due, t.said::jsonb, '[]'
    FROM unnest(persons, told) t(person, said) JOIN register_registration r ON r.id = t.person
    WHERE t.said <> '{{}}'
        AND NOT EXISTS (SELECT FROM register_origin o WHERE o.{name} = t.person);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
END
$$;
DO $$
DECLARE
    words text;
BEGIN
    FOREACH words IN ARRAY '{{"register_origins(uuid[], text)",
        "register_by_origin(uuid[], text[])", register_counts(text[]), register_carry_days(),
        register_about_person(uuid), register_destroy_due(jsonb)}}'::text[]
    LOOP
        words := pg_get_functiondef(words::regprocedure);
        words := regexp_replace(words, '\\mo\\.{before}\\M', 'o.{name}', 'g');
        EXECUTE regexp_replace(words,
            '(''register_origin'', kept,\\s+format\\(''){before}', '\\1{name}');
    END LOOP;
END
$$;
"""
BY_NUMBER = {"moved": "id = registration", "before": "registration", "name": "id",
             "numbers": "id", "given": "r.id"}  # fmt: skip
BESIDE = {"moved": "id = gen_random_uuid(), registration = id", "before": "id",
          "name": "registration", "numbers": "id, registration",
          "given": "gen_random_uuid(), r.id"}  # fmt: skip


class Migration(migrations.Migration):

    dependencies = [("register", "0024_refused_not_told")]

    operations = [
        migrations.AlterField(
            model_name="origin",
            name="registration",
            field=models.UUIDField(db_index=True, null=True),
        ),
        migrations.RunSQL(MOVE.format(**BY_NUMBER), MOVE.format(**BESIDE)),
        migrations.RemoveField(model_name="origin", name="registration"),
        migrations.AlterModelOptions(name="origin", options={}),
        migrations.RemoveIndex(model_name="registration", name="registration_destroy"),
        migrations.AddIndex(
            model_name="registration",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["destroy_due"], autosummarize=True, name="registration_destroy"),
        ),
    ]
