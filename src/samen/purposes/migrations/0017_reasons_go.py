"""The reason why a privacy officer ended a hold goes when its term is over; that it ended stays.

It is free text, in which somebody may be named against the advice. Only the keeping of terms
empties it, on the day that the application signed.
"""

from django.db import migrations

EMPTY = """
CREATE POLICY emptied ON purposes_destruction FOR UPDATE TO CURRENT_USER
    USING (note <> '') WITH CHECK (note = '');
CREATE FUNCTION purposes_empty_reasons(months integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today constant date := purposes_retaining();
    emptied bigint;
BEGIN
    IF today IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    UPDATE purposes_destruction SET note = ''
    WHERE note <> '' AND day + make_interval(months => months) <= today;
    GET DIAGNOSTICS emptied = ROW_COUNT;
    RETURN emptied;
END
$$;
"""
BACK = """
DROP FUNCTION purposes_empty_reasons(integer);
DROP POLICY emptied ON purposes_destruction;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0016_not_remembered")]

    operations = [migrations.RunSQL(EMPTY, BACK)]
