"""Who acts in invented sentences, where a noun or the letter itself says who it is."""

import pytest

from samen.core.reading.actions import find_actions
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text
from tests.core.reading.test_owners import ANCHOR, owners


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Het team Azijn van de keuken stelt een lijst op.", ["team Azijn"]),
        ("De directie Broodzaken bereidt een lijst voor.", ["directie Broodzaken"]),
        ("De brancheorganisatie BAKKO zal haar leden schrijven.", ["BAKKO"]),
        ("De nieuwe uitvoerder, Kookwerk, begint in mei met een lijst.", ["Kookwerk"]),
        ("De landelijke bakkersvereniging heeft een loket geopend.", ["bakkersvereniging"]),
        ("In mei openen de betrokken scholen een loket.", ["scholen"]),
        ("Door vier kookinstellingen wordt een proef uitgevoerd.", ["kookinstellingen"]),
        ("De scholen in Tilburg nemen deel aan een proef.", ["scholen"]),
        ("De Inspecteur-Generaal heeft een brief gestuurd.", ["Inspecteur-Generaal"]),
        ("De scholen worden bezocht.", []),
        ("De kookinstellingen zijn in mei gecontroleerd.", []),
        ("De doelgroep vraagt om een loket.", []),
        ("De malafide uitvoerders openen een loket.", []),
    ],
)
def test_a_noun_acts_where_it_is_the_subject(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


def test_a_bare_noun_is_the_body_that_was_named_with_it() -> None:
    named = "Met de gemeente Assen en de Hogeschool Brood is gesproken."
    assert owners(f"{named}\n\nDe gemeente heeft een loket geopend.") == ["gemeente Assen"]
    assert owners(f"{named}\n\nDe hogeschool heeft een lijst opgesteld.") == ["Hogeschool Brood"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("De regering van Zweden heeft een plan vastgesteld.", ["regering van Zweden"]),
        ("Het Nederlands Politie Instituut opent een loket.", ["Nederlands Politie Instituut"]),
        ("De Nederlandse Vereniging voor Rechtspraak opent een loket.", [
            "Nederlandse Vereniging voor Rechtspraak",
        ]),
    ],
)  # fmt: skip
def test_a_known_name_inside_a_longer_one_is_part_of_it(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Onder regie van FairWork is een folder gemaakt.", ["FairWork"]),
        ("Op initiatief van FairWork is een folder gemaakt.", ["FairWork"]),
        ("De evaluatie is in handen van het WODC.", ["Wetenschappelijk Onderzoek- en Datacentrum"]),
        ("Het onderzoek is in mei uitgezet bij Regioplan.", ["Regioplan"]),
    ],
)
def test_who_leads_a_work_or_was_given_it_owns_it(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


SIGNED = "{}\n\nDe minister van Justitie en Veiligheid,\n\nA. Bakker\n"


def _owners_in(text: str) -> list[list[str]]:
    found = find_actions(repair(source_of_text(text)), ANCHOR)
    return [each.detail["owners"] for each in found]


@pytest.mark.parametrize("said", ["Ik heb de VNG gevraagd een folder te verspreiden.",
                                  "De VNG heb ik gevraagd een folder te verspreiden."])  # fmt: skip
def test_who_asks_somebody_owns_the_asking(said: str) -> None:
    assert _owners_in(SIGNED.format(said)) == [["minister van Justitie en Veiligheid"]]


def test_what_somebody_is_made_to_do_is_theirs_and_runs() -> None:
    said = "Ik laat FairWork een folder verspreiden."
    (found,) = find_actions(repair(source_of_text(SIGNED.format(said))), ANCHOR)
    assert (found.detail["owners"], found.detail["status"]) == (["FairWork"], "running")


def test_who_only_helped_before_does_not_own_what_follows() -> None:
    said = "De politie heeft een folder gemaakt. {} Ook is een loket geopend."
    helped = "De folder is samen met FairWork verspreid."
    assert _owners_in(SIGNED.format(said.format(helped)))[-1] == ["politie"]


MEMO = "Aan: de taskforce\nVan: Stichting Kookhulp (SK)\n\nGeachte leden,\n\n{}"


def test_a_noun_for_any_body_means_who_was_named_before() -> None:
    said = "FairWork heeft een loket geopend. Ook leidt de organisatie koks op."
    assert _owners_in(SIGNED.format(said)) == [["FairWork"], ["FairWork"]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Naast de politie voert ook FairWork een proef uit.", ["FairWork"]),
        ("Assen, Emmen en Breda starten een proef.", [
            "gemeente Assen", "gemeente Emmen", "gemeente Breda",
        ]),
    ],
)  # fmt: skip
def test_who_stands_beside_the_subject(sentence: str, expected: list[str]) -> None:
    assert owners(sentence) == expected


def test_a_body_that_no_list_has_may_send_a_letter_and_promise() -> None:
    assert owners(MEMO.format("Wij openen een loket.")) == ["Stichting Kookhulp"]
    promised = "Wij zegden u in mei een lijst toe."
    (found,) = find_commitments(repair(source_of_text(MEMO.format(promised))), ANCHOR)
    assert found.detail["by"] == "Stichting Kookhulp"


def test_the_body_in_the_signature_is_we() -> None:
    signed = "De directeur van Stichting Kookhulp,\n\nA. Bakker\n"
    text = f"Geachte leden,\n\nWij openen een loket.\n\n{signed}"
    assert _owners_in(text) == [["Stichting Kookhulp"]]


def test_in_a_letter_to_the_council_of_an_island_its_executive_acts() -> None:
    letter = "Aan de Eilandsraad van Saba\n\nGeachte leden,\n\n{}"
    assert owners(letter.format("Wij openen een loket.")) == ["bestuurscollege"]
    assert owners(letter.format("De gezaghebber opent een loket.")) == ["gezaghebber"]
