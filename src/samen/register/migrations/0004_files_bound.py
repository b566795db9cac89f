"""Partners' files are seen inside their purpose only, as what is read from them."""

from django.db import migrations

BOUND = """
SELECT purposes_bind('register_partnerfile');
SELECT purposes_bind('register_filepiece');
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0003_partner_files")]

    operations = [migrations.RunSQL(BOUND, migrations.RunSQL.noop)]
