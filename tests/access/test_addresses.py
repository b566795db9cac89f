"""Every address against every member of the cast; what is not expected is refused."""

import re
from importlib import import_module
from inspect import getsource
from itertools import product
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.expected import (
    EXPECTED,
    GUARD_THEMSELVES,
    LETTERS,
    Line,
)
from tests.cast import Cast, as_it_was

pytestmark = pytest.mark.django_db
# A number that no row has: who may not, must not even learn that.
NOWHERE = {
    "int": "987654321",
    "str": "bestaat-niet",
    "slug": "bestaat-niet",
    "uuid": str(UUID(int=0)),
}


REFUSED = {401, 403}
ANSWERED = {200, 302, 400, 404, 409, 410, 422}


def addresses(resolver: URLResolver, before: str = "") -> list[tuple[str, str]]:
    """Each address with the module of its view."""
    found: list[tuple[str, str]] = []
    for part in resolver.url_patterns:
        here = before + str(part.pattern)
        if isinstance(part, URLPattern):
            found.append((here, part.callback.__module__))
        else:
            found += addresses(part, here)
    return found


FOUND = [one for one in addresses(get_resolver()) if not one[0].startswith(GUARD_THEMSELVES)]
OURS = [address for address, _ in FOUND]


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
    wrong, signed_in = [], cast.client(name)
    for address, line in EXPECTED.items():
        status = ask(as_it_was(signed_in), address, line)
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


METHODS = [
    *product(("post",), LETTERS),
    *product(("head",), "vtd"),
    # No view reads their names: to all of ours these are one method, and it is refused.
    *product(("put",), "vtd"), ("options", "t"), ("patch", "d"), ("delete", "t"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "letter"), METHODS)
def test_every_method_is_refused_to_whom_it_is_not_meant_for(
    cast: Cast, method: str, letter: str
) -> None:
    client, wrong = cast.client(LETTERS[letter]), []
    for address, line in EXPECTED.items():
        answer = getattr(client, method)(path_of(address))
        is_sign_in = answer.status_code == 302 and "/account/login/" in answer["Location"]
        status = 401 if is_sign_in else answer.status_code
        if status not in allowed(line, letter, method):
            wrong.append((address, status))
    assert not wrong


def test_no_view_knows_a_method_that_is_tried_of_one_person_only() -> None:
    names = re.compile(r"[\"'](PUT|PATCH|DELETE|OPTIONS)[\"']|def (put|patch|delete|options)\(self")
    modules = {module for _, module in FOUND}
    wrong = [one for one in sorted(modules) if names.search(getsource(import_module(one)))]
    assert len(modules) > 20
    assert wrong == []


def allowed(line: Line, letter: str, method: str) -> set[int]:
    """What an address may answer to a method, when nothing has the numbers in it."""
    who = {"get": line.may, "head": line.may, "post": line.posts}
    if line.method == "POST":
        who = {"post": line.may}
    if not who.get(method):
        return {405} if letter in line.may else {405, *REFUSED}
    return ANSWERED if letter in who[method] else REFUSED
