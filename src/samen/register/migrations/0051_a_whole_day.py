"""A name and a year of birth are not surely the person who asks, and neither is a 1 January.

Namesakes of one year are not rare, and 1 January stands for a day that nobody knew. By the number
of a document such a registration is found all the same.
"""

from django.db import migrations

FITS = """
CREATE OR REPLACE FUNCTION register_is_born_on(since date, until date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(since = day AND until = day AND to_char(day, 'MM-DD') <> '01-01', false)
$$;
CREATE OR REPLACE FUNCTION register_fits_person(asked register_accessrequest, surely boolean)
RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id FROM (
        SELECT r.id, r.first_processed_at,
            r.document_number <> '' AND r.document_number = ANY (numbers)
                AND NOT register_is_another(
                    r.given_key, r.family_key, r.birth_from, r.birth_until, r.kind,
                    asked.given_key, asked.family_key, asked.birth, asked.birth, r.kind)
            OR r.family_key = asked.family_key
                AND register_is_born_on(r.birth_from, r.birth_until, asked.birth)
                AND '' NOT IN (r.given_key, asked.given_key) AS is_sure
        FROM register_registration r, (SELECT ARRAY[asked.document_number,
                upper(asked.document_number), lower(asked.document_number),
                upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))] AS numbers) n
        WHERE (r.processing_id, r.regime) = (asked.processing_id, asked.regime)
        AND (r.family_key = asked.family_key AND asked.family_key <> ''
            AND (asked.given_key = '' OR r.given_key = '' OR r.given_key = asked.given_key)
            AND asked.birth BETWEEN coalesce(r.birth_from, '-infinity')
                AND coalesce(r.birth_until, 'infinity')
        OR r.document_number <> '' AND r.document_number = ANY (numbers))
    ) found WHERE is_sure = surely ORDER BY first_processed_at, id
$$;
CREATE OR REPLACE FUNCTION register_earlier_of_person(asked register_accessrequest)
RETURNS SETOF register_registrationversion
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT v.* FROM register_registrationversion v,
        LATERAL (SELECT v.was ->> 'given_key' AS given, v.was ->> 'family_key' AS family,
            (v.was ->> 'birth_from')::date AS since, (v.was ->> 'birth_until')::date AS until,
            v.was ->> 'document_number' AS document) w
    WHERE (v.processing_id, v.regime) = (asked.processing_id, asked.regime)
    AND asked.birth BETWEEN w.since AND w.until
    AND (w.family = asked.family_key AND w.family <> ''
        AND w.given = asked.given_key AND w.given <> ''
        AND register_is_born_on(w.since, w.until, asked.birth)
    OR w.document <> '' AND w.document IN (asked.document_number, upper(asked.document_number),
        lower(asked.document_number),
        upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))))
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0050_compared")]

    operations = [migrations.RunSQL(FITS, migrations.RunSQL.noop)]
