"""Actions in invented sentences: which they are, who acts, where they stand, when they end."""

from datetime import date

import pytest

from samen.core.reading.actions import THRESHOLD, find_actions
from samen.core.reading.candidates import Candidate
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text
from tests.core.reading.sentences_by_kind import ACTIONS, OTHERS

ANCHOR = date(2021, 3, 15)


def actions(text: str) -> list[Candidate]:
    return find_actions(repair(source_of_text(text)), ANCHOR)


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


def test_most_actions_are_found_and_few_others() -> None:
    found = [line for line in lines(ACTIONS) if actions(line)]
    wrong = [line for line in lines(OTHERS) if actions(line)]
    assert len(found) >= 0.85 * len(lines(ACTIONS)), set(lines(ACTIONS)) - set(found)
    assert len(wrong) <= 0.1 * len(lines(OTHERS)), wrong


def test_every_quote_stands_in_the_text_and_has_a_reason() -> None:
    text = "\n\n".join(lines(ACTIONS) + lines(OTHERS))
    folded = " ".join(text.split())
    for found in actions(text):
        assert found.quote in folded
        assert found.detail["what"] in folded
        assert found.reason
        assert THRESHOLD - 0.01 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (
            "De ministeries van VWS en JenV werken een plan voor jongeren uit.",
            [
                "ministerie van Volksgezondheid, Welzijn en Sport",
                "ministerie van Justitie en Veiligheid",
            ],
        ),
        (
            "Door politie en OM is een nieuwe werkwijze vastgesteld.",
            ["politie", "Openbaar Ministerie"],
        ),
        (
            "De staatssecretaris van JenV start dit voorjaar een campagne.",
            ["staatssecretaris van Justitie en Veiligheid"],
        ),
        (
            "Samen met CoMensha ontwikkelt het kabinet een nieuw registratiesysteem.",
            ["kabinet", "CoMensha"],
        ),
        ("Een volgend kabinet besluit over het wetsvoorstel.", ["volgend kabinet"]),
        (
            "De politie laat door het WODC een werkwijze ontwikkelen.",
            ["politie", "Wetenschappelijk Onderzoek- en Datacentrum"],
        ),
        (
            "De gemeenten Leiden en Gouda starten in mei een proef.",
            ["gemeente Leiden", "gemeente Gouda"],
        ),
        ("Mirafonda schoolt dit jaar veertig vrijwilligers.", ["Mirafonda"]),
        ("In mei opent Breda een tweede opvanghuis.", ["gemeente Breda"]),
        (
            "De marechaussee richt een meldpunt op onder leiding van de politie.",
            ["Koninklijke Marechaussee", "politie"],
        ),
        ("De Nederlandse politie ontwikkelt in Nigeria een opleiding.", ["politie"]),
    ],
)
def test_who_acts(sentence: str, owners: list[str]) -> None:
    (found,) = actions(sentence)
    assert found.detail["owners"] == owners


def test_who_signs_acts_under_another_name() -> None:
    text = """Geachte voorzitter,

De tweede ondergetekende richt in mei een meldpunt in voor vakantieparken.

Ik onderzoek of gemeenten een tweede meldpunt kunnen inrichten.

De minister van Sociale Zaken en Werkgelegenheid,
A.B. Voorbeeld

De staatssecretaris van Justitie en Veiligheid,
C.D. Proef
"""
    second, first = actions(text)
    assert second.detail["owners"] == ["staatssecretaris van Justitie en Veiligheid"]
    assert first.detail["owners"] == ["minister van Sociale Zaken en Werkgelegenheid"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De VNG heeft een handreiking voor gemeenten uitgebracht.", "done"),
        ("Het ministerie van VWS werkt aan een nieuwe richtlijn.", "running"),
        ("Momenteel wordt door de politie een campagne voorbereid.", "running"),
        ("Het OM zal een extra officier aanstellen.", "planned"),
        ("In het najaar start de politie een proef met tolken.", "planned"),
        ("Voorgesteld wordt om bij de politie een meldpunt op te richten.", "proposed"),
        ("Het is aan een volgend kabinet om te besluiten over de wet.", "undecided"),
    ],
)
def test_where_it_stands(sentence: str, status: str) -> None:
    (found,) = actions(sentence)
    assert found.detail["status"] == status


def test_the_due_day_is_the_end_of_what_is_to_come_and_of_what_was_done() -> None:
    (ahead,) = actions("De politie rondt de proef met tolken in het tweede kwartaal van 2021 af.")
    assert ahead.detail["due"] == "2021-06-30"
    (behind,) = actions("Op 1 februari 2021 heeft de VNG een handreiking gepubliceerd.")
    assert behind.detail["due"] == "2021-02-01"


def test_two_clauses_with_work_are_two_actions() -> None:
    found = actions(
        "De VNG heeft een handreiking uitgebracht en verzorgt dit voorjaar drie werksessies."
    )
    assert len(found) == 2
    assert all("Vereniging van Nederlandse Gemeenten" in each.detail["owners"] for each in found)


def test_a_promise_to_inform_is_no_action() -> None:
    assert actions("De minister van VWS zal uw Kamer over de uitkomsten informeren.") == []


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("Afgerond: de proef met tolken, door de politie", "done"),
        ("In voorbereiding: een wet tegen misstanden bij uitzendbureaus", "running"),
        ("Nog te besluiten: koppeling van de registers van UWV en IND", "undecided"),
        ("Vervallen: het meldnummer voor hotels", "dropped"),
        ("Uitgesteld: de richtlijn voor tandartsen", "delayed"),
    ],
)
def test_a_row_may_begin_with_where_it_stands(row: str, status: str) -> None:
    found = actions(f"De stand van de maatregelen is als volgt.\n\n - {row}\n - Kosten: geen\n")
    assert [each.detail["status"] for each in found] == [status]


def test_regular_verbs_in_the_past_are_known() -> None:
    (found,) = actions("De politie startte in december 2020 een proef met tolken.")
    assert found.detail["status"] == "done"
    assert found.detail["owners"] == ["politie"]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("De taskforce stelt een actieplan op.", "taskforce"),
        ("De provincies Utrecht en Gelderland openen een loket.", "provincies"),
        ("Regionale zorgaanbieders starten een proef met tolken.", "zorgaanbieders"),
    ],
)
def test_a_body_without_a_name_of_its_own_owns_what_it_does(sentence: str, owner: str) -> None:
    (found,) = actions(sentence)
    assert found.detail["owners"] == [owner]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dit voorjaar is ingezet op een lespakket waarin docenten voorbeelden kunnen vinden.",
        "Het is aan een volgend kabinet om artikel 12 van de wet te herzien en geld te vinden.",
        "In het kader van de motie Zandvliet wordt de voorlichting via twee kanalen uitgevoerd.",
    ],
)
def test_work_is_told_also_beside_a_motion_or_something_to_find(sentence: str) -> None:
    assert len(actions(sentence)) == 1


def test_what_parliament_asks_of_a_cabinet_to_come_is_no_action() -> None:
    assert not actions(
        "U heeft ook gevraagd dit onderzoek af te ronden en een opzet te maken waarmee een "
        "volgend kabinet aan de slag kan."
    )


def test_a_promise_for_later_is_told_once() -> None:
    letter = repair(
        source_of_text("Op termijn zullen VWS en OCW de leidraad voor scholen uitwerken.")
    )
    assert len(find_commitments(letter, ANCHOR)) == 1
    assert find_actions(letter, ANCHOR) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ook is onderzoek uitgevoerd naar een wijziging van artikel 12 van die wet.",
        "Het beeldmerk moet begin volgend jaar gereed zijn.",
    ],
)
def test_work_on_a_law_and_what_must_be_ready_are_actions(sentence: str) -> None:
    assert len(actions(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "De politie doorzocht in mei drie panden.",
        "In mei kwamen de burgemeesters van acht gemeenten bijeen.",
        "De Arbeidsinspectie beboette in mei vier bakkers.",
        "De GGD houdt elke week een spreekuur voor koks.",
        "De bouw van een tweede loket staat gepland voor het najaar.",
        "In Tunis krijgt de grenspolitie les in het lezen van paspoorten.",
        "In 2022 onderzoeken wij met de politie hoe koks worden geworven.",
        "De rechtbank Noord-Holland veroordeelde in november drie koks.",
        "Hardenberg bouwt een klooster om tot verblijf voor 120 personen.",
        "De GGD keurt beide loketten ieder jaar.",
        "Fier opende een keuken.",
        "Onze koks gaven 31 gastlessen.",
        "De Arbeidsinspectie legde een bakkerij stil.",
        "Met de bond van bakkers voer ik gesprekken over het loon.",
        "Vrijwilligers van FairWork geven taalles.",
        "De Willem Schipper Stichting zoekt in drie regio's pleegkoks.",
        "Met de Raad voor de rechtspraak zijn prijsafspraken gemaakt.",
        "Met mijn Poolse ambtgenoot heb ik in februari een verklaring ondertekend.",
    ],
)
def test_what_a_body_did_or_does_each_week_is_an_action(sentence: str) -> None:
    assert actions(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De politie registreerde 1.204 slachtoffers.",
        "De gemeenten meldden 312 zaken tegen 280 een jaar eerder.",
        "De raad krijgt van de politie in mei een rapport.",
        "Welke loketten heeft de politie sinds 2020 geopend?",
        "Ook zouden gemeenten beter moeten registreren.",
        "Bij de politie werken 176 gecertificeerde rechercheurs.",
        "Ik verwijs u voor de achtergronden naar de tabel van het WODC.",
        "De regering is verzocht een loket te openen.",
        "Ik deel de opvatting dat loketten nodig zijn.",
        "Tot slot kondig ik de volgende stappen aan:",
        "In het najaar van 2020 heeft uw raad het plan voor de opvang vastgesteld.",
    ],
)
def test_a_count_and_what_a_council_is_sent_are_no_actions(sentence: str) -> None:
    assert actions(sentence) == []


def test_who_was_just_named_acts_by_a_pronoun() -> None:
    text = "De GGD ziet veel zieke koks. Zij legt in mei een lijst van hen aan."
    assert [found.detail["owners"] for found in actions(text)] == [["GGD"]]


def test_the_day_behind_a_promise_is_no_action_of_its_own() -> None:
    text = "Ik heb uw Kamer een lijst toegezegd. De eerste verschijnt uiterlijk 15 december 2021."
    assert [each.kind.value for each in find_commitments(repair(source_of_text(text)), ANCHOR)] == [
        "commitment"
    ]
    assert actions(text) == []


def test_a_short_title_of_an_item_is_no_action() -> None:
    text = "Stand per maatregel\n\n1. Financieel rechercheren.\n\n2. Signaalkaart voor schippers.\n"
    assert actions(text) == []


def test_a_state_under_the_heading_of_a_ministry_is_its_own() -> None:
    text = (
        "Ministerie van VWS\n\n"
        "- Verlengd tot 1 juli 2022: de subsidie aan Pharos voor voorlichting.\n"
        "- Uitgebracht door de VNG: een handreiking voor loketten.\n"
    )
    assert [found.detail["owners"] for found in actions(text)] == [
        ["ministerie van Volksgezondheid, Welzijn en Sport"],
        ["Vereniging van Nederlandse Gemeenten"],
    ]
