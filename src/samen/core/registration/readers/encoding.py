"""In what encoding a file of text was saved."""

import codecs
import io
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO

from samen.core.errors import BadInput, Unreadable

HEAD = 1 << 20
"""Bytes at the start by which the encoding is guessed."""
ENCODINGS = ("utf-8-sig", "cp1252", "utf-16")


def guess_encoding(head: bytes) -> str:
    """By its first bytes; where lines differ, the encoding of most. Raises Unreadable.

    What is no UTF-8 is taken as Windows-1252, which Dutch office programs saved.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        raise Unreadable("The file is no text.", "CSV, XLSX, JSON and Parquet can be read.",
                         "Save it as one of these.")  # fmt: skip
    lines = [line for line in head.splitlines() if not line.isascii()]
    good = sum(map(_is_utf8, lines[:-1] or lines))
    return "utf-8-sig" if 2 * good >= len(lines[:-1] or lines) else "cp1252"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def text_of(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """The text of a file with all line ends as a line feed; unreadable bytes as half signs."""
    if encoding not in ENCODINGS:
        raise BadInput("The encoding is not known.", "Known are {known}.",
                       "Choose one of these.", known=_listed(ENCODINGS))  # fmt: skip
    errors = "replace" if encoding == "utf-16" else "surrogateescape"
    return _Lent(stream, encoding, errors=errors)


class _Lent(io.TextIOWrapper):
    """Reads a stream that stays the caller's, also when the reader goes first."""

    def close(self) -> None:
        with suppress(ValueError):  # let go of before
            self.detach()


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
