"""Programmes and plans: their names, and what is none."""

import pytest

from samen.core.reading.reader import read_letter
from samen.core.terms import CandidateKind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is de derde brief over het programma Niet te missen.", ["Niet te missen"]),
        ("Het actieprogramma Niemand vergeten is gestart.", ["Niemand vergeten"]),
        ("Het Nationaal actieplan mensenhandel telt acht punten.",
         ["Nationaal actieplan mensenhandel"]),
        ("Het programma Samen tegen mensenhandel loopt.", ["Samen tegen mensenhandel"]),
        ("Het project Veilige Haven loopt.", ["Veilige Haven"]),
        ("Bel Meld Misdaad Anoniem.", []),
        ("In EMPACT werken landen samen.", []),
        ("Kijk op workinnl.nl voor uitleg.", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_programmes(text: str, expected: list[str]) -> None:
    found = read_letter(f"Geachte voorzitter,\n\n{text}\n".encode(), "brief.txt").candidates
    assert [c.detail["name"] for c in found if c.kind is CandidateKind.PROGRAMME] == expected
