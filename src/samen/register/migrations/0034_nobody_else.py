"""A number of a document alone tells nobody of another person.

Documents are lent, forged and mistyped: of a registration that has the number, and of which no name
and no day of birth agrees, it is not sure that it is of who asks.
"""

from django.db import migrations

FITS = """
CREATE OR REPLACE FUNCTION register_fits_person(asked register_accessrequest, surely boolean)
RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id FROM (
        SELECT r.id, r.first_processed_at,
            r.document_number <> '' AND r.document_number = ANY (numbers) AND NOT is_another
            OR r.family_key = asked.family_key
                AND coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false)
                AND ('' NOT IN (r.given_key, asked.given_key) OR is_whole) AS is_sure
        FROM register_registration r, (SELECT ARRAY[asked.document_number,
                upper(asked.document_number), lower(asked.document_number),
                upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))] AS numbers) n,
            LATERAL (SELECT r.birth_from = r.birth_until
                AND to_char(r.birth_from, 'MMDD') <> '0101' AS is_whole) day,
            LATERAL (SELECT ('' NOT IN (r.given_key, asked.given_key)
                    AND r.given_key <> asked.given_key)::integer
                + ('' NOT IN (r.family_key, asked.family_key)
                    AND r.family_key <> asked.family_key)::integer
                + coalesce(asked.birth NOT BETWEEN r.birth_from AND r.birth_until, false)::integer
                    >= 2
                AND NOT (r.given_key = asked.given_key AND r.given_key <> ''
                    OR r.family_key = asked.family_key AND r.family_key <> ''
                    OR coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false))
                AS is_another) person
        WHERE (r.processing_id, r.regime) = (asked.processing_id, asked.regime)
        AND (r.family_key = asked.family_key AND asked.family_key <> ''
            AND (asked.given_key = '' OR r.given_key = '' OR r.given_key = asked.given_key)
            AND asked.birth BETWEEN coalesce(r.birth_from, '-infinity')
                AND coalesce(r.birth_until, 'infinity')
        OR r.document_number <> '' AND r.document_number = ANY (numbers))
    ) found WHERE is_sure = surely ORDER BY first_processed_at, id
$$;
"""
LESS = """
DO $$
DECLARE
    words text := pg_get_functiondef(
        'register_fits_person(register_accessrequest, boolean)'::regprocedure);
BEGIN
    EXECUTE replace(words, ' AND NOT is_another', '');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0033_brought_by")]

    operations = [migrations.RunSQL(FITS, LESS)]
