"""The ways in: the register's first page, and what waits for members on the site's."""

import re
from collections.abc import Iterator

import pytest
from django.test import override_settings

from samen.core.terms import MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.site.waiting import MOST_OPENED
from tests.register.given_files import DAY, START, Setting, csv_file, make_setting
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
