"""Text files that the command line is given: opened in whatever encoding they were saved."""

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import SEEK_END, BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from samen.core.errors import Unreadable

LINES_A_TICK = 20_000
_OPENING = {
    FileNotFoundError: "There is no file {name}.",
    IsADirectoryError: "{name} is a folder.",
    PermissionError: "You may not read the file {name}.",
    OSError: "The file {name} cannot be opened: {cause}.",
}


@contextmanager
def csv_lines(
    path: Path, on_progress: Callable[[float], None] = lambda _: None
) -> Iterator[Iterator[str]]:
    """The lines of a CSV file. Raises Unreadable when it cannot be opened or is no text."""
    try:
        with path.open("rb") as file:
            # What comes through a pipe can be read once only, and the encoding shows first.
            whole = file if file.seekable() else BytesIO(file.read())
            encoding, size = encoding_of(whole), whole.seek(0, SEEK_END)
            whole.seek(0)
            yield _read(TextIOWrapper(whole, encoding, newline=""), size, on_progress)
    except UnicodeDecodeError:
        raise _not_text() from None
    except OSError as error:
        raise Unreadable(_OPENING[_kind(error)], "A CSV file can be read.",
                         "Check its name and rights.",
                         name=path.name[:60], cause=error.strerror or "?") from error  # fmt: skip


def _kind(error: OSError) -> type[OSError]:
    return type(error) if type(error) in _OPENING else OSError


def encoding_of(file: BinaryIO) -> str:
    """From the first bytes; what is no UTF-8 is taken as Latin-1, which old exports are."""
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


def _read(lines: TextIO, size: int, on_progress: Callable[[float], None]) -> Iterator[str]:
    """The lines; size: of the file, in bytes."""
    for number, line in enumerate(lines):
        if "\0" in line:
            raise _not_text()
        if number % LINES_A_TICK == 0:
            on_progress(lines.buffer.tell() / max(size, 1))
        yield line


def _not_text() -> Unreadable:
    return Unreadable("The file is no text.", "A CSV file can be read.", "Save it as CSV.")
