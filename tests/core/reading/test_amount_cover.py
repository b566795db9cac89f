"""Whether there is cover for a sum: in its own words, behind it, or in the heading over it."""

from datetime import date

import pytest

from samen.core.reading import read_letter
from samen.core.reading.amounts import find_amounts
from samen.core.terms import Funded

_ANCHOR = date(2023, 10, 1)

_COVERED = """Er resteert € 3 miljoen van het budget.
De specifieke uitkering bedraagt € 3 miljoen.
Dit is een intensivering van € 3 miljoen, zoals afgesproken in het hoofdlijnenakkoord.
In de begroting 2024 is € 210.000 opgenomen voor de kok.
De totale baten kwamen uit op € 9.812.000.
De lasten bedroegen € 9.640.500.
Op mijn begroting staat hiervoor € 5 miljoen.
Vanuit de Europese Unie komt € 1,5 miljoen.
Hiervoor wordt € 2 miljoen aangewend.
Voor de maaltijden is er € 3 miljoen.
Aan subsidies is € 3,1 miljoen verleend.
In 2022 is € 1,2 miljoen gerealiseerd.
De realisatie over 2022 bedroeg € 1,2 miljoen.
De gemeente stopt er € 40.000 in.
Er gaat € 40.000 naar voorlichting.
Het besluit voegt € 2 miljoen toe aan het budget.
Voor 2024 is het plafond € 2 miljoen.
De kosten bedragen € 2 miljoen en passen binnen de begroting.
De kosten bedragen € 2 miljoen. Deze zijn voorzien in de begroting.
De kosten bedragen € 2 miljoen. Dekking is gevonden in het budget voor zorg.
De huur van € 24.000 per jaar betalen wij uit het wijkbudget.
De opdracht is voor € 24.000 gegund.
Daarvan komt € 1 miljoen uit de envelop.
Onze bijdrage is € 24.000.""".splitlines()

_NOT_COVERED = """Over de resterende opgave van € 1,5 miljoen beslist een volgend kabinet.
De gevraagde € 3 miljoen kan ik niet toezeggen.
De dienst vraagt € 3 miljoen extra. Dat budget heb ik niet.
Voor de jaren na 2025 is nog € 3 miljoen te vinden.
Hiervoor dient nog € 3 miljoen gevonden te worden.
De raad besluit in juni over het krediet van € 3 miljoen.
Een aanvraag bij het fonds van € 220.000 is afgewezen.
Een amendement voor € 2 miljoen is verworpen.
Er is een amendement ingediend voor € 2 miljoen extra maaltijden. Het is verworpen.
Er is een tekort van € 2 miljoen.
De dienst komt € 2 miljoen tekort.
Dit vergt € 2 miljoen, waarvoor de ruimte ontbreekt.
Dit vergt € 2 miljoen. Die ruimte is er op dit moment niet.
Voor de periode 2023-2025 ontbreekt € 6 miljoen.
De claim van € 2 miljoen ligt voor.
Het bestuur heeft € 2 miljoen aangevraagd; op de aanvraag is nog niet beslist.""".splitlines()

_NOT_SAID = """De kosten worden geschat op € 4 miljoen.
De boete bedraagt maximaal € 90.000.
De schade bedroeg € 4 miljoen.
Het gaat om € 4 miljoen naar schatting.""".splitlines()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        *((each, Funded.YES) for each in _COVERED),
        *((each, Funded.NO) for each in _NOT_COVERED),
        *((each, Funded.UNKNOWN) for each in _NOT_SAID),
    ],
)
def test_the_words_of_a_sum_tell_its_cover(sentence: str, expected: Funded) -> None:
    (found,) = find_amounts(sentence, _ANCHOR)
    assert found.value.funded is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("2. Nog niet gedekt", "no"), ("2. Gedekt", "yes"), ("2. Kosten", "unknown")],
)
def test_a_heading_tells_the_cover_of_what_stands_under_it(heading: str, expected: str) -> None:
    text = (
        f"Datum 5 oktober 2023\n\nGeachte voorzitter,\n\n{heading}\n\n"
        "De uitbreiding van de keuken kost € 140.000 per jaar.\n"
    )
    found = read_letter(text.encode(), "a.txt").candidates
    assert [c.detail["funded"] for c in found if c.kind.value == "amount"] == [expected]


def test_each_end_of_a_range_is_an_amount() -> None:
    text = (
        "Datum 5 oktober 2023\n\nGeachte voorzitter,\n\nDat kost 5 tot 8 miljoen euro per jaar.\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind.value == "amount"]
    assert [c.detail["value_eur"] for c in found] == [5_000_000, 8_000_000]
    assert {(c.detail["low"], c.detail["high"]) for c in found} == {(5_000_000, 8_000_000)}


def test_a_part_of_a_sum_is_for_the_same_year() -> None:
    first, part = find_amounts("In 2022 komt eenmalig € 4,5 mln, waarvan € 1,5 mln van VWS.", None)
    assert part.value.from_ == first.value.from_ == date(2022, 1, 1)


def test_each_column_has_the_cover_that_its_own_head_tells() -> None:
    text = (
        "Datum 5 oktober 2023\n\nGeachte voorzitter,\n\nHieronder staat het beeld.\n\n"
        "Wat                  2022          2023         2024\n"
        "                 (realisatie)  (begroting)    (raming)\n"
        "Toezicht           € 142.300     € 165.000    € 166.000\n"
        "Koken              € 242.300     € 265.000    € 266.000\n"
    )
    found = [c for c in read_letter(text.encode(), "a.txt").candidates if c.kind.value == "amount"]
    assert [c.detail["funded"] for c in found] == ["yes", "yes", "unknown"] * 2


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("De lasten bedroegen € 9.640.500.", (2022, 2022)),
        ("Een aanvraag van € 220.000 is afgewezen.", (None, None)),
        ("In 2021 bedroegen de lasten € 9.640.500.", (2021, 2021)),
    ],
)
def test_what_a_yearly_report_spent_is_of_its_year(
    text: str, years: tuple[int | None, int | None]
) -> None:
    letter = read_letter(f"Jaarverslag koks 2022\n25 april 2023\n\n{text}\n".encode(), "a.txt")
    found = [each.detail for each in letter.candidates if each.kind.value == "amount"]
    assert [(each["from"], each["until"]) for each in found] == [years]
