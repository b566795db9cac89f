"""The planner remembers nothing of what partners had delivered of fields that were corrected."""

from django.db import migrations

FORGET = "SELECT purposes_not_remembered('register_registration', '{corrected}');"


class Migration(migrations.Migration):

    dependencies = [("register", "0046_apart_and_changed"), ("purposes", "0016_not_remembered")]

    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop)]
