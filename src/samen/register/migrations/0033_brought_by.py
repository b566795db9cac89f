"""A person is told who brought a registration and when; the name of a partner's file stays with
the partner: it may name somebody else."""

from django.db import migrations

REPLACED = """
DO $$
DECLARE
    words text;
BEGIN
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE replace(words, '{before}', '{after}');
END
$$;
"""
# Between quotation marks of a text of SQL, so each of theirs stands twice.
NAMED = "''file'', (SELECT d.name FROM"
BROUGHT = (
    "''brought'', (SELECT jsonb_build_object(''at'', d.received_at,"
    " ''typed'', d.findings ? ''registration'') FROM"
)


class Migration(migrations.Migration):

    dependencies = [("register", "0032_who_brought_it")]

    operations = [
        migrations.RunSQL(
            REPLACED.format(before=NAMED, after=BROUGHT),
            REPLACED.format(before=BROUGHT, after=NAMED),
        ),
    ]
