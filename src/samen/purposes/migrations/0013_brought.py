"""Who brought a person's data is answered after these are out of sight, ended or destroyed too.

`brought` is asked by one function of the register: by which files a registration came, whatever its
day or that of its processing. What is destroyed stands in the log beside the files that brought it.
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
        WHEN 'privacy_officer' THEN '{any,log,access,trace,brought}'
        ELSE '{any}' END
$$;
DO $$
DECLARE
    words text := pg_get_functiondef('purposes_pass_of_member(text)'::regprocedure);
BEGIN
    words := replace(words, 'verb = ''trace'' OR', 'verb IN (''trace'', ''brought'') OR');
    EXECUTE replace(words, '    RETURN passed;', '    IF verb = ''brought'' AND passed.day IS NOT NULL THEN
        passed.day := ''-infinity'';
    END IF;
    RETURN passed;');
END
$$;
"""
# Beside that of before, which the register calls again when it goes back to its earlier state.
LOG = """
CREATE FUNCTION purposes_log_destroyed(
    here uuid, on_ground text, gone uuid[], brought_by uuid[], at_most integer
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    FOR place IN 1 .. cardinality(gone) BY at_most LOOP
        INSERT INTO purposes_logentry (at, "user", membership, processing, ground, act,
            subjects, fields, request)
        SELECT clock_timestamp(), 0, '00000000-0000-0000-0000-000000000000', here,
            on_ground, 'delete', array_agg(encode(sha256(
                k.pseudonyms || sha256(k.pseudonyms || uuid_send(about))), 'hex')), '{all}', ''
        FROM unnest(gone[place : place + at_most - 1] || brought_by) about, purposes_key k;
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0012_trace")]

    operations = [
        migrations.RunSQL(VERBS, migrations.RunSQL.noop),
        migrations.RunSQL(
            LOG, "DROP FUNCTION purposes_log_destroyed(uuid, text, uuid[], uuid[], integer);"
        ),
    ]
