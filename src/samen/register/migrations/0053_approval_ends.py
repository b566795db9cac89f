"""An approved request for access shows what was registered until its approval, and not for a year.

AVG art. 15 and Wpg art. 25 give a copy of what is held when the person asks: what came in later is
asked for again. It shows two weeks longer than the answer, for a letter that comes back or a
question about it, and three months after the approval at most, which is the longest that AVG
art. 12 lid 3 gives. The day of the decision is that of the pass: nobody chooses another.
"""

from django.db import migrations, models

OPENED = (
    "ALTER TABLE register_accessrequest NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;"
)
KNOWN = """
UPDATE register_accessrequest
SET decided_on = (approved_at AT TIME ZONE 'Europe/Amsterdam')::date WHERE approved_by IS NOT NULL;
ALTER TABLE register_accessrequest FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;
"""
STAYS = """
CREATE OR REPLACE FUNCTION register_request_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    decided constant text[] := '{answered_on,approved_by,approved_at,refusal}';
BEGIN
    {noted}IF to_jsonb(NEW) - decided <> to_jsonb(OLD) - decided THEN
        RAISE EXCEPTION 'a request stays as it was asked' USING ERRCODE = '42501';
    END IF;
    {set}RETURN NEW;
END
$$;
"""
NOTED = STAYS.replace("{noted}", "NEW.decided_on := OLD.decided_on;\n    ").replace(
    "{set}",
    "IF OLD.approved_by IS NULL THEN\n"
    "        NEW.decided_on := (public.purposes_pass('log')).day;\n    END IF;\n    ",
)
AS_BEFORE = STAYS.replace("{noted}", "").replace("{set}", "")
UNTIL = """
CREATE FUNCTION register_open_until(asked register_accessrequest) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least((asked.decided_on + interval '3 months')::date, asked.answered_on + 14)
$$;
"""
BOUNDED = """
DO $$
DECLARE
    words text;
    here constant text := '= (asked.processing_id, asked.regime)';
    first text; name text;
    day constant text := '
            AND %s <= coalesce(asked.decided_on, ''infinity'')';
    is_open constant text := ' AND refusal = ''''
        AND register_open_until(register_accessrequest) >= (purposes_pass(''log'')).day';
BEGIN
    FOR name, first IN VALUES
        ('register_fits_person(register_accessrequest, boolean)', 'r.first_processed_at'),
        ('register_earlier_of_person(register_accessrequest)',
            '(v.was ->> ''first_processed_at'')::date')
    LOOP
        words := pg_get_functiondef(name::regprocedure);
        EXECUTE replace(words, {bounds});
    END LOOP;
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE replace(words, {opens});
END
$$;
"""
MORE = BOUNDED.format(bounds="here, here || format(day, first)", opens="' AND refusal = ''''', is_open")
LESS = BOUNDED.format(bounds="here || format(day, first), here", opens="is_open, ' AND refusal = '''''")
GONE = "DROP FUNCTION register_open_until(register_accessrequest);"


class Migration(migrations.Migration):

    dependencies = [("register", "0052_answered")]

    operations = [
        migrations.RunSQL(OPENED, migrations.RunSQL.noop),
        migrations.AddField(
            "accessrequest", "decided_on", models.DateField(blank=True, null=True)
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.RunSQL(NOTED + UNTIL, GONE + AS_BEFORE),
        migrations.RunSQL(MORE, LESS),
    ]
