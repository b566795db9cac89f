"""Every address against every member of the cast; what is not expected is refused."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.expected import (
    EXPECTED,
    GUARD_THEMSELVES,
    LETTERS,
    LETTERS_ROOM,
    PROGRAMME,
    Line,
)
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db
# A number that no row has: who may not, must not even learn that.
NOWHERE = {"int": "987654321", "str": "bestaat-niet", "slug": "bestaat-niet", "uuid": "0" * 32}


def addresses(resolver: URLResolver, before: str = "") -> list[str]:
    found: list[str] = []
    for part in resolver.url_patterns:
        here = before + str(part.pattern)
        if isinstance(part, URLPattern):
            found.append(here)
        else:
            found += addresses(part, here)
    return found


OURS = [one for one in addresses(get_resolver()) if not one.startswith(GUARD_THEMSELVES)]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def ask(client: Client, address: str, line: Line) -> int:
    path = path_of(address)
    answer = client.get(path) if line.method == "GET" else client.post(path)
    if answer.status_code == 302 and "/account/login/" in answer["Location"]:
        return 401
    return answer.status_code


def path_of(address: str) -> str:
    """The address with numbers and names in it that nothing has."""
    return "/" + re.sub(
        r"<(?:(\w+):)?\w+>", lambda found: NOWHERE.get(found[1] or "str", "bestaat-niet"), address
    )


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    assert sorted(OURS) == sorted(EXPECTED)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_cast_gets_what_is_expected(cast: Cast, letter: str) -> None:
    name = LETTERS[letter]
    wrong = []
    for address, line in EXPECTED.items():
        status = ask(cast.client(name), address, line)
        refused = status in {401, 403}
        if status >= 500 or refused == (letter in line.may):
            wrong.append((address, status))
        if refused and status != (401 if name == "visitor" else 403):
            wrong.append((address, status))
    assert not wrong


def test_allauth_pages_need_a_sign_in(cast: Cast) -> None:
    for path in ("/account/password/change/", "/account/2fa/", "/account/2fa/totp/activate/"):
        answer = cast.client("visitor").get(path)
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_nobody_signs_up(client: Client) -> None:
    client.post(
        "/account/signup/", {"email": "nieuw@voorbeeld.example", "password1": "een-lang-wachtwoord"}
    )
    from samen.accounts.queries import person_by_email

    assert person_by_email("nieuw@voorbeeld.example") is None


def test_the_refusal_says_who_can_give_access(cast: Cast) -> None:
    answer = cast.client("reader").get("/spoor/")
    assert answer.status_code == 403
    assert cast["administrator"].email in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_page_answers_a_method_that_it_does_not_know(cast: Cast, method: str) -> None:
    answers = {
        address: getattr(cast.client(LETTERS[line.may[-1]]), method)(path_of(address)).status_code
        for address, line in (PROGRAMME | LETTERS_ROOM).items()
    }
    assert {address: status for address, status in answers.items() if status != 405} == {}
