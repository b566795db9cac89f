"""The planner remembers no free text of the register; by it no row is asked for."""

from django.db import migrations

FORGET = """
SELECT purposes_not_remembered('register_registration', '{values,raw}');
SELECT purposes_not_remembered('register_registrationversion', '{was}');
SELECT purposes_not_remembered('register_origin', '{said,earlier}');
SELECT purposes_not_remembered('register_shelteraddress', '{sealed}');
SELECT purposes_not_remembered('register_hold', '{reason}');
SELECT purposes_not_remembered('register_delivery', '{mapping,findings}');
SELECT purposes_not_remembered('register_partnerfile', '{reading}');
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0042_days_follow_the_end"), ("purposes", "0016_not_remembered")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
