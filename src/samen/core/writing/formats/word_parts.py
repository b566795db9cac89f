"""The words of a Word file, in the parts that a comparison needs.

Deleted and moved-away words of tracked changes are out, inserted ones are in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZipFile

from lxml import etree

from samen.core.archives import CORRUPT, open_archive, part_tree, refuse_macros
from samen.core.errors import TooBig

MOST_LINES = 20_000
"""Paragraphs, cells and notes of a file; the longest letters have some thousands."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _CONTROL = f"{_W}p", f"{_W}tbl", f"{_W}sdt"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr")} | {_FALLBACK}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
_HEADING = re.compile(r"(?:heading|kop) ?\d", re.IGNORECASE)

type Piece = tuple[str, str]
"""The source of a field, "" for free words; and its words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph that holds words. mark: the bookmark at or above it, "" for none."""

    pieces: tuple[Piece, ...]
    mark: str
    is_heading: bool

    @property
    def text(self) -> str:
        return joined(words for _source, words in self.pieces)


@dataclass(frozen=True, slots=True)
class WordParts:
    """What a file says: running text, rows of its tables, notes, and remarks in the margin."""

    lines: list[Line]
    rows: list[tuple[str, ...]]
    notes: list[str]
    remarks: list[str]


def joined(pieces: Iterator[str]) -> str:
    """Words in a row, white space folded."""
    return " ".join("".join(pieces).split())


def read_parts(content: bytes) -> WordParts:
    """The parts of a Word file.

    Raises Unreadable when it is damaged, protected, holds macros or is another kind of file;
    TooBig when it is far more than a letter.
    """
    with open_archive(content) as archive:
        refuse_macros(archive)
        root = part_tree(archive, "word/document.xml")
        body = root.find(f"{_W}body") if root is not None else None
        if body is None:
            raise CORRUPT
        parts = WordParts(
            list(_lines(body, _headings(archive))),
            [_cells(row) for row in body.iter(f"{_W}tr")],
            [*_texts(archive, "footnote"), *_texts(archive, "endnote")],
            list(_texts(archive, "comment")),
        )
    count = len(parts.lines) + len(parts.notes) + len(parts.remarks) + sum(map(len, parts.rows))
    if count > MOST_LINES:
        raise TooBig(
            "The file holds {count} paragraphs, cells and notes.",
            "At most {most} are read back.",
            "Take out what is no part of the letter.",
            count=count,
            most=MOST_LINES,
        )
    return parts


def _headings(archive: ZipFile) -> set[str]:
    """The ids of the styles of headings, which a Dutch Word calls otherwise than ours."""
    root = part_tree(archive, "word/styles.xml")
    styles = root.iterfind(f"{_W}style") if root is not None else ()
    return {s.get(f"{_W}styleId", "") for s in styles if _HEADING.match(_value(s, f"{_W}name"))}


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return found.get(f"{_W}val", "") if found is not None else ""


def _lines(body: etree._Element, headings: set[str]) -> Iterator[Line]:
    mark = ""
    for paragraph in _paragraphs(body):
        names = (each.get(f"{_W}name", "") for each in paragraph.iter(f"{_W}bookmarkStart"))
        mark = next((name for name in names if name not in {"", "_GoBack"}), mark)
        style = _value(paragraph, f"{_W}pPr/{_W}pStyle")
        line = Line(tuple(_pieces(paragraph)), mark, style in headings)
        if line.text:
            yield line
            mark = ""


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs outside tables."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield child
        elif child.tag != _TABLE and child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _pieces(element: etree._Element) -> Iterator[Piece]:
    for node in element:
        if node.tag in _SKIPPED:
            continue
        if node.tag == f"{_W}t" or node.tag in _SIGNS:
            yield "", _SIGNS.get(node.tag, node.text or "")
        elif node.tag == _CONTROL and (source := _value(node, f"{_W}sdtPr/{_W}tag")):
            yield source, _shown(node)
        else:
            yield from _pieces(node)


def _shown(control: etree._Element) -> str:
    """The words in a content control; a prompt that stands in an emptied one is none."""
    if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
        return ""
    return joined(words for _source, words in _pieces(control))


def _cells(row: etree._Element) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in row.iterchildren(f"{_W}tc"))


def _text(element: etree._Element) -> str:
    texts = (joined(words for _, words in _pieces(p)) for p in element.iter(_PARAGRAPH))
    return " ".join(text for text in texts if text)


def _texts(archive: ZipFile, kind: str) -> Iterator[str]:
    """The words of each note or remark; the lines that part notes from the text have a type."""
    root = part_tree(archive, f"word/{kind}s.xml")
    for note in root.iterchildren(f"{_W}{kind}") if root is not None else ():
        if note.get(f"{_W}type", "normal") == "normal" and (text := _text(note)):
            yield text
