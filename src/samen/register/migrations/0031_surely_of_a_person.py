"""What a person is told is surely theirs: a namesake of whom little is known stays untold.

Without a day of birth a name is not enough, and neither is a family name with the first of January,
which stands for days that nobody knows. Of what may be the person's only the number is told, to
the privacy officer. The number of a document is compared however it is written.
"""

from django.db import migrations

FITS = """
CREATE FUNCTION register_fits_person(asked register_accessrequest, surely boolean)
RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id FROM (
        SELECT r.id, r.first_processed_at,
            r.document_number <> '' AND r.document_number = ANY (numbers)
            OR r.family_key = asked.family_key
                AND coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false)
                AND ('' NOT IN (r.given_key, asked.given_key) OR is_whole) AS is_sure
        FROM register_registration r, (SELECT ARRAY[asked.document_number,
                upper(asked.document_number), lower(asked.document_number),
                upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))] AS numbers) n,
            LATERAL (SELECT r.birth_from = r.birth_until
                AND to_char(r.birth_from, 'MMDD') <> '0101' AS is_whole) day
        WHERE (r.processing_id, r.regime) = (asked.processing_id, asked.regime)
        AND (r.family_key = asked.family_key AND asked.family_key <> ''
            AND (asked.given_key = '' OR r.given_key = '' OR r.given_key = asked.given_key)
            AND asked.birth BETWEEN coalesce(r.birth_from, '-infinity')
                AND coalesce(r.birth_until, 'infinity')
        OR r.document_number <> '' AND r.document_number = ANY (numbers))
    ) found WHERE is_sure = surely ORDER BY first_processed_at, id
$$;
CREATE OR REPLACE FUNCTION register_of_person(request uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    asked register_accessrequest;
BEGIN
    SELECT * INTO asked FROM register_accessrequest WHERE id = request;
    IF asked.id IS NULL THEN
        RAISE EXCEPTION 'no such request' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    RETURN QUERY SELECT * FROM register_fits_person(asked, true);
    PERFORM set_config('samen.work', '', true);
END
$$;
CREATE FUNCTION register_count_perhaps_of_person(request uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked register_accessrequest;
    found bigint;
BEGIN
    SELECT * INTO asked FROM register_accessrequest WHERE id = request;
    IF asked.id IS NULL THEN
        RAISE EXCEPTION 'no such request' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    found := (SELECT count(*) FROM register_fits_person(asked, false));
    PERFORM set_config('samen.work', '', true);
    RETURN found;
END
$$;
"""
AS_BEFORE = """
DROP FUNCTION register_count_perhaps_of_person(uuid);
CREATE OR REPLACE FUNCTION register_of_person(request uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    asked register_accessrequest;
BEGIN
    SELECT * INTO asked FROM register_accessrequest WHERE id = request;
    IF asked.id IS NULL THEN
        RAISE EXCEPTION 'no such request' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    RETURN QUERY SELECT r.id FROM register_registration r
        WHERE (r.processing_id, r.regime) = (asked.processing_id, asked.regime)
        AND (r.family_key = asked.family_key AND asked.family_key <> ''
            AND (asked.given_key = '' OR r.given_key = '' OR r.given_key = asked.given_key)
            AND asked.birth BETWEEN coalesce(r.birth_from, '-infinity')
                AND coalesce(r.birth_until, 'infinity')
        OR r.document_number = asked.document_number AND asked.document_number <> '')
        ORDER BY r.first_processed_at, r.id;
    PERFORM set_config('samen.work', '', true);
END
$$;
DROP FUNCTION register_fits_person(register_accessrequest, boolean);
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0030_stock_after")]

    operations = [migrations.RunSQL(FITS, AS_BEFORE)]
