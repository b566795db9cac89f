"""From registrations of four partners to a case file, in a real browser, as the demo tells it.

An analyst lets the surest links act, links, judges pairs before seeing what the system thinks,
sees why two are one person and what would turn it, takes a judgement back, and ends with the
network of a person and a case file that says its ground. A victim takes a second person.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from docx import Document
from playwright.sync_api import Page, expect

from samen.core.terms import MemberRole
from samen.linkage import jobs
from samen.linkage.queries_of_review import ReviewList
from samen.site import demo_register as demo
from tests.browser.conftest import faults
from tests.browser.demo_people import DOMAIN, Somebody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PERSONS = 150
LINKING = "Wie is dezelfde persoon: koppelen, beoordelen, kwaliteit"
SUGGESTIONS = f"main a[href*='{ReviewList.SUGGESTIONS}']"
GROUND = "zwaarwegend algemeen belang"


@pytest.fixture
def registered(tmp_path: Path, transactional_db: None) -> Iterator[int]:
    """The demo with the partners' files taken in and nothing linked; how many registrations."""
    with override_settings(DEMO=True, TODAY=demo.DAY, DEMO_DAY=tmp_path / "day"):
        yield demo.make_register(
            domain=DOMAIN, out=tmp_path / "partners", report=lambda _n, _of: None, persons=PERSONS
        )[1]


def to_links(somebody: Somebody) -> Page:
    """Go from the first page of the register to the links of the joint project."""
    somebody.open(demo.JOINT)
    somebody.page.get_by_role("link", name=LINKING).click()
    return somebody.page


def decide_and_link(analyst: Somebody) -> None:
    """Let the surest links act until a day, and link."""
    page = to_links(analyst)
    page.get_by_role("link", name="Besluiten").click()
    page.get_by_label("Waarom koppelingen vanzelf mogen gelden").fill(demo.WHY_LINKS_ACT)
    page.get_by_label("Laatste dag").fill(demo.LINKS_ACT_UNTIL.isoformat())
    page.get_by_role("button", name="Besluiten").click()
    page.get_by_role("button", name="Koppel de registraties").click()
    analyst.see_done(jobs.link)
    expect(page.locator("main")).to_contain_text("personen")


def judged(page: Page, key: str) -> str:
    """Judge the pair that is asked about with one key; the address of its page."""
    page.keyboard.press(key)
    page.wait_for_url("**/paar/**")
    return page.url


def later_and_back(page: Page) -> str:
    """Put the first pair off and come back to it with a key each; what is asked."""
    first = asked(page)
    page.keyboard.press("j")
    page.wait_for_url("**?na=*")
    assert asked(page) != first
    page.keyboard.press("k")
    page.wait_for_url("**?voor=*")
    return first


def asked(page: Page) -> str:
    return page.locator("main table.beside").inner_text()


def second_person_agrees(holder: Somebody) -> None:
    """Call two the same that wait for it, take it back with the other's word, and say it again."""
    page = to_links(holder)
    page.get_by_role("link", name="Wacht op een tweede persoon").click()
    page.locator("main table a").first.click()
    page.get_by_role("button", name="Dezelfde persoon").click()
    holder.reads_title("Deze gelden als één persoon")
    page.get_by_role("button", name="Ongedaan maken").click()
    holder.reads_title("Deze gelden als twee personen")
    expect(page.locator("main .timeline del")).to_have_count(2)
    page.get_by_role("button", name="Dezelfde persoon").click()
    expect(page.get_by_text("een tweede persoon moet")).to_be_visible()


def words_of(file: Path) -> str:
    """All text of a Word file."""
    word = Document(str(file))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in word.paragraphs), *cells])


def test_from_registrations_to_a_case_file(
    sign_in: Callable[[MemberRole], Somebody], registered: int, tmp_path: Path
) -> None:
    analyst = sign_in(MemberRole.ANALYST)
    decide_and_link(analyst)
    page = to_links(analyst)
    expect(page.locator("main")).to_contain_text(demo.WHY_LINKS_ACT)
    page.locator(SUGGESTIONS).first.click()
    analyst.reads_title("Is dit dezelfde persoon?")
    expect(page.locator("main")).not_to_contain_text("%")
    assert later_and_back(page) == asked(page)

    of_pair = judged(page, "1")
    analyst.reads_title("Deze gelden als twee personen")
    expect(page.get_by_role("heading", name="Wat de uitkomst zou omkeren")).to_be_visible()
    expect(page.locator("figure svg")).to_be_visible()
    expect(page.get_by_text("een tweede persoon moet")).to_be_visible()
    second_person_agrees(sign_in(MemberRole.CASE_HOLDER))

    page.goto(of_pair)
    page.get_by_role("button", name="Dezelfde persoon").click()
    analyst.reads_title("Deze gelden als één persoon")
    page.get_by_role("link", name="De persoon, met alle registraties").click()
    expect(page.locator("main")).to_contain_text("registraties gelden als deze persoon")
    text = words_of(analyst.fetch("Dossier (Word)", tmp_path))
    assert GROUND in text
    assert "Demo Zaakhouder" in text
    told = json.loads(analyst.fetch("JSON", tmp_path).read_bytes())
    assert GROUND in told["fetched"]
    assert "Wie en wat dichtbij staat" in [part["title"] for part in told["parts"]]
    page.get_by_role("link", name="Netwerk").click()
    expect(page.locator("svg.network")).to_be_visible()
    assert faults(page, 360) == []


def test_a_judgement_is_taken_back_with_one_key(
    sign_in: Callable[[MemberRole], Somebody], registered: int
) -> None:
    analyst = sign_in(MemberRole.ANALYST)
    decide_and_link(analyst)
    page = to_links(analyst)
    page.locator(SUGGESTIONS).first.click()
    first = asked(page)
    of_pair = judged(page, "2")
    said = page.locator("main .timeline li").filter(has_text="Verschillende personen")
    expect(said).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(".messages")).to_contain_text("Uw oordeel is ongedaan gemaakt.")
    assert asked(page) == first
    page.goto(of_pair)
    expect(said.locator("del")).to_be_visible()
