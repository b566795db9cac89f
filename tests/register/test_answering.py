"""A request for access is answered within the law's term, and that it was is noted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole
from samen.purposes.inside import inside
from samen.purposes.models import Membership
from samen.register.actions_of_access import ask_access, note_answer
from samen.register.answer_terms import answer_due
from samen.register.models import AccessRequest
from tests.register.given_files import DAY, NOW, Setting
from tests.register.test_access import ANNA, approved, asked, second, setting

__all__ = ["second", "setting"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("that_day")]


@pytest.mark.parametrize(
    ("ground", "received", "due"),
    [
        (Ground.AVG6E, date(2021, 11, 17), date(2021, 12, 17)),
        (Ground.AVG6E, date(2021, 10, 31), date(2021, 11, 30)),
        (Ground.WPG10, date(2021, 11, 1), date(2021, 12, 13)),
    ],
)
def test_the_term_of_an_answer_is_the_laws_and_counts_from_receipt(
    setting: Setting, ground: Ground, received: date, due: date
) -> None:
    with setting.inside(MemberRole.PRIVACY_OFFICER, ground) as purpose:
        assert answer_due(ask_access(purpose, replace(ANNA, received=received), now=NOW)) == due
        later = replace(ANNA, received=DAY + timedelta(days=1))
        with pytest.raises(BadInput, match="in the future"):
            ask_access(purpose, later, now=NOW)


def test_that_the_person_has_an_answer_is_noted_once(setting: Setting, second: Membership) -> None:
    number = asked(setting)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        with pytest.raises(Refused, match="waits for an answer"):
            note_answer(purpose, number)
        mine = AccessRequest.objects.filter(pk=number)
        assert mine.update(answered_on=DAY) == 0
    other = asked(setting, replace(ANNA, reference="2021-13"))
    for each in (number, other):
        approved(second, each)
    client = Client()
    client.force_login(second.user, backend="django.contrib.auth.backends.ModelBackend")
    assert "beantwoorden</a>: <strong>2</strong>" in client.get("/").content.decode()
    page = f"/register/{second.pk}/avg6e/inzage/{number}/"
    told = client.post(page, {"answered": "1"}, follow=True).content.decode()
    assert "<dt>Beantwoord</dt><dd>17 november 2021" in told
    assert "beantwoorden</a>: <strong>1</strong>" in client.get("/").content.decode()
    part = inside(membership=second.pk, user=second.user_id, ground=Ground.AVG6E, today=DAY)
    with part, pytest.raises(DatabaseError, match="answered once"), transaction.atomic():
        AccessRequest.objects.filter(pk=other).update(refusal="crime", answered_on=DAY)
    with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
        again = AccessRequest.objects.filter(pk=number)
        assert again.update(answered_on=None) == 0
        with pytest.raises(Refused, match="waits for an answer"):
            note_answer(purpose, number)
