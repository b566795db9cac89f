"""The planner remembers no reason of an answer, and no counts of a question."""

from django.db import migrations

FORGET = """
SELECT purposes_not_remembered('exchange_hit', '{reason}');
SELECT purposes_not_remembered('exchange_exchangequestion', '{counts}');
"""


class Migration(migrations.Migration):

    dependencies = [("exchange", "0004_stays"), ("purposes", "0016_not_remembered")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
