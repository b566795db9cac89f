"""What belongs to a letter that went stays as it was: its sections, their versions, its files.

The letter's own row says whether it went. It is locked while it is looked at, so that
nothing is slipped in between the look and the freezing.
"""

from django.db import migrations

STAY = """
CREATE FUNCTION letters_parts_stay() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    numbers bigint[];
BEGIN
    IF TG_TABLE_NAME = 'letters_sectionversion' THEN
        SELECT array_agg(letter_id) INTO numbers FROM letters_section WHERE id = NEW.section_id;
    ELSIF TG_OP = 'INSERT' THEN
        numbers := ARRAY[NEW.letter_id];
    ELSIF TG_OP = 'DELETE' THEN
        numbers := ARRAY[OLD.letter_id];
    ELSE
        numbers := ARRAY[OLD.letter_id, NEW.letter_id];
    END IF;
    PERFORM 1 FROM letters_outgoingletter WHERE id = ANY (numbers) FOR SHARE;
    PERFORM 1 FROM letters_outgoingletter WHERE id = ANY (numbers) AND state = 'frozen';
    IF FOUND THEN
        RAISE EXCEPTION 'the letter of this row in % is frozen', TG_TABLE_NAME;
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER letters_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON letters_section
FOR EACH ROW EXECUTE FUNCTION letters_parts_stay();
CREATE TRIGGER letters_parts_stay BEFORE INSERT ON letters_sectionversion
FOR EACH ROW EXECUTE FUNCTION letters_parts_stay();
CREATE TRIGGER letters_parts_stay BEFORE INSERT ON letters_frozenfile
FOR EACH ROW EXECUTE FUNCTION letters_parts_stay();
"""
GONE = "DROP FUNCTION letters_parts_stay() CASCADE;"


class Migration(migrations.Migration):

    dependencies = [
        ("letters", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(STAY, GONE),
    ]
