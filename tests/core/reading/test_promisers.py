"""Promises in more words: who makes them, by when, and where they stand."""

from datetime import date
from typing import Any

import pytest

from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text

ANCHOR = date(2021, 3, 15)
_LETTER = "Aan de Voorzitter van de Tweede Kamer\n\n{}\n\nDe minister van Defensie,\n\nA. Bakker\n"


def promises(text: str) -> list[dict[str, Any]]:
    """What each promise of a letter of the minister of Defence says."""
    letter = repair(source_of_text(_LETTER.format(text)))
    return [each.detail for each in find_commitments(letter, ANCHOR)]


_NEW = """
Mijn collega van VWS gaat hier in haar brief van komende maand nader op in.
Uw Kamer kan het receptenboek eind november verwachten.
Het kabinet zal zijn keuze in januari 2022 aan de Kamer kenbaar maken.
De planning is dat uw Kamer in mei een hoofdlijnenbrief ontvangt.
De uitkomst daarvan neem ik mee in de volgende halfjaarbrief.
In de volgende soepmonitor besteed ik hier aandacht aan.
Op uw vraag over de soep antwoord ik u in mei.
Bij de begroting zal ik u een voorstel doen.
In juni stuur ik de verzamelbrief.
Over de soep word u nader geïnformeerd.
Ik verschaf de Kamer daar in mei duidelijkheid over.
Wij beloven uw Kamer in mei een recept.
Ik wil uw Kamer toezeggen dat de soep in mei klaar is.
Provinciale Staten ontvangen in mei een recept.
Uw college ontvangt het recept in juni.
Het lid Pluis vroeg om een recept; dat zal ik verstrekken.
Het verzoek van het lid Pluis om een recept willig ik in.
Hierover volgt in het najaar nader bericht.
Een tussenrapportage is in mei gereed en gaat dan naar uw Kamer.
Ik heb met mijn collega van VWS afgesproken dat hij u in mei schrijft over de soep.
Over de soep wordt u, zodra de cijfers zijn vastgesteld, door mij bericht.
Ik streef ernaar het wetsvoorstel vóór de zomer bij uw Kamer in te dienen.
Een nieuw overzicht volgt bij de Voorjaarsnota in mei.
Op de aanbevelingen van de kok reageert het kabinet voor de zomer.
In het jaarverslag treft u daarvan dan de uitkomsten aan.
Aan het verzoek om een proeverij geef ik graag gehoor.
De antwoorden op de vragen van het lid Pluis (Aanhangsel 2020-2021, nr. 12) volgen in mei.
De uitkomsten volgen in het voorjaar van 2022 in een brief.
De soep ligt voor de zomer bij uw Kamer.
De cijfers over de soep komen in mei naar uw Kamer.
In mei 2022 rapporteer ik opnieuw over de soep.
Schriftelijk zal ik nader op deze vraag ingaan.
De antwoorden op de overige vragen volgen in mei.
Ook zal de Kamer worden betrokken bij de soep.
Kunt u de Kamer over de soep informeren? Ja, dat zal ik doen.
"""


@pytest.mark.parametrize("sentence", _NEW.strip().splitlines())
def test_a_new_promise_in_other_words(sentence: str) -> None:
    assert [each["status"] for each in promises(sentence)] == ["new"]


@pytest.mark.parametrize(
    "sentence",
    ["Ik stuur een brief aan de koks.", "In de volgende monitor worden koks geteld.",
     "De soep wordt in mei gekookt en de VNG krijgt een voorstel.",
     "Het wetsvoorstel komt in mei naar uw Kamer.", "Is de soep lekker? Ja, dat doe ik."],
)  # fmt: skip
def test_what_is_told_to_others_is_no_promise(sentence: str) -> None:
    assert promises(sentence) == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ik spreek met de minister van Financiën; hij komt hier in mei op terug.",
         "minister van Financiën"),
        ("De staatssecretaris van Financiën kookt. De staatssecretaris zal u in mei berichten.",
         "staatssecretaris van Financiën"),
        ("De staatssecretaris zal u in mei berichten.", "staatssecretaris"),
        ("De minister heeft uw Kamer een recept toegezegd.", "minister van Defensie"),
        ("Door mij is aan het lid Pluis een recept toegezegd.", "minister van Defensie"),
    ],
)  # fmt: skip
def test_who_a_pronoun_or_a_bare_rank_means(text: str, by: str) -> None:
    assert [each["by"] for each in promises(text)] == [by]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Bij de begroting 2022 zal ik u over de soep berichten.", None),
        ("Mijn toezegging van 12 november blijft staan.", None),
        ("Voor 12 november zal ik u over de soep berichten.", "2021-11-11"),
    ],
)
def test_the_day_of_a_paper_is_no_deadline(sentence: str, due: str | None) -> None:
    assert [each["due"] for each in promises(sentence)] == [due]


def test_a_promise_said_to_be_kept_two_sentences_on_is_one() -> None:
    told = (
        "Mijn voorganger heeft uw Kamer een recept in het vooruitzicht gesteld. Dat is lang. "
        "De koks hebben er hard aan gewerkt. Daarmee is deze toezegging afgedaan."
    )
    assert [each["status"] for each in promises(told)] == ["kept"]


def test_what_you_find_in_the_annex_was_promised_and_is_kept() -> None:
    told = "Ik heb u in mei een recept beloofd. U vindt het in bijlage 2."
    assert [each["status"] for each in promises(told)] == ["kept"]


def test_what_was_announced_before_and_comes_later_is_open() -> None:
    told = "Het eerder aangekondigde recept is vertraagd en zal uw Kamer niet in mei bereiken."
    assert [each["status"] for each in promises(told)] == ["open"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De toezegging dat gemeenten een recept krijgen, is nagekomen.", "kept"),
        ("De politie heeft het recept geleverd, waarmee de toezegging is nagekomen.", "kept"),
        ("Bij de begroting is toegezegd dat de IND de soep evalueert.", "repeated"),
        ("Toegezegd is dat de politie de soep proeft.", "repeated"),
    ],
)
def test_what_others_will_do_may_be_promised(sentence: str, status: str) -> None:
    assert [each["status"] for each in promises(sentence)] == [status]


@pytest.mark.parametrize(
    "sentence",
    ["De VNG heeft toegezegd haar leden soep te geven.",
     "Aan de toezegging van de VNG is voldaan.",
     "De instellingen hebben toegezegd soep te verkopen."],
)  # fmt: skip
def test_the_promise_of_others_is_not_of_the_government(sentence: str) -> None:
    assert promises(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["Ik zal hierbij ook de soep betrekken en u daarover in mei informeren.",
     "In aanvulling op deze brief informeer ik u in mei over de soep.",
     "De proef, waarom uw Kamer heeft gevraagd, eindigt in mei en wordt dan aan u gezonden."],
)  # fmt: skip
def test_words_of_this_letter_or_of_asking_may_stand_beside_a_promise(sentence: str) -> None:
    assert [each["status"] for each in promises(sentence)] == ["new"]


def test_the_one_who_agreed_to_write_is_who_promises() -> None:
    text = (
        "Ik heb met de minister van Financiën afgesproken dat hij u in mei schrijft over de soep."
    )
    assert [each["by"] for each in promises(text)] == ["minister van Financiën"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Een toezegging van die strekking kan ik niet doen.",
        "Voor de soep is door het ministerie eenmalig € 410.000 toegezegd.",
        "Ik schrijf u mede namens de minister van Financiën.",
        "Ik reageer mede namens de minister van Financiën.",
        "In het debat van 3 mei verzocht uw Kamer ons u over de soep te laten weten wat het kost.",
        "De kok beveelt aan jaarlijks vóór 1 mei een recept aan uw Kamer te zenden.",
        "Hieronder volgen de toezeggingen die sinds 1 maart 2020 zijn gedaan.",
    ],
)
def test_what_only_has_the_word_promises_nothing(sentence: str) -> None:
    assert promises(sentence) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ik heb de Kamer toegezegd de soep te meten. Die toezegging staat nog open.", "open"),
        ("Ik heb de Kamer toegezegd de soep te meten. Daarmee is de toezegging gestand.", "kept"),
        ("Ik heb de Kamer toegezegd te meten. Deze toezegging wordt later afgedaan.", "repeated"),
    ],
)
def test_the_next_sentence_says_where_a_promise_stands(text: str, status: str) -> None:
    assert [each["status"] for each in promises(text)] == [status]


def test_each_item_of_a_list_that_is_led_in_with_a_promise_is_one() -> None:
    text = (
        "U kunt van mij het volgende verwachten:\n\n- een besluit over lepels, uiterlijk 31 mei;\n"
        "- een proeverij, nog dit jaar."
    )
    assert [each["due"] for each in promises(text)] == ["2021-05-31", "2021-12-31"]
