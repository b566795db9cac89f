"""The pass: what a transaction may see, from a token that only the application can sign.

A token names the transaction it is for (its moment), when it ends, and whose membership it
is. What is forged, old, of another transaction or of somebody who left gives no pass, and
without a pass no policy lets a row through. Source of HMAC: RFC 2104.
"""

from django.db import migrations

SIGNED = """
CREATE FUNCTION purposes_signed(setting text, kind text) RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := current_setting(setting, true);
    body text := substring(token FROM '^(.*)\\|[0-9a-f]{64}$');
    parts text[] := string_to_array(body, '|');
    secret public.purposes_key;
BEGIN
    SELECT * INTO secret FROM public.purposes_key;
    IF body IS NULL OR right(token, 64) IS DISTINCT FROM encode(sha256(
            secret.outer_pad || sha256(secret.inner_pad || convert_to(body, 'UTF8'))), 'hex')
        OR parts[1] <> kind
        OR parts[2]::bigint <> extract(epoch FROM now()) * 1000000
        OR parts[3]::bigint <= extract(epoch FROM statement_timestamp()) * 1000000
    THEN
        RETURN NULL;
    END IF;
    RETURN parts[4:];
END
$$;
CREATE FUNCTION purposes_ordered() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT public.purposes_signed('samen.order', 'order') IS NOT NULL $$;
"""
# Which work the database does itself, in a function with the owner's rights that says so in a
# setting. What the site's role sets is not heard.
WORK = """
CREATE FUNCTION purposes_work(verb text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN current_user = (
            SELECT pg_get_userbyid(proowner) FROM pg_proc
            WHERE oid = 'public.purposes_work(text)'::regprocedure
        )
        THEN coalesce(nullif(current_setting('samen.work', true), ''), verb) ELSE verb END
$$;
CREATE FUNCTION purposes_verbs(role text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE role
        WHEN 'registrar' THEN '{any,read,add,change,version}'::text[]
        WHEN 'case_holder' THEN '{any,read,add,change,version}'
        WHEN 'analyst' THEN '{any,read}'
        WHEN 'statistician' THEN '{any,count}'
        WHEN 'privacy_officer' THEN '{any,log}'
        ELSE '{any}' END
$$;
"""
PASS = """
CREATE TYPE purposes_passed AS (
    membership_id uuid, user_id bigint, processing_id uuid, organisation_id bigint,
    team_id uuid, role text, reach text, regime text, ground text, day date
);
CREATE FUNCTION purposes_pass(verb text) RETURNS purposes_passed
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    parts text[] := public.purposes_signed('samen.pass', 'pass');
    passed public.purposes_passed;
BEGIN
    SELECT m.id, m.user_id, m.processing_id, m.organisation_id, m.team_id, m.role,
        m.scope || ':' || CASE m.scope
            WHEN 'self' THEN m.user_id::text WHEN 'team' THEN m.team_id::text
            WHEN 'organisation' THEN m.organisation_id::text WHEN 'region' THEN m.region
            ELSE '' END,
        substring(parts[3] FROM '^[a-z]+'), parts[3], parts[4]::date
    INTO passed
    FROM public.purposes_membership m
    JOIN public.purposes_processing p ON p.id = m.processing_id
    JOIN public.purposes_controller c
        ON c.processing_id = p.id AND c.organisation_id = m.organisation_id
    JOIN public.accounts_user u ON u.id = m.user_id
    WHERE m.id = parts[1]::uuid AND m.user_id = parts[2]::bigint AND u.is_active
        AND parts[4]::date BETWEEN m.start AND coalesce(m."end", 'infinity')
        AND parts[4]::date BETWEEN p.start AND coalesce(p."end", 'infinity')
        AND parts[3] = ANY (p.grounds)
        AND verb = ANY (public.purposes_verbs(m.role));
    RETURN passed;
END
$$;
"""
GONE = """
DROP FUNCTION purposes_pass(text), purposes_verbs(text), purposes_work(text),
    purposes_ordered(), purposes_signed(text, text);
DROP TYPE purposes_passed;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0002_key"), ("accounts", "0005_cache")]

    operations = [migrations.RunSQL(SIGNED + WORK + PASS, GONE)]
