"""The ways in: the register's first page, and what waits for members on the site's."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import override_settings

from samen.accounts.models import User
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes import actions_of_resolutions as resolving
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import inside
from samen.register.actions_of_access import Person, ask_access
from samen.site.waiting import MOST_OPENED
from tests.register.given_files import DAY, NOW, START, Setting, csv_file, make_setting
from tests.register.test_pages import at, browser, filled_in, given, text, work_on

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def setting() -> Iterator[Setting]:
    with override_settings(TODAY=DAY):
        yield make_setting()


def test_parts_for_several_regions_stand_in_one_line_in_their_order(setting: Setting) -> None:
    part = setting.members[MemberRole.REGISTRAR]
    for region in ("PE02", "PE01"):
        other = Part(part.organisation_id, MemberRole.REGISTRAR, Scope.ORGANISATION, START,
                     region=region)  # fmt: skip
        purposes.add_member(other, user=part.user_id, processing=part.processing_id, today=DAY)
    page = text(browser(setting, MemberRole.REGISTRAR), "/register/")
    (line,) = [each for each in re.findall(r"<li>(?:(?!</li>).)*PE01.*?</li>", page, re.S)
               if "wpg" not in each]  # fmt: skip
    assert line.count("registrator, ") == 1
    assert line.index("PE01") < line.index("PE02")
    assert "Noord-Nederland (PE01)" in line
    members = text(browser(setting, MemberRole.REGISTRAR), at(setting, MemberRole.REGISTRAR))
    assert "– Oost-Nederland (PE02)" in members


def test_a_file_that_waits_is_found_from_the_first_page(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    assert "wacht niets op u" in text(client, "/")
    path = given(client, setting, csv_file().getvalue())
    first = text(client, "/").split("In uw verwerkingen")[1]
    assert re.search(r">Bestanden die nog niet zijn ingelezen</a>: <strong>1<", first)
    assert f'href="{path}"' in text(client, at(setting, MemberRole.REGISTRAR))
    work_on(client, path, filled_in(client, path))
    first = text(client, "/").split("In uw verwerkingen")[1]
    assert "nog niet zijn ingelezen" not in first


def test_a_file_that_was_given_before_is_told_before_it_is_read(setting: Setting) -> None:
    client = browser(setting, MemberRole.REGISTRAR)
    path = given(client, setting, csv_file().getvalue())
    assert "Precies dit bestand" not in text(client, path)
    second = given(client, setting, csv_file().getvalue())
    waits = text(client, second)
    assert "Precies dit bestand wacht al" in waits
    assert f'href="{path}"' in waits
    work_on(client, path, filled_in(client, path))
    told = text(client, second)
    assert "Precies dit bestand is al eerder ingelezen" in told
    assert re.search(r'levering/[^"]+">melding.csv</a>', told)
    assert "door Registrar Voorbeeld op" in told
    assert "Precies dit bestand wacht al" not in told
    other = given(client, setting, csv_file(["P9;Anna;Vos;1990;vrouw;"]).getvalue())
    assert "Precies dit bestand" not in text(client, other)


def test_who_takes_part_often_is_sent_to_the_register(setting: Setting) -> None:
    part = setting.members[MemberRole.STATISTICIAN]
    for number in range(MOST_OPENED):
        other = Part(part.organisation_id, MemberRole.STATISTICIAN, Scope.NATIONAL, START,
                     region=str(number))  # fmt: skip
        purposes.add_member(other, user=part.user_id, processing=part.processing_id, today=DAY)
    page = text(browser(setting, MemberRole.STATISTICIAN), "/").split("In uw verwerkingen")[1]
    told = " ".join(page.split())
    assert f"U neemt {MOST_OPENED + 1} keer deel, elk met een rol voor een organisatie, " in told
    assert "aan: Meldingen." in told


def test_an_officer_finds_first_what_waits_in_a_processing(setting: Setting) -> None:
    officer = MemberRole.PRIVACY_OFFICER
    client, page = browser(setting, officer), at(setting, officer)
    assert "In deze verwerking wacht niets op u" in text(client, page)
    person = Person("Anna", "Vermeulen", date(1988, 5, 17), "2021-12", "paspoort")
    second = User.objects.create_user("tweede@voorbeeld.example", None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, officer, Scope.NATIONAL, START)
    other = purposes.add_member(part, user=second.pk, processing=setting.processing.pk, today=DAY)
    with inside(membership=other.pk, user=second.pk, ground=Ground.AVG6E, today=DAY) as purpose:
        ask_access(purpose, person, now=NOW)
    seat = Part(setting.organisation.pk, MemberRole.ANALYST, Scope.NATIONAL, START)
    resolving.propose_member(setting.processing.pk, seat, user=second.pk, reason="Nieuwe collega",
                             by=setting.members[MemberRole.ANALYST].user_id, now=NOW)  # fmt: skip
    told = text(client, page)
    first, rest = told.split("Waarvoor en tot wanneer")
    assert re.search(r"Inzageverzoeken om over te beslissen</a>: <strong>1<", first)
    assert first.count("/verwerkingen/besluit/") == 1
    assert "Inzageverzoeken</a>" in first
    assert "Bewaard, verstrekt" not in rest
    supervised = text(client, f"/verwerkingen/{setting.processing.pk}/")
    assert supervised.index("Wacht op u") < supervised.index("Gronden")


@pytest.mark.parametrize(
    ("ground", "before", "after"),
    [
        (Ground.AVG6E, "op 1 december 2021 alles wat er", "op 1 december 2021 vernietigd, behalve"),
        (Ground.WPG10, "uit het zicht vanaf 1 december 2021; uiterlijk op 1 december 2026",
         "uiterlijk op 1 december 2026 vernietigd"),
    ],
)  # fmt: skip
def test_who_worked_in_a_processing_is_told_what_its_end_destroys_and_when(
    setting: Setting, ground: Ground, before: str, after: str
) -> None:
    plan = Plan("Kort", "Zicht op wie hulp nodig heeft", frozenset({ground}),
                frozenset({setting.organisation.pk}), START, date(2021, 11, 20),
                end=date(2021, 11, 30), kept_months=24)  # fmt: skip
    short = purposes.open_processing(plan, today=START)
    client, part = browser(setting, MemberRole.REGISTRAR), setting.members[MemberRole.REGISTRAR]
    seat = Part(setting.organisation.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START)
    mine = purposes.add_member(seat, user=part.user_id, processing=short.pk, today=START)
    page = f"/register/{mine.pk}/{ground}/"
    assert before in text(client, page)
    with override_settings(TODAY=date(2021, 12, 2)):
        told = text(client, page, 403)
    assert "Deze verwerking is afgelopen; de laatste dag was 30 november 2021" in told
    assert after in told
