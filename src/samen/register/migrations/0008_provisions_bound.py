"""Provisions never change; requests for access are the privacy officers', and take two of them.

Who approves is another than who asked: the database says so, whatever a page does.
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


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0007_provisions_and_requests"),
        ("purposes", "0008_reports"),
    ]

    operations = [migrations.RunSQL(PROVISIONS + REQUESTS, migrations.RunSQL.noop)]
