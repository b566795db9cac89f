"""Word files (.docx): paragraphs, headings by style, lists, tables, text boxes, real notes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from zipfile import ZipFile

from lxml import etree

from samen.core.archives import CORRUPT, part_tree, refuse_macros
from samen.core.reading.formats.lines import Paragraph, lines_of
from samen.core.reading.source import Layout, Line, Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING_NAME = re.compile(r"(?:heading|kop|überschrift|titre)\s*(\d)", re.IGNORECASE)
_TITLE_NAME = re.compile(r"(?:title|titel|subject)$", re.IGNORECASE)
_LIST_NAME = re.compile(r"(?:list|lijst|opsomming)", re.IGNORECASE)
_SKIPPED = {f"{_W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")}
_SKIPPED |= {_FALLBACK}
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\u00ad",
}
_LONG_CELL = 200


@dataclass(slots=True)
class _Styles:
    """What the styles of a document say: level of a heading, or that it is a list."""

    heading: dict[str, int] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Notes:
    """Numbers of notes in order of appearance: by kind and id."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, kind: str, identity: str) -> int:
        return self.numbers.setdefault((kind, identity), len(self.numbers) + 1)


def open_word(archive: ZipFile) -> Source:
    """The source in a Word file. Raises Unreadable with macros or without a document."""
    refuse_macros(archive)
    root = part_tree(archive, "word/document.xml")
    body = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise CORRUPT
    reader = _Reader(_styles(archive))
    lines = list(_margins(archive, reader, "header"))
    lines += reader.blocks(body, Line(""))
    lines += _margins(archive, reader, "footer")
    lines += _note_lines(archive, reader)
    return Source(tuple(lines), Layout.FLOWING)


def _margins(archive: ZipFile, reader: "_Reader", kind: str) -> Iterator[Line]:
    """The lines of every header or footer part."""
    for name in sorted(archive.namelist()):
        if re.fullmatch(rf"word/{kind}\d*\.xml", name):
            root = part_tree(archive, name)
            if root is not None:
                for line in reader.blocks(root, Line("", furniture=f"page {kind}")):
                    yield replace(line, heading=0, list_item=False)


def _note_lines(archive: ZipFile, reader: "_Reader") -> Iterator[Line]:
    for kind in ("footnote", "endnote"):
        root = part_tree(archive, f"word/{kind}s.xml")
        for note in root if root is not None else ():
            number = reader.notes.numbers.get((kind, note.get(f"{_W}id", "")))
            if number:
                for line in reader.blocks(note, Line("", footnote=number)):
                    if line.text.strip():
                        yield replace(line, text=line.text.strip(), heading=0, list_item=False)


def _styles(archive: ZipFile) -> _Styles:
    styles = _Styles()
    root = part_tree(archive, "word/styles.xml")
    for style in root.iterfind(f"{_W}style") if root is not None else ():
        identity = style.get(f"{_W}styleId", "")
        name = _value(style, "name")
        found = _HEADING_NAME.match(name)
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if found:
            styles.heading[identity] = int(found.group(1))
        elif _level(outline):
            styles.heading[identity] = _level(outline)
        elif _TITLE_NAME.fullmatch(name):
            styles.heading[identity] = 1
        elif _LIST_NAME.match(name) and style.find(f"{_W}pPr/{_W}numPr") is not None:
            styles.lists.add(identity)
    return styles


def _level(outline: etree._Element | None) -> int:
    """The level of a heading from 1, or 0 where the outline says none."""
    written = outline.get(f"{_W}val", "") if outline is not None else ""
    return int(written) + 1 if re.fullmatch(r"[0-8]", written) else 0


def _value(element: etree._Element, tag: str) -> str:
    child = element.find(f"{_W}{tag}")
    return child.get(f"{_W}val", "") if child is not None else ""


class _Reader:
    """Walks the body of a document part and writes its lines."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.notes = _Notes()
        self.page = 1

    def blocks(self, parent: etree._Element, hint: Line) -> list[Line]:
        """The lines of the paragraphs and tables in an element."""
        lines: list[Line] = []
        for child in parent:
            if child.tag == f"{_W}p":
                lines += self._paragraph(child, hint)
            elif child.tag == f"{_W}tbl":
                lines += self._table(child, hint)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
                lines += self.blocks(child, hint)
        return lines

    def _paragraph(self, element: etree._Element, hint: Line) -> list[Line]:
        paragraph = Paragraph()
        boxes: list[etree._Element] = []
        self._runs(element, paragraph, boxes)
        hint = self._hinted(element, paragraph, hint)
        lines = lines_of(paragraph, replace(hint, page=self.page))
        for box in boxes:
            lines += self.blocks(box, replace(hint, heading=0, list_item=False))
        return lines

    def _hinted(self, element: etree._Element, paragraph: Paragraph, hint: Line) -> Line:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        identity = style.get(f"{_W}val", "") if style is not None else ""
        outline = element.find(f"{_W}pPr/{_W}outlineLvl")
        heading = _level(outline) or self.styles.heading.get(identity, 0)
        if not heading and _is_bold_line(element, paragraph.text):
            heading = 1
        if not paragraph.text.strip():
            heading = 0
        is_item = element.find(f"{_W}pPr/{_W}numPr") is not None or identity in self.styles.lists
        return replace(hint, heading=heading, list_item=is_item and not heading)

    def _runs(
        self, element: etree._Element, paragraph: Paragraph, boxes: list[etree._Element]
    ) -> None:
        """Write the text below an element; text boxes are set apart."""
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == f"{_W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{_W}t":
                paragraph.write((child.text or "").replace("\n", " "))
            elif child.tag in _SIGNS:
                paragraph.write(_SIGNS[child.tag])
            elif child.tag == f"{_W}br":
                self._break(child, paragraph)
            elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                kind = child.tag.removeprefix(_W).removesuffix("Reference")
                paragraph.mark(self.notes.number(kind, child.get(f"{_W}id", "")))
            else:
                self._runs(child, paragraph, boxes)

    def _break(self, element: etree._Element, paragraph: Paragraph) -> None:
        if element.get(f"{_W}type") == "page":
            self.page += 1
        else:
            paragraph.write("\n")

    def _table(self, element: etree._Element, hint: Line) -> list[Line]:
        """A row as one line with tabs between its cells; cells of running text apart."""
        lines: list[Line] = []
        for row in element.iterfind(f"{_W}tr"):
            cells = [self.blocks(cell, hint) for cell in row.iterfind(f"{_W}tc")]
            texts = [" ".join(line.text.strip() for line in cell).strip() for cell in cells]
            is_running = any(len(text) > _LONG_CELL for text in texts) and len(cells) < 3
            has_marks = any(line.marks for cell in cells for line in cell)
            if is_running or has_marks or len(cells) == 1:
                lines += [line for cell in cells for line in cell]
            else:
                lines.append(replace(hint, text="\t".join(texts), page=self.page))
        return lines


def _is_bold_line(element: etree._Element, text: str) -> bool:
    """Whether a short paragraph is bold from end to end, as headings without a style are."""
    text = text.strip()
    if not 2 < len(text) < 110 or text[-1] in ".,;:" or "\t" in text:
        return False
    runs = [
        run for run in element.iter(f"{_W}r") if "".join(t.text or "" for t in run.iter(f"{_W}t"))
    ]
    bold = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(
        mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in bold
    )
