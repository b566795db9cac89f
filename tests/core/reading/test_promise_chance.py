"""Promises that no turn of phrase tells are known by their words, and told as unsure."""

import pytest

from samen.core.reading import read_letter
from samen.core.reading.candidates import Candidate
from samen.core.reading.promise_judging import BY_WORDS

_FRAME = "Den Haag, 15 maart 2021\n\n{}\n\nDe Minister van Defensie,\n\n\nA.B. Kwartelstaart\n"


def promises(said: str) -> list[Candidate]:
    found = read_letter(_FRAME.format(said).encode(), "a.txt").candidates
    return [each for each in found if each.kind.value == "commitment"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Op die vraag van mevrouw Kok moet ik u het antwoord nog schuldig blijven.", "new"),
        ("Uiterlijk in mei hebt u de cijfers over de soep in huis.", "new"),
    ],
)
def test_words_of_promises_make_an_unsure_one(sentence: str, status: str) -> None:
    (found,) = promises(sentence)
    assert (found.quote, found.detail["status"]) == (sentence, status)
    assert found.confidence == BY_WORDS
    assert "woorden van toezeggingen" in found.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "De soep wordt in mei door de kok van de kazerne gekookt.",
        "Kunt u toezeggen dat de Kamer de cijfers voor de zomer ontvangt?",
        "Hierbij treft u de cijfers aan waar de Kamer om vroeg.",
    ],
)
def test_what_a_turn_of_phrase_refuses_is_none(sentence: str) -> None:
    assert promises(sentence) == []
