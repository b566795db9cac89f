"""An address of a shelter that goes sooner than the day of its key takes the key with it.

The key of a later day stayed when a registration went before it: no longer necessary, consent
withdrawn, the processing ended, a number that became somebody else's. A backup of the database and
the folder of keys opened its address until then. The database notes the days of which an address
went; the keeping of terms makes another key of such a day, seals what is left with it and destroys
the earlier one. No model has this table: nothing of the application but that asks.
"""

from django.db import migrations

LEFT = """
CREATE TABLE register_left_key (day date PRIMARY KEY);
ALTER TABLE register_left_key ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION register_leave_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO register_left_key SELECT DISTINCT key_day FROM gone ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER register_leave_keys AFTER DELETE ON register_shelteraddress
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION register_leave_keys();
CREATE FUNCTION register_keys_left() RETURNS SETOF date
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF purposes_retaining() IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    RETURN QUERY DELETE FROM register_left_key RETURNING day;
END
$$;
"""
NOT_LEFT = """
DROP FUNCTION register_leave_keys() CASCADE;
DROP FUNCTION register_keys_left();
DROP TABLE register_left_key;
"""
READ = """
DO $$
DECLARE
    words text := pg_get_functiondef('register_shelters_left({before})'::regprocedure);
BEGIN
    words := replace(words, 'register_shelters_left({named})', 'register_shelters_left({anew})');
    EXECUTE replace(words, 'key_day <= today{sooner} THEN', 'key_day <= today{read} THEN');
    DROP FUNCTION register_shelters_left({before});
END
$$;
"""
ANEW = " OR s.key_day = ANY (anew)"
MORE = READ.format(before="", named="", anew="anew date[]", sooner="", read=ANEW)
LESS = READ.format(before="date[]", named="anew date[]", anew="", sooner=ANEW, read="")


class Migration(migrations.Migration):

    dependencies = [("register", "0055_keys_handed_in")]

    operations = [migrations.RunSQL(LEFT + MORE, LESS + NOT_LEFT)]
