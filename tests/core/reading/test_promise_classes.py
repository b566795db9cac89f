"""Classes of sentences that promise something, found on passages of a stranger."""

import pytest

from samen.core.reading import read_letter
from samen.core.reading.candidates import Candidate

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_END = "\n\nDe Minister van Sociale Zaken en Werkgelegenheid,\n\n\nA.B. Kwartelstaart\n"


def promises(text: str, end: str = _END) -> list[Candidate]:
    found = read_letter(f"{_TOP}{text}{end}".encode(), "a.txt").candidates
    return [each for each in found if each.kind.value == "commitment"]


@pytest.mark.parametrize(
    ("text", "status", "due"),
    [
        (
            "Vorig jaar heb ik toegezegd de kwaliteit van het brood te laten onderzoeken. Het "
            "onderzoek loopt uit en zal pas in het voorjaar van 2024 aan uw Kamer worden gezonden.",
            "repeated",
            "2024-06-20",
        ),
        (
            "In het debat is toegezegd te bezien of de ovens later open kunnen. Zodra daarover "
            "meer bekend is, kom ik daarop terug.",
            "open",
            None,
        ),
        (
            "Ik heb het lid Pauw toegezegd met de bakkers te overleggen. Dat overleg heeft op "
            "3 mei 2023 plaatsgevonden.",
            "kept",
            None,
        ),
        (
            "Wij hebben u in mei beloofd het bakprotocol toe te sturen. Het protocol is als "
            "bijlage bij deze brief gevoegd.",
            "kept",
            None,
        ),
        (
            "Aan het lid Pauw is toegezegd de prijzen te vergelijken. Met het bijgevoegde "
            "overzicht is deze toezegging nagekomen.",
            "kept",
            None,
        ),
        (
            "In vervolg op de toezegging aan het lid Pauw meld ik dat er nog geen duidelijkheid "
            "is over de ovens.",
            "open",
            None,
        ),
        (
            "Ook de toezegging over de broodprijs wordt gestand gedaan; een voorstel volgt na "
            "het zomerreces.",
            "repeated",
            None,
        ),
        (
            "In mei vroeg uw Kamer om een overzicht. Ik zal aan dit verzoek voldoen en deze "
            "brief uiterlijk 15 december 2023 versturen.",
            "new",
            "2023-12-15",
        ),
        ("Ik zal het lid Pauw de gevraagde prijzen schriftelijk doen toekomen.", "new", None),
        ("De toezegging om met de bakkers te praten is uitgevoerd.", "kept", None),
        ("Uw Kamer heeft nog een reactie van mij tegoed op het rapport.", "open", None),
        (
            "Aan de heer Pauw heb ik toegezegd te kijken naar het meel. Ik heb dat gedaan: het "
            "meel blijft.",
            "kept",
            None,
        ),
        (
            "De toezegging staat nog open; ik verwacht haar in december gestand te doen.",
            "repeated",
            "2023-12-31",
        ),
        ("Ik doe uw Kamer de toezegging dat ik de prijzen voortaan uitsplits.", "new", None),
        ("Mevrouw Pauw vroeg of zij de prijzen krijgt. Dat zeg ik haar toe.", "new", None),
    ],
)
def test_a_promise_is_one_with_the_sentence_that_tells_how_it_stands(
    text: str, status: str, due: str | None
) -> None:
    told = [(each.detail["status"], each.detail["due"]) for each in promises(text)]
    assert told == [(status, due)]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("De Inspectie heeft toegezegd de uitkomsten met de bakkers te delen.", "Inspectie"),
        ("De hoofdbakker heeft de raad toegezegd in mei met een plan te komen.", "hoofdbakker"),
        ("De gemeente Ede zegde in het overleg toe in 2024 een oven te plaatsen.", "gemeente Ede"),
        ("De VNG heeft mij beloofd de lijst te sturen.", "Vereniging van Nederlandse Gemeenten"),
    ],
)
def test_who_gave_their_word_is_who_promised(text: str, by: str) -> None:
    assert [each.detail["by"] for each in promises(text)] == [by]


@pytest.mark.parametrize(
    ("end", "by"),
    [
        ("\n\nBurgemeester van Ede,\n\nA.B. Kwartelstaart\n", "burgemeester van Ede"),
        (
            "\n\nDe hoofdofficier van justitie,\n\nA.B. Kwartelstaart\n",
            "hoofdofficier van justitie",
        ),
    ],
)
def test_i_am_who_signs_also_where_that_is_no_minister(end: str, by: str) -> None:
    told = promises("Ik ben voornemens u eind maart 2024 over de ovens te berichten.", end)
    assert [each.detail["by"] for each in told] == [by]


def test_a_list_led_in_by_promises_holds_one_in_each_item() -> None:
    told = promises(
        "Stand van zaken van de toezeggingen uit het debat:\n"
        "- overzicht van de prijzen: gereed, zie bijlage 1;\n"
        "- gesprek met de molenaars: loopt;\n"
        "- brief over meel: volgt in het eerste kwartaal van 2024."
    )
    assert [each.detail["status"] for each in told] == ["kept", "open", "repeated"]


def test_a_column_says_who_promised() -> None:
    told = promises(
        "Toezegging                         Door           Termijn\n"
        "Toesturen prijzen 2022             OM             november 2023\n"
        "Bijwerken website                  CoMensha       gereed"
    )
    assert [(each.detail["by"], each.detail["status"]) for each in told] == [
        ("OM", "repeated"),
        ("CoMensha", "kept"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ik kan op dit moment niet toezeggen dat er meer ovens komen.",
        "De bakkers hebben nog geen toezegging gedaan.",
    ],
)
def test_what_is_not_promised_is_no_promise(text: str) -> None:
    assert promises(text) == []
