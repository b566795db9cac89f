"""An owner without an account, in a browser: answers by the link, and by the sheet."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, expect

from samen.accounts.actions import make_link
from samen.programme import actions, queries
from samen.programme.models import Answer
from samen.programme.values import Standing, Wording
from samen.work import clock
from tests.browser.conftest import Visit, faults
from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def token(cast: Cast) -> str:
    """The secret of a list with one promise."""
    noor, today, now = cast["programme_team"], clock.today(), clock.now()
    actions.record_commitment(
        wording=Wording(title="De opvang krijgt een draaiboek", owners=("Gemeente Voorbeeld",)),
        standing=Standing(status="new", on=today - timedelta(days=90)),
        by=noor,
        now=now,
    )
    asked = actions.ask_round(
        title="Najaar", asked_on=today, due=today + timedelta(days=14), by=noor, now=now,
        filters=None,
    )  # fmt: skip
    return asked.links[0][1]


def test_an_answer_on_the_page_arrives(visit: Visit, token: str) -> None:
    page = visit(f"/vraag/{token}/")
    page.locator("section select").first.select_option("running")
    page.get_by_role("button", name="Alle antwoorden opslaan").click()
    expect(page.locator(".messages")).to_contain_text("Opgeslagen")
    assert [row.status for row in Answer.objects.all()] == ["running"]


def test_the_links_of_a_round_can_be_copied(visit: Visit, token: str) -> None:
    page = visit("/programma/ronde/", "programme_team")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#id_title").fill("Nog een ronde")
    page.locator("#id_due").fill("2099-01-01")
    page.locator("input[name=owners]").first.check()
    page.locator("form.form button").click()
    page.locator("button[data-copy]").first.click()
    expect(page.locator("button[data-copy]").first).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("dd a").first.get_attribute("href")


def test_a_sheet_that_is_sent_back_arrives(visit: Visit, token: str) -> None:
    content = queries.owner_sheet(token=token, now=clock.now(), today=clock.today())
    book = load_workbook(io.BytesIO(content or b""))
    book["Vragen"]["G2"] = "running"
    out = io.BytesIO()
    book.save(out)
    page = visit(f"/vraag/{token}/")
    file = FilePayload(name="vragen.xlsx", mimeType=XLSX, buffer=out.getvalue())
    page.locator("input[type=file]").set_input_files(file)
    page.locator("form[enctype] button").click()
    expect(page.locator(".messages")).to_contain_text("1")
    assert [row.on_sheet for row in Answer.objects.all()] == [True]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_behind_links_that_need_no_account(
    visit: Visit, token: str, cast: Cast, language: str
) -> None:
    link = make_link(user=cast["nobody"].pk)
    for address in (
        f"/vraag/{token}/",
        "/vraag/bestaat-niet/",
        f"/uitnodiging/{link.number}/{link.token}",
        "/uitnodiging/99/bestaat-niet",
    ):
        for width in (1280, 360):
            page = visit(address, width=width, language=language)
            assert page.locator("html").get_attribute("lang") == language
            assert faults(page) == [], (address, width)
