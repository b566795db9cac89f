"""What an approved request for access opens: what was registered until then, for a short time."""

from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client, override_settings

from samen.core.errors import Refused
from samen.core.terms import Ground, MemberRole
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import Membership
from samen.register import queries_of_keeping as keeping
from samen.register.actions_of_access import approve_access, note_answer
from samen.register.models import AccessRequest
from tests.register.given_files import DAY, NOW, Setting, csv_file, taken
from tests.register.test_access import approved, asked, second, setting

__all__ = ["second", "setting"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]
ANEW = "Q9;Anna;van der Vermeulen;17-05-1988;vrouw;"


def officer(part: Membership, day: date) -> AbstractContextManager[Purpose]:
    return inside(membership=part.pk, user=part.user_id, ground=Ground.AVG6E, today=day)


def held(part: Membership, number: UUID, day: date) -> int:
    with officer(part, day) as purpose:
        return len(keeping.about_person(purpose, number)["registrations"])


def test_what_comes_in_after_the_approval_is_not_opened(
    setting: Setting, second: Membership
) -> None:
    number = asked(setting)
    approved(second, number)
    later = DAY + timedelta(days=5)
    with setting.inside(today=later) as purpose:
        taken(purpose, csv_file([ANEW]), now=NOW + timedelta(days=5))
    assert held(second, number, later) == 1
    with officer(second, later):
        assert keeping.count_of_person(number) == 1
    with officer(setting.members[MemberRole.PRIVACY_OFFICER], later) as purpose:
        again = AccessRequest.objects.get(pk=number)
        again.pk, again.reference = UUID(int=7), "2021-14"
        again.approved_by = again.approved_at = again.decided_on = None
        again.save(force_insert=True)
        assert keeping.count_of_person(again.pk) == 2, "who asks again is told"


def test_an_approval_ends_two_weeks_after_the_answer(setting: Setting, second: Membership) -> None:
    number = asked(setting)
    approved(second, number)
    answered = DAY + timedelta(days=3)
    with officer(second, answered) as purpose:
        note_answer(purpose, number)
        assert keeping.open_until(number) == answered + timedelta(days=14)
    assert held(second, number, answered + timedelta(days=14)) == 1
    with pytest.raises(DatabaseError, match="not approved"):
        held(second, number, answered + timedelta(days=15))


def test_an_approval_that_is_not_answered_ends_after_three_months(
    setting: Setting, second: Membership
) -> None:
    number = asked(setting)
    approved(second, number)
    assert held(second, number, date(2022, 2, 17)) == 1
    with pytest.raises(DatabaseError, match="not approved"):
        held(second, number, date(2022, 2, 18))


def test_the_day_of_an_approval_is_not_chosen(setting: Setting, second: Membership) -> None:
    number = asked(setting)
    with officer(second, DAY) as purpose:
        mine = AccessRequest.objects.filter(pk=number)
        mine.update(approved_by=second.user_id, approved_at=NOW, decided_on=date(2099, 1, 1))
        assert mine.get().decided_on == DAY
        with pytest.raises(DatabaseError, match="answered once"), transaction.atomic():
            mine.update(decided_on=date(2099, 1, 1), answered_on=DAY)
        with pytest.raises(Refused):
            approve_access(purpose, number, now=NOW)


def test_the_page_says_until_when_and_then_that_it_is_over(
    setting: Setting, second: Membership
) -> None:
    number = asked(setting)
    approved(second, number)
    client = Client()
    client.force_login(second.user, backend="django.contrib.auth.backends.ModelBackend")
    page = f"/register/{second.pk}/avg6e/inzage/{number}/"
    assert "17 februari 2022" in client.get(page).content.decode()
    assert client.get(f"{page}overzicht/").status_code == 200
    with override_settings(TODAY=date(2022, 2, 18)):
        shown = client.get(page).content.decode()
        assert "overzicht/" not in shown
        assert "verzoek met een eigen kenmerk" in shown
        for way in ("overzicht/", "overzicht.docx"):
            answer = client.get(page + way)
            assert answer.status_code == 403
            assert "wordt niet meer getoond" in answer.content.decode()
