"""The second factor: asked of the roles that need it, and then really needed."""

import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client, override_settings

from samen.accounts.actions import make_link, set_first_password
from samen.core.terms import Role
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
NEEDED = override_settings(SECOND_FACTOR_ROLES=frozenset({Role.ADMINISTRATOR}))


@pytest.fixture(autouse=True)
def no_memory_of_tries() -> None:
    cache.clear()


def code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_in(email: str) -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": PASSWORD})
    return client


def sure(client: Client) -> Client:
    """Whoever changes a second factor gives the password once more."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def set_up(client: Client) -> str:
    sure(client)
    page = client.get("/account/2fa/totp/activate/")
    secret = str(page.context["form"].secret)
    answer = client.post("/account/2fa/totp/activate/", {"code": code(secret)})
    assert answer.status_code == 302, page.content
    return secret


@NEEDED
def test_a_role_that_needs_it_is_sent_to_set_it_up(cast: Cast) -> None:
    client = sign_in(cast["administrator"].email)
    assert client.get("/mensen/").headers["Location"] == "/account/2fa/"
    assert sign_in(cast["reader"].email).get("/organisaties/").status_code == 200
    set_up(client)
    assert client.get("/mensen/").status_code == 200


def test_who_has_one_does_not_come_in_on_a_password_alone(cast: Cast) -> None:
    secret = set_up(sign_in(cast["administrator"].email))
    cache.clear()
    client = sign_in(cast["administrator"].email)
    assert client.get("/mensen/").status_code == 302
    page = client.get("/account/2fa/authenticate/")
    assert b"<h1" in page.content
    client.post("/account/2fa/authenticate/", {"code": "000000"})
    assert client.get("/mensen/").status_code == 302
    client.post("/account/2fa/authenticate/", {"code": code(secret)})
    assert client.get("/mensen/").status_code == 200


def test_recovery_codes_are_shown_after_setting_up(cast: Cast) -> None:
    client = sign_in(cast["administrator"].email)
    set_up(client)
    page = client.get("/account/2fa/recovery-codes/", follow=True).content.decode()
    assert "<textarea" in page


def test_a_security_key_can_be_added(cast: Cast) -> None:
    client = sure(sign_in(cast["administrator"].email))
    page = client.get("/account/2fa/webauthn/add/").content.decode()
    assert "mfa/js/webauthn.js" in page
    assert 'id="mfa_webauthn_add"' in page
    assert "Naam" in page


def test_who_was_invited_can_set_one_up(cast: Cast) -> None:
    """The sign-in package refuses a second step where nobody vouched for the address."""
    invitation = make_link(user=cast["administrator"].pk)
    EmailAddress.objects.create(
        user=cast["administrator"], email=cast["administrator"].email, verified=False
    )
    set_first_password(number=invitation.number, token=invitation.token, password=PASSWORD)
    assert set_up(sign_in(cast["administrator"].email))
