"""A request for access is decided by another person than who noted it, not by another account."""

from django.db import migrations

ANOTHER = """
DROP POLICY approved ON register_accessrequest;
CREATE POLICY approved ON register_accessrequest FOR UPDATE
USING (approved_by IS NULL AND (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass('log') p)
    AND NOT public.accounts_same_person(registrar_id,
        (SELECT p.user_id FROM public.purposes_pass('log') p)))
WITH CHECK (approved_by = (SELECT p.user_id FROM public.purposes_pass('log') p));
"""
AS_BEFORE = """
DROP POLICY approved ON register_accessrequest;
CREATE POLICY approved ON register_accessrequest FOR UPDATE
USING (approved_by IS NULL AND (processing_id, regime) = (SELECT p.processing_id, p.regime
        FROM public.purposes_pass('log') p)
    AND registrar_id <> (SELECT p.user_id FROM public.purposes_pass('log') p))
WITH CHECK (approved_by = (SELECT p.user_id FROM public.purposes_pass('log') p));
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0039_known_still"), ("accounts", "0006_same_person")]

    operations = [migrations.RunSQL(ANOTHER, AS_BEFORE)]
