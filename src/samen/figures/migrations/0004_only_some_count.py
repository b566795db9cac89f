"""A way to count may be of some codes of a field only."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("figures", "0003_looks_are_seen_again")]

    operations = [
        migrations.AddField(
            "countingquery", "only",
            models.JSONField(blank=True, default=dict, help_text="By field: the codes that count."),
        ),
    ]
