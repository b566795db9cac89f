"""Gathering the planner's statistics when a run has placed everybody.

Rows that were just written are in nobody's statistics, and without them a count compares each
registration with every placement: minutes instead of a second.
"""

from django.db import migrations

STOCK = """
CREATE FUNCTION linkage_take_stock() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN ANALYZE (SKIP_LOCKED) register_registration, linkage_placement; END $$;
"""


class Migration(migrations.Migration):

    dependencies = [("linkage", "0009_counting")]

    operations = [migrations.RunSQL(STOCK, "DROP FUNCTION linkage_take_stock();")]
