"""The list of fields of the editor is narrowed by words; without scripts it is there whole."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.cast import Cast
from tests.letters.outgoing_letters import drafted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(cast: Cast) -> str:
    """The address of a section that is open to be edited."""
    letter = drafted(cast["programme_team"])
    section = letter.sections.order_by("position").first()
    assert section is not None
    return f"/brieven/uit/{letter.pk}/?deel={section.key}"


def test_words_narrow_the_list_of_fields(visit: Visit, editor: str) -> None:
    page = visit(editor, "programme_team")
    page.locator("details:has(#velden) summary").click()
    lines = page.locator("#velden li:visible")
    whole = lines.count()
    box = page.locator("#veld-zoek")
    box.fill("plekken DIENST")
    expect(lines).to_have_count(1)
    expect(lines).to_contain_text("De dienst opent tien plekken")
    expect(page.locator("#velden h3:visible")).to_have_count(1)
    expect(page.locator("output")).to_have_text("1")
    box.press("Enter")
    expect(page.locator("#veld-zoek")).to_have_value("plekken DIENST")
    lines.locator("button").click()
    expect(page.locator("#deel-tekst")).to_have_value(re.compile(r"\[\[entry:\d+\]\]"))
    box.fill("")
    expect(lines).to_have_count(whole)


def test_without_scripts_the_whole_list_is_there(visit: Visit, editor: str) -> None:
    page = visit(editor, "programme_team", scripts=False)
    page.locator("details:has(#velden) summary").click()
    expect(page.locator("#velden li", has_text="De dienst opent tien plekken")).to_be_visible()
    expect(page.locator("#veld-zoek")).to_be_hidden()
