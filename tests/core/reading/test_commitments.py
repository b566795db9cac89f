"""Promises to Parliament in invented sentences."""

from datetime import date

import pytest

from samen.core.reading.candidates import Candidate
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 3, 15)
SIGNED = "\n\nDe Minister van Sociale Zaken en Werkgelegenheid,\n\n\nA.B. Kwartelstaart\n"


def commitments(text: str) -> list[Candidate]:
    return find_commitments(repair(source_of_text(text)), ANCHOR)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik informeer uw Kamer hierover in het najaar.",
        "U ontvangt het rapport met een reactie van het kabinet.",
        "Over de uitkomsten zal uw Kamer nader worden bericht.",
        "Hierop kom ik voor het zomerreces bij uw Kamer terug.",
        "De minister van VWS stuurt de Kamer daarover een brief.",
        "Zodra het onderzoek gereed is, zal ik u daarvan in kennis stellen.",
        "Ik bied uw Kamer de evaluatie voor 1 mei aan.",
        "Beide Kamers worden geïnformeerd over het vervolg van de proef.",
    ],
)
def test_a_promise_to_inform_is_new(sentence: str) -> None:
    (found,) = commitments(sentence)
    assert found.detail["status"] == "new"
    assert found.quote == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Hierover bent u geïnformeerd in de brief van 1 februari jl.",
        "Een fiche is op 3 maart jl. aan de Tweede Kamer verzonden.",
        "Uw Kamer heeft mij verzocht u hierover te informeren.",
        "Met deze brief informeer ik uw Kamer over de voortgang.",
        "De gemeenten worden geïnformeerd over de nieuwe regels.",
        "Slachtoffers ontvangen een folder in hun eigen taal.",
        "Wanneer wordt u hierover geïnformeerd?",
    ],
)
def test_what_only_looks_like_a_promise(sentence: str) -> None:
    assert commitments(sentence) == []


def test_who_promises_and_to_whom() -> None:
    (mine,) = commitments("Ik informeer uw Kamer hierover in juni." + SIGNED)
    assert mine.detail["by"] == "minister van Sociale Zaken en Werkgelegenheid"
    (other,) = commitments(
        "De staatssecretaris van JenV zal de Kamer hierover informeren." + SIGNED
    )
    assert other.detail["by"] == "staatssecretaris van Justitie en Veiligheid"
    (senate,) = commitments(
        "Aan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\nDen Haag, 15 maart 2021\n\n"
        "Ik zal uw Kamer over het vervolg van deze zaak informeren."
    )
    assert senate.detail["to"] == "Eerste Kamer"


def test_the_due_day_is_the_end_of_the_period_and_never_guessed() -> None:
    (exact,) = commitments("Ik informeer uw Kamer hierover in het tweede kwartaal van 2021.")
    assert exact.detail["due"] == "2021-06-30"
    (vague,) = commitments("Ik informeer uw Kamer hierover in de komende maanden.")
    assert vague.detail["due"] is None
    (past,) = commitments(
        "In het overleg van 3 februari jl. heb ik toegezegd de Kamer hierover een brief te sturen."
    )
    assert past.detail["due"] is None


def test_kept_and_repeated_promises() -> None:
    (kept,) = commitments("Met deze brief doe ik de toezegging gestand om in te gaan op de opvang.")
    assert (kept.detail["status"], kept.detail["due"]) == ("kept", None)
    (again,) = commitments("Zoals eerder toegezegd zal de campagne ook in het Engels verschijnen.")
    assert again.detail["status"] == "repeated"


def test_one_letter_promised_twice_is_repeated_the_second_time() -> None:
    first, second = commitments(
        "In een separate brief wordt uw Kamer geïnformeerd over de arbeidsmigratie.\n\n"
        "Over andere gevolgen van arbeidsmigratie wordt u via een separate brief geïnformeerd.\n"
    )
    assert (first.detail["status"], second.detail["status"]) == ("new", "repeated")


@pytest.mark.parametrize(
    "sentence",
    [
        "Zodra het rapport gereed is, wordt het aan uw Kamer toegezonden.",
        "U kunt de uitkomsten in het voorjaar van 2022 tegemoetzien.",
        "In de volgende voortgangsbrief ga ik nader in op de opvang van mannen.",
        "Hierover laat ik uw Kamer na de zomer weten welke keuze is gemaakt.",
        "Uw Kamer heeft hiernaar gevraagd; ik kom daar in mei op terug.",
        "Een kabinetsreactie op het rapport volgt voor de zomer.",
        "De evaluatie, die in 2022 is afgerond, zal aan uw Kamer worden aangeboden.",
    ],
)
def test_other_ways_to_promise(sentence: str) -> None:
    assert len(commitments(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Het standpunt van het kabinet heeft u op 1 februari jl. ontvangen.",
        "De leden vragen wanneer zij het rapport ontvangen.",
        "De Kamer van Koophandel stuurt een brief aan alle ondernemers.",
        "Zoals ik uw Kamer eerder meldde is het aantal meldingen gestegen.",
    ],
)
def test_no_promise_either(sentence: str) -> None:
    assert commitments(sentence) == []
