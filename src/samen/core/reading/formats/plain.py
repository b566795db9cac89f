"""Plain text: decoding, and what does not belong in a text."""

import re

from charset_normalizer import from_bytes

from samen.core.errors import Unreadable
from samen.core.reading.source import Source, source_of_text

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_BIDI_SIGNS = re.compile(f"[{_BIDI}]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n?")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 200_000
_MOST_CONTROLS = 0.02

TOO_BINARY = Unreadable(
    "The file is not text: it holds binary data.",
    "Expected is a letter as .txt, .docx, .pdf, .html or .odt.",
    "Check that the right file was chosen, and that its name has the right ending.",
)
EMPTY = Unreadable(
    "The file holds no text.",
    "Expected is a letter with at least one word.",
    "Check that the right file was chosen.",
)


def open_plain(content: bytes) -> Source:
    """The source in a text file, whatever its character set."""
    text, notes = decoded(content)
    return source_of_text(*cleaned(text, notes))


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in bytes, and a note where the character set was not UTF-8."""
    marked = _by_mark(content)
    if marked is not None:
        return marked
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _by_guess(content)


def _by_mark(content: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The text when a byte order mark, or the look of the bytes, tells the character set."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            notes = () if name == "utf-8" else (f"The file was read as {name.upper()}.",)
            return content.decode(name, errors="replace").lstrip("\ufeff"), notes
    name = _unmarked_wide(content)
    if name:
        return content.decode(name, errors="replace"), ("The file was read as UTF-16.",)
    return None


def _unmarked_wide(content: bytes) -> str:
    """The name of a UTF-16 without a mark: nearly every other byte is 0."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 2:
        return ""
    if sample[1::2].count(0) > 0.8 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _by_guess(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Western text in one byte a character; other sets only when clearly better."""
    sample = content[:_SAMPLE]
    if sum(byte < 9 or 13 < byte < 32 for byte in sample) > _MOST_CONTROLS * len(sample):
        raise TOO_BINARY
    text = content.decode("cp1252", errors="replace")
    name = "Windows-1252"
    if _strange(text[:_SAMPLE]) > 0.02:
        best = from_bytes(sample).best()
        if best is None:
            raise TOO_BINARY
        name = best.encoding
        text = content.decode(name, errors="replace")
    return text, (f"The file is not UTF-8; it was read as {name}.",)


def _strange(text: str) -> float:
    """The share of characters that Dutch or English letters do not hold."""
    plain = sum(c.isascii() or c in "éèëêïíóöüúáàäçñ€‘’“”–—…•°§²³½ÉËÏÖÜ\u00a0«»´·" for c in text)
    return 1 - plain / max(1, len(text))


def cleaned(text: str, notes: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    """The text with line ends made one, bidi and control characters out, and notes on that.

    Raises Unreadable for binary data and for a text without a word.
    """
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text) + 2 or text.count("\ufffd") > 0.1 * len(text):
        raise TOO_BINARY
    if not any(c.isalnum() for c in text):
        raise EMPTY
    text = _LINE_ENDS.sub("\n", text)
    if controls:
        text = _CONTROLS.sub("", text)
        notes += (f"{controls} control characters were left out.",)
    bidi = len(_BIDI_SIGNS.findall(text))
    if bidi:
        text = _BIDI_SIGNS.sub("", text)
        notes += (f"{bidi} characters that turn the reading direction were left out.",)
    return text, notes
