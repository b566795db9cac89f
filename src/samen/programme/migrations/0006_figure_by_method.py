"""A count and an estimate of one publication are two figures; each has its own row of values."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("programme", "0005_counted_by")]

    operations = [
        migrations.RemoveConstraint(model_name="figure", name="figure_one_first"),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("supersedes__isnull", True)),
                fields=("indicator", "year", "until_year", "breakdown", "publication", "vintage",
                        "method"),
                name="figure_one_first",
            ),
        ),
    ]
