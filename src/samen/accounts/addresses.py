"""Addresses that hold a secret: who reads one can do what its owner can."""

import re

HIDDEN = "***"
_SECRET = re.compile(
    r"(/vraag/|/uitnodiging/[^/\s]+/|/programma/termijnen/"
    r"|/account/(?:password/reset/key|confirm-email)/)[^/\s?#'\"]+"
)


def without_secrets(text: str) -> str:
    """A text in which the secret part of every address of ours is hidden."""
    return _SECRET.sub(rf"\1{HIDDEN}", text)
