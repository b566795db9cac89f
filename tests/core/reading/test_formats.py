"""The same invented letter in every format gives the same blocks, notes and markers."""

from io import BytesIO
from typing import Any

import docx
import odfdo
import pytest
import typst
from lxml import etree

from samen.core.reading.formats import open_letter
from samen.core.reading.repair import repair
from samen.core.reading.text import BlockKind, Letter

SENTENCE = "Het meldpunt is in 2019 geopend en werkt goed."
NOTE = "Kamerstukken II 2018/19, 11 111, nr. 5."
OTHER_NOTE = "Zie het jaarverslag van het meldpunt."
LONG = (
    "Het kabinet heeft vorig jaar drie stappen gezet om het werk in het hele land veiliger "
    "te maken, en de gemeenten hebben daar met veel inzet aan bijgedragen."
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file() -> bytes:
    """A Word file with a styled heading, a bold heading, lists, a table and a real note."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministerie van Werk"
    document.add_paragraph("Geachte voorzitter,")
    document.add_heading("Toezicht", 1)
    paragraph = document.add_paragraph("Het meldpunt is in 2019")
    _refer(paragraph)
    paragraph.add_run(" geopend en werkt goed.")
    document.add_paragraph().add_run("Voorlichting").bold = True
    document.add_paragraph(LONG)
    document.add_paragraph("een website;", style="List Bullet")
    table: Any = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Meldingen", "140"
    document.add_paragraph("De Minister van Werk,\nA. de Jansen")
    return _with_notes(document)


def _refer(paragraph: Any) -> None:
    run = paragraph.add_run()._r
    reference = etree.SubElement(run, f"{{{W}}}footnoteReference")
    reference.set(f"{{{W}}}id", "7")


def _with_notes(document: Any) -> bytes:
    from zipfile import ZipFile

    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="0"><w:p/></w:footnote>'
            f'<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {NOTE}</w:t></w:r>'
            "</w:p></w:footnote></w:footnotes>",
        )
    return stream.getvalue()


def odt_file() -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Paragraph("Geachte voorzitter,"))
    document.body.append(odfdo.Header(1, "Toezicht"))
    paragraph = odfdo.Paragraph(SENTENCE)
    paragraph.insert_note(after="2019", note_id="n1", citation="1", body=NOTE)
    document.body.append(paragraph)
    document.body.append(odfdo.Header(1, "Voorlichting"))
    document.body.append(odfdo.Paragraph(LONG))
    document.body.append(odfdo.List(["een website;"]))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def html_file() -> bytes:
    return f"""<!doctype html><html><head><title>x</title><script>var a = 1;</script></head><body>
    <h1>Toezicht</h1><p>Het meldpunt is in 2019<sup><a href="#n1" id="r1">1</a></sup> geopend
    en werkt goed.</p><h1>Voorlichting</h1><p>{LONG}</p><ul><li>een website;</li></ul>
    <ol><li id="n1">{NOTE} <a href="#r1">↩</a></li></ol></body></html>""".encode()


def pdf_file() -> bytes:
    return typst.compile(
        f"""
        #set page(paper: "a5", numbering: "1 / 1", header: [Ministerie van Werk])
        #set text(size: 10pt, lang: "nl", hyphenate: true)
        #set par(justify: true)
        Geachte voorzitter,

        = Toezicht
        Het meldpunt is in 2019#footnote[{NOTE}] geopend en werkt goed.

        = Voorlichting
        {LONG}

        - een website;

        {LONG}

        #pagebreak()
        {LONG} {SENTENCE}#footnote[{OTHER_NOTE}]
        """.encode()
    )


FILES = {"docx": word_file, "odt": odt_file, "html": html_file, "pdf": pdf_file}


@pytest.fixture(scope="module", params=FILES)
def letter(request: pytest.FixtureRequest) -> Letter:
    return repair(open_letter(FILES[request.param](), f"brief.{request.param}"))


def blocks(letter: Letter, kind: BlockKind) -> list[str]:
    return [letter.block_text(block) for block in letter.blocks if block.kind is kind]


def test_headings(letter: Letter) -> None:
    assert blocks(letter, BlockKind.HEADING) == ["Toezicht", "Voorlichting"]


def test_the_marker_behind_the_year(letter: Letter) -> None:
    assert SENTENCE in letter.text
    marker = letter.markers[0]
    assert (marker.number, letter.text[: marker.position][-4:]) == (1, "2019")


def test_the_note(letter: Letter) -> None:
    first = letter.footnote(1)
    assert first is not None
    assert letter.block_text(first) == NOTE


def test_paragraphs_and_items(letter: Letter) -> None:
    assert LONG in letter.text
    assert "een website;" in blocks(letter, BlockKind.LIST_ITEM)


def test_no_furniture_in_the_text(letter: Letter) -> None:
    assert "Ministerie van Werk" not in letter.text
    assert "Geachte" not in letter.text
    assert "1 / 2" not in letter.text


def test_quotes_are_verbatim(letter: Letter) -> None:
    whole = " ".join(letter.original.split())
    for block in letter.blocks:
        assert letter.quote(block.start, block.end) in whole


def test_signatures_with_a_forced_line_end() -> None:
    letter = repair(open_letter(word_file(), "brief.docx"))
    assert blocks(letter, BlockKind.SIGNATURE) == ["De Minister van Werk,", "A. de Jansen"]


def test_a_table_row_is_one_line() -> None:
    letter = repair(open_letter(word_file(), "brief.docx"))
    assert "Meldingen\t140" in letter.original.split("\n")


def test_raised_digits_of_a_web_page_without_links() -> None:
    page = f"<p>Een plan<sup>1</sup>.</p><p>Meer.</p><p>1. {NOTE}</p>".encode()
    letter = repair(open_letter(page, "brief.html"))
    assert [marker.number for marker in letter.markers] == [1]
    assert "Een plan." in letter.text
