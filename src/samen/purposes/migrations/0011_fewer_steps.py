"""A pass is read without a pattern, and all that was noted goes into the log in one call.

The pass is still looked at anew by every query; all acts of a transaction have one check of it,
and one pseudonym a person. The chain can be looked at from a number on.
"""

from django.db import migrations

SIGNED = """
CREATE OR REPLACE FUNCTION purposes_signed(setting text, kind text) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := current_setting(setting, true);
    body text := left(token, -65);
    parts text[] := string_to_array(body, '|');
    inner_pad bytea;
    outer_pad bytea;
BEGIN
    SELECT k.inner_pad, k.outer_pad INTO inner_pad, outer_pad FROM public.purposes_key k;
    IF right(token, 65) IS DISTINCT FROM '|' || encode(
            sha256(outer_pad || sha256(inner_pad || convert_to(body, 'UTF8'))), 'hex')
        OR parts[1] <> kind
        OR parts[2]::bigint <> extract(epoch FROM now()) * 1000000
        OR parts[3]::bigint <= extract(epoch FROM statement_timestamp()) * 1000000
    THEN
        RETURN NULL;
    END IF;
    RETURN parts[4:];
END
$$;
"""
LOG = """
DROP FUNCTION purposes_log(text, uuid[], text[], text);
CREATE FUNCTION purposes_log(looks jsonb, request text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    p public.purposes_passed := public.purposes_pass('any');
    look jsonb;
    added bigint;
BEGIN
    IF p.membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    FOR look IN SELECT jsonb_array_elements(looks) LOOP
        INSERT INTO public.purposes_logentry (at, "user", membership, processing, ground, act,
            subjects, fields, request)
        VALUES (clock_timestamp(), p.user_id, p.membership_id, p.processing_id, p.ground,
            look ->> 0,
            ARRAY(SELECT encode(sha256(
                k.pseudonyms || sha256(k.pseudonyms || uuid_send(person::uuid))), 'hex')
                FROM jsonb_array_elements_text(look -> 1) person, public.purposes_key k),
            ARRAY(SELECT jsonb_array_elements_text(look -> 2)), request)
        RETURNING number INTO added;
    END LOOP;
    RETURN added;
END
$$;
"""
# From a number on, so that an hourly look takes as long as the hour, and not as the log.
FAULTS = """
DROP FUNCTION purposes_log_faults();
CREATE FUNCTION purposes_log_faults(since bigint DEFAULT 0)
RETURNS TABLE (number bigint, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE fault WHEN 'dropped' THEN expected ELSE number END, fault FROM (
        SELECT e.number, lag(e.number, 1, since) OVER before + 1 AS expected, CASE
            WHEN e.number <> lag(e.number, 1, since) OVER before + 1 THEN 'dropped'
            WHEN e.hash <> purposes_hash_of(e) THEN 'altered'
            WHEN e.previous <> lag(e.hash, 1, coalesce((SELECT b.hash FROM purposes_logentry b
                WHERE b.number = since), '')) OVER before THEN 'unchained' END AS fault
        FROM purposes_logentry e WHERE e.number > since WINDOW before AS (ORDER BY e.number)
    ) found WHERE fault IS NOT NULL ORDER BY 1
$$;
"""
GONE = "DROP FUNCTION purposes_log(jsonb, text);"


class Migration(migrations.Migration):

    dependencies = [("purposes", "0010_resolutions")]

    operations = [migrations.RunSQL(SIGNED + LOG + FAULTS, GONE)]
