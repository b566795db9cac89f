"""Whatever somebody sends to a form of people or programme, the answer is no fault of ours."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from http import HTTPStatus
from typing import Any, NamedTuple

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from tests.access.expected import EXPECTED, LETTERS
from tests.access.things import filled
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 2, 1, tzinfo=UTC)
DAY = date(2022, 2, 1)
GARBAGE = ("", "²", "9" * 5000, "9" * 20, "a\x00b", "-1", "9999-12-31")
NOT_OFFERED = ("", "a\x00b")
"""Enough for a field that offers choices: it is refused before anything reads it."""
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
    """What a person would fill in, and for each of it what is no answer."""

    right: dict[str, Any]
    wrong: Mapping[str, tuple[str, ...]]


def sent_rightly(client: Client, path: str, parts: Mapping[str, str]) -> Sent:
    """What a person would fill in on the page of this address."""
    page = client.get(path, {"met": parts["met"]})
    form = (page.context or {}).get("form") if page.status_code == 200 else None
    if not isinstance(form, forms.BaseForm):
        return Sent(dict(BARE), dict.fromkeys(BARE, GARBAGE))
    given = {name: _right(field) for name, field in form.fields.items()}
    wrong = {
        name: NOT_OFFERED if hasattr(field, "choices") else GARBAGE
        for name, field in form.fields.items()
    }
    return Sent(given | ({"met": parts["met"]} if "met" in given else {}), wrong)


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
    """All of it, and all of it but one field that is garbage or a file that is none."""
    right = sent.right
    yield right
    for name, wrong in sent.wrong.items():
        for garbage in wrong:
            yield right | {name: garbage}
        if name in {"file", "sheet"}:
            for content in FILES:
                yield right | {name: SimpleUploadedFile("bestand", content)}


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


def test_garbage_in_a_form_is_never_our_fault(cast: Cast, parts: dict[str, str]) -> None:
    wrong, done = [], 0
    for address in ADDRESSES:
        client = opened(cast, address)
        for path in (filled(one, parts) for one in every_act(address)):
            sent = sent_rightly(client, path, parts)
            if answered(client, path, sent.right) == HTTPStatus.METHOD_NOT_ALLOWED:
                continue
            answers = [(data, answered(client, path, data)) for data in spoiled(sent)]
            wrong += [(path, data) for data, status in answers if status >= 500]
            done += any(status in (200, 302) for _, status in answers)
    assert wrong == []
    assert done > 25, "the acts themselves must be reached"


def test_garbage_in_an_address_is_never_our_fault(cast: Cast, parts: dict[str, str]) -> None:
    wrong = []
    for address in ADDRESSES:
        client = opened(cast, address)
        for asked in every_act(address):
            for place in re.findall(r"<\w+:\w+>", asked):
                paths = [filled(asked.replace(place, garbage), parts) for garbage in IN_ADDRESS]
                wrong += [
                    path[:120]
                    for path in paths
                    if max(client.get(path).status_code, answered(client, path, BARE)) >= 500
                ]
    assert wrong == []
