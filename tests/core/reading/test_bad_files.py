"""Files that cannot be read: one clear refusal each, and nothing half-read."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput, TooBig, Unreadable
from samen.core.reading.formats import MOST_BYTES, open_letter
from samen.core.reading.repair import repair

TEXT = "Geachte voorzitter,\n\nHet café is geopend – voor iedereen.\n"


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(encryption: pikepdf.Encryption | None = None) -> bytes:
    stream = BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(stream, encryption=encryption or False)
    return stream.getvalue()


def pdf_that_says(content: bytes, about: dict[str, pikepdf.Object] | None = None) -> bytes:
    """A PDF of one page with this content, packed."""
    stream = BytesIO()
    document = pikepdf.new()
    page = document.add_blank_page()
    page.Contents = document.make_stream(content, about or {})
    document.save(stream, compress_streams=True)
    return stream.getvalue()


BOMB = zipped({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>Een &b; zin.</w:t></w:r></w:p></w:body></w:document>"
)
REFUSED = {
    "empty": (b"", "a.txt", "no text"),
    "white space": (b" \n\t\n", "a.txt", "no text"),
    "NULs only": (b"\x00" * 500, "a.txt", "no text"),
    "binary called text": (bytes(range(256)) * 50, "a.txt", "not text"),
    "picture called text": (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "a.txt", "not text"),
    "unknown ending": (b"a,b\n", "a.csv", "ending"),
    "rich text": (b"{\\rtf1 x}", "a.rtf", "Rich Text"),
    "old Word": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "a.doc", "old Office"),
    "text called Word": (b"gewone tekst", "a.docx", "something else"),
    "damaged archive": (b"PK\x03\x04" + b"\x07" * 300, "a.docx", "damaged"),
    "archive without a document": (zipped({"a.txt": b"x"}), "a.docx", "holds no document"),
    "document without a body": (zipped({"word/document.xml": b"<x/>"}), "a.docx", "damaged"),
    "document of broken XML": (zipped({"word/document.xml": b"<x"}), "a.docx", "damaged"),
    "spreadsheet": (zipped({"xl/workbook.xml": b"<x/>"}), "a.xlsx", "archive"),
    "macros": (
        zipped({"word/document.xml": b"<x/>", "word/vbaProject.bin": b"x"}),
        "a.docx",
        "macros",
    ),
    "macros by name": (zipped({"word/document.xml": b"<x/>"}), "a.docm", "macros"),
    "scan": (pdf(), "a.pdf", "scan"),
    "encrypted PDF": (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "a.pdf", "password"),
    "damaged PDF": (b"%PDF-1.7\nniets", "a.pdf", "damaged"),
    "empty page": (b"<html><body></body></html>", "a.html", "no text"),
    "encrypted OpenDocument": (
        zipped(
            {
                "content.xml": b"x",
                "META-INF/manifest.xml": b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:'
                b'xmlns:manifest:1.0"><m:encryption-data/></m:manifest>',
            }
        ),
        "a.odt",
        "password",
    ),
}


@pytest.mark.parametrize(("content", "name", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, name: str, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_letter(content, name)
    assert words in str(refusal.value)
    assert refusal.value.todo


def test_too_big() -> None:
    with pytest.raises(TooBig):
        open_letter(b"a" * (MOST_BYTES + 1), "a.txt")


def test_too_many_lines() -> None:
    with pytest.raises(TooBig):
        open_letter(b"a\n" * 250_000, "a.txt")


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(TooBig):
        open_letter(BOMB, "a.docx")


def test_entities_are_not_expanded() -> None:
    source = open_letter(zipped({"word/document.xml": ENTITIES}), "a.docx")
    assert "aaaa" not in source.text


def test_a_scan_names_text_recognition() -> None:
    with pytest.raises(Unreadable) as refusal:
        open_letter(pdf(), "a.pdf")
    assert "OCR" in refusal.value.todo


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"])
def test_character_sets(name: str) -> None:
    source = open_letter(TEXT.encode(name), "a.txt")
    assert "Het café is geopend – voor iedereen." in source.text


@pytest.mark.parametrize("shift", range(3))
def test_a_character_of_several_bytes_may_lie_anywhere(shift: int) -> None:
    text = "a" * shift + "‘Aap " * 2000
    assert open_letter(text.encode(), "brief.txt").text.startswith(text[:9000])


def test_latin_1() -> None:
    text = "Eén coördinator heeft de financiële situatie geëvalueerd."
    source = open_letter(text.encode("latin-1"), "a.txt")
    assert source.text == text
    assert source.notes


def test_stray_control_and_bidi_characters_go_with_a_note() -> None:
    source = open_letter(
        "Een \u202eze\x00er gewone\u2066 zin over het plan.\r\nTwee.".encode(), "a.txt"
    )
    assert source.text == "Een zeer gewone zin over het plan.\nTwee."
    assert len(source.notes) == 2


def test_a_word_file_called_text_is_read_and_that_is_said() -> None:
    content = zipped({"word/document.xml": ENTITIES.split(b"]>")[1].replace(b"&b;", b"")})
    source = open_letter(content, "a.txt")
    assert "zin." in source.text
    assert any("Word" in note for note in source.notes)


@given(
    st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a", "a.odt"])
)
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        source = open_letter(content, name)
    except BadInput:
        return
    repair(source)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"%PDF-1.4\n", b"\xff\xfe", b"\xd0\xcf\x11\xe0"]
)
def test_only_the_first_bytes_of_a_format(content: bytes) -> None:
    with pytest.raises(Unreadable):
        open_letter(content, "brief")


def test_a_page_that_is_too_deep_is_refused_and_never_read_in_part() -> None:
    """The parser drops what lies deeper than it goes, and goes on after it."""
    page = "<p>Er is 500 euro.</p>" + "<div>" * 300 + "700 euro" + "</div>" * 300
    with pytest.raises(TooBig):
        open_letter(page.encode(), "brief.html")


def test_a_pdf_of_few_bytes_that_draws_without_end_is_refused_before_it_is_opened() -> None:
    with pytest.raises(TooBig, match="unpacks to more than 3 MB"):
        open_letter(pdf_that_says(b"0 0 m 1 1 l S " * 300_000), "brief.pdf")


@pytest.mark.parametrize(
    "content",
    [
        pdf_that_says(b"0 0 m 1 1 l S " * 3_000),
        pdf_that_says(b"0" * 5_000_000, {"/Subtype": pikepdf.Name.Image}),
        pdf_that_says(b"q Q ") + b"stream\n" + b"no packed bytes",
    ],
    ids=["a drawing", "a picture", "a word that looks like it"],
)
def test_a_drawing_and_a_picture_are_no_reason_to_refuse_a_pdf(content: bytes) -> None:
    with pytest.raises(Unreadable, match="scan"):
        open_letter(content, "brief.pdf")
