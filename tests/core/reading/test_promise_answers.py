"""Promises to answer, to tell again or in a later paper, and what the next sentence says."""

import pytest

from tests.core.reading.letters_read import fields_of

_HEAD = (
    "Ministerie van Justitie en Veiligheid\n\nDatum 14 maart 2024\nBetreft Voortgang\n\n"
    "Geachte voorzitter,\n\n"
)
_FRONT = "De aanpak vraagt een lange adem.\n\nDat vergt samenwerking.\n\n"
_TAIL = "\n\nDe Minister van Justitie en Veiligheid,\n\n\nA. Zomerdijk-Vaart\n"


def _read(text: str, front: str = _FRONT) -> list[tuple[object, ...]]:
    return fields_of(f"{_HEAD}{front}{text}{_TAIL}", "commitment", "status", "due")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik streef ernaar de vragen uiterlijk 15 april te beantwoorden.", ("open", "2024-04-15")),
        ("Wij hopen de antwoorden op 3 mei a.s. te verzenden.", ("open", "2024-05-03")),
        ("De beantwoording van de vragen van het lid Hop laat op zich wachten.", ("open", None)),
        ("Ik neem deze gegevens voortaan op in het jaarverslag.", ("new", None)),
        ("De kosten betrek ik bij mijn volgende brief.", ("new", None)),
        ("Tijdens het volgende debat zal ik hierop nader ingaan.", ("new", None)),
        ("In juni volgt een tussenstand.", ("new", "2024-06-30")),
        ("Mijn toezegging om te rapporteren kom ik in mei na.", ("repeated", "2024-05-31")),
        ("De toegezegde brief over tolken vergt meer tijd.", ("open", None)),
        ("De door het lid Hop gevraagde cijfers zijn u inmiddels verstrekt.", ("kept", None)),
        ("Aan dat verzoek voldoe ik met deze brief.", ("kept", None)),
        (
            "De evaluatie, die ik voor de winter had aangekondigd, ontvangt u in mei.",
            ("repeated", "2024-05-31"),
        ),
        (
            "Ik heb de Kamer een plan beloofd. Daar is nog geen begin mee gemaakt.",
            ("open", None),
        ),
        ("Voor de winter zou u het plan ontvangen. Dat is niet gelukt.", ("open", None)),
    ],
)
def test_a_promise_and_how_it_stands(text: str, expected: tuple[object, object]) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Op verzoek van de vaste commissie van 6 februari jl. stuur ik u mijn reactie.",
        "Ter voorbereiding op het overleg van 16 mei a.s. zend ik u een overzicht.",
        "Mede namens de Minister van SZW bied ik u de beleidsreactie aan.",
    ],
)
def test_how_a_letter_opens_is_no_promise(text: str) -> None:
    assert _read(text, "") == []
