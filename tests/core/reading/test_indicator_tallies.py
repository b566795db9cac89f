"""Rows of numbers by state or by turn, counts of how things stand, and years that point back."""

import pytest

from tests.core.reading.letters_read import fields_of

_LETTER = "Datum 14 maart 2024\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _read(text: str) -> list[tuple[object, ...]]:
    return fields_of(f"{_LETTER}{text}\n", "indicator", "value", "year")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acht acties zijn klaar, vijf lopen nog en twee zijn vervallen.",
            [(8, 2024), (5, 2024), (2, 2024)],
        ),
        (
            "Zes voorstellen zijn uitgewerkt, elf zijn in voorbereiding en drie nog niet begonnen.",
            [(6, 2024), (11, 2024), (3, 2024)],
        ),
        (
            "Tussen 2020 en 2022 kwamen klachten binnen: zes in het eerste jaar, negen in het"
            " tweede en dertien in het derde.",
            [(6, 2020), (9, 2021), (13, 2022)],
        ),
        (
            "In 2023 kwamen 30 zaken binnen: vijf in het eerste kwartaal, zeven in het tweede,"
            " acht in het derde en tien in het vierde.",
            [(30, 2023), (5, 2023), (7, 2023), (8, 2023), (10, 2023)],
        ),
    ],
)
def test_a_row_of_states_or_turns(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("140 cliënten wachten op een plek.", [(140, 2024)]),
        ("Op de lijst staan 77 mensen.", [(77, 2024)]),
        ("Er verblijven 64 vrouwen in de opvang.", [(64, 2024)]),
        ("Bij 19 gemeenten ontbreekt een aanspreekpunt.", [(19, 2024)]),
        ("Uit de peiling blijkt dat 31 procent de regeling kent.", [(31, 2024)]),
        ("Elk team telt eind 2025 ten minste vijf vaste leden.", [(5, 2025)]),
        ("Afgesproken is dat het aantal zaken vóór 1 juli 2025 onder de 50 ligt.", [(50, 2025)]),
    ],
)
def test_how_things_stand_and_what_is_agreed(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De dienst nam 30, 34 en 38 klachten op in respectievelijk 2020, 2021 en 2022.",
            [(30, 2020), (34, 2021), (38, 2022)],
        ),
        (
            "In 2020 kwamen 305 aangiften binnen. In 2021 steeg dat naar 341 en in 2022 naar 388.",
            [(305, 2020), (341, 2021), (388, 2022)],
        ),
        ("2023 telde 868 meldingen.", [(868, 2023)]),
        (
            "Het onderzoek beslaat de periode 2020-2022. In die periode liep het aantal klachten"
            " op van 45 naar 61.",
            [(45, 2020), (61, 2022)],
        ),
        ("Van 2021 op 2022 steeg het aantal klachten van 45 naar 61.", [(45, 2021), (61, 2022)]),
    ],
)
def test_each_number_has_its_own_year(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "De politie werft 40 rechercheurs.",
        "Vier daarvan neem ik over.",
        "Het bureau spreekt met 40 gemeenten over het plan.",
    ],
)
def test_a_plan_or_a_talk_is_no_state(text: str) -> None:
    assert _read(text) == []
