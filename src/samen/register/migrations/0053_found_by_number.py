"""What a delivery says of registrations that are known is found by their numbers.

The planner takes it that next to nothing passes the policies, whatever its statistics say, and
then reads a whole table for each row of a file. Named numbers, and no loop within a loop, leave
it no other way than the index.
"""

from django.db import migrations

BY_NUMBER = r"""
DO $$
DECLARE
    noting regprocedure;
BEGIN
    FOREACH noting IN ARRAY ARRAY[
        'register_note_origins(uuid[], text[], text[])',
        'register_note_shelters(uuid[], bytea[], date[])'
    ]::regprocedure[] LOOP
        EXECUTE regexp_replace(pg_get_functiondef(noting),
            '(\w\.(id|registration)) = (given|t|n)\.(person|id)\M',
            '\1 = \3.\4 AND \1 = ANY (persons)', 'g');
        EXECUTE format('ALTER FUNCTION %s SET enable_nestloop = off', noting);
    END LOOP;
END
$$;
ALTER FUNCTION register_same_apart(text[], text[]) SET enable_nestloop = off;
"""
AS_BEFORE = r"""
DO $$
DECLARE
    noting regprocedure;
BEGIN
    FOREACH noting IN ARRAY ARRAY[
        'register_note_origins(uuid[], text[], text[])',
        'register_note_shelters(uuid[], bytea[], date[])'
    ]::regprocedure[] LOOP
        EXECUTE regexp_replace(pg_get_functiondef(noting),
            ' AND \w\.(id|registration) = ANY \(persons\)', '', 'g');
        EXECUTE format('ALTER FUNCTION %s RESET enable_nestloop', noting);
    END LOOP;
END
$$;
ALTER FUNCTION register_same_apart(text[], text[]) RESET enable_nestloop;
"""


class Migration(migrations.Migration):

    dependencies = [("register", "0052_answered")]

    operations = [migrations.RunSQL(BY_NUMBER, AS_BEFORE)]
