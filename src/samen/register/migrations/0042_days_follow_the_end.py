"""What goes by the last day of its processing follows that day when it moves.

What came in before the last day was no part of a registration's own days still has days that an
earlier last day had cut short: these are worked out anew, with those of all that goes with it.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samen.purposes.keeping import legal_terms, own_terms

OPEN = """
CREATE TEMPORARY TABLE forced ON COMMIT DROP AS
SELECT oid::regclass AS bound FROM pg_class WHERE relforcerowsecurity AND relowner = (
    SELECT relowner FROM pg_class WHERE oid = 'register_registration'::regclass);
DO $$
DECLARE
    name regclass;
BEGIN
    FOR name IN SELECT bound FROM forced LOOP
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', name);
    END LOOP;
    ALTER TABLE register_registration DISABLE TRIGGER register_keep_versions;
END
$$;
CREATE TEMPORARY TABLE last_days ON COMMIT DROP AS
SELECT pgh_obj_id AS processing, "end" AS day FROM purposes_processingevent WHERE "end" IS NOT NULL
UNION SELECT id, "end" FROM purposes_processing WHERE "end" IS NOT NULL;
"""
CLOSED = """
DO $$
DECLARE
    name regclass;
BEGIN
    ALTER TABLE register_registration ENABLE TRIGGER register_keep_versions;
    FOR name IN SELECT bound FROM forced LOOP
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END
$$;
DROP TABLE forced, last_days;
"""
# By ground: since when its term counts, how long, and how long it lies apart after that.
CUT = """
CREATE TEMPORARY TABLE cut ON COMMIT DROP AS
SELECT id, ends, row_number() OVER () AS n FROM (
    SELECT r.id, r.remove_due,
        ({since} + make_interval(months => least(%(months)s, p.kept_months)))::date AS ends
    FROM {table} r JOIN purposes_processing p ON p.id = r.processing_id
    JOIN last_days l ON l.processing = p.id AND r.remove_due = l.day + 1
    WHERE r.ground = %(ground)s
) term WHERE remove_due < ends
"""
# Some at a time: what goes with registrations is looked up by a list of those that moved.
ANEW = """
UPDATE {table} t SET remove_due = cut.ends,
    destroy_due = cut.ends + make_interval(months => %(apart)s)
FROM cut WHERE t.id = cut.id AND n BETWEEN %(first)s AND %(last)s
"""
HOLDS = """
UPDATE register_hold h SET remove_due = held.last, destroy_due = held.last FROM (
    SELECT h.id, (greatest(r.destroy_due, h.decided_on) + make_interval(months => %s))::date AS last
    FROM register_hold h JOIN register_registration r ON r.id = h.registration
    WHERE h.ended_on IS NULL
) held WHERE h.id = held.id AND h.destroy_due < held.last
"""
AT_ONCE = 1000
TABLES = {
    "register_registration": "r.{day}",
    "register_registrationversion": "(r.was ->> '{day}')::date",
    "register_delivery": "r.received_at::date",
}
DAYS = {"first_processed": "first_processed_at", "last_necessary": "last_necessary_at"}


def work_out_anew(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give what an earlier last day cut short the days of its own term."""
    with editor.connection.cursor() as cursor:
        cursor.execute(OPEN)
        for ground, term in legal_terms().items():
            for table, since in TABLES.items():
                day = since.format(day=DAYS[term.counts_from])
                given = {"ground": ground, "months": term.remove_months}
                cursor.execute(CUT.format(table=table, since=day), given)
                for first in range(1, cursor.rowcount + 1, AT_ONCE):
                    part = {"first": first, "last": first + AT_ONCE - 1, "apart": term.apart_months}
                    cursor.execute(ANEW.format(table=table), part)
                cursor.execute("DROP TABLE cut")
        cursor.execute(HOLDS, [own_terms()["hold"].months])
        cursor.execute(CLOSED)


class Migration(migrations.Migration):

    dependencies = [("register", "0041_holds_released"), ("purposes", "0015_released")]

    operations = [migrations.RunPython(work_out_anew, migrations.RunPython.noop)]
