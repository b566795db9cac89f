"""What the gate was asked and what it said stand together, so that both are seen again."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("figures", "0002_bound")]

    operations = [
        migrations.AddField("gatereport", "reason", models.JSONField(null=True)),
        migrations.AddField("gatereport", "asked", models.JSONField(default=dict)),
        migrations.AddField("gatereport", "hidden", models.JSONField(default=list)),
        migrations.AddField("gatereport", "instead", models.JSONField(default=list)),
    ]
