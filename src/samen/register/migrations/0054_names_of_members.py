"""Whose registrations have the name of a member is asked with names that the application signed.

A privacy officer who could reach the database with SQL gave names of their own, and was told without
a trace in the log whether somebody of that name was registered. The names come in a token now.
"""

from django.db import migrations

SIGNED = """
DROP FUNCTION register_of_colleagues(jsonb);
CREATE FUNCTION register_of_colleagues()
RETURNS TABLE (organisation bigint, pseudonyms text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    signed constant text := (purposes_signed('samen.members', 'members'))[1];
BEGIN
    IF signed IS NULL OR (purposes_pass('log')).membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    RETURN QUERY SELECT (n ->> 0)::bigint, purposes_pseudonyms(array_agg(r.id))
        FROM jsonb_array_elements(convert_from(decode(signed, 'hex'), 'UTF8')::jsonb) n
        JOIN register_registration r ON r.given_key = n ->> 1 AND r.family_key = n ->> 2
        WHERE n ->> 1 <> '' AND n ->> 2 <> '' GROUP BY 1;
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
AS_BEFORE = """
DROP FUNCTION register_of_colleagues();
CREATE FUNCTION register_of_colleagues(names jsonb)
RETURNS TABLE (organisation bigint, pseudonyms text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (purposes_pass('log')).membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    RETURN QUERY SELECT (n ->> 0)::bigint, purposes_pseudonyms(array_agg(r.id))
        FROM jsonb_array_elements(names) n
        JOIN register_registration r ON r.given_key = n ->> 1 AND r.family_key = n ->> 2
        WHERE n ->> 1 <> '' AND n ->> 2 <> '' GROUP BY 1;
    PERFORM set_config('samen.work', '', true);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0053_approval_ends"), ("purposes", "0003_passes")]

    operations = [migrations.RunSQL(SIGNED, AS_BEFORE)]
