"""What a delivery says of registrations that are known is found by their numbers.

The planner takes it that next to nothing passes the policies, whatever its statistics say, and
then reads a whole table for each row of a file. Named numbers, and no loop within a loop, leave
it no other way than the index.
"""

from django.db import migrations

NOTING = """
        ('register_note_origins(uuid[], text[], text[])'),
        ('register_note_shelters(uuid[], bytea[], date[])'),
        ('register_keys_apart(text[])'),
        ('register_same_apart(text[], text[])')
"""
CHANGE = r"""
DO $$
DECLARE
    noting regprocedure;
    words text;
BEGIN
    FOR noting IN SELECT named::regprocedure FROM (VALUES {noting}) each (named) LOOP
        words := pg_get_functiondef(noting);
        {change}
        EXECUTE words;
        EXECUTE format('ALTER FUNCTION %s {loops}', noting);
    END LOOP;
END
$$;
"""
NAME = r"""words := regexp_replace(words, '(\w\.(id|registration)) = (given|t|n)\.(person|id)\M',
            '\1 = \3.\4 AND \1 = ANY (persons)', 'g');
        words := replace(words, 'WHERE r.organisation_id = passed.',
            'WHERE r.source_key = ANY (keys) AND r.organisation_id = passed.');"""
UNNAME = r"""words := regexp_replace(words, ' AND \w\.(id|registration) = ANY \(persons\)', '', 'g');
        words := replace(words, 'r.source_key = ANY (keys) AND ', '');"""
BY_NUMBER = CHANGE.format(noting=NOTING, change=NAME, loops="SET enable_nestloop = off")
AS_BEFORE = CHANGE.format(noting=NOTING, change=UNNAME, loops="RESET enable_nestloop")


class Migration(migrations.Migration):

    dependencies = [("register", "0058_compared_is_logged")]

    operations = [migrations.RunSQL(BY_NUMBER, AS_BEFORE)]
