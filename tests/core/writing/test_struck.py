"""A figure that is another than its reader knows: old value struck through, new beside it."""

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import page
import pypdfium2
import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from docx.oxml.ns import qn

from samen.core.writing.draft import Section
from samen.core.writing.facts import Facts
from samen.core.writing.formats.pdf import to_pdf
from samen.core.writing.formats.web import to_html
from samen.core.writing.formats.word import to_word
from samen.core.writing.formats.word_back import ChangeKind, changes_in
from samen.core.writing.render import Renderer
from samen.core.writing.rendered import RenderedLetter
from samen.core.writing.take_over import take_over
from tests.core.writing.samples import sample_facts, sample_letter

BODY = "Er werden [[figure:9]] slachtoffers geteld in [[date:2021]]."


@pytest.fixture
def facts() -> Facts:
    """The figure that a field printed is replaced: it was 1,013 and is 791."""
    known = sample_facts()
    now = replace(known.figures["2"], id="9", was=Decimal(1013))
    return replace(known, replaced={"9": now})


@pytest.fixture
def letter(facts: Facts) -> RenderedLetter:
    section = Renderer(facts).section(Section("deel", "Deel", BODY))
    return replace(sample_letter(), sections=(section,), notes=())


def test_the_page_strikes_the_old_value_and_keeps_the_field(letter: RenderedLetter) -> None:
    told = to_html(letter).decode()
    assert 'Er werden <del>1.013</del> <data class="field-ref" value="figure:9"' in told
    assert ">791</data> slachtoffers" in told


def test_word_strikes_it_and_reads_it_back_as_it_was(letter: RenderedLetter) -> None:
    document: Any = Document(io.BytesIO(to_word(letter)))
    (struck,) = document.element.iter(qn("w:strike"))
    assert struck.getparent().getparent().find(qn("w:t")).text == "1.013"
    control = next(struck.iterancestors(qn("w:sdt")))
    assert control.find(f".//{qn('w:text')}") is None, "else it is shown without its looks"
    assert changes_in(to_word(letter), letter) == []


def test_words_around_it_are_taken_over_and_it_stays_a_field(
    letter: RenderedLetter, facts: Facts
) -> None:
    document: Any = Document(io.BytesIO(to_word(letter)))
    line = next(each for each in document.paragraphs if "slachtoffers geteld" in each.text)
    line.runs[-1].text = line.runs[-1].text.replace(".", ", zo blijkt.")
    content = io.BytesIO()
    document.save(content)
    (found,) = changes_in(content.getvalue(), letter)
    assert found.kind is ChangeKind.WORDS
    assert take_over(BODY, found.before, found.after, facts) == BODY.replace(
        "]].", "]], zo blijkt."
    )


def test_the_pdf_shows_both_and_keeps_its_standards(letter: RenderedLetter) -> None:
    content = to_pdf(letter)
    pdf: Any = pypdfium2
    text = pdf.PdfDocument(content)[0].get_textpage().get_text_range()
    assert "Er werden 1.013 791 slachtoffers" in " ".join(text.split())
    assert page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def test_in_a_footnote_it_is_struck_too(facts: Facts) -> None:
    renderer = Renderer(facts)
    body = "Er waren meer slachtoffers.[[note:Namelijk [[figure:9]], zegt het register.]]"
    section = renderer.section(Section("deel", "Deel", body))
    letter = replace(sample_letter(), sections=(section,), notes=tuple(renderer.notes))
    assert "Namelijk <del>1.013</del> <data" in to_html(letter).decode()
    document: Any = Document(io.BytesIO(to_word(letter)))
    (notes,) = [each.target_part.blob for each in document.part.rels.values()
                if each.reltype.endswith("/footnotes")]  # fmt: skip
    struck = fromstring(notes).find(f".//{qn('w:strike')}/../../{qn('w:t')}")
    assert struck is not None
    assert struck.text == "1.013"
    assert changes_in(to_word(letter), letter) == []
    pdf: Any = pypdfium2
    text = pdf.PdfDocument(to_pdf(letter))[0].get_textpage().get_text_range()
    assert "Namelijk 1.013 791, zegt het register." in " ".join(text.split())


def test_what_the_letter_before_said_is_struck_too() -> None:
    known = sample_facts()
    known.figures["2"] = replace(known.figures["2"], told_last=Decimal(800))
    (run,) = Renderer(known).runs("[[figure:2]]")
    assert (run.was, run.text) == ("800", "791")
    known.figures["2"] = replace(known.figures["2"], told_last=Decimal(791))
    (run,) = Renderer(known).runs("[[figure:2]]")
    assert run.was == ""
