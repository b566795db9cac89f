"""Texts that nobody reads without the key of their day: what the database has of them is sealed.

AES-256-GCM (NIST SP 800-38D) with a key for each day on which rows go. The keys stand beside
the database (SAMEN_KEYS), a file a day. When the file is gone, every copy of what it sealed is
unreadable, in backups too.
"""

import contextlib
import json
import os
import re
import secrets
from collections.abc import Collection
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext_noop as _

from samen.core.errors import CannotRun

NONCE = 12
SUFFIX = ".key"
KEY_OF_A_DAY = re.compile(r"(?P<day>\d{4}-(?:0[1-9]|1[0-2])-\d\d)\.key(?P<copy>\.[0-9a-f]{16})?")
UNTOUCHED = timedelta(days=1)
"""A key that nothing uses goes after so long: who uses it now may not have said so yet."""


def seal(text: str, *, of: str, day: date) -> bytes:
    """A text sealed until a day. of: whose it is, without which it is not opened."""
    file = _file(day)
    if not file.exists():
        _make(file)
    os.utime(file)
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(file.read_bytes()).encrypt(nonce, text.encode(), of.encode())


def unsealed(sealed: bytes, *, of: str, day: date) -> str:
    """The text. Raises CannotRun where the key of the day is not there or is another."""
    try:
        key = AESGCM(_file(day).read_bytes())
        return key.decrypt(sealed[:NONCE], sealed[NONCE:], of.encode()).decode()
    except (OSError, ValueError, InvalidTag) as error:
        raise CannotRun(
            _("An address of a shelter cannot be read: its key is missing or is another."),
            _("The keys stand in the folder that SAMEN_KEYS names."),
            _("Give that folder back as it was, or note the address again."),
        ) from error


def owner_of(processing: object, organisation: object, source_key: object) -> str:
    """Whose a sealed address is: without it, it is not opened."""
    return f"{processing}|{organisation}|{source_key}"


def opened(sealed: bytes, owner: str, day: date) -> dict[str, Any]:
    """What stands in a sealed address: `values` and `raw`."""
    found: dict[str, Any] = json.loads(unsealed(sealed, of=owner, day=day))
    return found


def forget(*, today: date, now: datetime | None, used: Collection[date]) -> None:
    """Destroy the keys of days that are past and, at a moment, those that nothing uses.

    used: the days of which something is left. A copy that somebody left who was killed while
    making a key goes as well; a file that is no key of a day is not ours.
    """
    for file in settings.KEYS.glob(f"*{SUFFIX}*"):
        named = KEY_OF_A_DAY.fullmatch(file.name)
        if named is None:
            continue
        day = date.fromisoformat(named["day"])
        is_used = day in used and not named["copy"]
        if not is_used and (day <= today or (now and _is_untouched(file, now))):
            file.unlink(missing_ok=True)


def _is_untouched(file: Path, now: datetime) -> bool:
    return now - datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo) > UNTOUCHED


def _file(day: date) -> Path:
    folder: Path = settings.KEYS
    return folder / f"{day.isoformat()}{SUFFIX}"


def _make(file: Path) -> None:
    """A new key, on the disk before anything is sealed with it; of two makers the first counts."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(descriptor, AESGCM.generate_key(bit_length=256))
        os.fsync(descriptor)
        with contextlib.suppress(FileExistsError):
            os.link(own, file)
    finally:
        os.close(descriptor)
        own.unlink()
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
