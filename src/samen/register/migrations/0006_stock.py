"""Gathering the planner's statistics while a large file is taken in.

Rows of a transaction that is not over are in nobody's statistics, and without them a batch
is compared with the whole table instead of through an index. Only the owner may gather them;
who is gathering already is not waited for.
"""

from django.db import migrations

STOCK = """
CREATE FUNCTION register_take_stock() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN ANALYZE (SKIP_LOCKED) register_registration; END $$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0005_indexes")]

    operations = [migrations.RunSQL(STOCK, "DROP FUNCTION register_take_stock();")]
