"""OpenDocument texts (.odt): headings, lists, tables, frames, real notes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

from lxml import etree

from samen.core.archives import CORRUPT, part_tree
from samen.core.errors import Unreadable
from samen.core.reading.formats.lines import Paragraph, folded, lines_of
from samen.core.reading.source import Layout, Line, Source

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_OASIS}text:1.0}}"
_TABLE = f"{{{_OASIS}table:1.0}}"
_OFFICE = f"{{{_OASIS}office:1.0}}"
_DRAW = f"{{{_OASIS}drawing:1.0}}"
_STYLE = f"{{{_OASIS}style:1.0}}"
_MANIFEST = f"{{{_OASIS}manifest:1.0}}"
_SKIPPED = {f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation-end"}
_GROUPS = {f"{_TEXT}section", f"{_TEXT}list-header", f"{_TEXT}index-body", f"{_DRAW}frame"}


def open_odt(archive: ZipFile) -> Source:
    """The source in an OpenDocument text. Raises Unreadable when encrypted or damaged."""
    _refuse_encrypted(archive)
    root = part_tree(archive, "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if body is None:
        raise CORRUPT
    reader = _Reader()
    lines = list(_margins(archive, "header"))
    lines += reader.blocks(body, Line(""))
    lines += _margins(archive, "footer")
    lines += reader.notes
    return Source(tuple(lines), Layout.FLOWING)


def _refuse_encrypted(archive: ZipFile) -> None:
    manifest = part_tree(archive, "META-INF/manifest.xml")
    if (
        manifest is not None
        and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None
    ):
        raise Unreadable(
            "The file is protected with a password.",
            "Only files that open without a password are read.",
            "Open it in a word processor and save it without a password.",
        )


def _margins(archive: ZipFile, kind: str) -> Iterator[Line]:
    root = part_tree(archive, "styles.xml")
    for margin in root.iter(f"{_STYLE}{kind}") if root is not None else ():
        for line in _Reader().blocks(margin, Line("", furniture=f"page {kind}")):
            yield replace(line, heading=0, list_item=False)


class _Reader:
    """Walks the body and writes its lines; the notes are kept for the end."""

    def __init__(self) -> None:
        self.notes: list[Line] = []
        self._count = 0

    def blocks(self, parent: etree._Element, hint: Line) -> list[Line]:
        """The lines of the paragraphs, lists, tables and frames in an element."""
        lines: list[Line] = []
        for child in parent:
            if child.tag == f"{_TEXT}h":
                level = _number(child, "outline-level")
                lines += self._paragraph(child, replace(hint, heading=level))
            elif child.tag == f"{_TEXT}p":
                lines += self._paragraph(child, hint)
            elif child.tag == f"{_TEXT}list":
                for item in child:
                    lines += self._item(item, hint)
            elif child.tag == f"{_TABLE}table":
                lines += self._table(child, hint)
            elif child.tag in _GROUPS or child.tag == f"{_DRAW}text-box":
                lines += self.blocks(child, hint)
        return lines

    def _item(self, item: etree._Element, hint: Line) -> list[Line]:
        """A list item: its first line is one, further paragraphs go on with it."""
        lines = self.blocks(item, hint)
        if lines and not lines[0].heading:
            lines[0] = replace(lines[0], list_item=True)
        return lines

    def _paragraph(self, element: etree._Element, hint: Line) -> list[Line]:
        paragraph = Paragraph()
        boxes: list[etree._Element] = []
        self._write(element, paragraph, boxes)
        if not paragraph.text.strip():
            hint = replace(hint, heading=0)
        lines = lines_of(paragraph, hint)
        for box in boxes:
            lines += self.blocks(box, replace(hint, heading=0))
        return lines

    def _write(
        self, element: etree._Element, paragraph: Paragraph, boxes: list[etree._Element]
    ) -> None:
        paragraph.write(folded(element.text))
        for child in element:
            if child.tag == f"{_TEXT}note":
                self._note(child, paragraph)
            elif child.tag == f"{_TEXT}s":
                paragraph.write(" " * min(100, _number(child, "c")))
            elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                paragraph.write("\t" if child.tag == f"{_TEXT}tab" else "\n")
            elif child.tag == f"{_DRAW}frame":
                boxes.append(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                self._write(child, paragraph, boxes)
            paragraph.write(folded(child.tail))

    def _note(self, element: etree._Element, paragraph: Paragraph) -> None:
        self._count += 1
        number = self._count
        paragraph.mark(number)
        body = element.find(f"{_TEXT}note-body")
        for line in self.blocks(body, Line("", footnote=number)) if body is not None else ():
            if line.text.strip():
                self.notes.append(replace(line, text=line.text.strip(), heading=0, list_item=False))

    def _table(self, element: etree._Element, hint: Line) -> list[Line]:
        """A row as one line with tabs between its cells."""
        lines: list[Line] = []
        for row in element.iter(f"{_TABLE}table-row"):
            cells = [self.blocks(cell, hint) for cell in row.iterfind(f"{_TABLE}table-cell")]
            if len(cells) == 1 or any(line.marks for cell in cells for line in cell):
                lines += [line for cell in cells for line in cell]
            else:
                texts = (" ".join(line.text.strip() for line in cell).strip() for cell in cells)
                lines.append(replace(hint, text="\t".join(texts)))
        return lines


def _number(element: etree._Element, name: str) -> int:
    """The number in an attribute; 1 where it is missing or no number."""
    written = element.get(f"{_TEXT}{name}", "1")
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) else 1
