"""The pass of retention: what is due is destroyed in all purposes, by the owner's functions only.

A retention order is signed by the application with its day. A function that destroys goes
through the processings and laws one by one and names each in a setting; the pass is for that
one. Nobody but the owner's functions asks for it (purposes_work), and nothing signs it but
the application.
"""

from django.db import migrations

RETAIN = """
CREATE FUNCTION purposes_retaining() RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $$ SELECT (public.purposes_signed('samen.order', 'retain'))[1]::date $$;
DO $$
BEGIN
    -- The policies know purposes_pass by its number, so it keeps that and gets another body.
    EXECUTE replace(pg_get_functiondef('public.purposes_pass(text)'::regprocedure),
        'FUNCTION public.purposes_pass(', 'FUNCTION public.purposes_pass_of_member(');
END
$$;
CREATE OR REPLACE FUNCTION purposes_pass(verb text) RETURNS purposes_passed
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    passed public.purposes_passed;
    place text[];
BEGIN
    IF verb <> 'retain' THEN
        RETURN public.purposes_pass_of_member(verb);
    END IF;
    IF public.purposes_retaining() IS NOT NULL THEN
        place := string_to_array(current_setting('samen.retained', true), '|');
        passed.processing_id := place[1]::uuid;
        passed.regime := place[2];
        passed.reach := 'national:';
        passed.day := '-infinity';
    END IF;
    RETURN passed;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0005_log")]

    operations = [migrations.RunSQL(RETAIN, "DROP FUNCTION purposes_retaining();")]
