"""The public pages of figures: without faults, on a small screen, by keyboard, under the rules."""

import pytest
from django.conf import LazySettings
from django.test import override_settings

from samen.accounts.models import User
from samen.programme.actions import record_indicator
from samen.programme.values import IndicatorFacts, Wording
from tests.browser.conftest import Visit, faults
from tests.figures.people import NOW
from tests.figures.released import make_release
from tests.register.given_files import DAY, make_setting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGES = (
    "/cijfers/", "/cijfers/slachtoffers/", "/cijfers/slachtoffers/insluiten/?taal=en",
    "/cijfers/vergelijken/?een=slachtoffers", "/cijfers/open-data/", "/cijfers/vrijgave/1/",
    "/cijfers/kaart/",
)  # fmt: skip


@pytest.fixture
def released(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32
    team = User.objects.create_user("team@voorbeeld.example", None, name="Team Voorbeeld")
    indicator = record_indicator(
        wording=Wording(title="Mogelijke slachtoffers in het register"),
        indicator=IndicatorFacts(code="slachtoffers", unit="personen", definition="Wie telt."),
        by=team, now=NOW,
    )  # fmt: skip
    with override_settings(TODAY=DAY):
        make_release(make_setting(), indicator, team)


@pytest.mark.usefixtures("released")
def test_axe_finds_nothing_and_320_pixels_are_enough(visit: Visit) -> None:
    found = {address: faults(visit(address)) for address in PAGES}
    assert {address: told for address, told in found.items() if told} == {}


def test_the_members_numbers_have_no_faults(visit: Visit) -> None:
    assert faults(visit("/cijfers/overzicht/", "reader")) == []


@pytest.mark.usefixtures("released")
def test_a_page_keeps_its_own_rules_and_shows_one_of_two_sizes(visit: Visit) -> None:
    page = visit("/cijfers/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/cijfers/slachtoffers/")
    shown = page.locator("svg.chart:visible")
    assert shown.count() == 3, "the course, and the groups of two fields"
    page.set_viewport_size({"width": 360, "height": 800})
    assert shown.count() == 3
    assert shown.first.get_attribute("aria-labelledby") == (
        "phone-slachtoffers-title phone-slachtoffers-desc"
    )
    assert said == []


@pytest.mark.usefixtures("released")
def test_a_wide_table_scrolls_by_keyboard_and_keeps_what_a_row_is_about(visit: Visit) -> None:
    page = visit("/cijfers/vrijgave/1/", width=260)
    wide = page.locator(".table-wrap--years").last
    wide.focus()
    assert page.evaluate("document.activeElement.className").endswith("table-wrap--years")
    first = wide.locator("tbody th").first
    before = first.bounding_box()
    wide.evaluate("one => { one.scrollLeft = 40 }")
    after = first.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) < 1
