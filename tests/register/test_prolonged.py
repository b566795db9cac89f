"""The last day of a processing moves: what is in it stays as long as it runs, and no longer."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import override_settings
from psycopg import sql

from samen.core.terms import MemberRole
from samen.purposes.actions import change_processing
from samen.register import actions_of_keeping as keeping
from samen.register.actions import correct
from samen.register.models import Registration
from samen.register.queries_of_keeping import standing_holds
from tests.register.given_files import DAY, Setting, csv_file, make_setting, taken
from tests.register.test_keeping import everything, rows_left
from tests.register.test_pages import at, browser, text

pytestmark = pytest.mark.django_db(transaction=True)
FIRST_END, LATER_END = date(2021, 12, 31), date(2022, 6, 30)


def ends(setting: Setting, day: date) -> None:
    change_processing(processing=setting.processing.pk, today=DAY, goal="Zicht op hulp",
                      review=day, end=day)  # fmt: skip


@pytest.fixture
def setting() -> Setting:
    made = make_setting()
    ends(made, FIRST_END)
    made.processing.refresh_from_db()
    with made.inside() as purpose:
        taken(purpose, csv_file())
    return made


def test_what_is_in_a_processing_that_is_prolonged_stays_until_its_new_end(
    setting: Setting,
) -> None:
    ends(setting, LATER_END)
    assert keeping.destroy_due(today=FIRST_END + timedelta(days=1)) == 0
    with setting.inside(today=LATER_END):
        assert Registration.objects.count() == 2
    assert keeping.destroy_due(today=LATER_END) == 0
    assert keeping.destroy_due(today=LATER_END + timedelta(days=1)) == 2
    assert not any(rows_left().values())


def test_a_page_tells_the_day_on_which_the_processing_takes_it(setting: Setting) -> None:
    with setting.inside():
        number = Registration.objects.get(source_key="id:P1").pk
    page = at(setting, MemberRole.REGISTRAR, f"registratie/{number}/")
    with override_settings(TODAY=DAY):
        assert "1 januari 2022" in text(browser(setting, MemberRole.REGISTRAR), page)
        ends(setting, LATER_END)
        assert "1 juli 2022" in text(browser(setting, MemberRole.REGISTRAR), page)


def test_a_hold_postpones_by_a_year_after_the_end(setting: Setting) -> None:
    with setting.inside() as purpose:
        number = Registration.objects.get(source_key="id:P1").pk
        keeping.hold(purpose, number, reason="klacht bij de rechter")
        (held,) = standing_holds(purpose)
    assert held.until == date(2023, 1, 1)
    assert keeping.destroy_due(today=held.until - timedelta(days=1)) == 1
    assert keeping.destroy_due(today=held.until) == 1


@pytest.mark.parametrize(
    ("moved", "until"), [(LATER_END, date(2023, 7, 1)), (date(2021, 11, 30), date(2022, 12, 1))]
)
def test_a_hold_ends_a_year_after_the_last_day_as_it_was_moved(
    setting: Setting, moved: date, until: date
) -> None:
    with setting.inside() as purpose:
        number = Registration.objects.get(source_key="id:P1").pk
        keeping.hold(purpose, number, reason="klacht bij de rechter")
    ends(setting, moved)
    with setting.inside() as purpose:
        assert [each.until for each in standing_holds(purpose)] == [until]
    keeping.destroy_due(today=until - timedelta(days=1))
    assert rows_left()["registration"] == 1
    keeping.destroy_due(today=until)
    assert not any(rows_left().values())


def test_what_an_earlier_last_day_cut_short_gets_the_days_of_its_own_term(
    setting: Setting,
) -> None:
    """As rows stood when the last day of their processing was part of their own days."""
    with setting.inside() as purpose:
        number = Registration.objects.get(source_key="id:P1").pk
        correct(purpose, number, {"city": "Elders"})
        held = keeping.hold(purpose, number, reason="klacht bij de rechter")
    cut = FIRST_END + timedelta(days=1)
    with everything() as writing:
        writing.execute("set session_replication_role = replica")  # as no trigger had seen it
        for table in ("registration", "registrationversion", "delivery", "hold"):
            words = sql.SQL("update {} set remove_due = %s, destroy_due = %s")
            writing.execute(words.format(sql.Identifier(f"register_{table}")), [cut, cut])
    ends(setting, LATER_END)
    steps = import_module("samen.register.migrations.0042_days_follow_the_end")
    with connection.schema_editor(atomic=True) as editor:
        steps.work_out_anew(apps, editor)
    assert keeping.destroy_due(today=cut) == 0
    left = rows_left()
    assert (left["registration"], left["registrationversion"], left["delivery"]) == (2, 1, 1)
    with setting.inside(today=LATER_END):
        days = Registration.objects.values_list("remove_due", "destroy_due").distinct()
        assert list(days) == [(date(2023, 11, 17), date(2023, 11, 17))]
        held.refresh_from_db()
        assert held.destroy_due == date(2024, 11, 17)
