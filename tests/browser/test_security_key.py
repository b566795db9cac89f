"""A security key: registered in the browser, and then asked for at the door."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, faults
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db(transaction=True)
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_key(page: Page) -> None:
    """Put a security key in the browser that is touched whenever a page asks for it."""
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def sign_in(page: Page, email: str) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    page.wait_for_url(re.compile(r"^(?!.*/account/login/)"))


def test_a_key_is_registered_and_then_opens_the_door(visit: Visit, cast: Cast) -> None:
    cache.clear()
    roos = cast["administrator"].email
    page = visit("/account/login/")
    with_key(page)
    sign_in(page, roos)
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Bevestigen").click()
    assert faults(page) == []
    page.get_by_label("Naam").fill("Sleutelbos")
    page.get_by_role("button", name="Toevoegen").click()
    page.wait_for_url(re.compile(r"(?<!/add/)$"))
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_text("Sleutelbos")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, roos)
    page.wait_for_url("**/account/2fa/authenticate/")
    page.goto("/mensen/")
    assert page.url.endswith("/account/2fa/authenticate/"), "a password alone opens nothing"
    page.get_by_role("button", name="sleutel").click()
    page.wait_for_url(re.compile(r":\d+/$"))
    page.goto("/mensen/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen en toegang")


def test_a_key_that_gives_no_answer_is_told_on_the_page(visit: Visit, cast: Cast) -> None:
    cache.clear()
    page = visit("/account/login/")
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": KEY | {"isUserVerified": False}})
    sign_in(page, cast["administrator"].email)
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Bevestigen").click()
    expect(page.get_by_role("alert")).to_be_hidden()
    page.get_by_label("Naam").fill("Sleutelbos")
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("alert")).to_contain_text("gaf geen antwoord")
    assert faults(page) == []
