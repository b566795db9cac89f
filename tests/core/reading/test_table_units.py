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
