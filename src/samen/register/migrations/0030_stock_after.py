"""The planner's statistics of what was destroyed go too: they hold names and numbers of some rows.

Gathering them anew replaces them, but leaves those of a table that is empty. PostgreSQL 18 can
clear them first; before it, those of an empty table stay until something comes in.
"""

from django.db import migrations

STOCK = """
CREATE FUNCTION register_take_stock_anew() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    bound text;
BEGIN
    FOREACH bound IN ARRAY
        '{registration,registrationversion,origin,hold,accessrequest,delivery,partnerfile}'::text[]
    LOOP
        bound := 'register_' || bound;
        IF current_setting('server_version_num')::integer >= 180000 THEN
            EXECUTE format('SELECT pg_clear_attribute_stats(''public'', %L, attname, false)
                FROM pg_attribute WHERE attrelid = %L::regclass AND attnum > 0
                AND NOT attisdropped', bound, bound);
        END IF;
        EXECUTE format('ANALYZE %I', bound);
    END LOOP;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0029_reading_kept")]

    operations = [migrations.RunSQL(STOCK, "DROP FUNCTION register_take_stock_anew();")]
