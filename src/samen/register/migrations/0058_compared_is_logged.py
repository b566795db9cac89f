"""That data of the daily police task were compared stands in the log, also when SQL asked.

The application noted it, so that a registrar or case holder who reached the database with SQL tried
names and numbers without a trace (Wpg art. 32a). Now the database writes it before it answers.
"""

from django.db import migrations

LOGGED = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_compared(jsonb, text, text)'::regprocedure);
BEGIN
    EXECUTE replace(words, {before}, {after});
END
$$;
"""
QUIET = "E'    PERFORM set_config(''samen.work'', ''version'', true);\\n'"
NOTED = (
    "E'    PERFORM purposes_log(''[[\"read\", [], [\"compared\"]]]''::jsonb, '''');\\n' || " + QUIET
)


class Migration(migrations.Migration):

    dependencies = [("register", "0057_left_out"), ("purposes", "0015_released")]

    operations = [
        migrations.RunSQL(
            LOGGED.format(before=QUIET, after=NOTED), LOGGED.format(before=NOTED, after=QUIET)
        ),
    ]
