"""Which signs a letter takes: each of them can be printed, in every file."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.writing.draft import Section
from samen.core.writing.formats.pdf import to_pdf
from samen.core.writing.formats.table import to_ods, to_xlsx
from samen.core.writing.formats.word import to_word
from samen.core.writing.render import Renderer
from samen.core.writing.rendered import RenderedLetter
from samen.core.writing.signs import in_print, visible
from tests.core.writing.samples import sample_facts, sample_letter


def letter_saying(words: str) -> RenderedLetter:
    section = Renderer(sample_facts()).section(Section("deel-1", words, words))
    letter = sample_letter()
    return replace(letter, sections=(section,), heading=replace(letter.heading, subject=words))


@pytest.mark.parametrize("sign", ["😀", "Ａ", "日", "\ue000", "\uffff", "🇳🇱"])
def test_a_sign_that_the_typeface_lacks_is_refused_by_name(sign: str) -> None:
    with pytest.raises(BadInput, match=rf"U\+{ord(sign[0]):04X}"):
        in_print(f"Opvang {sign}")
    with pytest.raises(BadInput, match=rf"U\+{ord(sign[0]):04X}"):
        to_pdf(letter_saying(f"Opvang {sign}"))


def test_what_nobody_sees_goes_out_and_lines_stay_lines() -> None:
    pasted = "Een\x00 \x01twee\u202e drie\u200b.\r\nVier\x0bvijf\u2028zes\tzeven\ufeff, cafe\u0301"
    assert in_print(pasted) == "Een twee drie.\nVier\nvijf\nzes zeven, café"


def test_every_sign_that_is_taken_is_printed() -> None:
    taken = [chr(code) for code in range(0x20, 0x10000) if in_print_or_none(chr(code))]
    assert len(taken) > 2000
    assert to_pdf(letter_saying(" ".join(taken))).startswith(b"%PDF")


def in_print_or_none(sign: str) -> str | None:
    try:
        return in_print(sign)
    except BadInput:
        return None


@given(st.text(max_size=80))
def test_words_that_are_taken_are_taken_again_unchanged(words: str) -> None:
    kept = in_print_or_none(words)
    if kept is not None:
        assert in_print(kept) == kept
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f\u200b\u202e]", kept) is None


@given(st.text(max_size=60))
def test_visible_words_fit_in_every_file(words: str) -> None:
    letter = letter_saying(visible(words))
    rows = [replace(letter.rows[0], title=visible(words))]
    for content in (to_word(letter), to_xlsx(rows), to_ods(rows)):
        assert content
