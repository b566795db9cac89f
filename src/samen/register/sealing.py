"""Texts that nobody reads without the key of their day: what the database has of them is sealed.

AES-256-GCM (NIST SP 800-38D) with a key for each day on which rows go. The keys stand beside
the database (SAMEN_KEYS), a file a day. When the file is gone, every copy of what it sealed is
unreadable, in backups too. Where something goes sooner than its day, another key of that day is
made (`renew`), what is left is sealed with it, and the earlier one goes.
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
KEY_OF_A_DAY = re.compile(
    r"(?P<day>\d{4}-(?:0[1-9]|1[0-2])-\d\d)(?:\.(?P<number>\d+))?\.key(?P<copy>\.[0-9a-f]{16})?"
)
UNTOUCHED = timedelta(days=1)
"""A key that nothing uses goes after so long: who uses it now may not have said so yet."""


def seal(text: str, *, of: str, day: date) -> bytes:
    """A text sealed until a day. of: whose it is, without which it is not opened."""
    file = next(iter(_files(day)), None) or _make(_file(day, 0))
    os.utime(file)
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(file.read_bytes()).encrypt(nonce, text.encode(), of.encode())


def unsealed(sealed: bytes, *, of: str, day: date) -> str:
    """The text. Raises CannotRun where no key of the day is there that opens it."""
    for file in _files(day):
        if (text := _opened_with(file, sealed, of)) is not None:
            return text
    raise CannotRun(
        _("An address of a shelter cannot be read: its key is missing or is another."),
        _("The keys stand in the folder that SAMEN_KEYS names."),
        _("Give that folder back as it was, or note the address again."),
    )


def sealed_anew(sealed: bytes, *, of: str, day: date) -> bytes | None:
    """The same, sealed with the newest key of its day; None where it is already."""
    if _opened_with(_files(day)[0], sealed, of) is not None:
        return None
    return seal(unsealed(sealed, of=of, day=day), of=of, day=day)


def renew(day: date) -> None:
    """Another key of a day, with which is sealed from now on; the earlier ones open still."""
    found = _files(day)
    _make(_file(day, _number(found[0]) + 1 if found else 0))


def renewed() -> set[date]:
    """The days that have an earlier key still: what is left of these is to be sealed anew."""
    days = [date.fromisoformat(found["day"]) for found in map(_named, _kept()) if found]
    return {day for day in days if len(_files(day)) > 1}


def owner_of(processing: object, organisation: object, source_key: object) -> str:
    """Whose a sealed address is: without it, it is not opened."""
    return f"{processing}|{organisation}|{source_key}"


def opened(sealed: bytes, owner: str, day: date) -> dict[str, Any]:
    """What stands in a sealed address: `values` and `raw`."""
    found: dict[str, Any] = json.loads(unsealed(sealed, of=owner, day=day))
    return found


def forget(*, today: date, now: datetime | None, used: Collection[date]) -> None:
    """Destroy the keys of days that are past and, at a moment, those that nothing uses.

    used: the days of which something is left, all of it sealed with the newest key of its day. A
    copy that somebody left who was killed while making a key goes as well; a file that is no key
    of a day is not ours.
    """
    for file in _kept():
        named = _named(file)
        if named is None:
            continue
        day = date.fromisoformat(named["day"])
        is_used = day in used and file in _files(day)[:1]
        if not is_used and (day <= today or (now and _is_untouched(file, now))):
            file.unlink(missing_ok=True)


def _is_untouched(file: Path, now: datetime) -> bool:
    return now - datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo) > UNTOUCHED


def _kept() -> list[Path]:
    return list(settings.KEYS.glob(f"*{SUFFIX}*"))


def _named(file: Path) -> re.Match[str] | None:
    return KEY_OF_A_DAY.fullmatch(file.name)


def _number(file: Path) -> int:
    found = _named(file)
    return int(found["number"] or 0) if found else 0


def _files(day: date) -> list[Path]:
    """The keys of a day, newest first."""
    found = settings.KEYS.glob(f"{day.isoformat()}*{SUFFIX}")
    return sorted(filter(_named, found), key=_number, reverse=True)


def _file(day: date, number: int) -> Path:
    folder: Path = settings.KEYS
    return folder / f"{day.isoformat()}{f'.{number}' if number else ''}{SUFFIX}"


def _opened_with(file: Path, sealed: bytes, of: str) -> str | None:
    try:
        key = AESGCM(file.read_bytes())
        return key.decrypt(sealed[:NONCE], sealed[NONCE:], of.encode()).decode()
    except (OSError, ValueError, InvalidTag):
        return None


def _make(file: Path) -> Path:
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
    return file
