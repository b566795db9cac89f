"""What leaves the house is opened by independent readers, and every digit in it has a source."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from typing import Any

import page
import pikepdf
import pypdfium2
from docx import Document
from docx.shared import Cm
from lxml import etree, html
from openpyxl import load_workbook

from samen.core.writing.formats.machine import to_json
from samen.core.writing.formats.pdf import to_pdf
from samen.core.writing.formats.table import COLUMNS, WIDTHS, to_csv, to_ods, to_xlsx
from samen.core.writing.formats.web import to_html
from samen.core.writing.formats.word import to_word
from samen.core.writing.rendered import Paragraph, RenderedLetter, RenderedSection, Run
from tests.core.writing.samples import sample_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCES = {"figure", "amount", "date", "due", "paper", "law", "cited", "name"}


def sourced_words(letter: RenderedLetter) -> list[str]:
    """Every printed piece that came from a field, a row of the table or the head."""
    runs = [run for paragraph in letter.paragraphs() for run in paragraph.runs if run.source]
    assert {run.source.split(":")[0] for run in runs} <= SOURCES | {"note"}
    rows = [" ".join(map(str, (r.id, r.title, r.due, r.said, r.paper))) for r in letter.rows]
    return [run.text for run in runs] + rows


def without_sourced(text: str, letter: RenderedLetter) -> str:
    """The text with everything that has a source taken out, and white space folded."""
    folded = " ".join(text.split())
    pieces = {piece for words in sourced_words(letter) for piece in words.split()}
    for piece in sorted(pieces, key=len, reverse=True):
        if any(c.isdigit() for c in piece):
            folded = re.sub(rf"(?<![\w.,]){re.escape(piece)}(?!\w)", " ", folded)
    return folded


def test_the_pdf_passes_both_standards() -> None:
    content = to_pdf(sample_letter())
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, report.failures


def test_the_pdf_names_its_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(sample_letter()))) as pdf:
        assert str(pdf.Root.Lang).startswith("nl")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


def test_equal_letters_are_equal_files() -> None:
    assert to_pdf(sample_letter()) == to_pdf(sample_letter())
    assert to_json(sample_letter()) == to_json(sample_letter())


def test_every_digit_of_the_pdf_has_a_source() -> None:
    letter = sample_letter()
    reader: Any = pypdfium2.PdfDocument
    document = reader(to_pdf(letter))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    text = re.sub(r"Pagina \d+", "", text).replace("15 november 2022", "")
    text = re.sub(r"-\s*\n", "", text.replace("\ufffe\n", "").replace("\ufffe", ""))
    left = without_sourced(text, letter)
    marks = [str(note.number) for note in letter.notes]
    loose = [digits for digits in re.findall(r"\d+", left) if digits not in marks]
    assert loose == []


def test_every_digit_of_the_word_file_stands_in_a_control_a_row_or_the_head() -> None:
    letter = sample_letter()
    with zipfile.ZipFile(io.BytesIO(to_word(letter))) as package:
        body: Any = etree.fromstring(package.read("word/document.xml"))
        notes: Any = etree.fromstring(package.read("word/footnotes.xml"))
    tags = {tag.get(f"{W}val").split(":")[0] for tag in body.iter(f"{W}tag")}
    assert tags <= SOURCES
    for root in (body, notes):
        for control in list(root.iter(f"{W}sdt")):
            control.getparent().remove(control)
    for table in list(body.iter(f"{W}tbl")):
        table.getparent().remove(table)
    free = "".join(node.text or "" for root in (body, notes) for node in root.iter(f"{W}t"))
    assert re.findall(r"\d+", free.replace("15 november 2022", "")) == []


def test_every_page_of_the_word_file_says_draft_and_its_number_and_the_table_has_widths() -> None:
    document = Document(io.BytesIO(to_word(sample_letter())))
    for section in document.sections:
        assert section.footer.paragraphs[0].text.startswith("Concept")
        assert "PAGE" in section.footer._element.xml
    widths = [column.width for column in document.tables[0].columns]
    words = widths[COLUMNS.index("Wat")]
    assert words == max(widths) > 3 * widths[COLUMNS.index("Nr.")]
    assert widths[COLUMNS.index("Nr.")] >= Cm(1.2)
    assert widths[COLUMNS.index("Soort")] >= Cm(2)


def test_each_cell_of_the_word_table_has_the_width_of_its_column_and_no_row_breaks() -> None:
    table = Document(io.BytesIO(to_word(sample_letter()))).tables[-1]
    widths = [column.width for column in table.columns]
    assert len(set(widths)) > 1
    for row in table.rows:
        assert [cell.width for cell in row.cells] == widths
        assert row._tr.trPr.find(f"{W}cantSplit") is not None


def test_word_footnotes_are_real_and_each_mark_has_its_note() -> None:
    letter = sample_letter()
    with zipfile.ZipFile(io.BytesIO(to_word(letter))) as package:
        body = package.read("word/document.xml").decode()
        notes = package.read("word/footnotes.xml").decode()
    marks = re.findall(r'footnoteReference w:id="(\d+)"', body)
    assert marks == [str(note.number) for note in letter.notes]
    assert all(f'w:id="{mark}"' in notes for mark in marks)


def test_the_three_tables_hold_the_same_rows() -> None:
    rows = sample_letter().rows
    sheet = load_workbook(io.BytesIO(to_xlsx(rows))).active
    assert sheet is not None
    excel = [tuple("" if c is None else str(c) for c in row) for row in sheet.values]
    comma = [
        tuple(row)
        for row in csv.reader(io.StringIO(to_csv(rows).decode("utf-8-sig")), delimiter=";")
    ]
    with zipfile.ZipFile(io.BytesIO(to_ods(rows))) as package:
        content: Any = etree.fromstring(package.read("content.xml"))
    text = " ".join(" ".join(content.itertext()).split())
    assert excel == comma
    assert excel[0] == COLUMNS
    assert all(cell in text for row in excel for cell in row)


def test_no_cell_is_a_formula() -> None:
    rows = [replace(sample_letter().rows[0], title='=HYPERLINK("x")', said="+1", owners="@a")]
    sheet = load_workbook(io.BytesIO(to_xlsx(rows))).active
    assert sheet is not None
    assert all(
        cell.data_type == "s" for row in sheet.iter_rows(min_row=2) for cell in row if cell.value
    )
    assert '"=' not in to_csv(rows).decode("utf-8-sig")


def test_the_page_has_no_script_and_its_notes_lead_both_ways() -> None:
    tree: Any = html.fromstring(to_html(sample_letter()).decode())
    assert not tree.xpath("//script")
    assert not tree.xpath("//*[@style]")
    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        assert tree.xpath(f"//*[@id='{link.get('href')[1:]}']")


def test_the_machine_form_says_where_each_field_came_from() -> None:
    form = json.loads(to_json(sample_letter()))
    sources = [
        run["source"]
        for section in form["sections"]
        for paragraph in section["paragraphs"]
        for run in paragraph["runs"]
        if run["source"]
    ]
    assert "figure:2" in sources
    assert form["form"] == "samen-letter/1"


def test_the_workbook_can_be_read_on_paper() -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx(sample_letter().rows))).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.page_setup.fitToHeight == 0
    setup: Any = sheet.sheet_properties.pageSetUpPr
    assert setup.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$1", "A2")
    longest = max(sheet["D"][1:], key=lambda cell: len(cell.value))
    assert sheet.row_dimensions[longest.row].height >= 15 * -(-len(longest.value) // 56)


def test_the_spreadsheet_can_be_read_on_paper() -> None:
    with zipfile.ZipFile(io.BytesIO(to_ods(sample_letter().rows))) as package:
        parts: dict[str, Any] = {name: etree.fromstring(package.read(f"{name}.xml"))
                 for name in ("content", "styles", "settings")}  # fmt: skip
    assert len(parts["content"].xpath("//*[local-name()='table-header-rows']/*")) == 1
    widths = parts["content"].xpath("//@*[local-name()='column-width']")
    assert {f"{signs * 0.19:.2f}cm" for signs in WIDTHS} <= set(widths)
    assert parts["content"].xpath("//@*[local-name()='font-weight']") == ["bold", "normal"]
    assert set(parts["content"].xpath("//@*[local-name()='wrap-option']")) == {"wrap"}
    assert set(parts["styles"].xpath("//@*[local-name()='print-orientation']")) == {"landscape"}
    assert set(parts["styles"].xpath("//@*[local-name()='scale-to-X']")) == {"1"}
    frozen = "//*[@*[local-name()='name']='VerticalSplitPosition']/text()"
    assert parts["settings"].xpath(frozen) == ["1"]


def test_the_spreadsheet_speaks_dutch_on_paper_too() -> None:
    with zipfile.ZipFile(io.BytesIO(to_ods(sample_letter().rows))) as package:
        styles: Any = etree.fromstring(package.read("styles.xml"))
        about: Any = etree.fromstring(package.read("meta.xml"))
    feet = styles.xpath("//*[local-name()='footer']/*[local-name()='p']")
    assert feet
    assert {foot.text for foot in feet} == {"Pagina "}
    assert set(styles.xpath("//@*[local-name()='language']")) <= {"nl", "none"}
    assert about.xpath("//*[local-name()='language']/text()") == ["nl-NL"]


def test_no_page_ends_with_the_words_that_lead_in_a_list() -> None:
    blocks = [
        Paragraph((Run(words),), is_item)
        for turn in range(90)
        for words, is_item in [
            ("Wat volgt:", False),
            *[("Een punt. " * 12, True)] * (1 + turn * turn % 7),
        ]
    ]
    letter = replace(sample_letter(), sections=(RenderedSection("deel", "Deel", tuple(blocks)),))
    reader: Any = pypdfium2.PdfDocument
    pages = [sheet.get_textpage().get_text_range() for sheet in reader(to_pdf(letter))]
    ends = [text.split("Concept")[0].rstrip()[-10:] for text in pages]
    assert sum("Wat volgt:" in text for text in pages) > 5
    assert "Wat volgt:" not in ends
    word = Document(io.BytesIO(to_word(letter)))
    leads = [p for p in word.paragraphs if p.text == "Wat volgt:"]
    assert all(p.paragraph_format.keep_with_next for p in leads)
    assert leads


def test_the_table_of_the_page_scrolls_inside_itself() -> None:
    text = to_html(sample_letter()).decode()
    assert re.findall(r"<(\w+)[^>]*><table>", text) == ["div"]
    assert re.search(r'<div class="wide"[^>]*tabindex="0"><table>', text)
    assert ".wide{overflow-x:auto}" in text
