"""Ways of telling that three hands showed: who acts, what is left open, what was promised."""

import pytest

from samen.core.reading import read_letter
from tests.core.reading.letters_read import fields_of
from tests.core.reading.test_owners import owners

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_SIGNED = "\n\nDe Minister van Justitie en Veiligheid,\n\nA. Bakker\n"
_BAKING = "minister van Justitie en Veiligheid"


def told(text: str, kind: str, *names: str, end: str = _SIGNED) -> list[tuple[object, ...]]:
    return fields_of(f"{_TOP}{text}{end}", kind, *names)


def acting(text: str) -> list[tuple[object, ...]]:
    return told(text, "action", "owners")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Met de Franse en de Belgische politie opent de Koninklijke Marechaussee een oven.",
            ["Koninklijke Marechaussee", "Franse politie", "Belgische politie"],
        ),
        ("Het Belgische voorzitterschap opent een loket.", ["Belgische voorzitterschap"]),
        (
            "De politie-eenheid Den Haag opent een loket.",
            ["politie-eenheid Den Haag"],
        ),
        ("De ambassade in New York opent een loket.", ["ambassade in New York"]),
        (
            "De gemeenten Alphen aan den Rijn, Gouda en Waddinxveen openen een loket.",
            ["gemeente Alphen aan den Rijn", "gemeente Gouda", "gemeente Waddinxveen"],
        ),
        ("ROC Broodmeer en Welstad hebben een les ontwikkeld.", ["ROC Broodmeer", "Welstad"]),
        ("Het MVO-steunpunt bij de RVO breidt het team uit.", ["MVO-steunpunt"]),
        (
            "Wij merken op dat de gemeente Gouda een bakhuis opent.",
            ["gemeente Gouda"],
        ),
        (
            "Verder kan ik u melden dat CoMensha een bakhuis opent.",
            ["CoMensha"],
        ),
        ("Er zijn dit jaar 40 inspecties voorzien.", []),
        ("De inspecties openen een loket.", ["inspecties"]),
    ],
)  # fmt: skip
def test_who_acts_is_named_in_full(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


def test_a_later_clause_that_points_back_has_the_owner_of_the_first() -> None:
    text = "Ook het CBS telt mee. De oven is in handen van Nidos; zij openen hem in mei 2024."
    assert acting(text)[-1] == (["Nidos"],)
    text = "De politie opent een loket; er is een nieuwe les ontwikkeld."
    assert acting(text)[-1] == ([_BAKING],)


def test_the_last_named_and_the_second_who_signs_act_by_their_names() -> None:
    text = "CoMensha werkt met Nidos samen. Laatstgenoemde opent in mei een loket."
    assert acting(text)[-1] == (["Nidos"],)
    two = f"{_SIGNED}\nDe Minister van Financiën,\n\nB. Molenaar\n"
    text = "De tweede ondertekenaar opent in mei een loket."
    assert told(text, "action", "owners", end=two) == [(["minister van Financiën"],)]


def test_items_of_a_list_that_go_on_from_a_name_are_its_work() -> None:
    text = (
        "1. Wat gedaan is\n\n"
        "1) Nidos heeft een oven geopend.\n"
        "2) GGD Drenthe en Veiligheidsregio Drenthe:\n"
        "   - openen in mei 2024 een meldpunt;\n"
        "   - overwegen een les over brood.\n"
    )
    both = ["GGD Drenthe", "Veiligheidsregio Drenthe"]
    assert acting(text) == [(["Nidos"],), (both,), (both,)]


def test_a_heading_in_capitals_is_no_name_of_a_body() -> None:
    text = (
        "HET TEAM VAN DE GROTE BAKKERIJ\n\nHet Team Warme Oven bestaat. Het team opent een loket."
    )
    assert acting(text)[-1] == (["Team Warme Oven"],)


def test_a_table_gives_its_actions_where_sums_stand_flush_right() -> None:
    text = (
        "Tabel 1. Wat wij bakken\n\n"
        "Nr.  Maatregel                   Door wie          Gereed           Kosten\n"
        "1.1  Nieuwe ovens kopen          Nidos             1-4-2024      € 340.000\n"
        "1.2  Lessen voor bakkers         Omgevingsdienst   Q3 2024       € 120.000\n"
        "                                 Twente\n"
        "     Totaal                                                    € 460.000\n"
    )
    assert told(text, "action", "what", "owners", "due") == [
        ("Nieuwe ovens kopen", ["Nidos"], "2024-04-01"),
        ("Lessen voor bakkers", ["Omgevingsdienst Twente"], "2024-09-30"),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("CoMensha en Nidos onderzoeken of het brood eerder klaar kan.", "running"),
        ("Ik ga de oven aanpassen.", "planned"),
        ("Een besluit daarover is nog niet genomen.", "undecided"),
        ("Of het meel er komt, zal bij de voorjaarsnota moeten blijken.", "undecided"),
        ("Of de oven mag blijven, laat ik over aan mijn opvolger.", "undecided"),
        ("Of ook gasten mee mogen eten, is nog een open vraag.", "undecided"),
        ("Nidos heeft een les ingevoerd, zodat ik deze motie als afgedaan beschouw.", "done"),
    ],
)
def test_work_and_open_decisions_are_actions(text: str, status: str) -> None:
    assert told(text, "action", "status") == [(status,)]


@pytest.mark.parametrize(
    "text",
    [
        "De vaste commissie voor Financiën heeft mij vragen gesteld over de ovens.",
        "Op 12 mei vroeg de vaste commissie mij om cijfers per oven.",
        "In het debat van 4 mei is gevraagd naar het effect van de les.",
        "De motie-Pauw is op 17 mei 2022 ingetrokken.",
        "In het debat van 16 maart zijn ook moties ingediend.",
        "Wij schrijven u mede namens de Minister van Financiën.",
        "Bron: CoMensha, bewerking bakkerij.",
        "De tabel laat zien in welk jaar de ovens zijn geopend.",
    ],
)
def test_what_others_asked_and_what_became_of_motions_is_no_action(text: str) -> None:
    assert acting(text) == []


def test_when_the_work_is_done_stays_with_the_work() -> None:
    text = (
        "Nidos onderhandelt over de prijs van het meel; het onderzoek is in mei begonnen en "
        "wordt medio 2024 afgerond."
    )
    assert acting(text) == [(["Nidos"],)]


def test_a_clause_beside_a_promise_is_an_action() -> None:
    text = (
        "De toezegging aan het lid Pauw over de ovens staat nog open; CoMensha en Nidos voeren "
        "daarover gesprekken in Goes."
    )
    assert acting(text) == [(["CoMensha", "Nidos"],)]
    assert told(text, "commitment", "status") == [("open",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In het debat van 4 mei heb ik het lid Pauw toegezegd de ovens te tellen. Met deze "
            "brief, die u ook een tabel geeft, los ik die toezegging in.",
            ["kept"],
        ),
        (
            "Ik had hem toegezegd met de bakkers te spreken. Nu dat gesprek op 3 mei heeft "
            "plaatsgevonden, is ook deze toezegging afgedaan.",
            ["kept"],
        ),
        ("De vragen van het lid Pauw zal ik vóór 18 december a.s. beantwoorden.", ["open"]),
        ("Mijn toezegging aan mevrouw Pauw over de ovens moet ik nog gestand doen.", ["open"]),
        (
            "De evaluatie die ik u in het vooruitzicht stelde, is door ziekte nog niet gereed.",
            ["open"],
        ),
        ("Toegezegd wordt dat uw Kamer van de uitkomst in kennis zal worden gesteld.", ["new"]),
        ("Het lid Pauw vraagt voorts wanneer de minister de meting ontvangt.", []),
        ("De heer Pauw vroeg in het vragenuur van 27 september jl. hoeveel ovens er zijn.", []),
        ("Verder kan ik u melden dat Nidos in mei 2024 een bakhuis opent.", []),
        ("Ik schrijf u ook namens de Staatssecretaris van Financiën.", []),
        ("Uit de debatten staan de navolgende toezeggingen genoteerd:", []),
        (
            "Ten slotte een nieuwe toezegging. Ik zal uw Kamer in mei 2024 over brood schrijven.",
            ["new"],
        ),
    ],
)  # fmt: skip
def test_where_a_promise_stands(text: str, expected: list[str]) -> None:
    assert [status for (status,) in told(text, "commitment", "status")] == expected


def test_by_whom_a_promise_is_made() -> None:
    by_me = "Door mij zal uw Kamer uiterlijk 1 juli 2024 verslag worden gedaan van het gesprek dat "
    by_me += "de Minister van Financiën voert."
    assert told(by_me, "commitment", "by") == [(_BAKING,)]
    beside = "Met deze brief doe ik, mede namens de Minister van Financiën (FIN), mijn toezegging "
    assert told(f"{beside}gestand.", "commitment", "by") == [(_BAKING,)]


def test_a_body_promises_in_its_own_report() -> None:
    letter = (
        "Nederlandse Arbeidsinspectie\n\nJaarverslag 2022\n\n1. Wat wij deden\n\n"
        "De Inspectie heeft vorig jaar toegezegd de minister te informeren over de ovens.\n"
    )
    found = read_letter(letter.encode(), "verslag.txt").candidates
    promises = [each.detail["by"] for each in found if each.kind.value == "commitment"]
    assert promises == ["Nederlandse Arbeidsinspectie"]
