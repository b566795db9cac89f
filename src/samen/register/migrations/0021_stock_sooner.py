"""The planner's statistics of a file that is coming in are gathered from a tenth of the sample.

They serve the rest of that transaction. The database's own work gathers the full ones once the
file is in.
"""

from django.db import migrations

SOONER = "ALTER FUNCTION register_take_stock() SET default_statistics_target = 10;"
AS_BEFORE = "ALTER FUNCTION register_take_stock() RESET default_statistics_target;"


class Migration(migrations.Migration):

    dependencies = [("register", "0020_apart_refused")]

    operations = [migrations.RunSQL(SOONER, AS_BEFORE)]
