"""Why a merge or split was undone stands with the judgements that are undone, and goes with them."""

from django.db import migrations, models

FILLED_ONCE = """
DO $$
DECLARE
    words text := pg_get_functiondef('linkage_stays()'::regprocedure);
BEGIN
    EXECUTE replace(words, {before}, {after});
END
$$;
DROP TRIGGER linkage_stays ON linkage_pairjudgement;
CREATE TRIGGER linkage_stays BEFORE UPDATE ON linkage_pairjudgement
FOR EACH ROW EXECUTE FUNCTION linkage_stays({fields});
"""
FIELDS = "'event', 'undone_by', 'undone_at', 'undone_with'"
EMPTY, NONE = """'IN (''null'', ''""'')'""", "'= ''null'''"
NOT_REMEMBERED = "SELECT purposes_not_remembered('linkage_pairjudgement', '{undone_note}');"


class Migration(migrations.Migration):

    dependencies = [("linkage", "0015_joined_by_enough")]

    operations = [
        migrations.AddField(
            "pairjudgement",
            "undone_note",
            models.CharField(blank=True, default="", max_length=500),
        ),
        migrations.RunSQL(
            FILLED_ONCE.format(before=NONE, after=EMPTY, fields=FIELDS + ", 'undone_note'"),
            FILLED_ONCE.format(before=EMPTY, after=NONE, fields=FIELDS),
        ),
        migrations.RunSQL(NOT_REMEMBERED, migrations.RunSQL.noop),
    ]
