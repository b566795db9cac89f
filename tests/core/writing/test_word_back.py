"""What somebody changed in Word comes back as proposals."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import SamenError, TooBig, Unreadable
from samen.core.writing.draft import fields_in
from samen.core.writing.formats.word import to_word
from samen.core.writing.formats.word_back import ChangeKind, changes_in
from samen.core.writing.take_over import take_over
from tests.core.writing.samples import sample_facts, sample_letter

SENT = to_word(sample_letter())


def edited(change: Callable[[Any], None]) -> bytes:
    document = Document(io.BytesIO(to_word(sample_letter())))
    change(document)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def test_an_untouched_file_brings_nothing() -> None:
    assert changes_in(to_word(sample_letter()), sample_letter()) == []


def test_a_changed_number_is_a_change_of_its_field() -> None:
    def change(document: Any) -> None:
        for tag in document.element.iter(qn("w:tag")):
            if tag.get(qn("w:val")) == "figure:2":
                next(tag.getparent().getparent().iter(qn("w:t"))).text = "971"

    (found,) = changes_in(edited(change), sample_letter())
    assert (found.kind, found.source) == (ChangeKind.FIELD, "figure:2")
    assert (found.before, found.after) == ("791", "971")


def test_changed_words_are_a_change_of_words() -> None:
    def change(document: Any) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace("Per thema staat", "Voor elk thema staat")

    (found,) = changes_in(edited(change), sample_letter())
    assert found.kind is ChangeKind.WORDS
    assert "Voor elk thema" in found.after


def test_an_added_paragraph_is_seen() -> None:
    def change(document: Any) -> None:
        last = next(p for p in document.paragraphs if p.text.startswith("Van geen onderdeel"))
        last.insert_paragraph_before("Een nieuwe alinea van een andere hand.")

    found = changes_in(edited(change), sample_letter())
    assert [(one.kind, one.section) for one in found] == [(ChangeKind.ADDED, "tenslotte")]


def in_part(name: str, old: str, new: str) -> bytes:
    """The sample's file with words replaced in one of its parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SENT)) as sent, zipfile.ZipFile(content, "w") as back:
        for part in sent.namelist():
            text = sent.read(part)
            if part == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            back.writestr(part, text)
    return content.getvalue()


def found_in(content: bytes) -> list[tuple[str, str, str, str]]:
    changes = changes_in(content, sample_letter())
    return [(one.kind.value, one.section, one.before, one.after) for one in changes]


def test_words_and_a_number_changed_in_one_paragraph_come_apart() -> None:
    def change(document: Any) -> None:
        for tag in document.element.iter(qn("w:tag")):
            if tag.get(qn("w:val")) == "figure:2":
                control = tag.getparent().getparent()
                next(control.iter(qn("w:t"))).text = "971"
                control.getparent().append(run_saying(" Dat is veel."))

    field, words = found_in(edited(change))
    assert field[2:] == ("791", "971")
    assert words[0] == "words"
    assert words[3].endswith(" Dat is veel.")
    assert "791" in words[3]
    assert "971" not in words[3]


def run_saying(words: str) -> Any:
    return parse_xml(f"<w:r {nsdecls('w')}><w:t xml:space='preserve'>{words}</w:t></w:r>")


def test_a_changed_cell_of_the_table_is_told() -> None:
    def change(document: Any) -> None:
        document.tables[0].rows[1].cells[5].paragraphs[0].runs[0].text = "Afgerond"

    ((kind, _section, before, after),) = found_in(edited(change))
    assert (kind, after) == ("table", "Afgerond")
    assert before.startswith("running")


def test_a_table_that_only_the_register_changed_is_no_change_of_who_had_the_file() -> None:
    rows = [replace(row, status="afgerond") for row in sample_letter().rows]
    moved_on = replace(sample_letter(), rows=tuple(rows))
    assert changes_in(SENT, moved_on) == []
    edited_too = in_part("word/document.xml", "eerste helft van 2023", "tweede helft van 2023")
    assert ChangeKind.TABLE in {one.kind for one in changes_in(edited_too, moved_on)}


def test_rows_that_came_and_went_are_told() -> None:
    def change(document: Any) -> None:
        table = document.tables[0]
        gone = table.rows[1]._tr
        gone.getparent().remove(gone)
        table.add_row().cells[3].text = "Een nieuwe rij"

    gone, come = found_in(edited(change))
    assert gone[0] == come[0] == "table"
    assert (gone[3], come[2]) == ("", "")
    assert "Een nieuwe rij" in come[3]


def test_a_changed_footnote_is_told() -> None:
    note = next(n.runs[0].text for n in sample_letter().notes if n.runs)
    assert found_in(in_part("word/footnotes.xml", note, "Iets anders")) == [
        ("note", "", note, "Iets anders")
    ]


def test_lines_above_and_below_the_sections_are_told() -> None:
    def change(document: Any) -> None:
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace("Geachte voorzitter", "Geachte leden")
                run.text = run.text.replace("T. Voorbeeld", "U. Voorbeeld")

    assert found_in(edited(change)) == [
        ("head", "", "Geachte voorzitter,", "Geachte leden,"),
        ("head", "", "T. Voorbeeld", "U. Voorbeeld"),
    ]


def test_a_remark_in_the_margin_is_told() -> None:
    def change(document: Any) -> None:
        paragraph = document.paragraphs[-1]
        document.add_comment(runs=paragraph.runs, text="Klopt dit wel?", author="V", initials="V")

    assert found_in(edited(change)) == [("remark", "", "", "Klopt dit wel?")]


def heading(document: Any, place: int) -> Any:
    return [p for p in document.paragraphs if p.style.name == "Heading 1"][place]


def without_marks(document: Any) -> None:
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(document.element.iter(qn(f"w:{name}"))):
            mark.getparent().remove(mark)


@pytest.mark.parametrize("keeps_marks", [True, False])
def test_a_renamed_heading_is_the_same_section(keeps_marks: bool) -> None:
    first, second, *_rest = sample_letter().sections

    def change(document: Any) -> None:
        if not keeps_marks:
            without_marks(document)
        heading(document, 1).runs[0].text = "Een andere kop"

    assert found_in(edited(change)) == [("title", second.key, second.title, "Een andere kop")]
    assert first.key != second.key


def test_a_file_without_marks_and_with_dutch_styles_brings_nothing() -> None:
    assert found_in(edited(without_marks)) == []
    content = in_part("word/styles.xml", '"Heading1"', '"Kop1"')
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert 'w:pStyle w:val="Heading1"' in text
    assert found_in(with_document(content, text.replace('"Heading1"', '"Kop1"'))) == []


def with_document(content: bytes, text: str | bytes) -> bytes:
    back = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(back, "w") as new:
        for part in old.namelist():
            new.writestr(part, text if part == "word/document.xml" else old.read(part))
    return back.getvalue()


def test_a_heading_taken_out_is_told_and_its_words_are_not_lost() -> None:
    second = sample_letter().sections[1]

    def change(document: Any) -> None:
        gone = heading(document, 1)._p
        gone.getparent().remove(gone)

    changes = found_in(edited(change))
    assert ("place", second.key, second.title, "") in changes
    assert {one[0] for one in changes} == {"place", "removed", "added"}
    texts = sorted(one[2] for one in changes if one[0] == "removed")
    assert texts == sorted(one[3] for one in changes if one[0] == "added")


def test_a_new_heading_with_its_words_is_added_to_the_section_above() -> None:
    first = sample_letter().sections[0]

    def change(document: Any) -> None:
        below = heading(document, 1)
        below.insert_paragraph_before("Nieuw onderwerp", style="Heading 1")
        below.insert_paragraph_before("Met een zin.")

    assert found_in(edited(change)) == [
        ("added", first.key, "", "Nieuw onderwerp"),
        ("added", first.key, "", "Met een zin."),
    ]


def test_another_order_of_the_sections_is_told() -> None:
    def change(document: Any) -> None:
        first, second = heading(document, 0)._p, heading(document, 1)._p
        moved = [first]
        while (following := moved[-1].getnext()) is not second:
            moved.append(following)
        third = heading(document, 2)._p
        for each in moved:
            third.addprevious(each)

    ((kind, section, before, after),) = found_in(edited(change))
    assert (kind, section) == ("place", "")
    titles = [section.title for section in sample_letter().sections]
    assert before.split(" · ") == titles
    assert after.split(" · ") == [titles[1], titles[0], *titles[2:]]


def test_tracked_changes_count_as_they_end() -> None:
    old, new = "Per thema staat", "Voor elk thema staat"
    words = next(p.text for s in sample_letter().sections for p in s.paragraphs if old in p.text)
    tracked = (
        f"</w:t></w:r><w:del w:id='901'><w:r><w:delText>{old}</w:delText></w:r></w:del>"
        f"<w:ins w:id='902'><w:r><w:t>{new}</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'>"
    )
    ((kind, _section, before, after),) = found_in(in_part("word/document.xml", old, tracked))
    assert (kind, before, after) == ("words", words, words.replace(old, new))


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        in_part("word/document.xml", "</w:body>", ""),
        in_part("word/document.xml", "w:body", "w:bod"),
        SENT[: len(SENT) // 2],
    ],
)
def test_a_protected_or_broken_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Unreadable):
        changes_in(content, sample_letter())


def test_a_file_far_beyond_a_letter_is_refused() -> None:
    many = "<w:p><w:r><w:t>Nog een.</w:t></w:r></w:p>" * 25_000
    with pytest.raises(TooBig):
        changes_in(in_part("word/document.xml", "<w:body>", f"<w:body>{many}"), sample_letter())
    bomb = "<w:p/>" * 8_000_000
    with pytest.raises(TooBig):
        changes_in(deflated("word/document.xml", bomb), sample_letter())


def deflated(name: str, text: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return content.getvalue()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(SENT) - 1), st.integers(0, 255)), max_size=12))
def test_a_file_with_damaged_bytes_is_compared_or_refused(damage: list[tuple[int, int]]) -> None:
    content = bytearray(SENT)
    for place, byte in damage:
        content[place] = byte
    with suppress(SamenError):
        changes = changes_in(bytes(content), sample_letter())
        assert all(one.before != one.after for one in changes)


@settings(max_examples=100)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=8))
def test_a_part_with_damaged_words_is_compared_or_refused(place: int, damage: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(SENT)) as archive:
        text = archive.read("word/document.xml")
    at = place % len(text)
    damaged = text[:at] + damage + text[at + len(damage) :]
    with suppress(SamenError):
        changes = changes_in(with_document(SENT, damaged), sample_letter())
        assert all(one.before != one.after for one in changes)


@given(st.binary(max_size=200))
def test_what_is_no_word_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Unreadable):
        changes_in(content, sample_letter())


def test_words_taken_over_keep_their_fields() -> None:
    body = "Het zijn er [[figure:2]] in [[date:2021]].[[entry:1]]\n\nEen tweede alinea."
    taken = take_over(body, "Het zijn er 791 in 2021.", "In 2021 waren het er 791.", sample_facts())
    assert taken is not None
    assert taken.endswith("Een tweede alinea.")
    assert "[[entry:1]]" in taken


def test_a_paragraph_that_is_gone_is_not_guessed() -> None:
    assert take_over("Iets anders.", "Dit stond er.", "Dit staat er.", sample_facts()) is None


@given(st.text(alphabet="[]name: 7", max_size=20))
def test_markup_typed_in_word_never_becomes_a_field(typed: str) -> None:
    taken = take_over("Een alinea.", "", f"Er is [[name:77]] en {typed}", sample_facts())
    assert taken is not None
    assert fields_in(taken) == []
