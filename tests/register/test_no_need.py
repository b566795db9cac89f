"""What is no longer necessary goes before its term: decided with a reason, and taken back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import override_settings

from samen.core.errors import Refused
from samen.core.terms import Ground, MemberRole, RegistrationKind
from samen.register import actions, queries
from samen.register import actions_of_keeping as keeping
from samen.register.actions_of_typing import type_in
from samen.register.models import Registration, RegistrationVersion
from samen.register.typed_rows import typed_row
from samen.register.values import NoNeed
from tests.register.given_files import DAY, NOW, Setting
from tests.register.test_keeping import rows_left, typed
from tests.register.test_pages import at, browser, text

pytestmark = pytest.mark.django_db(transaction=True)
GONE = DAY + timedelta(days=7)


def ended(setting: Setting, ground: Ground = Ground.AVG6E) -> UUID:
    """A registration that was corrected once and is no longer necessary."""
    number = typed(setting, "Voorbeeld", ground=ground)
    with setting.inside(ground=ground) as purpose:
        actions.correct(purpose, number, {"city": "Utrecht"})
        actions.end_necessity(purpose, number, NoNeed.NOBODY)
    return number


def seen(setting: Setting, day: date, ground: Ground = Ground.AVG6E) -> tuple[int, int]:
    with setting.inside(ground=ground, today=day):
        return Registration.objects.count(), RegistrationVersion.objects.count()


def test_it_goes_a_week_later_with_its_earlier_versions(setting: Setting) -> None:
    ended(setting)
    assert seen(setting, GONE - timedelta(days=1)) == (1, 2)
    assert seen(setting, GONE) == (0, 0)
    assert keeping.destroy_due(today=GONE - timedelta(days=1)) == 0
    assert keeping.destroy_due(today=GONE) == 1
    assert {table for table, rows in rows_left().items() if rows} == {"delivery"}


def test_what_was_typed_goes_with_all_that_says_so(setting: Setting) -> None:
    row = typed_row({"family_name": "Voorbeeld"}, today=DAY)
    with setting.inside() as purpose:
        made = type_in(purpose, row, kind=RegistrationKind.VICTIM, provided=False, now=NOW)
        assert made.number
        actions.end_necessity(purpose, made.number, NoNeed.TWICE)
    assert keeping.destroy_due(today=GONE) == 1
    assert not any(rows_left().values())


def test_police_data_lie_apart_first(setting: Setting) -> None:
    ended(setting, Ground.WPG10)
    assert seen(setting, GONE, Ground.WPG10) == (0, 0)
    apart = GONE.replace(year=GONE.year + 5)
    assert keeping.destroy_due(today=apart - timedelta(days=1)) == 0
    assert keeping.destroy_due(today=apart) == 1


@pytest.mark.parametrize("ground", [Ground.AVG6E, Ground.WPG10])
def test_it_can_be_taken_back_and_all_days_are_as_they_were(
    setting: Setting, ground: Ground
) -> None:
    number = ended(setting, ground)
    with setting.inside(ground=ground) as purpose:
        found = actions.note_necessity(purpose, number)
        assert found.remove_due == actions.dues(purpose).remove
        days = {(each.remove_due, each.destroy_due) for each in queries.versions(purpose, number)}
    assert (found.remove_due, found.destroy_due) in days
    assert GONE in {remove for remove, _ in days}, "as that version was, while it was to go"
    assert seen(setting, GONE, ground)[0] == 1


def test_a_hold_is_stronger(setting: Setting) -> None:
    number = ended(setting)
    with setting.inside() as purpose:
        keeping.hold(purpose, number, reason="klacht loopt")
    assert keeping.destroy_due(today=GONE) == 0
    assert seen(setting, GONE) == (0, 0)


def test_what_goes_as_soon_by_itself_is_left(setting: Setting) -> None:
    number = ended(setting)
    with setting.inside() as purpose, pytest.raises(Refused, match="within a week"):
        actions.end_necessity(purpose, number, NoNeed.ASKED)


def test_on_the_page_with_its_reason_in_the_log(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    client = browser(setting, MemberRole.REGISTRAR)
    page = at(setting, MemberRole.REGISTRAR, f"registratie/{number}/")
    with override_settings(TODAY=DAY):
        assert f"{page}niet-meer-nodig/" in text(client, page)
        assert client.post(f"{page}niet-meer-nodig/", {"why": "zomaar"}).status_code == 400
        done = client.post(f"{page}niet-meer-nodig/", {"why": "nobody"}, follow=True)
        assert "24 november 2021 · niet meer nodig" in done.content.decode()
        assert "Vandaag nog nodig" in done.content.decode()
        officer = MemberRole.PRIVACY_OFFICER
        looked = at(setting, officer, f"toezicht/registratie/?number={number}")
        told = text(browser(setting, officer), looked)
        assert (
            "dat zij niet meer nodig is, de registratie gaat over niemand, zoals een proef" in told
        )
        client.post(f"{page}nodig")
        assert "niet meer nodig; tot" not in text(client, page)
    assert keeping.destroy_due(today=GONE) == 0


@pytest.mark.parametrize("role", [MemberRole.ANALYST, MemberRole.PRIVACY_OFFICER])
def test_who_does_not_write_does_not_decide(setting: Setting, role: MemberRole) -> None:
    number = typed(setting, "Voorbeeld")
    address = at(setting, role, f"registratie/{number}/niet-meer-nodig/")
    with override_settings(TODAY=DAY):
        assert browser(setting, role).post(address, {"why": "nobody"}).status_code == 403
    with setting.inside(MemberRole.ANALYST) as purpose, pytest.raises(Refused):
        actions.end_necessity(purpose, number, NoNeed.NOBODY)
