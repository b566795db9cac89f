"""Where checkpoints of the log go: a folder or a second database.

SAMEN_CHECKPOINTS names the store. It belongs where who can change this database cannot write:
another machine's folder, or a database of which the role may only add and read.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg.rows import class_row

from samen.core.errors import CannotRun
from samen.purposes import log
from samen.purposes.log import Fault, Line, Store
from samen.purposes.signing import signing_key
from samen.site.database import connect

TABLE = """
    CREATE TABLE IF NOT EXISTS samen_checkpoints (
        number bigint NOT NULL, hash text NOT NULL, at text NOT NULL, signature text PRIMARY KEY
    )
"""
KNOWN = "SELECT to_regclass('samen_checkpoints') IS NOT NULL"
ADD = "INSERT INTO samen_checkpoints (number, hash, at, signature) VALUES (%s, %s, %s, %s)"
ALL = "SELECT number, hash, at, signature FROM samen_checkpoints ORDER BY number, at"


@dataclass(frozen=True, slots=True)
class FolderStore:
    """One file in a folder, a line a checkpoint; each line is on the disk before it counts."""

    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "checkpoints.jsonl"

    def add(self, line: Line) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(line)) + "\n")
                lines.flush()
                os.fsync(lines.fileno())
        except OSError as error:
            raise self._closed(error) from error

    def lines(self) -> list[Line]:
        """The checkpoints, oldest first. Raises CannotRun for a file that holds other things."""
        try:
            words = self.file.read_text(encoding="utf-8") if self.file.exists() else ""
            return [Line(**json.loads(line)) for line in words.splitlines()]
        except (OSError, ValueError, TypeError) as error:
            raise self._closed(error) from error

    def _closed(self, error: Exception) -> CannotRun:
        return CannotRun(
            "The checkpoints in {file} cannot be read or added to ({cause}).",
            "A checkpoint is a line of JSON with number, hash, at and signature.",
            "Mend the folder or its rights, or name another in SAMEN_CHECKPOINTS.",
            file=self.file,
            cause=type(error).__name__,
        )


@dataclass(frozen=True, slots=True)
class DatabaseStore:
    """A table in a second database, of which its role need only add and read."""

    address: str

    def add(self, line: Line) -> None:
        with connect(self.address) as second:
            self._known(second)
            second.execute(ADD, [line.number, line.hash, line.at, line.signature])

    def lines(self) -> list[Line]:
        with connect(self.address) as second:
            self._known(second)
            return second.cursor(row_factory=class_row(Line)).execute(ALL).fetchall()

    def _known(self, second: "psycopg.Connection[tuple[object, ...]]") -> None:
        row = second.execute(KNOWN).fetchone()
        if not (row and row[0]):
            second.execute(TABLE)


def store() -> Store:
    """The store that SAMEN_CHECKPOINTS names."""
    named: str = settings.CHECKPOINTS
    if named.startswith(("postgresql://", "postgres://")):
        return DatabaseStore(named)
    return FolderStore(Path(named))


def sign(*, now: datetime) -> Line | None:
    """Look at what was added since the last checkpoint and sign it; None when nothing was.

    Raises CannotRun, and signs nothing, when the log is not as it was written.
    """
    kept, key = store(), signing_key()
    lines = kept.lines()
    since = max((line.number for line in lines), default=0)
    broken = log.verify(key=key.public_key(), lines=lines[-1:], since=since)
    if broken:
        raise CannotRun(
            "The log is not as it was written: entry {number} is {what}.",
            "",
            "Nothing was signed. Run `./samen manage verify_log` and keep the database as it is.",
            number=broken.number,
            what=broken.what,
        )
    return log.checkpoint(now=now, key=key, store=kept)


def verified() -> tuple[int, list[Line], Fault | None]:
    """All of the log against all that the store has: entries, checkpoints, the first fault."""
    lines = store().lines()
    return log.entries(), lines, log.verify(key=signing_key().public_key(), lines=lines)
