"""A hold that nobody of a processing can end any more is ended by its privacy officer."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from samen.core.terms import Ground, KeepingAct, MemberRole, Scope
from samen.purposes.actions import (
    Part,
    add_controller,
    add_member,
    empty_reasons,
    end_processing,
)
from samen.purposes.inside import inside
from samen.purposes.models import Destruction
from samen.register import actions_of_keeping as keeping
from samen.register.models import Hold
from samen.register.queries_of_keeping import standing_holds
from tests.register.given_files import DAY, NOW, START, Setting, make_setting
from tests.register.test_keeping import rows_left, typed
from tests.register.test_pages import at, browser, text

pytestmark = pytest.mark.django_db(transaction=True)
AFTER = DAY + timedelta(days=1)
OFFICER = MemberRole.PRIVACY_OFFICER


@pytest.fixture
def held(setting: Setting) -> Hold:
    """A hold on a registration of a processing that ended yesterday."""
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    end_processing(processing=setting.processing.pk, today=AFTER)
    assert keeping.destroy_due(today=AFTER) == 0
    return made


def test_the_officer_ends_a_hold_after_the_end_and_the_rows_go_at_once(
    setting: Setting, held: Hold
) -> None:
    client, page = browser(setting, OFFICER), at(setting, OFFICER, "bewaren/")
    with override_settings(TODAY=AFTER):
        assert f"/verwerkingen/{setting.processing.pk}/" in text(client, "/verwerkingen/")
        assert 'href="/verwerkingen/"' in text(client, "/")
        assert page in text(client, f"/verwerkingen/{setting.processing.pk}/")
        assert "klacht loopt" in text(client, page)
        assert f"toezicht/registratie/?number={held.registration}" in text(client, page)
        ending = at(setting, OFFICER, f"toezicht/vasthouden/{held.pk}/")
        assert ending in text(client, page)
        assert client.post(ending, {"reason": " "}).status_code == 400
        assert rows_left()["registration"] == 1
        client.post(ending, {"reason": "klacht is afgehandeld"})
        assert not any(rows_left().values())
        assert "klacht is afgehandeld" in text(client, page)


def test_the_reason_goes_after_five_years_and_that_it_ended_stays(setting: Setting) -> None:
    typed(setting, "Voorbeeld")
    number = typed(setting, "Ander")
    with setting.inside() as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    with setting.inside(OFFICER) as purpose:
        keeping.release(purpose, made.pk, reason="klacht is afgehandeld", now=NOW)
    told = Destruction.objects.filter(act="released").values_list("note", flat=True)
    assert empty_reasons(today=date(DAY.year + 5, DAY.month, DAY.day) - timedelta(days=1)) == 0
    assert list(told.all()) == ["klacht is afgehandeld"]
    assert empty_reasons(today=date(DAY.year + 5, DAY.month, DAY.day)) == 1
    assert list(told.all()) == [""]
    with pytest.raises(DatabaseError, match="no order"), transaction.atomic():
        Destruction.objects.raw("SELECT 1 AS id, purposes_empty_reasons(0)")[0]


def test_what_is_not_due_stays_when_a_hold_on_it_ends(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    with setting.inside(OFFICER) as purpose:
        keeping.release(purpose, made.pk, reason="klacht is afgehandeld", now=NOW)
    assert rows_left()["registration"] == 1
    assert keeping.destroy_due(today=date(2023, 11, 17)) == 1


@pytest.mark.parametrize("role", [role for role in MemberRole if role is not OFFICER])
def test_nobody_else_does_so(setting: Setting, role: MemberRole) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    address = at(setting, role, f"toezicht/vasthouden/{made.pk}/")
    with override_settings(TODAY=DAY):
        assert browser(setting, role).post(address, {"reason": "zomaar"}).status_code == 403
    with setting.inside(role), pytest.raises(DatabaseError, match="no purpose"):
        _release(made)
    assert Destruction.objects.count() == 0


def _release(made: Hold) -> object:
    with connection.cursor() as cursor:
        cursor.execute(keeping.RELEASE, [made.pk, "zomaar"])
        return cursor.fetchone()[0]


def test_an_officer_of_another_processing_organisation_or_law_does_not_reach_it(
    setting: Setting,
) -> None:
    number = typed(setting, "Voorbeeld")
    with setting.inside() as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    other, here = make_setting("Ander", "dienst Ander"), setting.processing.pk
    add_controller(processing=here, organisation=other.organisation.pk, today=DAY)
    seat = Part(other.organisation.pk, OFFICER, Scope.ORGANISATION, START)
    user = other.members[OFFICER].user_id
    joined = add_member(seat, user=user, processing=here, today=DAY)
    end_processing(processing=here, today=AFTER)
    officers = [(other.members[OFFICER], Ground.AVG6E), (joined, Ground.AVG6E),
                (setting.members[OFFICER], Ground.WPG10)]  # fmt: skip
    for part, ground in officers:
        opened = inside(membership=part.pk, user=part.user_id, ground=ground, today=AFTER,
                        for_trace=True)  # fmt: skip
        with opened as purpose:
            assert standing_holds(purpose) == []
            assert _release(made) is None


def test_what_went_out_of_sight_on_the_day_of_an_ended_hold_is_told(setting: Setting) -> None:
    number = typed(setting, "Voorbeeld", ground=Ground.WPG10)
    with setting.inside(ground=Ground.WPG10) as purpose:
        made = keeping.hold(purpose, number, reason="klacht loopt")
    removed = date(2023, 11, 17)
    with setting.inside(OFFICER, Ground.WPG10, removed):
        assert _release(made) == number
    keeping.destroy_due(today=removed)
    told = set(Destruction.objects.values_list("act", flat=True))
    assert told == {KeepingAct.RELEASED, KeepingAct.REMOVED}
