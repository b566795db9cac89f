"""Whether the log is as it was written: signed checkpoints, and a check that names the place.

The chain alone does not show a log that was cut short or written anew. A checkpoint says,
with a key that is not in the database, how far the log was; the same line goes to a second
store, elsewhere. Source of the signature: RFC 8032 (Ed25519).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.db import connection, transaction

from samen.purposes.models import Checkpoint

LAST = "SELECT number, hash FROM purposes_log_at(NULL)"
AT = "SELECT number, hash FROM purposes_log_at(%s)"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first entry that is not as it was, and what is wrong there.

    what: altered, dropped, unchained (another one stood before it), truncated (the log was
    cut short here), rewritten (a checkpoint knows another hash), unsigned (a checkpoint's
    signature is not ours) or unkept (the second store lost a checkpoint of the database).
    """

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Line:
    """A checkpoint as it stands in the second store. at: ISO 8601. signature: hexadecimal."""

    number: int
    hash: str
    at: str
    signature: str = ""

    def signed_words(self) -> bytes:
        return f"{self.number}|{self.hash}|{self.at}".encode()


class Store(Protocol):
    """Where checkpoints are kept outside the database: lines are added, never changed."""

    def add(self, line: Line) -> None: ...

    def lines(self) -> list[Line]: ...


@transaction.atomic
def checkpoint(*, now: datetime, key: Ed25519PrivateKey, store: Store) -> Line | None:
    """Sign how far the log is, in the database and in a store; None when nothing was added.

    When the store does not take it, nothing is signed: the next hour signs for this one too.
    """
    with connection.cursor() as cursor:
        cursor.execute(LAST)
        last = cursor.fetchone()
    if last is None or Checkpoint.objects.filter(number=last[0]).exists():
        return None
    number, digest = last
    unsigned = Line(number, digest, now.isoformat())
    line = replace(unsigned, signature=key.sign(unsigned.signed_words()).hex())
    Checkpoint.objects.create(number=line.number, hash=line.hash, at=now, signature=line.signature)
    store.add(line)
    return line


def verify(*, key: Ed25519PublicKey, lines: Iterable[Line], since: int = 0) -> Fault | None:
    """The first place where the log is not as it was written; None when all is.

    lines: the checkpoints that were kept outside the database. since: the entry from which the
    chain is looked at; the one that a checkpoint signed is enough when those before it were.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, fault FROM purposes_log_faults(%s) LIMIT 1", [since])
        found = cursor.fetchone()
    faults = [Fault(*found)] if found else []
    kept = list(lines)
    faults += [fault for line in kept if (fault := _at_checkpoint(line, key)) is not None]
    signed = Checkpoint.objects.filter(number__gt=since).values_list("number", flat=True)
    faults += [Fault(number, "unkept") for number in {*signed} - {line.number for line in kept}]
    return min(faults, key=lambda fault: fault.number, default=None)


def entries() -> int:
    """The number of the last entry, which is how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(LAST)
        last = cursor.fetchone()
    return last[0] if last else 0


def _at_checkpoint(line: Line, key: Ed25519PublicKey) -> Fault | None:
    try:
        key.verify(bytes.fromhex(line.signature), line.signed_words())
    except (InvalidSignature, ValueError):
        return Fault(line.number, "unsigned")
    with connection.cursor() as cursor:
        cursor.execute(AT, [line.number])
        there = cursor.fetchone()
    if there is None:
        return Fault(entries() + 1, "truncated")
    return None if there[1] == line.hash else Fault(line.number, "rewritten")
