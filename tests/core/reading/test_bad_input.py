"""Letters that are out of the ordinary: each is read well, or refused in words, in seconds."""

import contextlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import SamenError, TooBig
from samen.core.reading import Reading, read_letter
from samen.core.reading.formats import open_letter
from samen.core.terms import CandidateKind

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)
ODT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<o:body><o:text>{}</o:text></o:body></o:document-content>"
)
PARAGRAPH = "<w:p>{}<w:r><w:t>De gemeente opent in 2021 een loket.</w:t></w:r></w:p>"
SENTENCE = "De gemeente opent in 2021 een loket."


def zipped(parts: dict[str, str], how: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def quickly(text: str | bytes, name: str = "a.txt") -> Reading:
    """The reading; a quadratic reader does not come to its end here."""
    return read_letter(text.encode() if isinstance(text, str) else text, name)


def count(reading: Reading, kind: CandidateKind) -> int:
    return sum(each.kind is kind for each in reading.candidates)


def test_a_page_with_ten_thousand_references() -> None:
    text = "\n".join(f"Zie Kamerstuk {28000 + i % 9}, nr. {1 + i % 9000}." for i in range(10_000))
    assert count(quickly(text), CandidateKind.PARLIAMENTARY_REF) == 10_000


def test_references_in_one_sentence_without_end() -> None:
    text = "Zie " + "; ".join(f"Kamerstuk 28638, nr. {i}" for i in range(1, 2_001))
    assert count(quickly(text), CandidateKind.PARLIAMENTARY_REF) == 2_000


@pytest.mark.parametrize(
    "words",
    [
        "De minister doet in 2021 het plan met de politie ",
        "de motie van het lid Jansen c.s. (Kamerstuk 28638, nr. 12) over het plan ",
        "Minister Van der Berg-De Boer, ",
        "in 2021, 2022 en 2023, van 1 januari 2021 tot 3 maart 2022, ",
        "en, ",
        "a",
        "1",
        "1.000",
    ],
)
def test_a_long_line_without_a_stop(words: str) -> None:
    reading = quickly(words * (60_000 // len(words)))
    assert all(each.quote for each in reading.candidates)


def test_a_thousand_footnotes() -> None:
    body = "".join(f"De gemeente heeft een plan.{i}\n" for i in range(1, 1_001))
    notes = "".join(f"{i} Kamerstuk 28638, nr. {i}.\n" for i in range(1, 1_001))
    quickly(f"Datum 2 juni 2021\n\n{body}\n{notes}")


def test_numbers_that_no_computer_word_holds() -> None:
    nines = "9" * 5_000
    reading = quickly(f"In 2021 waren er {nines} zaken en was er € {nines} miljoen, op 45 mei.")
    assert all(len(str(each.detail.get("value", ""))) < 400 for each in reading.candidates)


def test_a_letter_in_english_gives_no_promises() -> None:
    reading = quickly("Dear Speaker,\n\nThe Minister will report on the plan to the House.\n")
    assert count(reading, CandidateKind.COMMITMENT) == 0


def test_a_page_nested_deeply() -> None:
    depth = 240
    page = f"<html><body>{'<div>' * depth}{SENTENCE}{'</div>' * depth}</body></html>"
    assert SENTENCE in open_letter(page.encode(), "a.html").text


def test_a_page_nested_beyond_reason() -> None:
    page = f"<html><body>{'<div>' * 50_000}{SENTENCE}{'</div>' * 50_000}</body></html>"
    with pytest.raises(TooBig, match="250 deep"):
        open_letter(page.encode(), "a.html")


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "utf-7", "hex", "x"])
def test_a_page_that_names_a_strange_character_set(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>{SENTENCE} é</p></body></html>'
    source = open_letter(page.encode(), "a.html")
    assert SENTENCE in source.text
    source.text.encode("utf-8")


@pytest.mark.parametrize("level", ["", "-", "x", "12", "²", "0"])
def test_a_word_file_with_a_strange_outline_level(level: str) -> None:
    outline = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    content = zipped({"word/document.xml": WORD.format(PARAGRAPH.format(outline))})
    line = open_letter(content, "a.docx").lines[0]
    assert (line.text, line.heading) == (SENTENCE, 1 if level == "0" else 0)


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 5_000])
def test_an_opendocument_text_with_a_strange_number(number: str) -> None:
    body = f'<t:h t:outline-level="{number}">Plan</t:h><t:p>Een<t:s t:c="{number}"/>zin.</t:p>'
    assert open_letter(zipped({"content.xml": ODT.format(body)}), "a.odt").text == "Plan\nEen zin."


def test_a_tree_too_large_for_memory() -> None:
    part = WORD.format("<!--" + "x" * 31 * 1024 * 1024 + "-->")
    content = zipped({"word/document.xml": part}, ZIP_STORED)
    with pytest.raises(TooBig):
        open_letter(content, "a.docx")


def test_more_text_than_a_letter_holds() -> None:
    with pytest.raises(TooBig):
        open_letter((SENTENCE * 60_000).encode(), "a.txt")


def test_a_pdf_page_that_unpacks_to_very_much_text() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    page = document.pages[0]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1)
    font.BaseFont = pikepdf.Name.Helvetica
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    shown = b"BT /F1 9 Tf 9 TL 20 780 Td " + b"(woord woord woord woord) ' " * 6_000 + b"ET"
    page.Contents = document.make_stream(shown)
    stream = BytesIO()
    document.save(stream)
    with pytest.raises(TooBig):
        open_letter(stream.getvalue(), "a.pdf")


PIECES = (
    "Geachte voorzitter,", "Geachte heer, brief van 2021", "\n", "\n\n", " ", "Datum 1 mei 2021",
    "De minister van Justitie en Veiligheid,", "A. Voorbeeld", "1", "2021", "•", "|", "Doel 2024",
    "2018   2019   2020", "12%   n.b.   14", "motie van het lid", "Kamerstuk 28 638, nr.", "€ 2",
    "miljoen", "Bijlage 1", "1. ", "a. ", "[1]", "¹", "toegezegd", "uw Kamer", "in het voorjaar",
    "Hiermee is de motie afgedaan.", "artikel 273f", "…", "(", ")", "–", ";", ":",
    "KOP IN HOOFDLETTERS",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join))
def test_any_heap_of_letter_pieces_is_read_or_refused_in_words(text: str) -> None:
    candidates = []
    with contextlib.suppress(SamenError):
        candidates = [*read_letter(text.encode(), "a.txt").candidates]
    folded = " ".join(text.split())
    assert all(each.quote.split()[0] in folded for each in candidates)


def test_a_letter_without_a_running_sentence_gives_nothing_and_does_not_fall() -> None:
    assert count(read_letter(b"Geachte heer, brief van 2021", "a.txt"), CandidateKind.ACTION) == 0
