"""What went is told in a table that only the database writes.

Privacy officers may have the database look something up for them: see the room's own functions.
"""

from django.db import migrations

# What a privacy officer may let the database look up; no policy asks for it on its own.
VERBS = """
CREATE OR REPLACE FUNCTION purposes_verbs(role text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE role
        WHEN 'registrar' THEN '{any,read,add,change,version}'::text[]
        WHEN 'case_holder' THEN '{any,read,add,change,version}'
        WHEN 'analyst' THEN '{any,read}'
        WHEN 'statistician' THEN '{any,count}'
        WHEN 'privacy_officer' THEN '{any,log,access}'
        ELSE '{any}' END
$$;
"""
REPORTED = """
ALTER TABLE purposes_destruction ENABLE ROW LEVEL SECURITY;
ALTER TABLE purposes_destruction FORCE ROW LEVEL SECURITY;
CREATE POLICY known ON purposes_destruction FOR SELECT USING (true);
CREATE POLICY reported ON purposes_destruction FOR INSERT TO CURRENT_USER WITH CHECK (true);
CREATE FUNCTION purposes_log_destroyed(kept purposes_destruction, gone uuid[], at_most integer)
RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    FOR place IN 1 .. cardinality(gone) BY at_most LOOP
        INSERT INTO purposes_logentry (at, "user", membership, processing, ground, act,
            subjects, fields, request)
        SELECT clock_timestamp(), 0, '00000000-0000-0000-0000-000000000000', kept.processing,
            kept.ground, 'delete', array_agg(encode(sha256(
                k.pseudonyms || sha256(k.pseudonyms || uuid_send(person))), 'hex')), '{all}', ''
        FROM unnest(gone[place : place + at_most - 1]) person, purposes_key k;
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0007_destruction")]

    operations = [migrations.RunSQL(VERBS + REPORTED, "DROP FUNCTION purposes_log_destroyed;")]
