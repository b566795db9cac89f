"""Provisions never change; requests for access are the privacy officers', and take two of them.

Who approves is another than who asked: the database says so, whatever a page does. What is
held about a person is read by functions with the owner's rights, once that is so.
"""

from django.db import migrations

PROVISIONS = """
SELECT purposes_bind('register_provision');
DROP POLICY purpose_read ON register_provision;
CREATE POLICY purpose_read ON register_provision AS RESTRICTIVE FOR SELECT USING (
    (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work('read')) p)
    OR (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work('log')) p));
DROP POLICY purpose_change ON register_provision;
CREATE POLICY purpose_change ON register_provision AS RESTRICTIVE FOR UPDATE USING (false);
"""
REQUESTS = """
ALTER TABLE register_accessrequest ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_accessrequest FORCE ROW LEVEL SECURITY;
CREATE POLICY supervised ON register_accessrequest FOR SELECT USING (
    (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass(public.purposes_work('log')) p)
    AND remove_due > (SELECT p.day FROM public.purposes_pass(public.purposes_work('log')) p));
CREATE POLICY asked ON register_accessrequest FOR INSERT WITH CHECK (
    (processing_id, regime, ground, organisation_id, registrar_id)
        = (SELECT p.processing_id, p.regime, p.ground, p.organisation_id, p.user_id
        FROM public.purposes_pass('log') p)
    AND approved_by IS NULL);
CREATE POLICY approved ON register_accessrequest FOR UPDATE
USING (approved_by IS NULL AND (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass('log') p)
    AND registrar_id <> (SELECT p.user_id FROM public.purposes_pass('log') p))
WITH CHECK (approved_by = (SELECT p.user_id FROM public.purposes_pass('log') p));
CREATE POLICY due ON register_accessrequest FOR DELETE USING (
    (SELECT (public.purposes_pass(public.purposes_work('none'))).processing_id) = processing_id);
CREATE FUNCTION register_request_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) - '{approved_by,approved_at}'::text[]
        <> to_jsonb(OLD) - '{approved_by,approved_at}'::text[]
    THEN
        RAISE EXCEPTION 'a request stays as it was asked' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER register_request_stays BEFORE UPDATE ON register_accessrequest
FOR EACH ROW EXECUTE FUNCTION register_request_stays();
"""
# A privacy officer sees no row; these functions look for one, within the officer's own pass.
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

    dependencies = [
        ("register", "0008_provisions_and_requests"),
        ("purposes", "0008_reports"),
    ]

    operations = [migrations.RunSQL(PROVISIONS + REQUESTS + ACCESS, GONE)]
