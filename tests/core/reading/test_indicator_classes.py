"""Classes of sentences that count something, found on passages of a stranger; other words here."""

import pytest

from tests.core.reading.letters_read import figures_of

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
type Figure = tuple[object, ...]


def figures(text: str) -> list[Figure]:
    return figures_of(f"{_TOP}{text}\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 zijn 2 van de 4 kermissen gekeurd.", [(2, 2022, "realised")]),
        ("In 2022 deed 1 van de 4 deelnemers mee.", [(None, 2022, "trend")]),
        (
            "De koks bakten in het voorjaar van 2021 zeven taarten. Deze zomer waren dat er elf.",
            [(7, 2021, "realised"), (11, 2023, "realised")],
        ),
        (
            "Per post kwamen meer klachten binnen: 340 tegen 290 in 2021.",
            [(340, 2022, "realised"), (290, 2021, "realised")],
        ),
        (
            "Voor 2022 gold een norm van 90 bezoeken. Die is met 84 net niet gehaald.",
            [(90, 2022, "target"), (84, 2022, "realised")],
        ),
        (
            "In 2022 zijn 31 molens bezocht, minder dan de geplande 40.",
            [(31, 2022, "realised"), (40, 2022, "target")],
        ),
        ("In het schooljaar 2021/22 volgden 64 scholen de les.", [(64, 2022, "realised")]),
        ("Over de jaren 2019 tot en met 2021 zijn 810 mensen geholpen.", [(810, 2021, "realised")]),
        ("De groep bestaat voor 30 procent uit vrouwen.", [(30, 2023, "realised")]),
        (
            "Het percentage klachten dat tijdig is beantwoord moet van 55 nu naar 70 in 2026.",
            [(55, 2023, "realised"), (70, 2026, "target")],
        ),
        (
            "De ambitie is dat het aantal bezoekers in 2026 met 15 procent is gestegen.",
            [(15, 2026, "target")],
        ),
        (
            "De lijn werd in 2022 ruim tweeduizend keer gebeld, tegen duizend keer in 2021.",
            [(2000, 2022, "realised"), (1000, 2021, "realised")],
        ),
        (
            "Het verzuim onder koks is 9%; elders ligt dat op 4%.",
            [(9, 2023, "realised"), (4, 2023, "realised")],
        ),
        ("De meeste deelnemers (64%) zijn bakker.", [(64, 2023, "realised")]),
        ("De gemeente heeft drie extra bakkers aangesteld.", []),
    ],
)
def test_a_number_has_the_year_that_its_words_around_it_give(
    text: str, expected: list[Figure]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2. Uitkomsten 2022\n\na. Aantal ritten: 910 (begroot: 800)\n"
            "b. Aantal storingen: 44 (geraamd: 50)",
            [(910, 2022, "realised"), (800, 2022, "target"), (44, 2022, "realised"),
             (50, 2022, "target")],
        ),
        (
            "- Meldingen per post (2022): 51\n- Meldingen per telefoon (2022): 302\n"
            "- Doorgestuurd naar de koks: 48",
            [(51, 2022, "realised"), (302, 2022, "realised"), (48, 2022, "realised")],
        ),
        (
            "2022: 410 vergunningen, 35 weigeringen.\n2021: 380 vergunningen, 41 weigeringen.",
            [(410, 2022, "realised"), (35, 2022, "realised"), (380, 2021, "realised"),
             (41, 2021, "realised")],
        ),
        (
            "Aantal keuringen: 2020 - 18, 2021 - 24, 2022 - 29",
            [(18, 2020, "realised"), (24, 2021, "realised"), (29, 2022, "realised")],
        ),
        (
            "Nulmeting (2020): 21% bekendheid. Streefwaarde eindmeting (2024): 50%.",
            [(21, 2020, "realised"), (50, 2024, "target")],
        ),
        (
            "Aantal keuringen per plaats\nPlaats       2020  2021  2022  verschil\n"
            "Ede            12    14    18   +4\nBergen op Zoom 25    21    28   +7",
            [(12, 2020, "realised"), (14, 2021, "realised"), (18, 2022, "realised"),
             (25, 2020, "realised"), (21, 2021, "realised"), (28, 2022, "realised")],
        ),
    ],
)  # fmt: skip
def test_lines_give_their_numbers_the_year_beside_or_over_them(
    text: str, expected: list[Figure]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik streef ernaar dat in 2025 alle gemeenten een kok hebben.", [(2025, "target")]),
        ("De doelstelling is dat in 2025 acht van de tien meldingen gelezen zijn.",
         [(2025, "target")]),
        ("De bakkers zien een flinke toename van meldingen over brood.", [(2023, "trend")]),
        ("Slechts een beperkt deel van de bezoekers doet een melding.", [(2023, "trend")]),
        ("Inmiddels hebben vrijwel alle regionale teams een oven.", [(2023, "trend")]),
        ("Het aantal meldingen halveerde in 2022.", [(2022, "trend")]),
    ],
)  # fmt: skip
def test_a_share_or_a_rise_in_words_has_no_value(
    text: str, expected: list[tuple[int, str]]
) -> None:
    assert figures(text) == [(None, year, kind) for year, kind in expected]
