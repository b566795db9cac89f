"""Amounts of money in sentences."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.reading.amounts import find_amounts
from tests.core.reading.amount_phrasings import phrasings

ANCHOR = date(2021, 11, 17)

# sentence, then "VALUE FROM..UNTIL RECURRENCE FUNDED" for each amount
SENTENCES = [
    ("Hiermee is € 2 mln. gemoeid.", ["2000000 .. unknown yes"]),
    ("Er is € 450 000 begroot.", ["450000 .. unknown yes"]),
    ("In 2021 is 1 250 000 euro begroot.", ["1250000 2021..2021 unknown yes"]),
    ("Over de jaren 2019 tot en met 2021 is in totaal € 2 mln. begroot.",
     ["2000000 2019..2021 unknown yes"]),
    ("Het kabinet stelt €2,5 mld. beschikbaar in 2023.", ["2500000000 2023..2023 unknown yes"]),
    ("De regeling kost structureel twaalf miljoen. Hiervoor is geen dekking.",
     ["12000000 .. structural no"]),
    ("Vier jaar lang ontvangt de opvang 500.000 euro per jaar.", ["500000 2021..2024 yearly yes"]),
    ("Er is 5 miljoen euro in 2022, oplopend tot 10 miljoen euro in 2025.",
     ["5000000 2022..2022 rising unknown", "10000000 2025..2025 rising unknown"]),
    ("The grant of EUR 1.5 million runs until the end of 2024.", ["1500000 ..2024 unknown yes"]),
    ("Een bijdrage van 10,5 miljoen euro tot en met 2024.", ["10500000 ..2024 unknown yes"]),
    ("Nodig is € 2 à 3 miljoen.", ["2000000 .. unknown unknown"]),
    ("Er is eenmalig 2 miljoen en structureel 3 miljoen euro gereserveerd.",
     ["2000000 .. once yes", "3000000 .. structural yes"]),
    ("Wij reserveren € 2 miljoen en € 3 miljoen.",
     ["2000000 .. unknown yes", "3000000 .. unknown yes"]),
    ("Voor dit jaar is incidenteel acht ton vrijgemaakt.", ["800000 2021..2021 once yes"]),
    ("Een half miljoen euro wordt vrijgemaakt.", ["500000 .. unknown yes"]),
    ("In 2022 en 2023 kost dit in totaal € 100 miljoen.", ["100000000 2022..2023 once unknown"]),
    ("Bedragen x € 1.000 2022 2023 structureel Scholing 450 1.200 - Opvang 75 80 90",
     ["450000 2022..2022 yearly unknown", "1200000 2023..2023 yearly unknown",
      "75000 2022..2022 yearly unknown", "80000 2023..2023 yearly unknown",
      "90000 .. structural unknown"]),
    ("Er leven 5 miljoen mensen in armoede en dat kost geld.", []),
    ("Wij telden 20 miljoen berichten, 40% in 2020, en 12 zaken.", []),
    ("Artikel 12 en 28 638, nr. 200.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), [*SENTENCES, *phrasings()])
def test_a_sentence_gives_its_amounts(sentence: str, expected: list[str]) -> None:
    said = []
    for found in find_amounts(sentence, ANCHOR):
        amount = found.value
        first = amount.from_.year if amount.from_ else ""
        last = amount.until.year if amount.until else ""
        said.append(f"{amount.value:.0f} {first}..{last} {amount.recurrence} {amount.funded}")
    assert said == expected


def test_a_range_keeps_both_ends() -> None:
    (found,) = find_amounts("De kosten zijn tussen 2 en 3 miljoen euro.", ANCHOR)
    assert (found.value.low, found.value.high) == (Decimal(2_000_000), Decimal(3_000_000))
    (found,) = find_amounts("Zij verdienden € 500 à € 1.000 per week.", ANCHOR)
    assert (found.value.low, found.value.high) == (Decimal(500), Decimal(1000))
    (found,) = find_amounts("Er is € 60 miljoen tot 2030.", ANCHOR)
    assert found.value.high is None


def test_a_sum_without_the_word_euro_says_so() -> None:
    (found,) = find_amounts("Het budget is 20 miljoen.", ANCHOR)
    assert not found.value.unit_stated


def test_the_heading_of_a_table_gives_the_unit() -> None:
    (found,) = find_amounts("Opvang 75", ANCHOR, heading="Kosten (x € 1.000)")
    assert found.value.value == 75_000


WORDS = "€ 2 mln. 1.000 miljoen euro tot en tussen à x jaar lang - a half"
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=20).map(" ".join),
)


@given(TEXTS)
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_amounts(text, ANCHOR):
        assert found.value.words == text[found.start : found.end] != ""


def test_a_long_list_of_sums_is_read_to_the_end() -> None:
    assert len(find_amounts("€ 2 en " * 3_000, ANCHOR)) == 3_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kosten 2023: € 4 mln.", (2023, 2023, "unknown", "unknown")),
        (
            "Voor koks wordt jaarlijks geld vrijgemaakt tot en met 2026. Het gaat om € 4 mln.",
            (None, 2026, "yearly", "yes"),
        ),
        (
            "Met ingang van 1 januari 2025 stelt het kabinet voor een periode van drie jaar "
            "jaarlijks € 2 miljoen beschikbaar.",
            (2025, 2027, "yearly", "yes"),
        ),
        ("Structureel zou dit zes ton vergen; hiervoor is niets gereserveerd.",
         (None, None, "structural", "no")),
        ("In 2023 is eenmalig € 3 miljoen uitgekeerd.", (2023, 2023, "once", "yes")),
    ],
)  # fmt: skip
def test_the_sentence_before_may_say_how_often_and_how_long(
    text: str, expected: tuple[object, ...]
) -> None:
    (found,) = find_amounts(text, date(2024, 3, 4))
    amount = found.value
    years = tuple(day.year if day else None for day in (amount.from_, amount.until))
    if amount.until and expected[0] is None:
        years = (None, years[1])
    assert (*years, amount.recurrence.value, amount.funded.value) == expected


COVERED = """
De kosten van 2,1 miljoen euro komen ten laste van de begroting van VWS.
De meerkosten van € 400.000 worden gedekt uit de aanvullende post.
De kosten van € 400.000 vinden dekking binnen de begroting van JenV.
Het ministerie neemt de kosten van € 300.000 voor zijn rekening.
De kosten ad € 300.000 worden opgevangen binnen de bestaande budgetten.
De uitvoering, € 1,2 miljoen per jaar, drukt op de begroting van Sociale Zaken.
In de Miljoenennota is hiervoor € 9 miljoen opgenomen.
De Najaarsnota voorziet hierin met € 4 miljoen.
Het coalitieakkoord trekt hiervoor structureel € 20 miljoen uit.
Het kabinet trok hiervoor vorig jaar anderhalf miljoen euro uit.
De gemeente Utrecht legt twee ton bij.
Zeven ton is dit jaar uitgegeven aan de campagne.
Het ministerie droeg dit jaar drie ton bij aan de opvang.
De subsidie bedraagt € 850.000 voor de jaren 2021 tot en met 2023.
De kosten worden door de provincie gedragen en bedragen € 200.000.
Het kabinet heeft besloten € 5 miljoen te investeren in de politie.
Hiervoor staat € 300.000 op de begroting.
Het Rijk verhoogt het budget met € 3 miljoen.
Met de opvang is € 3 miljoen gemoeid, te vinden binnen de begroting.
De kosten van € 2 miljoen worden binnen de begroting van SZW opgevangen.
De extra kosten (€ 2 miljoen) draagt het ministerie van SZW.
Het bedrag van € 2 miljoen staat op de aanvullende post.
De financiering (€ 2 miljoen) is rond.
"""
UNCOVERED = """
De kosten, becijferd op € 350.000, staan vast zonder dat daar een budget tegenover staat.
Tegenover deze kosten van € 3 miljoen staat nog geen dekking.
Budget is hiervoor niet beschikbaar: het gaat om € 3 miljoen.
De dekking van de € 3 miljoen is nog onzeker.
Daarvoor ontbreken vooralsnog de middelen (€ 3 miljoen).
De extra kosten, door de VNG becijferd op € 8 miljoen, zijn niet gedekt.
Een versterking waarvan de kosten op 2,1 miljoen euro worden geraamd, is niet begroot.
Over de dekking van deze € 3 miljoen besluit een volgend kabinet.
De dekking van € 3 miljoen hangt af van de voorjaarsbesluitvorming.
Met de opvang is € 3 miljoen gemoeid. Daarvoor is nog geen oplossing gevonden.
In de begroting is voor deze € 3 miljoen geen post opgenomen.
De kosten worden geraamd op € 2 miljoen. Het is aan een volgend kabinet om te kiezen.
De kosten worden geraamd op € 2 miljoen. De dekking wordt betrokken bij de Voorjaarsnota.
Zij verzoeken om een bijdrage van € 2 miljoen. Daarvoor zie ik geen ruimte.
"""
UNSAID = """
Voor een landelijk meldpunt is naar schatting € 4 miljoen per jaar nodig.
De VNG becijfert de kosten op € 8 miljoen.
De uitvoeringskosten worden geraamd op € 2 miljoen structureel.
De opbrengst bedroeg € 3 miljoen.
Hiervoor zou € 2 miljoen moeten worden vrijgemaakt.
Er is behoefte aan € 2 miljoen extra.
"""


@pytest.mark.parametrize(
    ("sentence", "funded"),
    [(line, said) for lines, said in ((COVERED, "yes"), (UNCOVERED, "no"), (UNSAID, "unknown"))
     for line in lines.strip().splitlines()],
)  # fmt: skip
def test_cover_is_a_purse_or_a_gift_and_no_estimate(sentence: str, funded: str) -> None:
    (found,) = find_amounts(sentence, ANCHOR)
    assert found.value.funded.value == funded


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er is structureel € 18 miljoen, oplopend van € 6 miljoen in 2022 via € 12 miljoen.",
         ["structural", "rising", "rising"]),
        ("Er is € 2 miljoen, oplopend tot € 5 miljoen.", ["rising", "rising"]),
        ("De tegemoetkoming bedraagt ten hoogste € 35.000.", ["once"]),
        ("Een vergoeding van € 800 per maand.", ["unknown"]),
        ("Voor permanente bekostiging is € 1 miljoen per jaar nodig.", ["structural"]),
        ("In 2021 is € 13 miljoen extra vrijgemaakt.", ["once"]),
        ("De evaluatie kost € 90.000.", ["once"]),
        ("In 2022 werd € 11 miljoen uitgegeven.", ["unknown"]),
    ],
)  # fmt: skip
def test_how_often_a_sum_comes(sentence: str, expected: list[str]) -> None:
    assert [found.value.recurrence.value for found in find_amounts(sentence, ANCHOR)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Het bedrijf verwerkte zes ton tomaten.",
        "De vrachtwagen van zes ton werd doorzocht.",
        "Er werd twee ton cocaïne gevonden, wat geld kost.",
    ],
)
def test_a_weight_is_no_sum(sentence: str) -> None:
    assert not find_amounts(sentence, ANCHOR)


@pytest.mark.parametrize(
    ("words", "value"),
    [("zes ton", 600_000), ("drie kwart miljoen euro", 750_000), ("een half miljoen", 500_000),
     ("anderhalf miljoen euro", 1_500_000), ("tweeënhalf miljoen", 2_500_000)],
)  # fmt: skip
def test_sums_in_words(words: str, value: int) -> None:
    (found,) = find_amounts(f"De bijdrage beloopt {words}.", ANCHOR)
    assert found.value.words == words
    assert found.value.value == value


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Voor 2023, 2024 en 2025 is telkens € 2 miljoen gereserveerd.", ["2023-2025"]),
        ("Met ingang van het begrotingsjaar 2026 is dit € 4 miljoen.", ["2026-"]),
        ("Jaarlijks wordt € 4 miljoen uitgekeerd, voor het eerst in 2025.", ["2025-"]),
        ("Het is in 2024 en 2025 respectievelijk € 2 en € 3 miljoen.", ["2024-2024", "2025-2025"]),
        ("Er is € 2 miljoen (2024) en € 3 miljoen (2025) begroot.", ["2024-2024", "2025-2025"]),
        ("Er is € 2 miljoen (2024) en € 3 miljoen (2025 en verder) begroot.",
         ["2024-2024", "2025-"]),
        ("Ruim 3 ton gaat in 2023 eenmalig naar koks.", ["2023-2023"]),
        ("Er is een bedrag dat van 2022 tot 2025 oploopt tot € 9 miljoen.", ["2022-2025"]),
        ("Zie de brief van 3 mei 2023 over de € 4 miljoen.", ["-"]),
    ],
)  # fmt: skip
def test_the_years_of_a_sum(sentence: str, expected: list[str]) -> None:
    said = []
    for found in find_amounts(sentence, ANCHOR):
        ends = (found.value.from_, found.value.until)
        said.append("-".join(str(day.year) if day else "" for day in ends))
    assert said == expected


@pytest.mark.parametrize(
    "text",
    [
        "Er is € 10.5005 beschikbaar.",
        "Er is € 1.2.3 miljoen beschikbaar.",
        "Er is € 1e6 beschikbaar.",
        "Bel 06-12345678 euro.",
        "De bijdrage is\n000 euro.",
        "Het kost € 2,5-\nmiljoen in 2022.",
        "Artikel 3 500 euro is nodig.",
        "De bijdrage is 1.\n500 euro.",
    ],
)
def test_digits_that_are_part_of_something_else_are_no_sum(text: str) -> None:
    """A wrong sum with its words is worse than none."""
    assert find_amounts(text, None) == []


def test_two_sums_with_dashes_for_cents_are_two() -> None:
    found = find_amounts("In 2021 was er € 5,- en € 1.000,--.", None)
    assert [each.value.value for each in found] == [5, 1000]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Voor de keuken verstrekt het Rijk 1,2 ton in 2023 en 1,3 ton in 2024.", [120000, 130000]),
        (
            "In 2023 gaf de dienst 6,4 miljoen euro uit. Volgend jaar is dat 7,9 miljoen.",
            [6400000, 7900000],
        ),
        ("In 2023 kwamen er 4 koks. Volgend jaar is dat 7,9 miljoen.", []),
    ],
)
def test_a_sum_without_the_word_euro_behind_one_that_has_it(text: str, values: list[int]) -> None:
    assert [found.value.value for found in find_amounts(text, date(2023, 5, 1))] == values
