"""Whatever somebody sends to a form of people or programme, the answer is no fault of ours."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import product, zip_longest
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from django import forms
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import Resolver404, resolve

from tests.access.expected import EXPECTED, LETTERS
from tests.access.reading import NAMES_READ
from tests.access.things import filled
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 2, 1, tzinfo=UTC)
DAY = date(2022, 2, 1)
GARBAGE = ("", "²", "9" * 5000, "9" * 20, "a\x00b", "-1", "9999-12-31")
FILES = (b"", b"PK\x03\x04 halfway", b'{"Zaak": [{"Nummer": []}]}', b"\x00\xff")
ROOMS = ("ik", "uitnodiging/", "mensen/", "organisaties/", "ambten/", "spoor", "programma/",
         "vraag/", "zoek")  # fmt: skip
ADDRESSES = sorted(one for one in EXPECTED if one.startswith(ROOMS))
IN_ADDRESS = ("987654321", "9" * 20, "9" * 5000, "0", "²", "a%00b", "-1")
ACTS = ("accepteer", "verwerp", "herstel")
BARE = {"reason": "Reden", "hangs": "1", "on": "1", "role": "carries_out", "entry": "1", "met": "1",
        "into": "1", "entries": "1,2", "themes": "1"}  # fmt: skip
"""What acts without a form of their own read."""


class Sent(NamedTuple):
    """What a person would fill in, and by name what is no answer to it: what has to be sent on its
    own, and what can be sent with the nonsense of other fields, since the field refuses it."""

    right: dict[str, Any]
    alone: Mapping[str, list[Any]]
    together: Mapping[str, list[str]]


def sent_rightly(client: Client, path: str, parts: Mapping[str, str]) -> Sent:
    """What a person would fill in on the page of this address."""
    page = client.get(path, {"met": parts["met"]})
    form = (page.context or {}).get("form") if page.status_code == 200 else None
    fields = form.fields if isinstance(form, forms.BaseForm) else {}
    given = {name: _right(field) for name, field in fields.items()} or dict(BARE)
    right = given | ({"met": parts["met"]} if "met" in fields else {})
    alone: dict[str, list[Any]] = {name: list(GARBAGE) for name in read_of(client, path, right)}
    together = {}
    for name, field in fields.items():
        refused = [one for one in GARBAGE if is_refused(field, one)]
        alone[name] = [one for one in GARBAGE if one not in refused] + refused[:1]
        together[name] = refused[1:]
        if isinstance(field, forms.FileField):
            alone[name], together[name] = ["", *files()], []
    return Sent(right, alone, together)


def read_of(client: Client, path: str, right: Mapping[str, Any]) -> set[str]:
    """The names that an act reads when all is right; none of an address that takes no form."""
    with transaction.atomic():
        answer = client.post(path, right)
        transaction.set_rollback(True)
    return set(answer.headers.get(NAMES_READ, "").split(",")) - {""}


def is_refused(field: forms.Field, garbage: str) -> bool:
    """Whether a field refuses garbage itself, so that nothing else of its form ever reads it."""
    given = QueryDict(mutable=True)
    given["it"] = garbage
    try:
        with transaction.atomic():
            field.clean(field.widget.value_from_datadict(given, {}, "it"))
    except forms.ValidationError:
        return True
    except Exception:  # then it is sent, and the answer tells whose fault it is
        return False
    return False


def files() -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile("bestand", content) for content in FILES]


def _right(field: forms.Field) -> str:
    if hasattr(field, "choices"):
        return next((str(value) for value, _ in field.choices if value), "")
    for kind, value in (
        (forms.FileField, ""),
        (forms.DateField, "2022-04-01"),
        (forms.IntegerField, "1"),
        (forms.EmailField, "fenna@voorbeeld.example"),
        (forms.URLField, "https://voorbeeld.example"),
    ):
        if isinstance(field, kind):
            return value
    return PASSWORD


def spoiled(sent: Sent) -> Iterator[dict[str, Any]]:
    """All of it; all of it but one field that is garbage or a file that is none; and with garbage
    in every field that refuses it."""
    yield sent.right
    for name, garbage in sent.alone.items():
        yield from (sent.right | {name: one} for one in garbage)
    for many in zip_longest(*sent.together.values()):
        wrong = zip(sent.together, many, strict=True)
        yield sent.right | {name: one for name, one in wrong if one is not None}


def answered(client: Client, path: str, data: Mapping[str, Any]) -> int:
    """The status of the answer; whatever was written is taken back."""
    with transaction.atomic():
        status = client.post(path, data).status_code
        transaction.set_rollback(True)
    return status


def opened(cast: Cast, address: str) -> Client:
    """A browser of somebody who may open an address; a fault of ours is an answer with 500."""
    client = cast.client(LETTERS[EXPECTED[address].may.removeprefix("v")[0]])
    client.raise_request_exception = False
    return client


def every_act(address: str) -> list[str]:
    return [address.replace("<str:act>", act) for act in (ACTS if ":act>" in address else ("",))]


def test_garbage_in_a_form_is_never_our_fault(
    cast: Cast, parts: dict[str, str], settings: LazySettings
) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.access.reading.Reading"]
    wrong, done = [], 0
    for address in ADDRESSES:
        if not takes(address, "POST"):
            continue
        client = opened(cast, address)
        for path in (filled(one, parts) for one in every_act(address)):
            sent = sent_rightly(client, path, parts)
            answers = [(data, answered(client, path, data)) for data in spoiled(sent)]
            wrong += [(path, data) for data, status in answers if status >= 500]
            done += any(status in (200, 302) for _, status in answers)
    assert wrong == []
    assert done > 25, "the acts themselves must be reached"


def test_garbage_in_an_address_is_never_our_fault(cast: Cast, parts: dict[str, str]) -> None:
    wrong, nowhere = [], dict[str, Client]()
    for address in ADDRESSES:
        client = opened(cast, address)
        for asked in every_act(address):
            for place, garbage in product(re.findall(r"<\w+:\w+>", asked), IN_ADDRESS):
                path = filled(asked.replace(place, garbage), parts)
                if not leads_somewhere(path):
                    nowhere[path] = client
                elif status(client, path, address) >= 500:
                    wrong.append(path[:120])
    # Of these our rooms hear nothing, so one page of each garbage is enough.
    some = {next(one for one in IN_ADDRESS if one in path): path for path in sorted(nowhere)}
    wrong += [path[:120] for path in some.values() if nowhere[path].get(path).status_code != 404]
    assert wrong == []


def takes(address: str, method: str) -> bool:
    """Whether an address takes a method; that it refuses the others is in `test_addresses`."""
    line = EXPECTED[address]
    return line.method == method or (method == "POST" and bool(line.posts))


def leads_somewhere(path: str) -> bool:
    try:
        resolve(unquote(path))
    except Resolver404:
        return False
    return True


def status(client: Client, path: str, address: str) -> int:
    """The worst of what an address answers to the methods that it takes."""
    got = client.get(path).status_code if takes(address, "GET") else 0
    return max(got, answered(client, path, BARE) if takes(address, "POST") else 0)
