"""The letter desk in a browser: write, check, freeze and read back, by keyboard alone."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Page, expect

from samen.letters.actions import proposals, writing
from samen.letters.forms_of_letter import draft_file, media_type
from samen.letters.models import OutgoingLetter
from samen.letters.queries.writing import desk
from tests.browser.conftest import Visit, faults, faults_on
from tests.cast import Cast
from tests.letters.outgoing_letters import NOW, drafted, move_on

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "De opvang heeft dit jaar een draaiboek gekregen."


@pytest.fixture
def letter(cast: Cast) -> OutgoingLetter:
    """A draft with two notes of its checks, a version to undo and a proposal out of Word."""
    noor = cast["programme_team"]
    letter = drafted(noor)
    section = letter.sections.get(key="inleiding")
    writing.save_section(
        letter=letter.pk, key=section.key, title=section.title, body=section.body + f"\n\n{WORDS}",
        seen=1, by=noor, now=NOW,
    )  # fmt: skip
    proposals.read_word_back(letter=letter.pk, content=reworded(letter), by=noor, now=NOW)
    return letter


def reworded(letter: OutgoingLetter) -> bytes:
    """The Word file of a letter in which somebody changed a word."""
    document = Document(io.BytesIO(draft_file("brief.docx", desk(letter).rendered)))
    paragraph = next(p for p in document.paragraphs if WORDS in p.text)
    paragraph.runs[0].text = paragraph.runs[0].text.replace("draaiboek", "handboek")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def focus_by_tab(page: Page, wanted: str) -> None:
    """Walk with the tab key until the wanted element has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.locator(f"{wanted}:focus").count():
            return
    pytest.fail(f"the tab key does not reach {wanted}")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_and_320_pixels_are_enough(
    visit: Visit, letter: OutgoingLetter, language: str
) -> None:
    desk = f"/brieven/uit/{letter.pk}/"
    for who, other in (("programme_team", "?deel=inleiding"), ("approver", "vaststellen/")):
        assert faults_on(visit, (desk, desk + other), who, language) == []


@pytest.mark.parametrize("is_frozen", [True, False])
def test_axe_finds_nothing_once_a_letter_is_frozen_or_held_back(
    visit: Visit, letter: OutgoingLetter, is_frozen: bool
) -> None:
    if is_frozen:
        writing.freeze_letter(letter=letter.pk, by=letter.started_by, now=NOW, because="Zo.")
    else:
        move_on(letter, letter.started_by)
    for address in (f"/brieven/uit/{letter.pk}/", f"/brieven/uit/{letter.pk}/vaststellen/"):
        page = visit(address, "approver")
        assert page.locator("main form").count() == 0
        assert faults(page) == [], address


def test_a_section_is_edited_saved_and_taken_back_by_keyboard(
    visit: Visit, letter: OutgoingLetter
) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/?deel=inleiding", "programme_team")
    focus_by_tab(page, "#deel-tekst")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Dat helpt.")
    expect(page.locator("#deel-voorbeeld")).to_contain_text("Dat helpt.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**gedaan=bewaard*")
    section = letter.sections.get(key="inleiding")
    assert section.body.endswith("Dat helpt.")
    assert section.version == 3
    focus_by_tab(page, "button[formaction*=ongedaan]")
    page.keyboard.press("Enter")
    page.wait_for_url("**gedaan=terug*")
    section.refresh_from_db()
    assert section.body.endswith(WORDS)
    assert section.version == 4


def test_the_keys_of_a_field(visit: Visit, letter: OutgoingLetter) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/?deel=inleiding", "programme_team")
    page.locator("#deel-tekst").press("End")
    page.keyboard.type("s")
    expect(page.locator("#deel-tekst:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#deel-tekst:focus")).to_have_count(0)
    page.keyboard.press("s")
    page.wait_for_url("**gedaan=bewaard*")
    assert letter.sections.get(key="inleiding").version == 3


def test_a_field_is_put_into_the_text_and_printed_from_the_register(
    visit: Visit, letter: OutgoingLetter
) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/?deel=inleiding", "programme_team")
    page.locator("#deel-tekst").press("Control+End")
    page.keyboard.type(" Er kwamen meldingen: ")
    focus_by_tab(page, "summary")
    page.keyboard.press("Enter")
    focus_by_tab(page, "[data-insert^='[[figure:']")
    page.keyboard.press("Enter")
    expect(page.locator("#deel-tekst:focus")).to_have_count(1)
    expect(page.locator("#deel-voorbeeld")).to_contain_text("Er kwamen meldingen: 1.561")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**gedaan=bewaard*")
    expect(page.locator("main")).not_to_contain_text("Los getal")


def test_a_loose_number_stands_in_the_list_of_checks(visit: Visit, letter: OutgoingLetter) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/?deel=inleiding", "programme_team")
    page.locator("#deel-tekst").press("Control+End")
    page.keyboard.type(" Er kwamen er 35.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**gedaan=bewaard*")
    found = page.locator(".finding--blocking")
    expect(found.locator("summary")).to_contain_text("Los getal (1)")
    found.locator(".finding__place a").click()
    expect(page.locator("#deel-tekst")).to_be_in_viewport()


def test_who_is_overtaken_keeps_the_text_and_is_told(
    visit: Visit, letter: OutgoingLetter, cast: Cast
) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/?deel=inleiding", "programme_team")
    writing.save_section(
        letter=letter.pk, key="inleiding", title="Inleiding", body="Van een ander.", seen=2,
        by=cast["approver"], now=NOW,
    )  # fmt: skip
    page.locator("#deel-tekst").fill("Van mij.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".error-summary")).to_contain_text("Ine Voorbeeld")
    expect(page.locator("#deel-tekst")).to_have_value("Van mij.")
    assert faults(page) == []


def test_freezing_asks_first_and_is_done_by_keyboard(visit: Visit, letter: OutgoingLetter) -> None:
    page = visit(f"/brieven/uit/{letter.pk}/", "approver")
    focus_by_tab(page, ".page__action a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vaststellen/")
    assert OutgoingLetter.objects.get(pk=letter.pk).state == "draft"
    focus_by_tab(page, "#reden")
    page.keyboard.type("Ze gaan over een bijlage die later komt.")
    focus_by_tab(page, "main .button--primary")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/brieven/uit/{letter.pk}/")
    expect(page.locator(".page__action")).to_have_text("Vastgesteld")
    expect(page.locator("main form")).to_have_count(0)


def test_the_results_table_comes_down_in_the_language_of_the_reader(
    visit: Visit, letter: OutgoingLetter
) -> None:
    for language, head in (("nl", "Thema"), ("en", "Theme")):
        page = visit(f"/brieven/uit/{letter.pk}/", "reader", language=language)
        with page.expect_download() as coming:
            page.locator(".downloads a", has_text="xlsx").press("Enter")
        book = load_workbook(io.BytesIO(coming.value.path().read_bytes()))
        rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
        assert any(head in row for row in rows), rows[:3]
        assert any("De dienst opent tien plekken" in row for row in rows)


def test_a_word_file_is_read_back_and_its_change_taken_over(
    visit: Visit, letter: OutgoingLetter
) -> None:
    letter.proposals.all().delete()
    page = visit(f"/brieven/uit/{letter.pk}/", "programme_team")
    name = "2022-brief.docx"
    file: FilePayload = {"name": name, "mimeType": media_type(name), "buffer": reworded(letter)}
    page.locator("input[type=file]").set_input_files(file)
    page.locator("form[action$='/word/'] button").press("Enter")
    page.wait_for_url("**#voorstellen")
    expect(page.locator("ins")).to_have_text("handboek")
    expect(page.locator("del")).to_have_text("draaiboek")
    page.locator("button[value=accept]").press("Enter")
    expect(page.locator("ins")).to_have_count(0)
    assert "handboek" in letter.sections.get(key="inleiding").body
