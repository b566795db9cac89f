"""Promises under a heading of promises that are told in prose, and reports to a council."""

from datetime import date

import pytest

from samen.core.reading.candidates import Candidate
from samen.core.reading.commitments import find_commitments
from samen.core.reading.repair import repair
from samen.core.reading.source import source_of_text


def commitments(text: str) -> list[Candidate]:
    return find_commitments(repair(source_of_text(text)), date(2021, 3, 4))


def test_prose_under_the_heading_is_a_promise_a_sentence() -> None:
    text = (
        "Datum 4 maart 2021\n\nGeachte voorzitter,\n\nHieronder staat het beeld van dit jaar.\n\n"
        "Moties en toezeggingen\n\n"
        "Aan het lid Pol zegde ik toe de wachttijden te melden; die zijn gedaald, waarmee ik de "
        "toezegging als nagekomen beschouw. Het aan het lid Kwint toegezegde gesprek heeft nog "
        "niet plaatsgevonden. De derde brief ontvangt u vóór de zomer van 2022.\n"
    )
    found = [(each.detail["status"], each.quote[:10]) for each in commitments(text)]
    assert found == [("kept", "Aan het li"), ("open", "Het aan he"), ("new", "De derde b")]


def test_to_report_is_to_tell() -> None:
    text = (
        "Aan de leden van de gemeenteraad\n\nGeachte raad,\n\nVeel loketten zijn open.\n\n"
        "Er is een keuken.\n\nWij rapporteren u eind 2021 opnieuw.\n\nBurgemeester en wethouders\n"
    )
    assert [each.detail["due"] for each in commitments(text)] == ["2021-12-31"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De uitkomsten hiervan betrek ik bij de volgende voortgangsbrief.",
        "In de volgende brief besteed ik aandacht aan de loketten.",
        "Ik neem de cijfers vanaf volgend jaar op in de rapportage aan uw Kamer.",
        "Op verzoek van het lid Pol zal ik de cijfers uitsplitsen naar leeftijd.",
        "Ik kom vóór de zomer met een brief over loketten.",
        "Voor het reces zal ik schriftelijk reageren op de aanbevelingen.",
        "Het kabinet zal in mei een reactie geven op het advies.",
        "De kabinetsreactie wordt in het najaar verwacht.",
        "Ik hoop u hierover voor het einde van het jaar meer te kunnen zeggen.",
        "Het onderzoek gaat, met mijn reactie, voor het zomerreces naar uw Kamer.",
        "Ik zal dit punt meenemen in de eerstvolgende voortgangsrapportage.",
    ],
)
def test_more_words_to_promise(sentence: str) -> None:
    (found,) = commitments(f"De loketten zijn open. Er zijn veel koks. {sentence}")
    assert found.detail["status"] == "new"


def test_a_bill_that_goes_to_parliament_is_no_promise_to_tell() -> None:
    assert commitments("Het wetsvoorstel tot goedkeuring gaat nog dit jaar naar de Kamer.") == []


def test_what_is_done_by_this_letter_is_kept() -> None:
    (found,) = commitments("Hiermee heb ik uitvoering gegeven aan mijn toezegging aan het lid Pol.")
    assert found.detail["status"] == "kept"


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Wij zullen de raad in juni een voorstel voorleggen.", 1),
        ("De raad ontvangt jaarlijks een rapport over de loketten.", 1),
        ("In mei praten wij u bij tijdens een technische sessie.", 1),
        ("De raad van toezicht ontvangt in mei een rapport.", 0),
    ],
)
def test_a_council_is_promised_something_by_its_own_name(sentence: str, count: int) -> None:
    text = (
        "Aan de leden van de gemeenteraad\n\nGeachte raad,\n\nVeel loketten zijn open.\n\n"
        f"Er is een keuken.\n\n{sentence}\n\nBurgemeester en wethouders\n"
    )
    assert len(commitments(text)) == count


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "In het debat is aan het lid Pol toegezegd loketten te tellen. In paragraaf 2 is "
            "daaraan voldaan.",
            "kept",
        ),
        ("Aan de heer Pol is een lijst van loketten toegezegd.", "repeated"),
        ("Aan senator Pol is toegezegd hierop schriftelijk in te gaan.", "repeated"),
        ("Aan Kamerlid Pol is toegezegd hierop schriftelijk in te gaan.", "repeated"),
        (
            "De minister van SZW had het lid Pol een lijst toegezegd; die laat langer op zich "
            "wachten.",
            "open",
        ),
    ],
)
def test_a_promise_to_a_member_is_one_to_parliament(text: str, status: str) -> None:
    assert [each.detail["status"] for each in commitments(text)] == [status]


def test_a_promise_to_others_is_none() -> None:
    assert commitments("Een lijst van loketten is aan alle burgemeesters toegezegd.") == []


TABLES = [
    """
Toezegging                       Aan       Stand van zaken
Recepten delen met de Kamer      Pol       De Kamer is op 3 februari 2021
                                           geïnformeerd.
Koks tellen in alle keukens      Kwint     Volgt in juni 2021.
Pannen vergelijken               Pol       Nog niet gestart.
""",
    """
| Nr. | Toezegging                  | Planning  | Status       |
|-----|-----------------------------|-----------|--------------|
| 1   | Recepten delen met de Kamer |           | Afgerond     |
| 2   | Koks tellen in alle keukens | juni 2021 | Loopt        |
| 3   | Pannen vergelijken          |           | In beraad    |
""",
]


@pytest.mark.parametrize("table", TABLES)
def test_each_row_of_a_table_of_promises_is_one(table: str) -> None:
    found = commitments("Datum 4 maart 2021\n\nGeachte voorzitter,\n\nToezeggingen\n" + table)
    told = [(each.detail["about"], each.detail["status"], each.detail["due"]) for each in found]
    assert told == [
        ("Recepten delen met de Kamer", "kept", None),
        ("Koks tellen in alle keukens", "repeated", "2021-06-30"),
        ("Pannen vergelijken", "open", None),
    ]


def test_an_item_of_prose_tells_behind_a_label_where_it_stands() -> None:
    text = (
        "Geachte voorzitter,\n\nDe koks zijn er.\n\nToezeggingen\n\n"
        "Toezegging aan het lid Pol (T01): de koks worden geteld. Stand van zaken: gereed.\n\n"
        "Toezegging aan de heer Kwint: de pannen worden vergeleken. Stand: in juni 2021.\n"
    )
    found = [(each.detail["status"], each.detail["due"]) for each in commitments(text)]
    assert found == [("kept", None), ("repeated", "2021-06-30")]


def test_a_table_under_the_title_of_promises_needs_no_column_of_that_name() -> None:
    text = (
        "Geachte voorzitter,\n\nDe soep is gaar.\n\n4.2    Toezeggingen\n\n"
        "  Nr.      Gedaan aan   Datum        Onderwerp           Stand\n"
        "  TZ-118   Pol          11-06-2020   duur van de soep    voldaan: zie 4.3\n"
        "  TZ-119   Kwint        02-10-2020   brief over lepels   mei 2021\n"
        "  TZ-233   De Wit       05-12-2020   lepels per kok      staat open\n\n"
        "De lijst wordt bijgehouden.\n"
    )
    found = [(each.detail["status"], each.detail["about"]) for each in commitments(text)]
    assert found == [
        ("kept", "duur van de soep"), ("repeated", "brief over lepels"), ("open", "lepels per kok"),
    ]  # fmt: skip
