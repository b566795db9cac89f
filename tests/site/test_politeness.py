"""Dutch pages say "u", those of the sign-in package too."""

import re
from pathlib import Path

import allauth
import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils.translation import gettext, ngettext, override

from samen.site import texts
from tests.cast import Cast

FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)
NOT_HERE = ("idp/", "phone", "/email/", "usersessions", "openid")
"""Parts of the package that are not installed, and mail, which Samen does not send."""
PACKAGE = Path(allauth.__file__).parent


def shown() -> dict[str, str]:
    """The package's texts that a page can show, with the Dutch that Django finds for them."""
    with (PACKAGE / "locale/nl/LC_MESSAGES/django.po").open("rb") as text:
        catalogue = read_po(text, locale="nl")
    found = {}
    with override("nl"):
        for message in catalogue:
            places = [place for place, _line in message.locations]
            if not message.id or all(any(part in p for part in NOT_HERE) for p in places):
                continue
            if isinstance(message.id, str):
                found[message.id] = gettext(message.id)
            else:
                one, more = message.id
                found[one] = f"{ngettext(one, more, 1)} {ngettext(one, more, 2)}"
    return found


def test_no_text_of_the_sign_in_package_is_familiar() -> None:
    assert len(shown()) > 100
    said = {text: dutch for text, dutch in shown().items() if "phone" not in text}
    assert {text: dutch for text, dutch in said.items() if FAMILIAR.search(dutch)} == {}


@pytest.mark.parametrize("room", texts.rooms())
def test_no_text_of_ours_is_familiar(room: str) -> None:
    messages = [str(message.string) for message in texts.read_catalogue(room) if message.id]
    assert [dutch for dutch in messages if FAMILIAR.search(dutch)] == []


def test_a_page_of_the_package_says_u(cast: Cast) -> None:
    page = Client().post("/account/login/", {"login": "x@voorbeeld.example", "password": "mis"})
    assert "Het e-mailadres of het wachtwoord klopt niet." in page.content.decode()
