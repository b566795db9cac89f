"""A request that was refused tells nothing; its ground is written when it is decided, once."""

from django.db import migrations

MORE = """
DO $$
DECLARE
    words text;
BEGIN
    words := pg_get_functiondef('register_request_stays()'::regprocedure);
    EXECUTE replace(words, '{approved_by,approved_at}', '{approved_by,approved_at,refusal}');
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE replace(words, 'approved_by <> registrar_id', 'approved_by <> registrar_id AND refusal = ''''');
END
$$;
"""
LESS = """
DO $$
DECLARE
    words text;
BEGIN
    words := pg_get_functiondef('register_request_stays()'::regprocedure);
    EXECUTE replace(words, '{approved_by,approved_at,refusal}', '{approved_by,approved_at}');
    words := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    EXECUTE replace(words, ' AND refusal = ''''', '');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0023_refused_access")]

    operations = [migrations.RunSQL(MORE, LESS)]
