"""Reviewing a letter in a browser: by key, on a phone, without scripts, and with two at once."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from samen.core.terms import Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate
from tests.browser.conftest import Visit
from tests.browser.test_frame import RULES
from tests.cast import Cast
from tests.letters.incoming_letters import NOW, demo_letter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def letter(cast: Cast) -> int:
    return demo_letter(cast["programme_team"])


def in_order(letter: int) -> list[Candidate]:
    return list(Candidate.objects.filter(letter=letter).order_by("start", "position"))


@pytest.mark.parametrize("address", ["/brieven/{}/", "/brieven/{}/zeker/"])
def test_axe_finds_nothing_and_360_pixels_are_enough(
    visit: Visit, letter: int, address: str
) -> None:
    page = visit(address.format(letter), "programme_team")
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [
        (one["id"], [(n["target"], n["failureSummary"]) for n in one["nodes"][:4]]) for one in found
    ] == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_keys_decide_undo_and_walk(visit: Visit, letter: int) -> None:
    first, second, third = in_order(letter)[:3]
    page = visit(f"/brieven/{letter}/", "programme_team")
    page.keyboard.press("a")
    page.wait_for_url(f"**?k={second.pk}*")
    page.keyboard.press("x")
    page.wait_for_url(f"**?k={third.pk}*")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (Judgement.ACCEPTED, Judgement.REJECTED)
    page.keyboard.press("z")
    page.wait_for_url(f"**?k={second.pk}*")
    second.refresh_from_db()
    assert second.state == Judgement.OPEN
    page.keyboard.press("k")
    page.wait_for_url(f"**?k={first.pk}*")
    page.keyboard.press("j")
    page.wait_for_url(f"**?k={second.pk}*")
    page.keyboard.press("e")
    expect(page.locator(".review-form input:focus, .review-form textarea:focus")).to_have_count(1)


def test_the_decision_of_another_comes_in_by_itself(
    visit: Visit, letter: int, cast: Cast
) -> None:  # fmt: skip
    first = in_order(letter)[0]
    page = visit(f"/brieven/{letter}/", "programme_team")
    review.reject_candidate(candidate=first.pk, by=cast["approver"], now=NOW)
    expect(page.locator("#nieuws .alert--warning")).to_contain_text("Ine Voorbeeld", timeout=8000)


def test_without_scripts_a_button_decides(visit: Visit, letter: int) -> None:
    first, second = in_order(letter)[:2]
    page = visit(f"/brieven/{letter}/", "programme_team", scripts=False)
    page.locator("button[data-key=a]").click()
    page.wait_for_url(f"**?k={second.pk}*")
    first.refresh_from_db()
    assert first.state == Judgement.ACCEPTED
