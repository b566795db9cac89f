"""From the question how many to a figure that all can read, in a real browser, on the demo's count.

A statistician says what is counted, counts, is refused by the gate and told why, takes codes
together; a second one publishes; the figure then stands in the letter and in the open data.
"""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import override_settings
from docx import Document
from playwright.sync_api import Page, expect

from samen.accounts.models import User
from samen.letters.models import OutgoingLetter
from samen.site import demo_counting
from samen.site.demo_register import DAY
from tests.browser.conftest import Visit, faults
from tests.browser.demo_people import DOMAIN
from tests.cast import Cast
from tests.letters.outgoing_letters import drafted

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PERSONS = 600
NAME = "Slachtoffers naar vorm"
COUNTS = "Personen die een partner in het jaar als mogelijk slachtoffer registreerde."
TITLE = "Slachtoffers naar vorm, 2019-2021"


@pytest.fixture
def counting(settings: LazySettings, cast: Cast) -> Iterator[None]:
    """The demo's joint count, of few people; nothing is defined in it."""
    settings.CHECKPOINT_KEY = "11" * 32
    with override_settings(TODAY=DAY):
        demo_counting.make_counting(
            domain=DOMAIN, report=lambda *_: None, linking=lambda *_: None, persons=PERSONS
        )
        yield


@pytest.fixture
def letter(cast: Cast) -> OutgoingLetter:
    return drafted(cast["programme_team"])


def statistician(visit: Visit, name: str) -> Page:
    """A statistician of the demo at the page where counts are made."""
    person = User.objects.get(email=f"{name}@{DOMAIN}")
    page = visit("/register/", person)
    page.get_by_role("row").filter(has_text=demo_counting.NAME).get_by_role("link").first.click()
    page.get_by_role("link", name="Cijfers tellen en vrijgeven").click()
    return page


def define_and_count(page: Page) -> None:
    """Describe an indicator, define how it is counted, and count it."""
    page.get_by_role("link", name="Een telling vastleggen").first.click()
    page.get_by_role("link", name="Een indicator omschrijven").click()
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Wat wordt geteld").fill(COUNTS)
    page.get_by_label("Geteld door").fill("CoMensha")
    page.get_by_label("Zo geteld vanaf").fill("2016-01-01")
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_label("Wat wordt geteld").fill(NAME)
    page.get_by_label("Korte naam").fill("slachtoffers-vorm")
    page.get_by_label("vorm van uitbuiting").check()
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_label("Vanaf").fill("2019")
    page.get_by_label("Tot en met").fill("2021")
    page.get_by_role("button", name="Tel", exact=True).click()
    expect(page.get_by_role("table", name="Telrondes, de laatste eerst")).to_contain_text(
        "2019–2021"
    )


def refused_then_coarser(page: Page) -> None:
    """The gate refuses and says which cells of which codes; with codes together it is safe."""
    page.get_by_role("link", name="Een vrijgave voorstellen").click()
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_label("Tabellen van").select_option(index=1)
    page.get_by_role("group", name="Een tabel naar jaar en").get_by_label("vorm").check()
    page.get_by_role("button", name="Laat de poort kijken").click()
    gate = page.get_by_role("status")
    expect(gate).to_contain_text("De poort weigert")
    expect(gate).to_contain_text("Kleine cellen zijn van deze codes")
    expect(page.get_by_role("table").first).to_contain_text("volgt uit wat wordt getoond")
    expect(page.get_by_role("button", name="Stel dit voor")).to_have_count(0)
    assert faults(page, 360) == []
    line = gate.locator("code").inner_text().replace("…", "overig")
    page.get_by_label("Codes samennemen").fill(line)
    page.get_by_role("button", name="Laat de poort kijken").click()
    expect(gate).to_contain_text("De poort vond geen ingang")
    expect(page.get_by_role("table")).to_contain_text("overig")
    page.get_by_role("button", name="Stel dit voor").click()
    expect(page.locator("main")).to_contain_text("wacht op een andere statisticus")


def stands_in_open_data(page: Page, code: str) -> str:
    """What everybody finds: the page, the API and the CSV with its metadata; the last value."""
    page.goto("/cijfers/")
    page.get_by_role("main").get_by_role("link", name=NAME, exact=True).first.click()
    expect(page.get_by_role("main")).to_contain_text(COUNTS)
    series = page.request.get(f"/api/v1/series/{code}").json()
    (last,) = (each for each in series["points"] if each["year"] == 2021 and not each["breakdown"])
    assert (last["status"], last["method"], last["vintage"]) == ("value", "counted", "vrijgave 1")
    table = page.request.get(f"/cijfers/{code}/cijfers.csv").text()
    assert f",2021,2021,,,value,{last['value']}," in table
    told = page.request.get(f"/cijfers/{code}/cijfers.csv-metadata.json").json()
    assert told["@context"][0] == "http://www.w3.org/ns/csvw"
    return str(last["value"])


def stands_in_the_letter(page: Page, letter: OutgoingLetter, value: str) -> None:
    """A field of the figure in the text: its value, and on it its vintage and what it counts."""
    page.goto(f"/brieven/uit/{letter.pk}/?deel=inleiding")
    page.locator("#deel-tekst").press("Control+End")
    page.keyboard.type(" Er waren er in [[date:2021]]: ")
    page.get_by_text("Voeg een veld in").click()
    page.get_by_label("Woorden in het veld").fill(f"{NAME} 2021: ")
    page.locator("[data-insert]:visible").click()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**gedaan=bewaard*")
    field = page.locator("#deel-voorbeeld data").filter(has_text=value).last
    expect(field).to_have_text(value)
    told = field.get_attribute("title") or ""
    assert "vrijgave 1" in told
    assert COUNTS in told
    for name, words in (("brief.html", value), ("brief.docx", value)):
        content = page.request.get(f"/brieven/uit/{letter.pk}/bestand/{name}").body()
        said = content.decode() if name.endswith("html") else as_text(content)
        assert words in said


def as_text(content: bytes) -> str:
    root: Any = Document(io.BytesIO(content)).element
    return "".join(root.itertext())


@pytest.mark.usefixtures("counting")
def test_a_figure_from_the_question_to_the_letter_and_the_open_data(
    visit: Visit, letter: OutgoingLetter
) -> None:
    first = statistician(visit, "statisticus")
    define_and_count(first)
    refused_then_coarser(first)
    second = statistician(visit, "tweede-statisticus")
    second.get_by_role("link", name=TITLE).click()
    second.get_by_role("button", name="Goedkeuren").click()
    expect(second.get_by_role("link", name="Zoals iedereen het ziet")).to_be_visible()
    value = stands_in_open_data(visit("/"), "slachtoffers-naar-vorm")
    stands_in_the_letter(visit("/brieven/", "programme_team"), letter, value)
