"""The key with which the house signs what must not change: checkpoints of the log, and releases."""

import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils.translation import gettext_noop as _

from samen.core.errors import CannotRun


def signing_key() -> Ed25519PrivateKey:
    """The key of SAMEN_CHECKPOINT_KEY, or one made once for this checkout."""
    words = settings.CHECKPOINT_KEY or _own_key(settings.STATE / "checkpoint.key")
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(words))
    except ValueError as error:
        raise CannotRun(
            _("SAMEN_CHECKPOINT_KEY is no key."),
            _("It is 64 hexadecimal signs."),
            _("Make one with `openssl rand -hex 32`; SAMEN_CHECKPOINT_KEY_FILE may name its file."),
        ) from error


def _own_key(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32))
    return file.read_text().strip()


def public_key() -> str:
    """The half of the key that an auditor needs, hexadecimal."""
    return signing_key().public_key().public_bytes_raw().hex()
