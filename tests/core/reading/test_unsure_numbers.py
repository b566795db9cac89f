"""Numbers of which the text does not surely tell the value give none."""

import pytest

from samen.core.reading import read_letter

_TOP = "Datum 5 oktober 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"
_KINDS = ("indicator", "quantity")


def _found(text: str) -> list[tuple[object, ...]]:
    letter = read_letter(f"{_TOP}{text}\n\nHoogachtend,\n".encode(), "a.txt")
    return [
        (c.detail["value"], c.detail["low"], c.detail["high"])
        for c in letter.candidates
        if c.kind.value in _KINDS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 zijn 1.0\n\f37 koks gemeld.",
        "In 2022 zijn 1.\n\f037 koks gemeld.",
        "In 2022 zijn 1.03\n7 koks gemeld.",
        "Koks melden zich sinds 2022 op 06-87654321.",
        "Koks melden zich sinds 2022 op 070-7654321 of 088 765 43 21.",
        "Koks melden zich sinds 2022 op +31 6 87654321.",
        "Het kenmerk van de meldingen in 2022 is 4321-98765432.",
        "In 2022 zijn zeshonderd acht en veertig koks gemeld.",
        "In 2022 zijn drie duizend vijfentwintig meldingen gedaan.",
        "In 2022 zijn vier honderd meldingen gedaan.",
        "In 2022 zijn 2 miljoen 300 duizend meldingen gedaan.",
        "In 2022 zijn 2’345 koks gemeld.",
        "In 2022 zijn 15 × 10^4 meldingen gedaan.",
        "Bij meldingen was de verhouding in 2022 2 : 7.",
    ],
)
def test_a_number_whose_value_is_not_sure_is_left_out(text: str) -> None:
    assert _found(text) == []


def test_a_hyphen_at_a_line_end_makes_no_range() -> None:
    assert _found("In 2022 zijn 300 koks gemeld, waarvan 4-\n50 vrouwen.") == [(300, None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 zijn 1.037\n\fkoks gemeld.", [(1037, None, None)]),
        ("In 2022 zijn 20-25 koks gemeld.", [(None, 20, 25)]),
        ("In 2022 zijn 1500-2500 koks gemeld.", [(None, 1500, 2500)]),
        ("In 2022 zijn drie duizend koks gemeld.", [(3000, None, None)]),
        ("In 2022 zijn zeshonderdachtenveertig koks gemeld.", [(648, None, None)]),
        ("In 2022 deden zeven een melding en 120 koks niets.",
         [(7, None, None), (120, None, None)]),
    ],
)  # fmt: skip
def test_a_sure_number_is_kept(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _found(text) == expected
