"""PDF files: lines of print with their page and letter size; raised small digits are markers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from threading import Lock
from typing import Any

import pypdfium2
import pypdfium2.raw

from samen.core.errors import TooBig, Unreadable
from samen.core.reading.formats.pdf_streams import refuse_swollen
from samen.core.reading.formats.plain import cleaned
from samen.core.reading.source import Layout, Line, Mark, Source

MOST_PAGES = 2_000
MOST_SIGNS_A_PAGE = 100_000
_LEAST_WORD_CHARACTERS = 20
_DIGITS = re.compile(r"\d{1,3}")
_LINE_BREAKS = (10, 13, 0x02, 0xFFFE)
"""Line ends; the last two are how PDFium writes a hyphen at one, with no line end after it."""
_HYPHEN_SIGNS = {0x02: "-", 0xFFFE: "-", 0xAD: "\u00ad"}
_RAW: Any = pypdfium2.raw
_DOCUMENT: Any = pypdfium2.PdfDocument
_PDFIUM = Lock()
"""PDFium keeps state of its own: one file at a time."""

SCAN = Unreadable(
    "The PDF is a scan without text.",
    "Expected is a PDF whose text can be selected.",
    "Run text recognition (OCR) over it first, or ask for the Word file.",
)


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A printed character: its height and the bottom of its box, in points; 0 for a space."""

    sign: str
    height: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Print:
    """A line of print on a page."""

    glyphs: tuple[_Glyph, ...]
    is_bold: bool
    page: int

    @property
    def text(self) -> str:
        return "".join(glyph.sign for glyph in self.glyphs).rstrip()

    @property
    def size(self) -> float:
        heights = [g.height for g in self.glyphs if g.height]
        return round(median(heights), 1) if heights else 0.0

    @property
    def bottom(self) -> float:
        return median(g.bottom for g in self.glyphs if g.height)


def open_pdf(content: bytes) -> Source:
    """The source in a PDF. Raises Unreadable when encrypted, damaged or without text.

    Raises TooBig when a page of it says more than a reader can hold.
    """
    refuse_swollen(content)
    with _PDFIUM:
        prints = list(_prints(content))
    if sum(c.isalnum() for line in prints for c in line.text) < _LEAST_WORD_CHARACTERS:
        raise SCAN
    body = Counter[float]()
    for line in prints:
        body[line.size] += len(line.text)
    lines = list(_lines(prints, body.most_common(1)[0][0]))
    _, notes = cleaned("\n".join(line.text for line in lines))
    return Source(tuple(lines), Layout.PRINTED, notes)


def refuse_closed(content: bytes) -> None:
    """Raise Unreadable when a PDF is broken or protected; its pages are not looked at."""
    with _PDFIUM, closing(_opened(content)):
        pass


def _opened(content: bytes) -> Any:
    try:
        return _DOCUMENT(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error


def _prints(content: bytes) -> Iterator[_Print]:
    with closing(_opened(content)) as document:
        if len(document) > MOST_PAGES:
            raise TooBig(
                "The PDF has {count} pages.",
                "At most {most} pages are allowed.",
                "Split the file.",
                count=len(document),
                most=MOST_PAGES,
            )
        for number in range(len(document)):
            yield from _page_prints(document, number)


def _refusal(reason: str) -> Unreadable:
    if "password" in reason.casefold() or "security" in reason.casefold():
        return Unreadable(
            "The PDF is protected with a password.",
            "Only files that open without a password are read.",
            "Save it without a password, or ask for the Word file.",
        )
    return Unreadable(
        "The PDF is damaged: it cannot be opened.",
        "Expected is a whole PDF file.",
        "Fetch the file again.",
    )


def _page_prints(document: Any, number: int) -> Iterator[_Print]:
    """The lines of one page, in the order of the file."""
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    if text.count_chars() > MOST_SIGNS_A_PAGE:
        raise TooBig(
            "Page {page} of the PDF holds {count} characters.",
            "At most {most} characters a page are allowed.",
            "Check that it is a letter.",
            page=number + 1,
            count=text.count_chars(),
            most=MOST_SIGNS_A_PAGE,
        )
    glyphs: list[_Glyph] = []
    first = 0
    for index in range(text.count_chars()):
        code = _RAW.FPDFText_GetUnicode(text, index)
        if code not in (10, 13):
            glyphs.append(_glyph(text, index, code))
        if code in _LINE_BREAKS:
            yield from _print(text, glyphs, first, number + 1)
            glyphs, first = [], index + 1
    yield from _print(text, glyphs, first, number + 1)
    text.close()
    page.close()


def _glyph(text: Any, index: int, code: int) -> _Glyph:
    sign = _HYPHEN_SIGNS.get(code, chr(code) if code < 0x110000 else "\ufffd")
    if sign.isspace() or (code < 32 and sign != "-") or 0xD800 <= code < 0xE000:
        return _Glyph(" ", 0.0, 0.0)
    box = _RAW.FS_RECTF()
    _RAW.FPDFText_GetLooseCharBox(text, index, box)
    return _Glyph(sign, abs(box.top - box.bottom), min(box.bottom, box.top))


def _print(text: Any, glyphs: Sequence[_Glyph], first: int, page: int) -> Iterator[_Print]:
    places = [i for i, glyph in enumerate(glyphs) if glyph.height]
    if places:
        weights = [_RAW.FPDFText_GetFontWeight(text, first + i) for i in (places[0], places[-1])]
        yield _Print(tuple(glyphs), min(weights) >= 600, page)


def _lines(prints: Sequence[_Print], body: float) -> Iterator[Line]:
    """The lines, with a blank one where the page leaves space for it."""
    leading = _leading(prints)
    last: _Print | None = None
    for line in prints:
        if last is not None and _is_apart(last, line, leading):
            yield Line("", page=line.page)
        yield Line(
            line.text,
            heading=_heading(line, body),
            page=line.page,
            size=line.size,
            marks=tuple(_marks(line)),
        )
        last = line


def _leading(prints: Sequence[_Print]) -> float:
    """The usual distance between two lines of print, in points."""
    falls = [
        above.bottom - below.bottom
        for above, below in pairwise(prints)
        if above.page == below.page and 0 < above.bottom - below.bottom < 3 * below.size
    ]
    return median(falls) if falls else 0.0


def _is_apart(above: _Print, below: _Print, leading: float) -> bool:
    if above.page != below.page:
        return False
    fall = above.bottom - below.bottom
    return fall < -1 or fall > max(1.3 * leading, 0.5 * below.size)


def _heading(line: _Print, body: float) -> int:
    """1 for a short line in bold or clearly larger print, else 0."""
    text = line.text
    if not 2 < len(text) < 110 or text[-1] in ".,;:-" or not text[:1].isalnum():
        return 0
    is_large = line.size > 1.15 * body
    return 1 if (is_large or line.is_bold) and any(c.isalpha() for c in text) else 0


def _marks(line: _Print) -> Iterator[Mark]:
    """Runs of small raised digits: footnote markers."""
    size, bottom = line.size, line.bottom
    signs = "".join(
        glyph.sign
        if glyph.sign.isdigit()
        and glyph.height < 0.85 * size
        and glyph.bottom > bottom + 0.08 * size
        else " "
        for glyph in line.glyphs
    )
    for found in _DIGITS.finditer(signs):
        if found.group().isascii():
            yield Mark(found.start(), found.end() - found.start(), int(found.group()))
