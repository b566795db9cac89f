"""Counts and shares in sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.reading.quantities import Quantity, find_quantities

ANCHOR = date(2021, 11, 17)

# sentence, then "VALUE UNIT | YEAR<BASE DIRECTION QUALIFIER" for each quantity
SENTENCES = [
    ("Het aantal geregistreerde meldingen daalde van 1372 in 2019 naar 1013 in 2020.",
     ["1372 geregistreerde meldingen | 2019<", "1013 geregistreerde meldingen | 2020<2019 down"]),
    ("Het aantal zaken ging in 2020 met 70% omhoog ten opzichte van 2019.", ["70% | 2020<2019 up"]),
    ("Een kwart van de meldingen betreft jongeren.", ["0.25 meldingen | <"]),
    ("Het gaat om tussen 4.000 en 7.000 slachtoffers.", ["4000-7000 slachtoffers | <"]),
    ("Een tweetal onderzoeken liep in twaalf partnerlanden.",
     ["2 onderzoeken | <", "12 partnerlanden | <"]),
    ("In 2020 190 verdachten en voor 2021 205 OM-verdachten.",
     ["190 verdachten | 2020<", "205 OM-verdachten | 2021<"]),
    ("Ruim 300 gemeenten en bijna 40 procent van de scholen.",
     ["300 gemeenten | < at least", "40% scholen | < almost"]),
    ("In 201922 waren er 14 zaken.", ["14 zaken | <"]),
    ("Circa 15-20 zaken.", ["15-20 zaken | < about"]),
    ("Zie nr. 12 en 13. Dat waren er 14.", ["14 | <"]),
    ("Covid-19, de 4P-aanpak, artikel 273 en A4 tellen niet.", []),
    ("Op 3 mei 2021 om 10.30 uur kostte dit € 500.", []),
    ("Vier jaar lang kreeg men 2 miljoen euro.", []),
]  # fmt: skip


def said(quantity: Quantity) -> str:
    value = quantity.value if quantity.value is not None else f"{quantity.low}-{quantity.high}"
    share = "%" if quantity.is_percent else ""
    years = f"{quantity.year or ''}<{quantity.base_year or ''}"
    words = f"{value}{share} {quantity.unit}".strip()
    return " ".join(f"{words} | {years} {quantity.direction} {quantity.qualifier}".split())


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_gives_its_quantities(sentence: str, expected: list[str]) -> None:
    assert [said(found.value) for found in find_quantities(sentence, ANCHOR)] == expected


def test_taken_numbers_are_left_alone() -> None:
    sentence = "Zie 28638 en 12 zaken."
    found = find_quantities(sentence, ANCHOR, taken=[(4, 9)])
    assert [f.value.words for f in found] == ["12 zaken"]


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_quantities(text, ANCHOR):
        assert found.value.words == text[found.start : found.end] != ""


def test_a_day_that_does_not_exist_is_no_count() -> None:
    assert find_quantities("Per 31 februari 2023 is dit klaar.", None) == []
