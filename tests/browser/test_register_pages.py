"""The pages of persons' registrations in a real browser: faults, small windows, the keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from samen.core.terms import MemberRole, Scope
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.models import Membership
from samen.register import actions
from samen.register.actions_of_files import give_file
from samen.register.models import Registration
from samen.work import clock
from tests.browser.conftest import Visit, faults, faults_on
from tests.cast import Cast
from tests.register.given_files import NOW, ROWS, START, csv_file, make_setting, taken
from tests.register.test_hidden import workbook

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WHO = "reader"
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 5


@pytest.fixture
def pages(cast: Cast) -> dict[str, str]:
    """The address of each page that there is, for a registrar of the cast."""
    setting = make_setting()
    part = purposes.add_member(
        Part(setting.organisation.pk, MemberRole.REGISTRAR, Scope.NATIONAL, START),
        user=cast[WHO].pk, processing=setting.processing.pk, today=START,
    )  # fmt: skip
    with setting.inside(today=clock.today()) as purpose:
        delivery = taken(purpose, csv_file([*ROWS, f"P8;{LONG};Vermeulen;1990;vrouw;"]))
        changed = ROWS[0].replace("Anna", "Hanna")
        taken(purpose, csv_file([changed]), now=NOW.replace(hour=13))
        number = Registration.objects.get(source_key="id:P1").pk
        again = give_file(purpose, stream=csv_file([changed]), name="nogmaals.csv", now=NOW)
        give_file(purpose, stream=csv_file([changed]), name="en nogmaals.csv", now=NOW)
        waiting = give_file(purpose, stream=csv_file(), name="nieuw.csv", now=NOW)
        names = csv_file(["P7;Vermeulen, A. van der"], "registratienummer;volledige naam")
        book = give_file(purpose, stream=workbook(), name="werkboek.xlsx", now=NOW)
        taken(purpose, csv_file(["Q1;Dorota;Nowak;1990;vrouw;"]), now=NOW.replace(hour=14))
        corrected = Registration.objects.get(source_key="id:Q1").pk
        actions.correct(purpose, corrected, {"family_name": "Nowakowa"})
        rows = csv_file(["Q1;Nowacka", "q1;Nowak"], "registratienummer;achternaam")
        told = taken(purpose, rows, now=NOW.replace(hour=15))
        named = give_file(purpose, stream=names, name="namen.csv", now=NOW)
    inside = f"/register/{part.pk}/avg6e/"
    return {
        "home": "/register/",
        "processing": inside,
        "search": f"{inside}zoeken/",
        "registration": f"{inside}registratie/{number}/",
        "correct": f"{inside}registratie/{number}/corrigeren/",
        "correct a list": f"{inside}registratie/{number}/corrigeren/?veld=sex",
        "correct a list of many": f"{inside}registratie/{number}/corrigeren/?veld=exploitation",
        "correct countries": f"{inside}registratie/{number}/corrigeren/?veld=exploitation_country",
        "new": f"{inside}nieuw/",
        "upload": f"{inside}inlezen/",
        "mapping": f"{inside}inlezen/{waiting.pk}/",
        "given again": f"{inside}inlezen/{again.pk}/",
        "whole names": f"{inside}inlezen/{named.pk}/",
        "delivery": f"{inside}levering/{delivery.pk}/",
        "hidden": f"{inside}inlezen/{book.pk}/",
        "told": f"{inside}levering/{told.pk}/",
        "overtaken": f"{inside}registratie/{corrected}/",
        "missing": f"{inside}registratie/{delivery.pk}/",
        "refused": f"/register/{part.pk}/wpg8/",
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_of_the_register_has_faults_or_is_too_wide(
    visit: Visit, pages: dict[str, str], language: str
) -> None:
    assert faults_on(visit, pages.values(), WHO, language, 360) == []


def test_a_registration_is_found_and_opened_with_the_keyboard_alone(
    visit: Visit, pages: dict[str, str]
) -> None:
    page = visit(pages["processing"], WHO)
    page.get_by_role("textbox", name="Naam").focus()
    page.keyboard.type("fermeulen han")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Hanna van der Vermeulen")
    expect(link).to_be_visible()
    assert faults(page, 360) == []
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hanna van der Vermeulen")
    expect(page.get_by_text("Anna van der Vermeulen", exact=True)).to_be_visible()
    page.go_back()
    expect(link).to_be_visible()


def test_a_file_goes_in_from_the_first_click_to_its_waiting_page(
    visit: Visit, pages: dict[str, str], tmp_path: Path
) -> None:
    page = visit(pages["processing"], WHO)
    page.get_by_role("link", name="Bestand van een partner inlezen").click()
    file = tmp_path / "melding.csv"
    file.write_bytes(csv_file(["P9;Ewa;Nowak;1991;vrouw;"]).getvalue())
    page.get_by_label("Bestand", exact=True).set_input_files(file)
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welke kolom is wat?")
    page.get_by_role("button", name="Dit bestand inlezen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bestand van een partner inlezen")


OUT_OF_LINE = """() => [...document.querySelectorAll('fieldset label')].flatMap(label => {
    const box = label.querySelector('input').getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(label.lastChild);
    const line = words.getClientRects()[0];
    if (!line) return [];
    const off = box.top + box.height / 2 - line.top - line.height / 2;
    return Math.abs(off) < 0.8 ? [] : [label.textContent.trim() + ': ' + off];
})"""


@pytest.mark.parametrize("width", [1280, 360])
def test_boxes_stand_in_line_with_their_words(
    visit: Visit, pages: dict[str, str], width: int
) -> None:
    page = visit(pages["new"], WHO, width=width)
    assert page.locator("fieldset label").count() > 9
    assert page.evaluate(OUT_OF_LINE) == []


def tab_on(page: Page, times: int) -> None:
    for _each in range(times):
        page.keyboard.press("Tab")


def test_a_registration_is_typed_with_the_keyboard_alone_and_without_scripts(
    visit: Visit, pages: dict[str, str]
) -> None:
    page = visit(pages["processing"], WHO, scripts=False, width=320)
    page.get_by_role("link", name="Nieuwe registratie").click()
    page.get_by_label("Nummer bij de partner", exact=True).focus()
    page.keyboard.type("P1")
    tab_on(page, 1)
    page.keyboard.type("30-02-2021")
    tab_on(page, 3)
    page.keyboard.type("Ewa")
    tab_on(page, 4)
    expect(page.get_by_label("Achternaam: waarom er geen antwoord is")).to_be_focused()
    page.keyboard.type("gew")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    wrong = page.get_by_role("link", name="Registratiedatum: Deze dag bestaat niet.")
    expect(wrong).to_be_visible()
    expect(page.get_by_label("Voornamen", exact=True)).to_have_value("Ewa")
    expect(page.get_by_label("Achternaam: waarom")).to_have_value("geweigerd")
    wrong.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Registratiedatum", exact=True)).to_be_in_viewport()
    page.get_by_label("Registratiedatum", exact=True).fill("02-2021")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Dit nummer is al bekend")).to_be_visible()
    expect(page.get_by_role("link", name="open de registratie")).to_be_visible()
    page.get_by_label("Nummer bij de partner", exact=True).fill("P99")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ewa")
    expect(page.get_by_text("door Ties Voorbeeld", exact=False)).to_be_visible()


def test_what_is_wrong_with_a_typed_registration_has_no_faults_either(
    visit: Visit, pages: dict[str, str]
) -> None:
    page = visit(pages["new"], WHO)
    page.get_by_label("Nummer bij de partner", exact=True).fill("P1")
    page.get_by_label("Geboortedatum", exact=True).fill("30-02-2021")
    for words in ("Deze dag bestaat niet", "Dit nummer is al bekend"):
        page.get_by_role("button", name="Registratie noteren").click()
        expect(page.locator(".error-summary a")).to_contain_text(words)
        assert faults(page, 320) == []
        page.set_viewport_size({"width": 1280, "height": 800})
        page.get_by_label("Geboortedatum", exact=True).fill("02-2021")


def test_who_is_removed_gets_one_clear_page_at_the_next_click(
    visit: Visit, pages: dict[str, str], cast: Cast
) -> None:
    page = visit(pages["registration"], WHO)
    part = Membership.objects.get(user=cast[WHO])
    purposes.remove_member(membership=part.pk, today=clock.today())
    page.get_by_role("link", name="Meldingen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Niet geopend")
    page.get_by_role("link", name="Naar de verwerkingen").click()
    expect(page.get_by_text("U neemt vandaag aan geen verwerking deel.")).to_be_visible()
