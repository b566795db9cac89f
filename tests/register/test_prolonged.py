"""The last day of a processing moves: what is in it stays as long as it runs, and no longer."""

from datetime import date, timedelta

import pytest
from django.test import override_settings

from samen.core.terms import MemberRole
from samen.purposes.actions import change_processing
from samen.register import actions_of_keeping as keeping
from samen.register.models import Registration
from tests.register.given_files import DAY, Setting, csv_file, make_setting, taken
from tests.register.test_keeping import rows_left
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
        made = keeping.hold(purpose, number, reason="klacht bij de rechter")
    assert made.destroy_due == date(2023, 1, 1)
    assert keeping.destroy_due(today=made.destroy_due - timedelta(days=1)) == 1
    assert keeping.destroy_due(today=made.destroy_due) == 1
