"""The reason of every candidate reads as a sentence, in Dutch and in English."""

from pathlib import Path

import pytest

from samen.core.reading import read_letter
from samen.letters.reasons import as_sentence, english
from tests.letters.incoming_letters import DEMO

LETTERS = [DEMO, *sorted((Path(__file__).parent / "truth/dev").glob("*.txt"))]


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_every_piece_of_a_reason_has_english_words(letter: Path) -> None:
    reading = read_letter(letter.read_bytes(), letter.name)
    pieces = {piece for each in reading.candidates for piece in each.reason.split("; ")}
    assert pieces
    assert [piece for piece in sorted(pieces) if english(piece) is None] == []


def test_words_that_few_letters_give_have_english_too() -> None:
    given = ("eigenaar uit het label erbij", "zegt dat een aangekondigd stuk later komt")
    assert [piece for piece in given if english(piece) is None] == []


def test_a_reason_is_a_sentence() -> None:
    reason = "werkwoord “leiden”; Inspectie SZW handelt; noemt een tijdstip"
    assert as_sentence(reason, "nl") == f"W{reason[1:]}."
    assert as_sentence(reason, "en") == "Verb “leiden”; Inspectie SZW acts; names a time."
    assert as_sentence("iets nieuws; bedrag", "en") == "Iets nieuws; an amount."
    assert as_sentence("", "nl") == "–"
