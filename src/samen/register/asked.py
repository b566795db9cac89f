"""A question that an address carries without saying it: sealed for one session and one purpose.

So the page of what was found can be left and come back to, while a name stands in no history and
no log. AES-256-GCM, with a key that the secret of the site and the key of the session make.
"""

import json
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.crypto import salted_hmac
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

NONCE = 12
SALT = "samen.register.asked"


def sealed_question(asked: dict[str, str], *, session: str, of: str) -> str:
    """The question as a word of an address. of: the purpose, without which it is not opened."""
    nonce, text = secrets.token_bytes(NONCE), json.dumps(asked, ensure_ascii=False)
    return urlsafe_base64_encode(nonce + _key(session).encrypt(nonce, text.encode(), of.encode()))


def question(word: str, *, session: str, of: str) -> dict[str, str] | None:
    """What was asked; None for a word of another session or purpose, or no such word."""
    try:
        sealed = urlsafe_base64_decode(word)
        read = _key(session).decrypt(sealed[:NONCE], sealed[NONCE:], of.encode())
    except (ValueError, InvalidTag):
        return None
    return {name: str(said) for name, said in json.loads(read).items()}


def _key(session: str) -> AESGCM:
    return AESGCM(salted_hmac(SALT, session, algorithm="sha256").digest())
