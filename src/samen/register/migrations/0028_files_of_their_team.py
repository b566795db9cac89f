"""A partner's file as it came is for the team that gave it, and for who may write.

It holds what the register keeps apart (origin, the address of a shelter) and columns that
nobody chose to keep, so what may be read of the register says nothing of it.
"""

from django.db import migrations

GIVEN = """
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY '{register_partnerfile,register_filepiece}'::text[] LOOP
        EXECUTE format('CREATE POLICY giver ON %I AS RESTRICTIVE USING (
            (SELECT public.purposes_work(''none'')) = ''retain''
            OR organisation_id = (SELECT p.organisation_id FROM public.purposes_pass(''add'') p)
                AND team_id IS NOT DISTINCT FROM
                    (SELECT p.team_id FROM public.purposes_pass(''add'') p))', name);
    END LOOP;
END
$$;
"""
GONE = """
DROP POLICY giver ON register_partnerfile;
DROP POLICY giver ON register_filepiece;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0027_shorter_keys")]

    operations = [migrations.RunSQL(GIVEN, GONE)]
