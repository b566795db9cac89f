"""What work says becomes sentences with values; the lines of earlier work go, its title stays."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("work", "0001_initial"),
    ]

    operations = [
        migrations.RenameField("work", "title", "sentence"),
        migrations.AddField("work", "values", models.JSONField(default=dict)),
        migrations.RemoveField("work", "log"),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("sentences", models.JSONField(default=list)),
                ("values", models.JSONField(default=dict)),
                ("work", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="work.work")),
            ],
            options={"ordering": ("pk",)},
        ),
    ]
