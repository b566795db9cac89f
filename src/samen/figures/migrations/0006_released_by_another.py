"""A release goes out by another person than who proposed it: the database sees to it too."""

from django.db import migrations

ANOTHER = """
CREATE FUNCTION figures_released_by_another() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM figures_releasestep WHERE release_id = NEW.release_id AND act = 'proposed'
    ) OR EXISTS (
        SELECT FROM figures_releasestep
        WHERE release_id = NEW.release_id AND act = 'proposed'
            AND accounts_same_person(by_id, NEW.by_id)
    ) THEN
        RAISE EXCEPTION 'another person releases' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER figures_released_by_another BEFORE INSERT ON figures_releasestep
FOR EACH ROW WHEN (NEW.act = 'released') EXECUTE FUNCTION figures_released_by_another();
"""
ANYBODY = """
DROP TRIGGER figures_released_by_another ON figures_releasestep;
DROP FUNCTION figures_released_by_another();
"""


class Migration(migrations.Migration):

    dependencies = [("figures", "0005_counts_go"), ("accounts", "0006_same_person")]

    operations = [migrations.RunSQL(ANOTHER, ANYBODY)]
