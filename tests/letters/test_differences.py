"""What changed in Word is told by the word, and no word is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from samen.letters.differences import Piece, differences

TEXTS = st.lists(st.sampled_from(["de", "opvang", " ", "loopt.", "\n", "twee"]), max_size=20).map(
    "".join
)


def test_an_added_sentence_leaves_the_rest_as_it_was() -> None:
    before = "De opvang loopt. De KMar doet mee."
    after = "De opvang loopt. Er kwam een locatie bij. De KMar doet mee."
    pieces = differences(before, after)
    assert [piece.text.strip() for piece in pieces if piece.change == "ins"] == [
        "Er kwam een locatie bij."
    ]
    assert not [piece for piece in pieces if piece.change == "del"]


def test_a_paragraph_that_is_new_or_gone_is_one_piece() -> None:
    assert differences("", "Nieuw hier.") == [Piece("ins", "Nieuw hier.")]
    assert differences("Weg hier.", "") == [Piece("del", "Weg hier.")]


@settings(max_examples=60, deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.change != "ins") == before
    assert "".join(piece.text for piece in pieces if piece.change != "del") == after
