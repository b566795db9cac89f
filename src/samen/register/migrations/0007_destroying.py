"""What is due is destroyed, in every purpose, and each destruction stands in the log.

The function takes its day from the signed order. What is held stays; earlier versions go with
their registration or on their own day, whichever comes first. In the log stand pseudonyms, so
that who asks whether somebody was destroyed can be answered, and nobody else.
"""

from django.db import migrations

DESTROY = """
CREATE FUNCTION register_destroy_due() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    today constant date := purposes_retaining();
    place record;
    gone uuid[];
    destroyed bigint := 0;
BEGIN
    IF today IS NULL THEN
        RAISE EXCEPTION 'no order' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'retain', true);
    FOR place IN SELECT p.id, law FROM purposes_processing p, unnest('{wpg,avg,wjsg}'::text[]) law
    LOOP
        PERFORM set_config('samen.retained', place.id || '|' || place.law, true);
        WITH due AS (
            DELETE FROM register_registration r WHERE r.destroy_due <= today AND NOT EXISTS (
                SELECT 1 FROM register_hold h WHERE h.registration = r.id AND h.ended_on IS NULL)
            RETURNING r.id
        )
        SELECT coalesce(array_agg(id), '{}') INTO gone FROM due;
        DELETE FROM register_registrationversion v WHERE v.registration = ANY (gone)
            OR (v.destroy_due <= today AND NOT EXISTS (SELECT 1 FROM register_hold h
                WHERE h.registration = v.registration AND h.ended_on IS NULL));
        DELETE FROM register_hold h WHERE h.registration = ANY (gone)
            OR (h.destroy_due <= today AND h.ended_on IS NOT NULL);
        DELETE FROM register_delivery WHERE destroy_due <= today;
        DELETE FROM register_partnerfile WHERE destroy_due <= today;
        DELETE FROM register_filepiece WHERE destroy_due <= today;
        IF gone <> '{}' THEN
            INSERT INTO purposes_logentry (at, "user", membership, processing, ground, act,
                subjects, fields, request)
            SELECT clock_timestamp(), 0, '00000000-0000-0000-0000-000000000000', place.id, '',
                'delete', array_agg(encode(sha256(k.pseudonyms
                    || sha256(k.pseudonyms || uuid_send(person))), 'hex')), '{all}', ''
            FROM unnest(gone) person, purposes_key k;
        END IF;
        destroyed := destroyed + cardinality(gone);
    END LOOP;
    PERFORM set_config('samen.work', '', true);
    RETURN destroyed;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0006_stock"), ("purposes", "0006_retaining")]

    operations = [migrations.RunSQL(DESTROY, "DROP FUNCTION register_destroy_due();")]
