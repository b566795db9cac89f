"""Reviewing a letter in a browser: by key, on a phone, without scripts, and with two at once."""

import pytest
from playwright.sync_api import expect

from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate
from tests.browser.conftest import Visit, faults_on
from tests.cast import Cast
from tests.letters.incoming_letters import NOW, candidate, demo_letter, letter_by_hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IN_PANE = """(mark) => {
  const inner = document.querySelector(mark).getBoundingClientRect();
  const outer = document.querySelector(".review-letter").getBoundingClientRect();
  return outer.top <= inner.top && inner.bottom <= outer.bottom;
}"""


@pytest.fixture
def letter(cast: Cast) -> int:
    return demo_letter(cast["programme_team"])


def in_order(letter: int) -> list[Candidate]:
    return list(Candidate.objects.filter(letter=letter).order_by("start", "position"))


def test_axe_finds_nothing_and_320_pixels_are_enough(visit: Visit, letter: int) -> None:
    pages = (f"/brieven/{letter}/", f"/brieven/{letter}/zeker/")
    for language in ("nl", "en"):
        assert faults_on(visit, pages, "programme_team", language) == []


def test_the_buttons_stay_in_sight_under_a_long_reason(visit: Visit, letter: int) -> None:
    first = in_order(letter)[0]
    Candidate.objects.filter(pk=first.pk).update(reason="; ".join(["noemt een tijdstip"] * 60))
    page = visit(f"/brieven/{letter}/", "programme_team")
    page.set_viewport_size({"width": 1280, "height": 800})
    for scrolled in (0, 10_000):
        page.evaluate(f"document.querySelector('.pane--first').scrollTop = {scrolled}")
        for key in "aemx":
            box = page.locator(f".review-acts [data-key={key}]").bounding_box()
            assert box is not None
            assert 0 <= box["y"] <= 800 - box["height"]


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


def test_editing_needs_no_mouse(visit: Visit, letter: int) -> None:
    row = Candidate.objects.filter(letter=letter, kind=CandidateKind.ACTION).order_by("start")[0]
    page = visit(f"/brieven/{letter}/?k={row.pk}", "programme_team")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("De dienst opent twintig plekken")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda address: f"k={row.pk}#" not in address)
    row.refresh_from_db()
    assert (row.state, row.detail["what"]) == (
        Judgement.ACCEPTED, "De dienst opent twintig plekken",
    )  # fmt: skip


def test_merging_needs_no_mouse(visit: Visit, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    known, row = (candidate(letter, CandidateKind.ACTION) for _ in range(2))
    entry = review.accept_candidate(candidate=known.pk, by=cast["programme_team"], now=NOW)
    page = visit(f"/brieven/{letter.pk}/?k={row.pk}", "programme_team")
    page.keyboard.press("m")
    expect(page.locator("input[name=into]:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/brieven/{letter.pk}/")
    row.refresh_from_db()
    assert (row.state, row.entry_id) == (Judgement.MERGED, entry)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("part", ["", "#k{}"])
def test_a_link_to_a_candidate_opens_at_it_on_both_sides(
    visit: Visit, letter: int, width: int, part: str
) -> None:
    row = in_order(letter)[-20]
    address = f"/brieven/{letter}/?k={row.pk}{part.format(row.pk)}"
    page = visit(address, "programme_team", width=width)
    expect(page.locator("#kop-hand")).to_be_in_viewport()
    expect(page.locator(".quote .is-current")).to_contain_text(row.quote.split()[0])
    mark = f"#k{row.pk}.is-current"
    assert page.evaluate(IN_PANE, mark)
    if width > 1000:
        expect(page.locator(mark)).to_be_in_viewport()


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


def test_a_letter_that_is_opened_on_a_phone_opens_at_its_top(visit: Visit, letter: int) -> None:
    page = visit(f"/brieven/{letter}/", "programme_team", width=360)
    page.wait_for_load_state()
    assert page.evaluate("window.scrollY") == 0


def test_the_key_to_merge_puts_the_cursor_in_the_search(visit: Visit, cast: Cast) -> None:
    letter = letter_by_hand(cast["programme_team"])
    row = candidate(letter, CandidateKind.ACTION)
    page = visit(f"/brieven/{letter.pk}/?k={row.pk}", "programme_team")
    page.keyboard.press("m")
    expect(page.locator("#zoek:focus")).to_have_count(1)
