"""A privacy officer ends a hold: that and why stands beside what went.

What an officer does after the processing ended goes into its log as before.
"""

from django.db import migrations, models

LOG = """
DO $$
DECLARE
    words text := pg_get_functiondef('purposes_log(jsonb, text)'::regprocedure);
BEGIN
    EXECUTE replace(words, '{before}', '{after}');
END
$$;
"""
BEFORE = "    IF p.membership_id IS NULL THEN\n        RAISE"
AFTER = f"""    IF p.membership_id IS NULL THEN
        p := public.purposes_pass(''trace'');
    END IF;
{BEFORE}"""

class Migration(migrations.Migration):

    dependencies = [("purposes", "0014_by_another_person")]

    operations = [
        migrations.AddField(
            model_name="destruction",
            name="note",
            field=models.TextField(blank=True, db_default=""),
        ),
        migrations.AlterField(
            model_name="destruction",
            name="act",
            field=models.CharField(choices=[("removed", "removed"), ("destroyed", "destroyed"), ("released", "released")], max_length=10),
        ),
        migrations.AlterField(
            model_name="destruction",
            name="reason",
            field=models.CharField(choices=[("term", "term"), ("end", "end"), ("decided", "decided")], max_length=10),
        ),
        migrations.RunSQL(
            LOG.format(before=BEFORE, after=AFTER), LOG.format(before=AFTER, after=BEFORE)
        ),
    ]
