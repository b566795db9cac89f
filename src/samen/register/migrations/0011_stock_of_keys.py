"""Gathering the planner's statistics of what is searched, and not of all that a row holds.

The rest of a row is a thousand signs of JSON: reading a sample of it takes longer than taking
in ten thousand rows.
"""

from django.db import migrations

STOCK = """
CREATE OR REPLACE FUNCTION register_take_stock() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    ANALYZE (SKIP_LOCKED) register_registration (id, processing_id, regime, organisation_id,
        family_key, given_key, phone, document_number, postcode);
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0010_keeping_terms")]

    operations = [migrations.RunSQL(STOCK, migrations.RunSQL.noop)]
