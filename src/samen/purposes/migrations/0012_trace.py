"""Who read this and why can be asked after the last day too: of the log, and of nothing else.

`trace` is what a privacy officer has of a processing from its first day on, also when it ended:
the entries of the log, and the pseudonym by which to ask for one registration. Every other verb
still ends with the processing.
"""

from django.db import migrations

VERBS = """
CREATE OR REPLACE FUNCTION purposes_verbs(role text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE role
        WHEN 'registrar' THEN '{any,read,add,change,version,carry}'::text[]
        WHEN 'case_holder' THEN '{any,read,add,change,version,carry,link}'
        WHEN 'analyst' THEN '{any,read,link}'
        WHEN 'statistician' THEN '{any,count}'
        WHEN 'privacy_officer' THEN '{any,log,access,trace}'
        ELSE '{any}' END
$$;
"""
PASS = """
CREATE OR REPLACE FUNCTION purposes_pass_of_member(verb text) RETURNS purposes_passed
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
        AND parts[4]::date >= p.start
        AND (verb = 'trace' OR parts[4]::date <= coalesce(p."end", 'infinity'))
        AND parts[3] = ANY (p.grounds)
        AND verb = ANY (public.purposes_verbs(m.role));
    RETURN passed;
END
$$;
"""
LOG = """
ALTER POLICY supervised ON purposes_logentry
USING (processing = (SELECT p.processing_id FROM public.purposes_pass('trace') p));
CREATE OR REPLACE FUNCTION purposes_pseudonyms(persons uuid[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(
        encode(sha256(k.pseudonyms || sha256(k.pseudonyms || uuid_send(person))), 'hex')), '{}')
    FROM unnest(persons) person, public.purposes_key k
    WHERE coalesce((public.purposes_pass('any')).membership_id,
        (public.purposes_pass('trace')).membership_id) IS NOT NULL
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0011_fewer_steps")]

    operations = [migrations.RunSQL(VERBS + PASS + LOG, migrations.RunSQL.noop)]
