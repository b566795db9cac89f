"""The pass of the keeping of terms: all of one processing on one law, for the database itself.

Only a function with the owner's rights that says so in a setting asks for it, and only within
an order that the application signed (samen.purposes.inside.ordered).
"""

from importlib import import_module

from django.db import migrations

EARLIER = import_module("samen.purposes.migrations.0003_passes").PASS
CREATE = EARLIER[EARLIER.index("CREATE FUNCTION") :].replace("CREATE", "CREATE OR REPLACE", 1)
KEEPS = """
BEGIN
    IF verb = 'keep' THEN
        IF public.purposes_ordered() THEN
            passed.processing_id := split_part(current_setting('samen.kept', true), '|', 1)::uuid;
            passed.regime := split_part(current_setting('samen.kept', true), '|', 2);
            passed.reach := 'national:';
            passed.day := '-infinity';
        END IF;
        RETURN passed;
    END IF;
"""
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
CREATE FUNCTION purposes_log_destroyed(processing uuid, ground text, gone uuid[], at_most integer)
RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF purposes_work('') <> 'keep' OR NOT purposes_ordered() THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    FOR place IN 1 .. cardinality(gone) BY at_most LOOP
        INSERT INTO purposes_logentry (at, "user", membership, processing, ground, act,
            subjects, fields, request)
        SELECT clock_timestamp(), 0, '00000000-0000-0000-0000-000000000000', processing, ground,
            'delete', array_agg(encode(sha256(
                k.pseudonyms || sha256(k.pseudonyms || uuid_send(person))), 'hex')), '{all}', ''
        FROM unnest(gone[place : place + at_most - 1]) person, purposes_key k;
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0006_destruction")]

    operations = [
        migrations.RunSQL(CREATE.replace("\nBEGIN\n", KEEPS, 1), CREATE),
        migrations.RunSQL(VERBS + REPORTED, "DROP FUNCTION purposes_log_destroyed;"),
    ]
