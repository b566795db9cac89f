"""What a PDF would unpack to, told before a reader of PDF files spends memory on it.

A reader keeps each drawn stroke and each shown piece of text of a page: 80 kB of file that
says one stroke three million times took 840 MB.
"""

import re
import zlib

from samen.core.errors import TooBig

MOST_REPEATED = 3 * 1024 * 1024
"""Bytes of one stream that says the same over and over; the text of a full page has 20 kB."""
MOST_UNPACKED = 20 * 1024 * 1024
"""Bytes of one stream, whatever it says: a large map has some."""
MOST_RATIO = 50
"""Times that a stream may grow when unpacked; what people draw and write grows 3 to 10."""
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1_000
_STEP = 64 * 1024


def refuse_swollen(content: bytes) -> None:
    """Raise TooBig when a stream of a PDF, pictures aside, unpacks to more than a page can say."""
    for found in _STREAM.finditer(content):
        before = content[max(0, found.start() - _DICTIONARY) : found.start()]
        about = before[before.rfind(b" obj") + 1 :]
        if b"/Image" not in about and b"/Fl" in about and _is_swollen(content, found.end()):
            raise TooBig(
                "A part of the PDF unpacks to more than {most} MB.",
                "A page of a letter stays far below that.",
                "Save the letter as a PDF again, or give the Word file.",
                most=MOST_REPEATED // 1024 // 1024,
            )


def _is_swollen(content: bytes, start: int) -> bool:
    """Whether the packed bytes from a place on grow too large; unpacked a step at a time."""
    unpacking, size, at = zlib.decompressobj(), 0, start
    rest = b""
    try:
        while not unpacking.eof and (rest or at < len(content)):
            if not rest:
                rest, at = content[at : at + _STEP], at + _STEP
            size += len(unpacking.decompress(rest, _STEP))
            rest = unpacking.unconsumed_tail
            packed = at - start - len(rest)
            if size > MOST_UNPACKED or (size > MOST_REPEATED and size > MOST_RATIO * packed):
                return True
    except zlib.error:
        return False
    return False
