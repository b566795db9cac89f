"""What is held about a person who asked: a privacy officer sees no row, these functions do.

They look within the officer's own pass: before a colleague approved the request they tell a
number only, afterwards all that is held.
"""

from django.db import migrations

ACCESS = """
CREATE FUNCTION register_of_person(request uuid) RETURNS SETOF uuid
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
CREATE FUNCTION register_count_of_person(request uuid) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT count(*) FROM register_of_person(request) $$;
CREATE FUNCTION register_about_person(request uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    told jsonb;
    persons uuid[];
BEGIN
    PERFORM 1 FROM register_accessrequest WHERE id = request AND approved_by <> registrar_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not approved' USING ERRCODE = '28000';
    END IF;
    persons := ARRAY(SELECT register_of_person(request));
    PERFORM set_config('samen.work', 'access', true);
    SELECT jsonb_build_object(
        'registrations', (SELECT coalesce(jsonb_agg(to_jsonb(r) || jsonb_build_object(
            'file', (SELECT d.name FROM register_delivery d WHERE d.id = r.delivery_id))
            ORDER BY r.first_processed_at, r.id), '[]')
            FROM register_registration r WHERE r.id = ANY (persons)),
        'versions', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v.changed_at), '[]')
            FROM register_registrationversion v WHERE v.registration = ANY (persons)),
        'holds', (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.decided_on), '[]')
            FROM register_hold h WHERE h.registration = ANY (persons)),
        'provisions', (SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.provided_at), '[]')
            FROM register_provision g WHERE g.registrations && persons)
    ) INTO told;
    PERFORM set_config('samen.work', '', true);
    RETURN told;
END
$$;
CREATE FUNCTION register_of_colleagues(names jsonb)
RETURNS TABLE (organisation bigint, pseudonyms text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (purposes_pass('log')).membership_id IS NULL THEN
        RAISE EXCEPTION 'no purpose' USING ERRCODE = '28000';
    END IF;
    PERFORM set_config('samen.work', 'access', true);
    RETURN QUERY SELECT (n ->> 0)::bigint, purposes_pseudonyms(array_agg(r.id))
        FROM jsonb_array_elements(names) n
        JOIN register_registration r ON r.given_key = n ->> 1 AND r.family_key = n ->> 2
        WHERE n ->> 1 <> '' AND n ->> 2 <> '' GROUP BY 1;
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
GONE = """
DROP FUNCTION register_of_colleagues(jsonb), register_about_person(uuid), register_count_of_person(uuid),
    register_of_person(uuid);
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0008_provisions_bound")]

    operations = [migrations.RunSQL(ACCESS, GONE)]
