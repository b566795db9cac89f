"""Publications: titles behind a word for a report, behind who published them, by their form."""

import pytest

from samen.core.reading.reader import read_letter
from samen.core.terms import CandidateKind

TEXTS = [
    ("Het WODC bracht het rapport ‘Uit het zicht’ uit.", ["Uit het zicht"]),
    ("Het proefschrift “Dwang en schuld” is verdedigd.", ["Dwang en schuld"]),
    ("Het rapport, getiteld Wie telt er mee, is verzonden.", ["Wie telt er mee"]),
    ("Het verscheen onder de titel Achter slot en grendel.", ["Achter slot en grendel"]),
    ("Zie het Jaarbeeld regionale aanpak 2024 van het CCV.", ["Jaarbeeld regionale aanpak 2024"]),
    ("Dit staat in het Jaarverslag 2011 van de politie.", ["Jaarverslag 2011"]),
    ("Ik reageer op het jaarverslag van het Schadefonds.", []),
    (
        "De Criminaliteitsbeeldanalyse Mensenhandel 2012 laat dit zien.",
        ["Criminaliteitsbeeldanalyse Mensenhandel 2012"],
    ),
    (
        "Volgens het Trafficking in Persons Report 2019 voldoet Nederland.",
        ["Trafficking in Persons Report 2019"],
    ),
    (
        "Het Global Report on Trafficking in Persons 2022 telt meer.",
        ["Global Report on Trafficking in Persons 2022"],
    ),
    ("Bron: Nederlandse Arbeidsinspectie, Jaarcijfers 2023.", ["Jaarcijfers 2023"]),
    ("Bron: enquête, CoMensha, Zien en weten, maart 2024.", ["Zien en weten"]),
    ("De politie, CoMensha, Europol en anderen doen mee.", []),
    (
        "De EU-strategie tegen mensenhandel 2018-2022 loopt af.",
        ["EU-strategie tegen mensenhandel 2018-2022"],
    ),
    (
        "De Slachtoffermonitor mensenhandel 2016-2020 is uit.",
        ["Slachtoffermonitor mensenhandel 2016-2020"],
    ),
]
NOTES = [
    ("Centraal Bureau voor de Statistiek, Telling 2024, Den Haag, mei 2024.", ["Telling 2024"]),
    ("CoMensha, Jaaroverzicht 2020. De aantallen wijken af.", ["Jaaroverzicht 2020"]),
    ("VNG, Op het oog.", ["Op het oog"]),
    (
        "Trimbos-instituut (2018; 2019). Wie helpt wie; Wie helpt wie, vervolg. Utrecht: Trimbos.",
        ["Wie helpt wie", "Wie helpt wie, vervolg"],
    ),
    ("Defence for Children, december 2019.", []),
    ("COM(2023) 424; Kamerstukken II 2023/24, 22 112, nr. 3762, van 22 mei.", []),
]


def titles(text: str) -> list[str]:
    found = read_letter(text.encode(), "brief.txt").candidates
    return [c.detail["name"] for c in found if c.kind is CandidateKind.PUBLICATION]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_sentence_gives_its_titles(text: str, expected: list[str]) -> None:
    assert titles(f"Geachte voorzitter,\n\n{text}\n") == expected


@pytest.mark.parametrize(("note", "expected"), NOTES)
def test_a_note_gives_its_titles(note: str, expected: list[str]) -> None:
    body = "Geachte voorzitter,\n\nEr wordt geteld.¹ Dat gaat zo door.\n"
    assert titles(f"{body}\n¹ {note}\n") == expected


def test_a_raw_address_in_a_note_is_no_publication() -> None:
    text = (
        "Geachte voorzitter,\n\nDe dienst heeft een nieuwe pagina1.\n\n"
        "1 https://www.example.org/over-ons/nieuws\n"
    )
    found = read_letter(text.encode(), "a.txt").candidates
    assert [each.quote for each in found if each.kind == "publication"] == []
