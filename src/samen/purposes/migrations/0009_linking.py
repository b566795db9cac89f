"""Who may link: analysts and case holders. `carry` is asked by the database's own functions only.

When a registrar finds a registration necessary again, the database carries its new days over to
what stands about it in tables that the registrar does not see.
"""

from django.db import migrations

VERBS = """
CREATE OR REPLACE FUNCTION purposes_verbs(role text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE role
        WHEN 'registrar' THEN '{any,read,add,change,version,carry}'::text[]
        WHEN 'case_holder' THEN '{any,read,add,change,version,carry,link}'
        WHEN 'analyst' THEN '{any,read,link}'
        WHEN 'statistician' THEN '{any,count}'
        WHEN 'privacy_officer' THEN '{any,log,access}'
        ELSE '{any}' END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("purposes", "0008_reports")]

    operations = [migrations.RunSQL(VERBS, migrations.RunSQL.noop)]
