"""Who looked keeps a name, whatever became of the membership afterwards."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from samen.core.terms import Ground, LogAct, MemberRole, Scope
from samen.purposes import actions
from samen.purposes.actions import Part
from samen.purposes.inside import inside
from samen.register import queries
from samen.register.actions_of_keeping import destroy_due, hold
from samen.register.models import Registration
from samen.register.views.supervising import PAGE_SIZE
from tests.register.given_files import NOW, ROWS, Setting, csv_file, make_setting, taken

LATER = NOW + timedelta(hours=1)
WROTE = ">vastgelegd of gewijzigd</td>"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def today() -> Iterator[date]:
    day = timezone.localdate()
    with override_settings(TODAY=day):
        yield day


def looked(setting: Setting, part: UUID, user: int, today: date) -> UUID:
    """The number of a registration at which a member looked on a day."""
    with setting.inside(today=today) as purpose:
        taken(purpose, csv_file())
    with inside(membership=part, user=user, ground=Ground.AVG6E, today=today) as purpose:
        number: UUID = Registration.objects.values_list("pk", flat=True)[0]
        queries.registration(purpose, number)
    return number


def told(setting: Setting, address: str, ground: Ground = Ground.AVG6E) -> str:
    """A page of the log, as the privacy officer sees it."""
    officer, client = setting.members[MemberRole.PRIVACY_OFFICER], Client()
    client.force_login(officer.user, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(f"/register/{officer.pk}/{ground}/toezicht/{address}").content.decode()


def singly(setting: Setting, page: str, ground: Ground = Ground.AVG6E) -> str:
    """The pages of the single looks to which the lines of a page lead, one after another."""
    found = re.findall(r'href="[^"]*/toezicht/(dag/[^"]+)"', page)
    return " ".join(told(setting, unescape(address), ground) for address in found)


@pytest.mark.parametrize("days", [0, 30])
def test_who_is_removed_on_the_day_of_a_look_has_a_name_and_is_not_suspected(
    today: date, days: int
) -> None:
    setting = make_setting()
    user = setting.members[MemberRole.ANALYST].user
    seat = Part(setting.organisation.pk, MemberRole.CASE_HOLDER, Scope.NATIONAL,
                today - timedelta(days=days))  # fmt: skip
    part = actions.add_member(seat, user=user.pk, processing=setting.processing.pk, today=today)
    number = looked(setting, part.pk, user.pk, today)
    actions.remove_member(membership=part.pk, today=today)
    assert user.name in told(setting, f"registratie/?number={number}")
    page = told(setting, "")
    assert user.name in page
    assert "Laat het systeem onderzoeken" not in page


def test_who_brought_a_registration_is_told_with_who_looked(today: date) -> None:
    """The log has one entry for a file, however many persons are in it."""
    setting, other = make_setting(), make_setting("Ander", "dienst Ander")
    analyst, registrar = (setting.members[role] for role in (MemberRole.ANALYST,
                                                             MemberRole.REGISTRAR))  # fmt: skip
    number = looked(setting, analyst.pk, analyst.user_id, today)
    page = told(setting, f"registratie/?number={number}")
    assert "Registrar Voorbeeld" in page
    assert "Analyst Voorbeeld" in page
    assert singly(setting, page).count(WROTE) == 1
    with setting.inside(today=today) as purpose:
        taken(purpose, csv_file([ROWS[0].replace("Anna", "Hanna")]))
    after = told(setting, f"registratie/?number={number}")
    assert singly(setting, after).count(WROTE) == 2
    assert "vastgelegd of gewijzigd (2 keer)" in after
    assert "vastgelegd of gewijzigd (" not in page
    assert "Registrar Voorbeeld" not in told(other, f"registratie/?number={number}")
    assert registrar.user.name == "Registrar Voorbeeld"


def test_all_looks_are_told_on_as_many_pages_as_it_takes(today: date) -> None:
    setting = make_setting()
    analyst = setting.members[MemberRole.ANALYST]
    number = looked(setting, analyst.pk, analyst.user_id, today)
    with setting.inside(MemberRole.ANALYST, today=today) as purpose:
        for each in range(PAGE_SIZE):
            purpose.note(LogAct.READ, [number], [f"field {each}"])
    day = f"dag/{analyst.pk}/{today}/?number={number}"
    first, second = (told(setting, f"{day}&pagina={n}") for n in (1, 2))
    assert "Pagina 1 van 2" in first
    assert f"?number={number}&amp;pagina=2" in first
    assert [page.count('<td data-label="Velden"') for page in (first, second)] == [200, 1]
    page = told(setting, f"registratie/?number={number}")
    assert page.count("Analyst Voorbeeld, analist, dienst Voorbeeld</td>") == 1, (
        "a line for a member and a day"
    )
    assert f"bekeken ({PAGE_SIZE + 1} keer)" in page
    assert f">{PAGE_SIZE + 1}<span" in page


def test_a_day_of_a_member_leads_to_the_looks_of_it(today: date) -> None:
    setting = make_setting()
    analyst = setting.members[MemberRole.ANALYST]
    number = looked(setting, analyst.pk, analyst.user_id, today)
    address = f"dag/{analyst.pk}/{today}/"
    assert f'/toezicht/{address}"' in told(setting, "")
    page = told(setting, address)
    assert "Analyst Voorbeeld, analist" in page
    assert page.count('<td data-label="Velden"') == 1
    assert str(number) not in page, "the log knows persons by pseudonyms"
    assert "Analyst Voorbeeld" in told(setting, f"{address}?number={number}")
    other = setting.members[MemberRole.CASE_HOLDER].pk
    for empty in (f"dag/{other}/{today}/", f"dag/{analyst.pk}/{today - timedelta(days=1)}/",
                  f"{address}?number={other}"):  # fmt: skip
        assert '<td data-label="Velden"' not in told(setting, empty)
    for wrong in ("gisteren/", "0001-01-01/", "2021-02-30/", f"{today}/?number=x"):
        assert "Velden" not in told(setting, f"dag/{analyst.pk}/{wrong}")


@pytest.mark.parametrize("ground", [Ground.AVG6E, Ground.WPG10])
def test_who_brought_what_is_gone_or_out_of_sight_is_told_still(
    today: date, ground: Ground
) -> None:
    """Police data lie apart after the term, other data are destroyed; one of two persons was
    brought by two files."""
    setting = make_setting()
    with setting.inside(today=today, ground=ground) as purpose:
        taken(purpose, csv_file())
        numbers = [Registration.objects.get(source_key=f"id:P{n}").pk for n in (1, 2)]
    with setting.inside(today=today, ground=ground) as purpose:
        taken(purpose, csv_file([ROWS[0].replace("Anna", "Hanna")]), now=LATER)
    later = today.replace(year=today.year + 3)
    destroy_due(today=later)
    with override_settings(TODAY=later):
        pages = [told(setting, f"registratie/?number={number}", ground) for number in numbers]
        single = [singly(setting, page, ground).count(WROTE) for page in pages]
    assert single == [2, 1]


def test_of_who_is_held_nothing_is_told_of_the_others_of_a_file_that_went(today: date) -> None:
    setting = make_setting()
    with setting.inside(today=today) as purpose:
        taken(purpose, csv_file())
        held, gone = (Registration.objects.get(source_key=f"id:P{n}").pk for n in (1, 2))
        days = Registration.objects.get(pk=gone)
        hold(purpose, held, reason="klacht bij de rechter")
    assert destroy_due(today=days.destroy_due) == 1
    with override_settings(TODAY=days.destroy_due):
        pages = [told(setting, f"registratie/?number={number}") for number in (held, gone)]
    assert ["het systeem zelf" in page for page in pages] == [False, True]
    assert all("Registrar Voorbeeld" in page for page in pages)


def test_who_brought_it_is_told_after_the_processing_ended(today: date) -> None:
    setting = make_setting()
    with setting.inside(today=today, ground=Ground.WPG10) as purpose:
        taken(purpose, csv_file())
        number = Registration.objects.get(source_key="id:P1").pk
    actions.end_processing(processing=setting.processing.pk, today=today)
    page = told(setting, f"registratie/?number={number}", Ground.WPG10)
    assert "Registrar Voorbeeld" in page
    with setting.inside(MemberRole.REGISTRAR, today=today - timedelta(days=1)):
        words = "select register_deliveries_of(%s::uuid[])"
        with connection.cursor() as cursor:
            cursor.execute(words, [[number]])
            assert cursor.fetchone() == ([],), "who is no officer is told nothing"
