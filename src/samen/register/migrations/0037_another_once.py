"""Whether a registration is of another person is said once; a twin without a given name is not
surely who asks.

Three places said it, each a little otherwise: the one for who asks knew no names that changed
places. And twins have a family name and a day of birth in common, so without a given name on both
sides it is not known which of the two a registration is of.
"""

from django.db import migrations

# Without a search path of its own, so that the planner takes it for what it says. It names
# nothing but operators.
ANOTHER = """
CREATE OR REPLACE FUNCTION register_is_another(
    was_given text, was_family text, was_from date, was_until date, was_kind text,
    given text, family text, since date, until date, kind text
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ('' NOT IN (was_given, given) AND was_given <> given)::integer
            + ('' NOT IN (was_family, family) AND was_family <> family)::integer
            + coalesce(was_from > until OR since > was_until, false)::integer >= 2
        AND NOT (was_given = given AND given <> ''
            OR was_family = family AND family <> ''
            OR coalesce(was_from <= until AND since <= was_until, false)
            OR was_given = family AND was_family = given)
        OR was_kind <> kind AND (was_given || was_family = '') <> (given || family = '')
$$;
"""
FITS = """
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
                AND coalesce(asked.birth BETWEEN r.birth_from AND r.birth_until, false)
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
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0036_short_files")]

    operations = [migrations.RunSQL(ANOTHER + FITS, migrations.RunSQL.noop)]
