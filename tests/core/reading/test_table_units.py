"""The unit of the sums and counts of a table, as heads and sentences give it."""

import pytest

from samen.core.reading import read_letter
from samen.core.reading.money import table_size

_LETTER = "Datum 9 februari 2023\nBetreft Voortgang\n\nGeachte voorzitter,\n\n"


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("(mln. eur)", 10**6),
        ("(in € 1.000)", 1000),
        ("(x 1.000 euro)", 1000),
        ("(k€)", 1000),
        ("(in euro's, prijspeil 2022)", 1),
        ("(x 1.000)", None),
        ("(met € 2 miljoen voor tolken)", None),
    ],
)
def test_a_unit_in_brackets(words: str, size: int | None) -> None:
    assert table_size(f"bijdrage {words}") == size


def test_a_sentence_over_a_table_says_that_its_figures_are_euros() -> None:
    text = (
        "De volgende tabel geeft de bedragen (in euro's, prijspeil 2022).\n\n"
        "   Jaar     Toezicht     Uitstap\n   2023      98.000      71.500\n"
        "   2024      98.000      74.000\n"
    )
    found = read_letter(f"{_LETTER}{text}".encode(), "a.txt").candidates
    sums = [c.detail["value_eur"] for c in found if c.kind.value == "amount"]
    assert sums == [98000, 71500, 98000, 74000]
    assert not [c for c in found if c.kind.value == "indicator"]


def test_a_head_with_a_shortened_word_and_bars_between_the_columns() -> None:
    text = (
        "De raming sluit als volgt (bedragen in euro’s; I = incidenteel).\n\n"
        "Onderdeel           |   2023 real. |   2024 begr.\nUitstappen (I)      |       62.400"
        " |      110.000\nBijdrage            |      486.000 |      521.500\n"
    )
    found = read_letter(f"{_LETTER}{text}".encode(), "a.txt").candidates
    sums = [c.detail["value_eur"] for c in found if c.kind.value == "amount"]
    assert sums == [62400, 110000, 486000, 521500]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De huur kost € 90 tot € 110 per jaar.", [(90, "€ 90"), (110, "€ 110")]),
        ("De huur kost 90 tot 110 euro per jaar.", [(90, "90"), (110, "110 euro")]),
        (
            "Er komt 40 mln. euro: 12 mln. in 2024 en 28 mln. in 2025.",
            [(40e6, "40 mln. euro"), (12e6, "12 mln."), (28e6, "28 mln.")],
        ),
        ("Er zijn 12 mln. in 2024 geteld.", []),
    ],
)
def test_each_end_of_a_range_and_each_part_of_a_sum_has_its_own_words(
    text: str, expected: list[tuple[float, str]]
) -> None:
    found = read_letter(f"{_LETTER}{text}\n".encode(), "a.txt").candidates
    sums = [(c.detail["value_eur"], c.quote) for c in found if c.kind.value == "amount"]
    assert sums == expected
