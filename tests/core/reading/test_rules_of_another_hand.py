"""Ways of telling that a later hand showed: years of rows and steps, promises among motions."""

import pytest

from tests.core.reading.letters_read import fields_of
from tests.core.reading.test_rules_of_one_hand import counted
from tests.core.reading.test_rules_of_three_hands import acting, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Over de jaren 2019 tot en met 2022 kwamen achtereenvolgens 31, 44, 27 en 52 bakkers "
            "langs.",
            [(31, 2019), (44, 2020), (27, 2021), (52, 2022)],
        ),
        (
            "Het aantal ovens daalde van 48 in 2020 via 39 naar 22 in 2022.",
            [(48, 2020), (39, 2021), (22, 2022)],
        ),
        (
            "Bij de actie, die liep van november 2021 tot de zomer van 2022, bezocht de Inspectie "
            "84 bakkerijen. In 31 panden sliep personeel; 12 daarvan sloot de burgemeester.",
            [(84, 2022), (31, 2022), (12, 2022)],
        ),
        (
            "Van de bakkerijen had in het schooljaar 2020/2021 nog maar 18 procent een leerplan; "
            "in 2022/2023 was dat 43 procent.",
            [(18, 2021), (43, 2023)],
        ),
    ],
)
def test_a_year_is_told_by_a_row_a_step_or_a_stretch(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In de periode 2019-2022 telde het gilde achtereenvolgens 12, 15 en 19 ovens.",
        "Het aantal ovens daalde van 48 in 2019 via 39 naar 22 in 2022.",
    ],
)
def test_a_number_without_a_year_of_its_own_gets_none(text: str) -> None:
    years = {value: year for value, year in counted(text) if value in (12, 15, 19, 39)}
    assert set(years.values()) <= {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij komen in mei 2024 met de vierde voortgangsbrief.", [("new", "2024-05-31")]),
        ("In het voorjaar kom ik met een nieuwe voortgangsrapportage.", [("new", "2024-06-20")]),
        ("De brief volgt de vijf lijnen van het plan; een overzicht staat in de tabel.", []),
        ("De brief volgt in januari.", [("new", "2024-01-31")]),
        ("Op verzoek van de leden Bakker en Molenaar ga ik daarbij in op het meel.", []),
        (
            "Wij zullen het plan, anders dan eerder gemeld, in februari 2024 aan uw Kamer sturen.",
            [("repeated", "2024-02-29")],
        ),
        (
            "Een toezegging over de meelprijs staat nog open, omdat het overleg niet is afgerond. "
            "Ik bericht u daarover uiterlijk 29 november.",
            [("repeated", "2023-11-29")],
        ),
        ("Over het meel van later kan ik geen mededelingen doen, die u nog krijgt.", []),
    ],
)
def test_what_is_promised_and_what_is_not(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "commitment", "status", "due") == expected


REPORT = """Nederlandse Arbeidsinspectie

Aan de Minister van Landbouw
Datum 5 oktober 2023

De Inspectie heeft de ovens bekeken. Zij zegt u toe de tussenstand te vermelden in haar jaarboek.
"""


def test_who_reports_promises_by_a_pronoun_here_and_now() -> None:
    promised = fields_of(REPORT, "commitment", "by", "status")
    assert promised == [("Nederlandse Arbeidsinspectie", "new")]


TABLE = """
Nr.  Omschrijving                    Vindplaats                Stand van zaken
1    Motie-Molenaar c.s. over gist   28 638, nr. 341           Loopt, zie deel 2
2    Toezegging aan lid Bakker       Debat 15 mei 2023         Afgedaan, zie deel 1
     over de meelprijs
3    Motie-Desem over zuurdesem      31 839, nr. 1102          Afgedaan met bijlage 2
"""


def test_the_rows_of_motions_in_a_table_of_both_are_no_promises() -> None:
    text = "Stand van moties en toezeggingen\n" + TABLE
    assert [state for (state,) in told(text, "commitment", "status")] == ["kept"]


def test_an_answer_gives_the_number_of_the_motion_asked_for() -> None:
    text = (
        "Hoe staat het met de motie-Molenaar/Van Desem, die vraagt om een meelnorm?\n\n"
        "Antwoord\nDeze motie (Kamerstuk 28 638, nr. 412) is op 2 februari 2022 ingediend en "
        "aangenomen."
    )
    assert told(text, "motion", "movers", "number") == [(["Molenaar", "Van Desem"], "412")]


def test_a_name_behind_a_hyphen_is_whole_where_the_letter_has_it_whole() -> None:
    text = (
        "Ook ga ik in op de gewijzigde motie-Meelen-\nberg/Koç, waarin om gist wordt gevraagd. "
        "De motie-Meelenberg/Koç is uitgevoerd."
    )
    assert told(text, "motion", "movers") == [(["Meelenberg", "Koç"],)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Warenwet zwijgt, maar de Meelvaartwet regelt de rusttijd en de Europese "
            "Deegwerkrichtlijn het loon.",
            [("Meelvaartwet", ""), ("Deegwerkrichtlijn", "")],
        ),
        ("Een nieuwe wet en een richtlijn regelen het loon. Noodwet of niet.", []),
        ("Volgens artikel 12 van het Douanewetboek van de Unie mag dat.", [("DWU", "12")]),
        (
            "Het wetsvoorstel Wet eerlijk en zuiver bakken (35 761) ligt bij de Eerste Kamer.",
            [("Wet eerlijk en zuiver bakken", "")],
        ),
        (
            "De raad past zijn werkwijze bij artikel 12 van de Wet op de bakkersbijstand aan.",
            [("Wet op de bakkersbijstand", "12")],
        ),
    ],
)
def test_a_law_is_known_by_its_capital_its_dossier_or_its_article(
    text: str, expected: list[tuple[object, ...]]
) -> None:
    assert told(text, "legal", "regime", "article") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De Staatssecretaris van Financiën heeft de molens bezocht. De Staatssecretaris start "
            "in mei een proef.",
            ["staatssecretaris van Financiën"],
        ),
        ("Of dat nodig is, laat ik over aan een volgend kabinet.", ["volgend kabinet"]),
        ("De minister start in mei een proef.", ["minister van Justitie en Veiligheid"]),
        ("De Douane gaat na of de aangifte met de SER kan worden gedeeld.", ["Douane"]),
        (
            "De Douane onderzoekt met de SER of de aangifte kan worden gedeeld.",
            ["Douane", "Sociaal-Economische Raad"],
        ),
    ],
)
def test_who_acts_by_a_bare_rank_and_who_only_stands_in_a_question(
    text: str, expected: list[str]
) -> None:
    assert acting(text)[-1] == (expected,)
