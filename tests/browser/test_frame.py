"""What people meet: pages without faults, by keyboard, on a small screen, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, faults_on
from tests.cast import PASSWORD, Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return [document.activeElement.tagName, style.outlineStyle, parseFloat(style.outlineWidth)];
}"""
PAGES = {
    "visitor": ("/", "/toetsen", "/nergens", "/account/login/", "/account/password/reset/"),
    "administrator": (
        "/", "/ik", "/mensen/", "/mensen/uitnodigen", "/organisaties/", "/ambten/", "/spoor/",
        "/account/password/change/", "/account/2fa/",
    ),
    "reader": ("/spoor/",),
    "programme_team": (
        "/programma/", "/programma/ronde/", "/zoek", "/brieven/", "/brieven/inlezen/",
        "/brieven/nieuw/",
    ),
}  # fmt: skip


@pytest.mark.parametrize("who", PAGES)
def test_axe_finds_nothing_and_320_pixels_are_enough(visit: Visit, who: str) -> None:
    assert faults_on(visit, PAGES[who], who) == []


def test_signing_in_needs_no_mouse(visit: Visit, cast: Cast) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#inhoud"
    page.keyboard.press("Enter")
    for _link in ("figures", "open data", "sign in"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/login/**")
    page.locator("#inhoud").focus()
    page.keyboard.press("Tab")
    page.keyboard.type(cast["reader"].email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    for _stop in ("the button", "the link"):
        page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "/account/password/reset/"
    page.get_by_label("Wachtwoord").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".header__account")).to_have_text(cast["reader"].name)


def test_focus_is_seen_on_everything_that_can_be_pressed(visit: Visit) -> None:
    page = visit("/mensen/uitnodigen", "administrator")
    for _ in range(20):
        page.keyboard.press("Tab")
        style = page.evaluate(FOCUS)
        if style[0] not in {"BODY", "MAIN"}:
            assert style[1] == "solid", style
            assert style[2] >= 2, style


def test_keys_press_what_is_on_the_page(visit: Visit) -> None:
    page = visit("/", "administrator")
    page.keyboard.press("/")
    assert page.locator(":focus").get_attribute("name") == "q"
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/mensen/")


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_searched_for_stands_in_no_address(visit: Visit, scripts: bool) -> None:
    page = visit("/programma/", "reader", scripts=scripts)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_role("searchbox").fill("Fenna Voorbeeld")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Fenna Voorbeeld")
    page.get_by_role("link", name="Brieven").click()
    page.wait_for_url("**/brieven/")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Fenna Voorbeeld")
    assert [url for url in sent if "Fenna" in url] == []


def test_without_scripts_an_error_still_stands_at_its_field(visit: Visit) -> None:
    page = visit("/mensen/uitnodigen", "administrator", scripts=False)
    page.fill("#id_name", "Fenna Voorbeeld")
    page.fill("#id_email", "reader@voorbeeld.example")
    page.select_option("#id_role", "reader")
    page.locator("main .button--primary").click()
    assert page.locator(".error-summary a").get_attribute("href") == "#id_email"
    assert page.locator("#id_email").get_attribute("aria-invalid") == "true"
    page.locator("header .link-button").click()
    assert page.locator("html").get_attribute("lang") == "en"


def test_twice_as_large_still_fits(visit: Visit) -> None:
    page = visit("/mensen/", "administrator", width=640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_nothing_breaks_the_content_policy(visit: Visit) -> None:
    page = visit("/account/2fa/totp/activate/", "visitor")
    words: list[str] = []
    page.on("console", lambda message: words.append(message.text))
    page.goto("/account/login/")
    page.goto("/toetsen")
    assert [word for word in words if "Content Security Policy" in word] == []
