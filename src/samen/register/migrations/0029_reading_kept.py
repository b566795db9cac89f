"""How a file is read stands with the file, and not with the job that takes it in."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("register", "0028_files_of_their_team")]

    operations = [
        migrations.AddField(
            model_name="partnerfile",
            name="reading",
            field=models.JSONField(blank=True, null=True),
        )
    ]
