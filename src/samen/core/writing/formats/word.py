"""The letter as a Word file that a ministry can edit, and that can be read back.

Every field is a content control whose tag is its source ("figure:12"); footnotes are real
footnotes. Each part begins at a bookmark, so that it is known again under another heading.
What somebody changes in Word is found by comparing the file with what was sent out.
"""

import hashlib
import io
from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from samen.core.periods import say_date
from samen.core.writing.formats.table import COLUMNS, WIDTHS, row_cells
from samen.core.writing.rendered import Note, Paragraph, RenderedLetter, Row, Run

LANGUAGE = "nl-NL"
TABLE_CM = 24.1
"""What a landscape page has between its margins."""
FACTS_CM = (5.4, 10.0)
"""The columns of facts, on an upright page."""
SIGNATURES = "_ondertekening"
"""The bookmark at the first signature."""
LANGUAGE = "nl-NL"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def to_word(letter: RenderedLetter) -> bytes:
    """The bytes of the .docx file."""
    document = Document()
    _page(document)
    _foot(document, letter)
    _head(document, letter)
    for section in letter.sections:
        _mark(document.add_heading(section.title, level=1), mark_of(section.key))
        for paragraph in section.paragraphs:
            _paragraph(document, paragraph)
        if section.facts:
            _facts(document, section.facts)
    for number, signature in enumerate(letter.signatures):
        office = document.add_paragraph(f"{signature.office},")
        office.paragraph_format.space_before = Pt(24)
        if number == 0:
            _mark(office, SIGNATURES)
        document.add_paragraph(signature.name).paragraph_format.space_before = Pt(28)
    if letter.rows:
        _table(document, letter.rows)
    _footnotes(document, letter.notes)
    _in_dutch(document)
    return _saved(document, letter)


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.top_margin = section.bottom_margin = Cm(2.6)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Title", 18), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)


def _foot(document: WordDocument, letter: RenderedLetter) -> None:
    """Whether it is a draft, and the number of the page, below every page."""
    line = document.sections[0].footer.paragraphs[0]
    line.add_run(f"{'Concept' if letter.is_draft else letter.heading.reference}\t\tPagina ")
    line._p.append(_element(f"<w:fldSimple {nsdecls('w')} w:instr='PAGE'/>"))


def _head(document: WordDocument, letter: RenderedLetter) -> None:
    heading = letter.heading
    document.add_paragraph(heading.sender)
    document.add_paragraph(heading.addressee)
    for name, value in (
        ("Datum", say_date(heading.on)),
        ("Ons kenmerk", heading.reference),
        ("Betreft", heading.subject),
    ):
        if value:
            line = document.add_paragraph()
            line.add_run(f"{name}: ").bold = True
            line.add_run(value)
    document.add_heading(heading.subject, level=0)
    document.add_paragraph(heading.salutation)


def _paragraph(document: WordDocument, paragraph: Paragraph) -> None:
    style = "List Bullet" if paragraph.is_item else "Normal"
    line = document.add_paragraph(style=style)
    if paragraph.leads:
        line.paragraph_format.keep_with_next = True
    for run in paragraph.runs:
        if run.note:
            line._p.append(_note_mark(run.note))
        elif run.source:
            if run.was:
                line._p.append(_struck(run))
                line.add_run(" ")
            line._p.append(_control(run))
        else:
            line.add_run(run.text)


def mark_of(key: str) -> str:
    """The name of the bookmark at a section's heading: hidden, and as short as Word wants it."""
    return f"_{key.replace('-', '_')}"[:40]


def mark_of_table(rows: Iterable[Iterable[str]]) -> str:
    """The name of the bookmark above the results table; it tells whether the words are as sent.

    The register may have moved on since then: that is no change of who had the file.
    """
    words = "\n".join(" | ".join(" ".join(cell.split()) for cell in row) for row in rows)
    return f"_bijlage_{hashlib.sha256(words.encode()).hexdigest()[:16]}"


def _mark(line: WordParagraph, name: str) -> None:
    """Begin a paragraph with a bookmark."""
    number = len(line.part.element.findall(f".//{qn('w:bookmarkStart')}"))
    look = line._p.get_or_add_pPr()
    look.addnext(_element(f"<w:bookmarkEnd {nsdecls('w')} w:id='{number}'/>"))
    look.addnext(_element(f"<w:bookmarkStart {nsdecls('w')} w:id='{number}' w:name='{name}'/>"))


def _control(run: Run) -> Any:
    """A content control: it shows its words and carries its source as tag."""
    control = _element(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/><w:text/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t xml:space='preserve'/></w:r></w:sdtContent></w:sdt>"
    )
    control.find(f".//{qn('w:alias')}").set(qn("w:val"), (run.title or run.source)[:64])
    control.find(f".//{qn('w:tag')}").set(qn("w:val"), run.source[:64])
    control.find(f".//{qn('w:t')}").text = run.text
    return control


def _struck(run: Run) -> Any:
    """A content control with the number that stood here before, struck through.

    It is no control of plain text: of what stands in one, readers leave the looks out.
    """
    was = _control(Run(run.was, f"was:{run.source}", title=run.title))
    looks = was.find(qn("w:sdtPr"))
    looks.remove(looks.find(qn("w:text")))
    was.find(f".//{qn('w:t')}").addprevious(_element(f"<w:rPr {nsdecls('w')}><w:strike/></w:rPr>"))
    return was


def _note_mark(number: int) -> Any:
    return _element(
        f"<w:r {nsdecls('w')}><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        f"<w:footnoteReference w:id='{number}'/></w:r>"
    )


def _footnotes(document: WordDocument, notes: Iterable[Note]) -> None:
    """The footnotes part; the two separators are what Word expects to find in it."""
    root = _element(
        f"<w:footnotes {nsdecls('w')}>"
        "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        "<w:footnote w:type='continuationSeparator' w:id='0'><w:p><w:r><w:continuationSeparator/>"
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    for note in notes:
        root.append(_footnote(note))
    part = Part(
        PackURI("/word/footnotes.xml"),
        FOOTNOTES_TYPE,
        _xml(root),
        document.part.package,
    )
    document.part.relate_to(part, RELATION.FOOTNOTES)


def _footnote(note: Note) -> Any:
    mark = (
        f"<w:footnote {nsdecls('w')} w:id='{note.number}'><w:p><w:r><w:rPr><w:vertAlign "
        "w:val='superscript'/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> "
        "</w:t></w:r></w:p></w:footnote>"
    )
    element = _element(mark)
    line = element.find(qn("w:p"))
    for run in note.runs:
        if run.was:
            line.append(_struck(run))
            line.append(_words(" "))
        line.append(_control(run) if run.source else _words(run.text))
    return element


def _words(text: str) -> Any:
    element = _element(f"<w:r {nsdecls('w')}><w:t xml:space='preserve'/></w:r>")
    element.find(qn("w:t")).text = text
    return element


def _table(document: WordDocument, rows: Iterable[Row]) -> None:
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    rows = list(rows)
    heading = document.add_heading("Bijlage: resultatentabel", level=1)
    _mark(heading, mark_of_table([COLUMNS, *map(row_cells, rows)]))
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(TABLE_CM * width / sum(WIDTHS))
        column.cells[0].width = column.width  # Word goes by the cells, others by the grid.
    head = table.rows[0]._tr
    head.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    _fill(head, COLUMNS, bold=True)
    blank = deepcopy(head)
    head.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        line = deepcopy(blank)
        _fill(line, row_cells(row))
        table._tbl.append(line)


def _facts(document: WordDocument, facts: Iterable[tuple[str, str]]) -> None:
    """Names with what each says, in two columns."""
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, FACTS_CM, strict=True):
        column.width = Cm(width)
        column.cells[0].width = column.width
    blank = table.rows[0]._tr
    blank.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table._tbl.remove(blank)
    for fact in facts:
        line = deepcopy(blank)
        _fill(line, fact, size=20)
        table._tbl.append(line)


def _fill(row: Any, cells: Iterable[str], *, bold: bool = False, size: int = 16) -> None:
    """Put words in the cells of a row; on the XML itself, which a long table needs to be quick."""
    for cell, words in zip(row.iterchildren(qn("w:tc")), cells, strict=True):
        line = cell.find(qn("w:p"))
        for old in line.findall(qn("w:r")):
            line.remove(old)
        run = _element(
            f"<w:r {nsdecls('w')}><w:rPr>{'<w:b/>' if bold else ''}"
            f"<w:sz w:val='{size}'/></w:rPr>"
            "<w:t xml:space='preserve'/></w:r>"
        )
        run.find(qn("w:t")).text = words
        line.append(run)


def _in_dutch(document: WordDocument) -> None:
    """The template of the library is in American English; every language mark becomes Dutch."""
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), LANGUAGE)


def _saved(document: WordDocument, letter: RenderedLetter) -> bytes:
    properties = document.core_properties
    properties.title, properties.author = letter.heading.subject, letter.heading.sender
    properties.language = LANGUAGE
    stamp = datetime.combine(letter.heading.on, time(), UTC)
    properties.created = properties.modified = stamp
    properties.comments = ""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _element(xml: str) -> Any:
    """An element of Word's own kind, from its XML."""
    return parse_xml(xml)


def _xml(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
