"""A network in a real browser: faults, small windows, the keyboard, without scripts, 500 nodes."""

import pytest
from playwright.sync_api import expect

from samen.core.terms import MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.work import clock
from tests.browser.conftest import Visit, faults_on
from tests.cast import Cast
from tests.linkage.shared import CREW, home, row, take
from tests.register.given_files import START, make_setting

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WHO = "reader"
LARGEST = 500


@pytest.fixture
def pages(cast: Cast) -> dict[str, str]:
    """The address of each page, for an analyst of the cast; `large` has five hundred nodes."""
    setting = make_setting()
    part = purposes.add_member(
        Part(setting.organisation.pk, MemberRole.ANALYST, Scope.NATIONAL, START),
        user=cast[WHO].pk, processing=setting.processing.pk, today=START,
    )  # fmt: skip
    wide = [
        row(f"W{n}", "Wim", onderzoeksnummer=f"2020-{n // 50}", telefoon=f"06{10000000 + n // 2}",
            documentnummer=f"W{100000 + n}", **(home("Plein", "70") if n % 50 == 0 else {}))
        for n in range(700)
    ]  # fmt: skip
    with setting.inside(today=clock.today()) as purpose:
        number = take(purpose, [*CREW, row("O1", "L" * 150, "K" * 150, **home()), *wide])
    inside = f"/netwerken/{part.pk}/avg6e/"
    return {
        "network": f"{inside}persoon/{number['A1']}/",
        "far": f"{inside}persoon/{number['A1']}/?stappen=4&naar=persoon/{number['A6']}",
        "place": f"{inside}adres/{number['A1']}/",
        "alone": f"{inside}persoon/{number['A7']}/?soort=same_phone",
        "patterns": f"{inside}patronen/",
        "missing": f"{inside}rekening/{number['A1']}/",
        "large": f"{inside}adres/{number['W0']}/?stappen=4",
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_of_networks_has_faults_or_is_too_wide(
    visit: Visit, pages: dict[str, str], language: str
) -> None:
    del pages["large"]  # The same marks and words as the others have, and a minute of looking.
    assert faults_on(visit, pages.values(), WHO, language, 360) == []


def test_the_arrow_keys_go_along_connections_and_enter_opens(
    visit: Visit, pages: dict[str, str]
) -> None:
    page = visit(pages["network"], WHO)
    page.locator(".network-frame").focus()
    page.keyboard.press("Tab")
    name = "document.activeElement.getAttribute('aria-label')"
    assert page.evaluate(name) == "persoon: Anna Verzonnen"
    seen = set()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight") * 2:
        page.keyboard.press(key)
        seen.add(page.evaluate(name))
    assert len(seen) > 2
    assert page.locator(".edge.is-near").count() > 0
    before = page.locator(".network").get_attribute("width")
    page.keyboard.press("+")
    assert float(page.locator(".network").get_attribute("width") or 0) > float(before or 0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Het netwerk van")


def test_without_scripts_every_node_is_a_link_and_the_table_says_the_same(
    visit: Visit, pages: dict[str, str]
) -> None:
    page = visit(pages["network"], WHO, scripts=False)
    assert page.locator(".network-tools").is_hidden()
    page.get_by_role("link", name="persoon: Bogdan Verzonnen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het netwerk van Bogdan Verzonnen")
    drawn = page.locator(".network .edge").count()
    assert page.locator("table tbody tr").count() == drawn > 0


def test_five_hundred_nodes_are_walked_and_zoomed(visit: Visit, pages: dict[str, str]) -> None:
    page = visit(pages["large"], WHO)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.locator(".network .node").count() == LARGEST
    page.locator(".network .node").first.focus()
    seen = set()
    for _step in range(LARGEST // 10):
        page.keyboard.press("ArrowRight")
        seen.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(seen) > 1
    wide = float(page.locator(".network").get_attribute("width") or 0)
    for key, ends in (("+", 1), ("-", 0)):
        page.keyboard.press(key)
        now = float(page.locator(".network").get_attribute("width") or 0)
        assert (now > wide) is bool(ends)
