"""Which format a file has, by its first bytes and then by its name, and its source."""

import re
from collections.abc import Callable
from dataclasses import replace

from samen.core.archives import open_archive
from samen.core.errors import TooBig, Unreadable
from samen.core.reading.formats.plain import EMPTY, TOO_BINARY, decoded, open_plain
from samen.core.reading.formats.print_saved import without_blanks
from samen.core.reading.source import Source

MOST_BYTES = 50 * 1024 * 1024
MOST_LINES = 200_000
MOST_CHARACTERS = 2_000_000
SHORT_BYTES = 200_000
"""A text or web page, and a PDF, below which reading takes a second or two."""
SHORT_UNPACKED = 2_000_000
"""Bytes of XML in a Word or OpenDocument file below which it does."""

_TEXT_ENDINGS = ("", "txt", "text", "md")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_EXPECTED = "Expected is a letter as .txt, .docx, .pdf, .html or .odt."
_SAVE_AS = "Save the letter in one of these formats."
_CALLED = {
    "word": "a Word file",
    "odt": "an OpenDocument text",
    "pdf": "a PDF",
    "html": "a web page",
}
_ENDINGS = {"word": ("docx",), "odt": ("odt",), "pdf": ("pdf",), "html": ("html", "htm", "xhtml")}


def open_letter(content: bytes, name: str) -> Source:
    """The source in a file: its lines, and what the format knows about them.

    name: of the file; only its ending counts, and the first bytes count more.
    Raises TooBig above 50 MB, and Unreadable when no text can be had from it.
    """
    if len(content) > MOST_BYTES:
        raise TooBig(
            "The file is {size} MB.",
            "At most {most} MB is allowed.",
            "Split the letter, or save it without its pictures.",
            size=round(len(content) / 1024 / 1024),
            most=MOST_BYTES // 1024 // 1024,
        )
    if not content.strip(b" \t\r\n\x0c\x00"):
        raise EMPTY
    ending = _ending(name)
    kind = _kind(content, ending)
    source = _OPENERS[kind](content)
    if len(source.lines) > MOST_LINES:
        raise TooBig(
            "The file has {count} lines.",
            "At most {most} lines are allowed.",
            "Check that it is a letter.",
            count=len(source.lines),
            most=MOST_LINES,
        )
    if len(source.text) > MOST_CHARACTERS:
        raise TooBig(
            "The file holds {count} characters of text.",
            "At most {most} characters (some 700 pages) are allowed.",
            "Give the letter without its annexes.",
            count=len(source.text),
            most=MOST_CHARACTERS,
        )
    if not any(c.isalnum() for c in source.text):
        raise EMPTY
    if kind in _CALLED and ending not in _ENDINGS[kind]:
        note = f"The name of the file says otherwise, but it is {_CALLED[kind]} and was read so."
        return replace(source, notes=(*source.notes, note))
    return source


def is_short(content: bytes, name: str) -> bool:
    """Whether a file is read while somebody waits; told by its length, before it is opened.

    A PDF never is: neither its bytes nor its pages say how much it holds, for pages may share
    one packed stream. Raises Unreadable for a kind of file that is not read, and
    for a PDF that does not open.
    """
    kind = _kind(content, _ending(name))
    if kind == "pdf":
        from samen.core.reading.formats.pdf import refuse_closed

        refuse_closed(content)
        return False
    if kind in ("word", "odt"):
        with open_archive(content) as archive:
            parts = (part for part in archive.infolist() if part.filename.endswith(".xml"))
            return sum(part.file_size for part in parts) <= SHORT_UNPACKED
    return len(content) <= SHORT_BYTES


def _ending(name: str) -> str:
    return name.rsplit(".", 1)[-1].casefold() if "." in name else ""


def _kind(content: bytes, ending: str) -> str:
    """The format. Raises Unreadable for one that is not read."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _archive_kind(content, ending)
    _refuse_others(content, ending)
    if ending in _ENDINGS["html"] or _HTML.match(decoded(content)[0][:4096]):
        return "html"
    if ending not in _TEXT_ENDINGS:
        if b"\x00" in content[:4096]:
            raise TOO_BINARY
        raise Unreadable(
            "The ending of the file's name is not one that is read.", _EXPECTED, _SAVE_AS
        )
    return "plain"


def _refuse_others(content: bytes, ending: str) -> None:
    """Raise Unreadable for formats that are known but not read, and for damaged ones."""
    if content.startswith(_OLD_WORD):
        raise Unreadable(
            "The file is an old Office file (.doc), or is protected with a password.",
            _EXPECTED,
            "Open it in a word processor and save it as .docx without a password.",
        )
    if content.startswith(b"{\\rtf"):
        raise Unreadable("The file is in Rich Text Format (.rtf).", _EXPECTED, _SAVE_AS)
    if ending in ("docx", "docm", "odt", "pdf"):
        raise Unreadable(
            "The file is called .{ending} but its content is something else, or it is damaged.",
            _EXPECTED,
            "Fetch the file again, or save it anew.",
            ending=ending,
        )


def _archive_kind(content: bytes, ending: str) -> str:
    with open_archive(content) as archive:
        names = set(archive.namelist())
    if ending == "docm":
        raise Unreadable(
            "The Word file may hold macros (.docm).",
            "Only Word files without macros (.docx) are read.",
            "Save it as a Word document without macros (.docx).",
        )
    if "word/document.xml" in names:
        return "word"
    if "content.xml" in names and not any(name.startswith("xl/") for name in names):
        return "odt"
    if ending in ("docx", "odt"):
        raise Unreadable(
            "The file is called .{ending} but holds no document.",
            _EXPECTED,
            "Open it in a word processor and save it anew.",
            ending=ending,
        )
    raise Unreadable("The file is an archive or a file of another program.", _EXPECTED, _SAVE_AS)


def _open_word(content: bytes) -> Source:
    from samen.core.reading.formats.word import open_word

    with open_archive(content) as archive:
        return without_blanks(open_word(archive))


def _open_odt(content: bytes) -> Source:
    from samen.core.reading.formats.odt import open_odt

    with open_archive(content) as archive:
        return without_blanks(open_odt(archive))


def _open_pdf(content: bytes) -> Source:
    from samen.core.reading.formats.pdf import open_pdf

    return open_pdf(content)


def _open_html(content: bytes) -> Source:
    from samen.core.reading.formats.html import open_html

    return without_blanks(open_html(content))


_OPENERS: dict[str, Callable[[bytes], Source]] = {
    "plain": open_plain,
    "word": _open_word,
    "odt": _open_odt,
    "pdf": _open_pdf,
    "html": _open_html,
}
