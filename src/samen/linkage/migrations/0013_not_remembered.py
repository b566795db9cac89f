"""The planner remembers no note on a pair, no reason of a decision and no model."""

from django.db import migrations

FORGET = """
SELECT purposes_not_remembered('linkage_pairjudgement', '{note}');
SELECT purposes_not_remembered('linkage_standingdecision', '{reason}');
SELECT purposes_not_remembered('linkage_linkrun', '{model,capped}');
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0012_origin_counted"), ("purposes", "0016_not_remembered")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
