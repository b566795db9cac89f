"""Tokens: what the application signs and the database believes.

A token is its parts with a bar between and an HMAC-SHA256 (RFC 2104) over them. Its first
parts are its kind, the transaction that it is for and the moment at which it ends.
"""

import hashlib
import hmac

from django.conf import settings

BLOCK = 64
MICROSECONDS = 1_000_000
LIFE_SECONDS = 300
"""Longer work asks for a new token in time; what is stolen is worth this at most."""


def signing_key() -> bytes:
    """The key that signs tokens, made from the site's secret; the database has a copy."""
    return hashlib.sha256(b"samen.purposes.token|" + settings.SECRET_KEY.encode()).digest()


def padded_keys(key: bytes) -> tuple[bytes, bytes]:
    """The inner and the outer key of HMAC: what the database keeps, so that it need not pad."""
    block = key.ljust(BLOCK, b"\x00")
    return bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)


def token(kind: str, moment: int, *parts: object, life: int = LIFE_SECONDS) -> str:
    """A signed token. moment: the start of its transaction, in microseconds since 1970.

    life: seconds after that moment.
    """
    ends = moment + life * MICROSECONDS
    body = "|".join(map(str, (kind, moment, ends, *parts)))
    return f"{body}|{hmac.new(signing_key(), body.encode(), hashlib.sha256).hexdigest()}"
