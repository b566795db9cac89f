"""The line to another house: one signed request, one signed answer, over HTTPS."""

import json
import secrets
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.exchange.messages import MOST_BYTES, Message, read
from samen.core.exchange.vocabulary import Step
from samen.exchange.models import Peer
from samen.exchange.signing import NONCE_LENGTH, Signed, checked

STEP = "Samen-Step"
SECONDS = 600
LONGEST_REFUSAL, LONGEST_WHY = 4000, 600
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

type Send = Callable[[Peer, Message, Step, datetime], Message]
"""Sends a message to a peer; the answer is of the step."""


def refuse_address(address: str) -> None:
    """Raise BadInput for an address to which nothing may go."""
    parts = urlsplit(address)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not is_safe or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise BadInput(
            _("The address of the other organisation cannot be used."),
            _("It begins with https:// and ends with the number of the agreement there."),
            _("Copy it from the page of the agreement at the other organisation."),
        )


def send(peer: Peer, message: Message, step: Step, now: datetime) -> Message:
    """Send a message and read the answer. Raises Refused when there is none that can be used."""
    refuse_address(peer.address)
    body = message.as_bytes()
    place = urlsplit(peer.address).path
    asked = Signed(now.isoformat(), secrets.token_hex(NONCE_LENGTH // 2), place)
    headers = asked.headers(peer.pk, body) | {
        STEP: message.step.value, "Content-Type": "application/octet-stream",
    }  # fmt: skip
    connection = _connection(urlsplit(peer.address))
    try:
        connection.request("POST", place, body, headers)
        answer = connection.getresponse()
        if answer.status != HTTPStatus.OK:
            raise _refusal(answer)
        content = answer.read(MOST_BYTES + 1)
    except (OSError, HTTPException) as error:
        raise Refused(
            _("The other organisation did not answer."),
            _("Nothing was changed there or here that is not in the log."),
            _("Try again later."),
        ) from error
    finally:
        connection.close()
    checked(
        {name.title(): word for name, word in answer.headers.items()},
        content,
        key=peer.key,
        place=asked.nonce,
        now=now,
    )
    return read(content, step)


def plain(words: object, most: int) -> str:
    """What another house says, as far as the database can keep it."""
    kept = str(words).replace("\x00", "")[:most]
    return kept.encode(errors="replace").decode()


def _connection(parts: SplitResult) -> HTTPConnection:
    """A line that follows no redirect: what is signed for one place goes to no other."""
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=SECONDS)


def _refusal(answer: HTTPResponse) -> Refused:
    """Why the other house refused, in its words; the status where it said nothing."""
    try:
        why = plain(json.loads(answer.read(LONGEST_REFUSAL))["error"], LONGEST_WHY)
    except (ValueError, KeyError, TypeError, RecursionError):
        why = f"HTTP {answer.status}"
    return Refused(
        _("The other organisation refused: {why}"), "", _("Ask its contact, or try again later."),
        why=why,
    )  # fmt: skip
