"""A file of a few rows is short enough to stand whole in what the planner remembers.

Nothing asks for a row by these columns, so that it need not know what is in them.
"""

from django.db import migrations

FORGOTTEN = """
ALTER TABLE register_filepiece ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE register_provision ALTER COLUMN goal SET STATISTICS 0;
DO $$
DECLARE
    words text := pg_get_functiondef('register_take_stock_anew()'::regprocedure);
BEGIN
    EXECUTE replace(words, ',partnerfile}', ',partnerfile,filepiece,provision}');
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0035_going_together")]

    operations = [migrations.RunSQL(FORGOTTEN, migrations.RunSQL.noop)]
