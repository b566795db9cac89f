"""The markup of a draft."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samen.core.writing.draft import (
    FieldKind,
    Section,
    broken_markup,
    fields_in,
    sentences_of,
    without_fields,
)


def test_fields_are_read_in_order_with_their_places() -> None:
    body = "In [[date:2020]] waren het er [[figure:1]]."
    found = fields_in(body)
    assert [(f.kind, f.key) for f in found] == [(FieldKind.DATE, "2020"), (FieldKind.FIGURE, "1")]
    assert all(body[f.start : f.end] == f.markup for f in found)


def test_a_note_may_hold_other_fields() -> None:
    body = "Dit staat vast.[[note:Zie [[paper:kst-28638-200]] voor meer.]]"
    (note,) = fields_in(body)
    assert note.kind is FieldKind.NOTE
    assert [f.key for f in fields_in(note.key)] == ["kst-28638-200"]


def test_a_half_field_is_seen_as_broken() -> None:
    assert broken_markup("Het zijn er [[figure:1] geworden.") == [12]
    assert broken_markup("Het zijn er [[figure:1]] geworden.") == []


def test_sentences_end_at_full_stops_but_not_after_abbreviations() -> None:
    section = Section("a", "A", "De motie (nr. Twee) is bekend. Er volgt meer.\n- een\n- twee")
    texts = [sentence.text for sentence in sentences_of(section)]
    assert texts == ["De motie (nr. Twee) is bekend.", "Er volgt meer.", "- een", "- twee"]


def test_a_tie_after_the_full_stop_belongs_to_the_sentence_before_it() -> None:
    section = Section("a", "A", "Dit loopt.[[entry:3]] Dat niet.")
    assert [s.keys(FieldKind.ENTRY) for s in sentences_of(section)] == [["3"], []]


@given(st.text(alphabet="ab 1.[]:figuredate\n-", max_size=120))
def test_sentences_cut_a_body_into_stretches_that_follow_each_other(body: str) -> None:
    stretches = [(s.start, s.end) for s in sentences_of(Section("a", "A", body))]
    assert all(one[1] <= other[0] for one, other in pairwise(stretches))
    assert len(without_fields(body)) == len(body)
