"""What repair keeps to, whatever the text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.reading.formats import open_letter
from samen.core.reading.repair import repair
from samen.core.reading.sentences import sentences
from samen.core.reading.source import source_of_text
from samen.core.reading.text import BlockKind, Letter
from tests.core.reading import printed_letters as letters

LETTERS = [letters.MINISTRY, letters.NARROW, letters.END_NOTES, letters.PER_ANNEX]
PIECES = st.one_of(
    st.sampled_from(["de", "Kamer", "plan1", "2019", "201922", "nr.", "jl.", "[1]", "¹", "-", "–"]),
    st.sampled_from(["•", "\uf0b7", "onder-", "\u00ad", "\n", "\n\n", "\f", "1", "2", "3", "12\n"]),
    st.sampled_from(["Pagina 2", "Datum\n", "Bijlage 1:", "ﬁnancieel", "\u200b", "\u2011", "‘"]),
    st.sampled_from(["’.", ").", ",", ".", "?", ":", "\t", "De Minister van X,\n", "1 Zie\n"]),
    st.sampled_from(["A. Jansen\n", "x" * 70]),
)


def folded(text: str) -> str:
    return " ".join(text.split())


def check(letter: Letter) -> None:
    """Every law of a repaired letter."""
    whole = folded(letter.original)
    assert len(letter.text) == len(letter.origin)
    assert all(-1 <= place < len(letter.original) for place in letter.origin)
    for block in letter.blocks:
        assert 0 <= block.start < block.end <= len(letter.text)
        assert "\n" not in letter.block_text(block)
        assert letter.quote(block.start, block.end) in whole
    for above, below in zip(letter.blocks, letter.blocks[1:], strict=False):
        assert below.start - above.end == 2
        is_note = above.kind is BlockKind.FOOTNOTE
        assert not is_note or below.kind is BlockKind.FOOTNOTE
    for sentence in sentences(letter):
        assert letter.quote(sentence.start, sentence.end) in whole
        assert sentence.block.start <= sentence.start < sentence.end <= sentence.block.end
    assert all(0 <= marker.position <= len(letter.text) for marker in letter.markers)
    for stretch in letter.furniture:
        assert 0 <= stretch.start <= stretch.end <= len(letter.original)


@given(st.lists(PIECES, max_size=60).map(" ".join))
@settings(max_examples=150)
def test_any_text_of_letter_pieces_is_repaired(text: str) -> None:
    check(repair(source_of_text(text)))


@given(st.text(max_size=300))
def test_any_text_is_repaired(text: str) -> None:
    check(repair(source_of_text(text)))


@given(st.sampled_from(LETTERS), st.data())
def test_a_mutilated_letter_is_repaired(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.sampled_from(["drop", "double", "cut", "blank"]))
        line = lines[place]
        lines[place : place + 1] = {
            "drop": [],
            "double": [line, line],
            "cut": [line[: len(line) // 2], line[len(line) // 2 :]],
            "blank": [line, ""],
        }[what] or [""]
    check(repair(source_of_text("\n".join(lines))))


@given(st.sampled_from(LETTERS), st.integers(0, 3000))
def test_every_character_that_is_kept_comes_from_its_place(text: str, at: int) -> None:
    letter = repair(source_of_text(text))
    place = at % max(1, len(letter.text))
    origin = letter.origin[place]
    if origin >= 0 and letter.text[place] != " ":
        assert letter.original[origin] == letter.text[place]


def test_a_page_of_ten_thousand_references() -> None:
    text = "Zie " + ", ".join(f"Kamerstuk 11111-{n}" for n in range(10_000)) + "."
    check(repair(open_letter(text.encode(), "brief.txt")))


def test_the_real_letter(seed_letter_path: Path) -> None:
    """Facts of the real letter: 27 notes paired, 19 headings, every quote verbatim."""
    letter = repair(open_letter(seed_letter_path.read_bytes(), seed_letter_path.name))
    check(letter)
    assert [block.number for block in letter.footnotes()] == list(range(1, 28))
    assert [marker.number for marker in letter.markers] == list(range(1, 28))
    headings = [block for block in letter.blocks if block.kind is BlockKind.HEADING]
    assert len(headings) == 19
    assert [block.annex for block in headings if block.level == 1] == [1, 2]
    for paragraph in letter.blocks:
        if paragraph.kind is BlockKind.PARAGRAPH:
            assert letter.block_text(paragraph)[0].isupper()
            assert letter.block_text(paragraph)[-1] in ".:"
