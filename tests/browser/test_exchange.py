"""Asking without names in a real browser: faults, small windows, both languages, the keyboard."""

import pytest
from playwright.sync_api import expect

from samen.core.exchange import masking
from samen.core.exchange.vocabulary import QuestionSide
from samen.exchange import actions_of_asking as asking
from samen.exchange.queries import hits, questions
from samen.work import clock
from tests.browser.conftest import Visit, faults
from tests.exchange.conftest import two
from tests.exchange.houses import ANALYST, OFFICER, Two
from tests.register.given_files import Setting

__all__ = ["two"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not masking.is_installed(), reason="openmined-psi has no wheel for this machine"
    ),
]


def opened(two: Two) -> tuple[str, str, str]:
    """A question with its pairs opened: its number at both sides, and the token of a hit."""
    with two.asker.inside(ANALYST) as purpose:
        made = asking.ask(purpose, two.mine.pk, two.asked, now=clock.now())
        asking.count(purpose, made.pk, now=clock.now())
        asking.open_pairs(purpose, made.pk, now=clock.now())
    with two.owner.inside(ANALYST) as purpose:
        (received,) = questions(purpose, QuestionSide.RECEIVED)
        return str(made.pk), str(received.pk), hits(purpose, received)[0].token


def at(setting: Setting, path: str) -> str:
    return f"/zonder-namen/{setting.members[ANALYST].pk}/avg6e/{path}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_has_faults_or_is_too_wide(two: Two, visit: Visit, language: str) -> None:
    asked, received, token = opened(two)
    pages = [
        (two.asker, ""), (two.asker, "afspraak/"), (two.asker, f"afspraak/{two.mine.pk}/"),
        (two.asker, "vragen/"), (two.asker, f"vragen/{asked}/"),
        (two.owner, f"vragen/{received}/"), (two.owner, f"vragen/{received}/{token}/"),
    ]  # fmt: skip
    found = {
        path: faults(visit(at(side, path), side.members[ANALYST].user, language=language), 360)
        for side, path in pages
    }
    assert {path: told for path, told in found.items() if told} == {}


def test_an_answer_is_given_by_keyboard(two: Two, visit: Visit) -> None:
    _asked, received, token = opened(two)
    path = at(two.owner, f"vragen/{received}/{token}/")
    page = visit(path, two.owner.members[ANALYST].user, scripts=False)
    page.get_by_label("hier bekend", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("In een lopende zaak.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("In een lopende zaak.")


def test_a_privacy_officer_finds_the_log_from_the_processing(two: Two, visit: Visit) -> None:
    opened(two)
    part = two.owner.members[OFFICER]
    page = visit(f"/register/{part.pk}/avg6e/", part.user)
    page.get_by_role("link", name="Andere organisaties vragen zonder namen").click()
    expect(page.get_by_role("main")).to_contain_text("ontvangen van stichting Vraagt")
