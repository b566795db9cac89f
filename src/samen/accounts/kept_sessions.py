"""Sessions, of which the database knows the key as a digest only.

A key is all that a browser needs to be somebody. Where it stands in the clear, who reads the table
of sessions is everybody who is signed in; from the digest nobody finds it.
"""

from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db.models.functions import Now

SIGNS = 40
"""As long as Django's own column; 160 bits."""


def digest(key: str) -> str:
    """What the database knows of a key. It is random, so that nobody can try keys out."""
    return sha256(key.encode()).hexdigest()[:SIGNS]


class SessionStore(db.SessionStore):
    """Django's sessions in the database, found by the digest of their key."""

    def load(self) -> dict[str, Any]:
        kept = self.model.objects.filter(
            session_key=digest(self.session_key or ""), expire_date__gt=Now()
        ).first()
        if kept is None:
            self._session_key = None
            return {}
        return self.decode(kept.session_data)

    def exists(self, session_key: str) -> bool:
        return super().exists(digest(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        made = super().create_model_instance(data)
        made.session_key = digest(made.session_key)
        return made

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            super().delete(digest(key))
