"""A request for access knows the day on which it was received: from there the law counts.

Of what was noted before only the day of noting is known.
"""

from django.db import migrations, models

OPENED = (
    "ALTER TABLE register_accessrequest NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER;"
)
KNOWN = """
UPDATE register_accessrequest SET received_on = (asked_at AT TIME ZONE 'Europe/Amsterdam')::date;
ALTER TABLE register_accessrequest FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0047_corrected_not_remembered")]

    operations = [
        migrations.RunSQL(OPENED, migrations.RunSQL.noop),
        migrations.AddField("accessrequest", "received_on", models.DateField(null=True)),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.AlterField("accessrequest", "received_on", models.DateField()),
    ]
