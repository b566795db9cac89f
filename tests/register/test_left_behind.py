"""What was destroyed is not left in what the database remembers of its tables."""

from datetime import date

import pytest
from django.db import connection

from samen.register.actions_of_files import give_file
from samen.register.actions_of_keeping import destroy_due
from tests.register.given_files import NOW, Setting, csv_file, make_setting, taken
from tests.register.test_keeping import everything

pytestmark = pytest.mark.django_db(transaction=True)
KNOWN = (
    "select count(*) from pg_stats where tablename = 'register_registration' and"
    " concat(most_common_vals, histogram_bounds) ilike '%kanari%'"
)


def remembered() -> int:
    """The columns of which the planner knows a value with the name of the test."""
    with everything() as reading:
        row = reading.execute(KNOWN).fetchone()
        return int(row[0]) if row else -1


@pytest.mark.parametrize("stays", [0, 1])
def test_the_planner_forgets_whom_it_knew(stays: int) -> None:
    """Also where nothing is left in the table, which a new gathering passes over."""
    setting, other = make_setting(), make_setting("Ander", "dienst Ander")
    came(setting, "Kanarie", date(2021, 11, 17))
    if stays:
        came(other, "Blijft", date(2022, 11, 17))
    with connection.cursor() as cursor:
        cursor.execute("select register_take_stock()")
    assert remembered()
    assert destroy_due(today=date(2023, 11, 17)) == 8
    assert remembered() == 0


def test_the_planner_never_knew_what_stood_in_a_file(db: None) -> None:
    """A file of a few rows is as short as a name of a street."""
    setting = make_setting()
    with setting.inside() as purpose:
        for n in range(60):
            rows = [f"P{n};Kanarie;Voorbeeld;1988;vrouw;"]
            give_file(purpose, stream=csv_file(rows), name=f"{n}.csv", now=NOW)
    with everything() as reading:
        reading.execute("analyze register_filepiece")
        found = reading.execute(
            "select concat(most_common_vals, histogram_bounds) from pg_stats"
            " where tablename = 'register_filepiece'"
        ).fetchall()
    assert found
    assert not any(b"Kanarie".hex() in told for (told,) in found)


def came(setting: Setting, name: str, day: date) -> None:
    """Eight persons by this name come in on a day."""
    rows = [f"P{n};Anna;{name};1988;vrouw;" for n in range(8)]
    with setting.inside(today=day) as purpose:
        taken(purpose, csv_file(rows))
