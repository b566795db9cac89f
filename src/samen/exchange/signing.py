"""Requests and answers between two houses are signed: who sent them, when, to whom, and what.

The key of an agreement is made from the site's secret, so that it stands in no table; another
secret is another key, and the other organisation has to be told. Source: RFC 8032 (Ed25519).
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused

AT, NONCE, SIGNATURE = "Samen-At", "Samen-Nonce", "Samen-Signature"
MINUTES = 5
NONCE_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Signed:
    """What is signed: the moment (ISO 8601), a number used once, and the place it is for."""

    at: str
    nonce: str
    place: str

    def words(self, body: bytes) -> bytes:
        digest = hashlib.sha256(body).hexdigest()
        return "|".join([self.at, self.nonce, self.place, digest]).encode()

    def headers(self, peer: UUID, body: bytes) -> dict[str, str]:
        """What goes with a body, signed with one's own key."""
        signature = _own_key(peer).sign(self.words(body)).hex()
        return {AT: self.at, NONCE: self.nonce, SIGNATURE: signature}


def house_secret(peer: UUID) -> bytes:
    """What the masks of an agreement are made of."""
    return _derived("mask", peer)


def public_key(peer: UUID) -> str:
    """One's own key for an agreement, as the other organisation has to know it."""
    return _own_key(peer).public_key().public_bytes_raw().hex()


def is_key(word: str) -> bool:
    """Whether a word is a public key in hexadecimal."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(word))
    except ValueError:
        return False
    return True


def checked(
    headers: Mapping[str, str], body: bytes, *, key: str, place: str, now: datetime
) -> Signed:
    """Who signed with this key, for this place, a moment ago. Raises Refused for anybody else."""
    signed = Signed(headers.get(AT, ""), headers.get(NONCE, ""), place)
    try:
        at = datetime.fromisoformat(signed.at)
        signature = bytes.fromhex(headers.get(SIGNATURE, ""))
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, signed.words(body))
        is_near = abs(now - at) <= timedelta(minutes=MINUTES)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise Refused(
            _("The request is not signed with the key that was agreed."),
            _("Each request is signed by the organisation that sends it."),
            _("Compare the keys of both organisations."),
        ) from error
    if not is_near or len(signed.nonce) != NONCE_LENGTH:
        raise Refused(
            _("The request was signed too long ago, or lies ahead."),
            _("It is taken within {minutes} minutes."),
            _("Set the clocks of both organisations right, and send it again."),
            minutes=MINUTES,
        )
    return signed


def _own_key(peer: UUID) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_derived("key", peer))


def _derived(what: str, peer: UUID) -> bytes:
    words = f"samen.exchange.{what}|{peer}".encode()
    return hmac.digest(settings.SECRET_KEY.encode(), words, hashlib.sha256)
