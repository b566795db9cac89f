"""The frame: every page of the site itself, its head lines, languages and error pages."""

import gzip
import logging
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings

from samen.core.errors import CannotRun, Conflict, Refused
from samen.site import pages
from samen.site.middleware import Refusals, WithNumber
from tests.cast import Cast

pytestmark = pytest.mark.django_db
STATIC = Path(pages.__file__).parent / "static" / "site"
PAGES = [
    "/",
    "/toetsen",
    "/ik",
    "/mensen/",
    "/mensen/uitnodigen",
    "/organisaties/",
    "/ambten/",
    "/spoor/",
    "/nergens",
    "/account/login/",
    "/account/password/change/",
    "/account/password/reset/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/logout/",
]
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(?:\ssrc=|application/json))", re.I)


@pytest.mark.parametrize("address", ["/", "/toetsen", "/gezond", "/robots.txt", "/account/login/"])
def test_public_pages_answer(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


def test_the_list_of_keys_names_every_key(cast: Cast) -> None:
    templates = Path(pages.__file__).parents[1].glob("*/templates/**/*.html")
    used = {key for file in templates for key in re.findall(r'data-key="(.)"', file.read_text())}
    listed = cast.client("programme_team").get("/toetsen").content.decode().split("<dialog")[0]
    assert used
    assert used <= set(re.findall(r"<kbd>(.)</kbd>", listed))


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_anything_inline(cast: Cast, address: str) -> None:
    page = cast.client("administrator").get(address, follow=True).content.decode()
    assert "<h1" in page
    assert not INLINE.search(page)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_its_language_and_has_one_h1(cast: Cast, address: str) -> None:
    client = cast.client("administrator")
    for language in ("nl", "en"):
        client.post("/taal", {"language": language})
        page = client.get(address, follow=True).content.decode()
        assert f'<html lang="{language}">' in page
        assert page.count("<h1") == 1
        assert re.search(r"<title>\s*\S.* – Samen</title>", page, re.S)


def test_the_state_of_the_system_is_a_page_for_people(client: Client) -> None:
    page = client.get("/gezond", headers={"accept": "text/html,*/*;q=0.8"})
    assert page.headers["Content-Type"].startswith("text/html")
    assert "geven antwoord" in page.content.decode()
    for asked in ("*/*", "application/json"):
        assert client.get("/gezond", headers={"accept": asked}).json()["database"] is True


def test_headers_keep_others_out(client: Client) -> None:
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert re.fullmatch(r"[0-9a-f]{16}", headers["X-Request-ID"])


def test_a_number_from_outside_is_not_believed(client: Client) -> None:
    answer = client.get("/", headers={"X-Request-ID": "0000"})
    assert answer.headers["X-Request-ID"] != "0000"


def test_the_switch_of_language_stays_and_goes_back(client: Client) -> None:
    answer = client.post("/taal", {"language": "en", "next": "/toetsen"})
    assert answer.headers["Location"] == "/toetsen"
    assert "All keys" in client.get("/toetsen").content.decode()
    away = client.post("/taal", {"language": "nl", "next": "https://elders.example/"})
    assert away.headers["Location"] == "/"
    assert "Alle toetsen" in client.get("/toetsen").content.decode()


def test_an_unknown_address_says_so_and_offers_what_its_reader_can_open(cast: Cast) -> None:
    answer = cast.client("visitor").get("/nergens")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Deze pagina is er niet" in page
    assert "Zoek ernaar" not in page
    assert 'href="/cijfers/"' in page.split("<main")[1]
    assert "Zoek ernaar" in cast.client("reader").get("/nergens").content.decode()


def test_other_error_pages_stand_in_words() -> None:
    request = RequestFactory().get("/x")
    assert pages.bad_request(request, ValueError()).status_code == 400
    assert pages.forbidden(request, ValueError()).status_code == 403
    assert "Hier ging iets mis" in pages.broken(request).content.decode()


def test_a_form_without_its_token_is_refused_in_words(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/account/login/", {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "niet meer geldig" in answer.content.decode()


def test_a_visitor_sees_the_figures_and_a_reader_more(cast: Cast) -> None:
    visitor = cast.client("visitor").get("/").content.decode()
    assert re.findall(r'data-goto="(.)"', visitor.split("</header>")[0]) == ["c"]
    assert {"/cijfers/", "/cijfers/open-data/"} <= set(
        re.findall(r'href="(.*?)"', visitor.split("<main")[1])
    )
    reader = cast.client("reader").get("/").content.decode()
    assert "Mensen en toegang" not in reader
    assert "Mensen en toegang" in cast.client("administrator").get("/").content.decode()


@override_settings(SAMEN_THEME_CSS="thema.css")
def test_a_theme_is_one_file_over_the_tokens(client: Client) -> None:
    page = client.get("/").content.decode()
    assert page.index("tokens.css") < page.index("thema.css") < page.index("app.css")


def test_rules_take_every_colour_from_the_tokens() -> None:
    rules = (STATIC / "app.css").read_text()
    print_rules = rules.index("@media print")
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules[:print_rules])) == set()
    used = set(re.findall(r"var\((--[\w-]+)", rules))
    given = set(re.findall(r"(--[\w-]+):", (STATIC / "tokens.css").read_text()))
    assert used <= given
    assert given == used


def test_what_a_page_loads_is_small() -> None:
    sheets = [(STATIC / name).read_bytes() for name in ("tokens.css", "app.css")]
    assert sum(len(gzip.compress(sheet)) for sheet in sheets) < 15_000
    assert len(gzip.compress((STATIC / "keys.js").read_bytes())) < 5_000


def test_a_line_of_the_log_holds_no_secret() -> None:
    said = ("Gone: %s", ("/vraag/aB-9_z/blad.xlsx",))
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, *said, None)
    assert WithNumber().filter(record)
    assert record.getMessage() == "Gone: /vraag/***/blad.xlsx"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused("This account is closed.", "", "Open it again first."), 400),
        (Conflict("This account is closed.", "", "Open it again first."), 409),
    ],
)
def test_a_refusal_that_a_view_lets_through_is_a_page_in_words(
    rf: RequestFactory, error: Refused, status: int
) -> None:
    request = rf.post("/")
    request.user = AnonymousUser()
    page = Refusals(lambda _request: HttpResponse()).process_exception(request, error)
    assert page is not None
    assert page.status_code == status
    assert "Dit account is gesloten. Open het eerst weer." in page.content.decode()


@pytest.mark.parametrize("error", [ValueError("x"), CannotRun("The database is away.")])
def test_a_fault_of_ours_stays_a_fault(rf: RequestFactory, error: Exception) -> None:
    refusals = Refusals(lambda _request: HttpResponse())
    assert refusals.process_exception(rf.post("/"), error) is None
