"""Runs that put in place what came in since the last one; they write only the pairs they touch."""

from django.db import migrations, models

# As `linkage_keep_pairs_of`, among some registrations.
REPLACE = """
CREATE FUNCTION linkage_keep_pairs_of(kept uuid, members uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('samen.work', 'link', true);
    DELETE FROM linkage_pair
    WHERE run <> kept AND left_id = ANY (members) AND right_id = ANY (members);
    PERFORM set_config('samen.work', '', true);
END
$$;
"""
GONE = "DROP FUNCTION linkage_keep_pairs_of(uuid, uuid[]);"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0010_stock")]

    operations = [
        migrations.AddField(
            model_name="linkrun",
            name="added",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.RunSQL(REPLACE, GONE),
    ]
