"""Counts with their year: said, in turn, from the sentence before, or reckoned back."""

import pytest

from samen.core.reading import read_letter

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


def _found(text: str) -> list[tuple[object, ...]]:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    return [
        (c.detail["value"], c.detail["year"], c.detail["value_kind"])
        for c in letter.candidates
        if c.kind.value == "indicator"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorig jaar zijn 34 keukens aangemeld en 51 zaken begonnen.", [(51, 2022, "realised")]),
        (
            "In 2021 en 2022 zijn er respectievelijk 34 en 41 meldingen over koks gedaan.",
            [(34, 2021, "realised"), (41, 2022, "realised")],
        ),
        (
            "In 2021 zijn 340 gesprekken met koks gevoerd. Voor 2022 komen wij uit op 380.",
            [(340, 2021, "realised"), (380, 2022, "realised")],
        ),
        (
            "Op 1 september 2023 waren er 240 jongeren zoek, tegenover 290 een half jaar daarvoor.",
            [(240, 2023, "realised"), (290, 2023, "realised")],
        ),
        (
            "De dienst had eind 2021 22 rechercheurs; dat moeten er 60 zijn in 2024.",
            [(22, 2021, "realised"), (60, 2024, "target")],
        ),
        (
            "Het aantal controles steeg met 12% tot 340 in 2022.",
            [(12, 2022, "trend"), (340, 2022, "realised")],
        ),
        ("Ik streef naar 500 plekken in 2025.", [(500, 2025, "target")]),
        ("In de brief van 3 mei 2022 zijn 40 gemeenten genoemd.", []),
    ],
)
def test_a_count_gets_its_year(text: str, expected: list[tuple[object, ...]]) -> None:
    found = _found(text)
    assert [one for one in found if one in expected] == expected
    if not expected:
        assert found == []


def test_counts_without_a_year_are_no_indicators() -> None:
    assert _found("De dienst sprak met dertig gemeenten en 40 koks.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Het rapport laat voor 2021 een lichte toename van meldingen over keukens zien.",
        "Van de medewerkers had in augustus 2023 ruim de helft een diploma.",
        "Een derde van de gemeenten had in 2022 een keukenplan.",
        "In 2022 had twee op de vijf gemeenten een keukenplan.",
    ],
)
def test_a_share_in_words_has_a_year_and_no_number(text: str) -> None:
    assert [value for value, _, _ in _found(text)] == [None]
    assert [year for _, year, _ in _found(text)] != [None]
