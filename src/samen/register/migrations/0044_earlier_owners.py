"""Whom a number belonged to before it became somebody else's is told what it said of them.

A person who asked was found by what registrations say now; what one said before its number was
given to another person stayed untold, though it is kept. Here the day of birth has to agree too.
"""

from django.db import migrations

EARLIER = """
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
    OR w.document <> '' AND w.document IN (asked.document_number, upper(asked.document_number),
        lower(asked.document_number),
        upper(regexp_replace(asked.document_number, '[^[:alnum:]]', '', 'g'))))
$$;
CREATE OR REPLACE FUNCTION register_count_of_person(request uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    persons uuid[] := ARRAY(SELECT register_of_person(request));
    found bigint;
BEGIN
    PERFORM set_config('samen.work', 'access', true);
    found := cardinality(persons) + (SELECT count(DISTINCT v.registration)
        FROM register_accessrequest a, register_earlier_of_person(a) v
        WHERE a.id = request AND v.registration <> ALL (persons));
    PERFORM set_config('samen.work', '', true);
    RETURN found;
END
$$;
DO $$
DECLARE
    words text := pg_get_functiondef('register_about_person(uuid)'::regprocedure);
BEGIN
    IF words ~ '''earlier''' THEN
        RETURN;
    END IF;
    words := replace(words, '        ''versions'', (SELECT',
        '        ''earlier'', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v.changed_at), ''[]'')
            FROM register_accessrequest a, register_earlier_of_person(a) v
            WHERE a.id = request AND v.registration <> ALL (persons)),
        ''versions'', (SELECT');
    EXECUTE replace(words, 'WHERE g.registrations && persons)',
        'WHERE g.registrations && persons OR g.id = ANY (ARRAY(
                SELECT p.id FROM register_accessrequest a, register_earlier_of_person(a) v,
                    register_provision p
                WHERE a.id = request AND v.registration <> ALL (persons)
                AND v.registration = ANY (p.registrations) AND p.provided_at <= v.changed_at)))');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0043_not_remembered")]

    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
