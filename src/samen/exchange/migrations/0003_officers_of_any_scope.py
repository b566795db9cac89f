"""Privacy officers see the questions of their processing, whatever their scope: as the log."""

from django.db import migrations

REACH = """
DROP POLICY reach ON exchange_exchangequestion;
CREATE POLICY reach ON exchange_exchangequestion AS RESTRICTIVE FOR ALL USING (
    (SELECT public.purposes_work('none')) = 'carry'
    OR (SELECT p.reach FROM public.purposes_pass(public.purposes_work('any')) p) = 'national:'
    OR (SELECT p.membership_id FROM public.purposes_pass(public.purposes_work('log')) p)
        IS NOT NULL);
"""
NATIONAL = """
DROP POLICY reach ON exchange_exchangequestion;
CREATE POLICY reach ON exchange_exchangequestion AS RESTRICTIVE FOR ALL USING (
    (SELECT public.purposes_work('none')) = 'carry'
    OR (SELECT p.reach FROM public.purposes_pass(public.purposes_work('any')) p) = 'national:');
"""


class Migration(migrations.Migration):

    dependencies = [("exchange", "0002_bound")]

    operations = [migrations.RunSQL(REACH, NATIONAL)]
