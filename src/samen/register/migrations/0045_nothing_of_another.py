"""Where a number becomes somebody else's, the address where the first is sheltered goes.

It stayed, was shown to who registered, and was told to the second with a request for access. And of
what a registration said of who asked it is told since when, so that nothing from before is.
"""

from django.db import migrations

PERSON = """
CREATE FUNCTION register_was_another(was jsonb, now jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT register_is_another(was ->> 'given_key', was ->> 'family_key',
        (was ->> 'birth_from')::date, (was ->> 'birth_until')::date, was ->> 'kind',
        now ->> 'given_key', now ->> 'family_key',
        (now ->> 'birth_from')::date, (now ->> 'birth_until')::date, now ->> 'kind')
$$;
"""
SHELTER = """
CREATE FUNCTION register_forget_shelters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    work text := current_setting('samen.work', true);
BEGIN
    PERFORM set_config('samen.work', 'carry', true);
    DELETE FROM register_shelteraddress s USING earlier e, later l
    WHERE s.registration = e.id AND l.id = e.id AND register_is_another(
        e.given_key, e.family_key, e.birth_from, e.birth_until, e.kind,
        l.given_key, l.family_key, l.birth_from, l.birth_until, l.kind);
    PERFORM set_config('samen.work', coalesce(work, ''), true);
    RETURN NULL;
END
$$;
CREATE TRIGGER register_forget_shelters AFTER UPDATE ON register_registration
REFERENCING OLD TABLE AS earlier NEW TABLE AS later
FOR EACH STATEMENT EXECUTE FUNCTION register_forget_shelters();
"""
SINCE = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
    every constant text := 'to_jsonb(v) ORDER BY v.changed_at), ''[]'')
            FROM register_accessrequest a';
    since constant text := 'to_jsonb(v) || jsonb_build_object(''since'', (
                SELECT max(o.changed_at) FROM register_registrationversion o
                WHERE o.registration = v.registration AND o.changed_at < v.changed_at
                AND register_was_another(o.was, v.was)
            )) ORDER BY v.changed_at), ''[]'')
            FROM register_accessrequest a';
BEGIN
    EXECUTE replace(words, {before}, {after});
END
$$;
"""
GONE = """
DROP FUNCTION register_was_another(jsonb, jsonb);
DROP FUNCTION register_forget_shelters() CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0044_earlier_owners")]

    operations = [
        migrations.RunSQL(
            PERSON + SHELTER + SINCE.format(before="every", after="since"),
            SINCE.format(before="since", after="every") + GONE,
        ),
    ]
