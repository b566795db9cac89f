"""A merge and a split, each made, seen and undone by people in a real browser.

Afterwards who stands where is the same as before, byte for byte.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect

from samen.core.terms import MemberRole
from samen.linkage.placing import open_placements
from samen.linkage.queries_of_entities import state
from samen.linkage.queries_of_review import ReviewList
from samen.site import demo_register as demo
from samen.site.demo_register import Member, link_registrations, opened
from tests.browser.demo_people import DOMAIN, Somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PERSONS = 150
TOLD = "Wat ermee gebeurde"


def say_nothing(_done: int, _total: int) -> None:
    pass


@pytest.fixture
def analyst(tmp_path: Path, transactional_db: None) -> Iterator[Member]:
    """The demo with the partners' files taken in and linked; its analyst."""
    with override_settings(DEMO=True, TODAY=demo.DAY, DEMO_DAY=tmp_path / "day"):
        members, _added = demo.make_register(
            domain=DOMAIN, out=tmp_path / "partners", report=say_nothing, persons=PERSONS
        )
        found = next(each for each in members if each.role is MemberRole.ANALYST)
        link_registrations(found, demo.JOINT, report=say_nothing)
        yield found


def state_of(analyst: Member) -> str:
    with opened(analyst, demo.JOINT) as purpose:
        return state(purpose)


def of_several(analyst: Member) -> UUID:
    """An entity in which more than one registration stands."""
    with opened(analyst, demo.JOINT) as purpose:
        counted = Counter(open_placements(purpose).values_list("entity", flat=True))
    return counted.most_common(1)[0][0]


def links_of(somebody: Somebody) -> Page:
    somebody.open(demo.JOINT)
    somebody.page.get_by_role("link", name="Wie is dezelfde persoon").click()
    return somebody.page


def call_the_same(page: Page) -> None:
    page.get_by_role("button", name="Dezelfde persoon").click()
    page.wait_for_url("**/paar/**")


def registrations(page: Page) -> list[str]:
    return page.locator("main table tbody tr").all_inner_texts()


def test_a_merge_by_two_people_is_seen_and_undone(
    sign_in: Callable[[MemberRole], Somebody], analyst: Member
) -> None:
    first, before = sign_in(MemberRole.ANALYST), state_of(analyst)
    links_of(first).locator(f"main a[href*='{ReviewList.SUGGESTIONS}']").first.click()
    call_the_same(first.page)
    assert state_of(analyst) == before
    holder = sign_in(MemberRole.CASE_HOLDER)
    page = links_of(holder)
    page.get_by_role("link", name="Wacht op een tweede persoon").click()
    page.get_by_role("link", name="Beoordelen").click()
    call_the_same(page)
    holder.reads_title("Deze gelden als één persoon")
    assert state_of(analyst) != before
    page.get_by_role("link", name="De persoon, met alle registraties").click()
    assert len(registrations(page)) > 1
    expect(page.locator("main")).to_contain_text("samengevoegd, naar het oordeel van mensen")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("main")).to_contain_text(re.compile(r"Wijziging \d+: wijziging \d+ is "))
    assert state_of(analyst) == before


def test_a_split_is_seen_and_undone(
    sign_in: Callable[[MemberRole], Somebody], analyst: Member
) -> None:
    somebody, before = sign_in(MemberRole.ANALYST), state_of(analyst)
    page = links_of(somebody)
    page.goto(f"{page.url}persoon/{of_several(analyst)}/")
    together = registrations(page)
    page.get_by_role("checkbox").last.check()
    page.get_by_text("Haal de gekozen registraties uit deze persoon").click()
    page.get_by_label("Waarom").fill("Een ander geboortejaar.")
    page.get_by_role("button", name="Haal ze eruit").click()
    expect(page.get_by_role("heading", name=TOLD)).to_be_visible()
    expect(page.locator("main")).to_contain_text("uit elkaar gehaald")
    assert len(registrations(page)) == len(together) - 1
    assert state_of(analyst) != before
    page.get_by_role("button", name="Ongedaan maken").first.click()
    expect(page.locator("main")).to_contain_text(re.compile(r"Wijziging \d+: wijziging \d+ is "))
    assert registrations(page) == together
    assert state_of(analyst) == before
