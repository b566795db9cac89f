"""Text files that the command line is given: opened in whatever encoding they were saved."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from samen.core.errors import Unreadable


@contextmanager
def csv_lines(path: Path) -> Iterator[Iterator[str]]:
    """The lines of a CSV file. Raises Unreadable when it cannot be opened or is no text."""
    try:
        with path.open(encoding=_encoding(path), newline="") as lines:
            yield _without_nul(lines)
    except UnicodeDecodeError:
        raise _not_text() from None
    except OSError as error:
        raise Unreadable("The file cannot be opened: {cause}.", "A CSV file can be read.",
                         "Check its name and rights.",
                         cause=error.strerror or "?") from error  # fmt: skip


def _encoding(path: Path) -> str:
    """From the first bytes; what is no UTF-8 is taken as Latin-1, which old exports are."""
    with path.open("rb") as file:
        head = file.read(1 << 16)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        raise _not_text()
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"


def _without_nul(lines: TextIO) -> Iterator[str]:
    for line in lines:
        if "\0" in line:
            raise _not_text()
        yield line


def _not_text() -> Unreadable:
    return Unreadable("The file is no text.", "A CSV file can be read.", "Save it as CSV.")
