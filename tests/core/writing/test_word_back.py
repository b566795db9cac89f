"""What somebody changed in Word comes back as proposals."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import Unreadable
from samen.core.writing.draft import fields_in
from samen.core.writing.formats.word import to_word
from samen.core.writing.formats.word_back import ChangeKind, changes_in
from samen.core.writing.take_over import take_over
from tests.core.writing.samples import sample_facts, sample_letter


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
