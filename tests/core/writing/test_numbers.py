"""A number that nothing in the register carries is found, wherever it hides."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samen.core.writing.checks import Check, check_letter
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import Section
from tests.core.writing.samples import ACTION, sample_facts


def loose(body: str, title: str = "Deel") -> list[str]:
    facts = sample_facts()
    action = replace(facts.entries[ACTION], said="drie gemeenten deden mee", theme="Top 40.000")
    facts.entries[ACTION] = action
    found = check_letter([Section("deel", title, body)], facts)
    return [f.values["number"] for f in found if f.check is Check.LOOSE_NUMBER]


@pytest.mark.parametrize(
    "body",
    [
        "Er waren [[name:77.777 slachtoffers]].",
        "Er waren [[name:77.777]] slachtoffers.",
        "Het zijn er meer.[[note:Het waren er 66.666.]]",
        "Zie de noot.[[note:Het waren [[name:66.666]] meldingen.]]",
        "Zie de noot.[[note:In 2020 slachtoffers geteld.]]",
        "Er waren vijfduizend slachtoffers.",
        "Er waren vijf nieuwe slachtoffers.",
        "De helft van de slachtoffers is jong.",
        "Het gaat om duizenden arbeidsslachtoffers.",
        "Vierendertig regio's doen mee.",
        "Het waren er tweehonderd.",
        "Dit staat in [[law:slachtoffers 66.666]].",
        "Er waren [[name:vijfduizend slachtoffers]].",
        "Een ⅓ deel van de meldingen.",
        "Zie deel Ⅶ van het plan.",
    ],
)
def test_a_number_without_a_source_is_loose(body: str) -> None:
    assert loose(body)


@pytest.mark.parametrize("title", ["Cijfers: 55.555 slachtoffers", "Slachtoffers: 55.555"])
def test_a_number_in_a_title_is_loose(title: str) -> None:
    assert loose("Niets.", title)


@pytest.mark.parametrize(
    "body",
    [
        "In [[name:artikel 273f]] en [[law:Sr 273f]].",
        "Dit doet [[name:Alliance 8.7]], zie [[name:OJ L 23]] en [[name:Covid-19]].",
        "Bron: [[name:Jaarbeeld 2021]].",
        "Zie de noot.[[note:Jaarbeeld, blz. 12 en 14, nr. 3, [[paper:kst-28638-192]].]]",
        "Zie de noot.[[note:Kamerstukken II 2021/22, 28638, nr. 200.]]",
        "In deze zaak zijn drie gemeenten gevraagd: drie gemeenten deden mee.",
        "Op twee manieren, in één keer, binnen twintig jaar, is dit een stap voor slachtoffers.",
    ],
)
def test_a_name_a_page_and_the_words_of_the_register_are_not_loose(body: str) -> None:
    assert loose(body) == []


@pytest.mark.parametrize("title", ["Artikel 273f", "Programma 2022", "Top 40.000"])
def test_a_title_may_hold_a_name_or_be_a_theme(title: str) -> None:
    assert loose("Niets.", title) == []


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Versterking met 20 fte", ["20"]),
        ("Bijdrage aan DJI4 voor opvang", ["DJI4"]),
        ("Opvang met 12 plekken", ["12"]),
        ("Voor Covid-19 is 10,5 miljoen beschikbaar", []),
    ],
)
def test_the_name_of_an_amount_or_indicator_is_no_source(title: str, numbers: list[str]) -> None:
    facts = sample_facts()
    facts.amounts[7] = replace(facts.amounts[7], title=title, value_eur=Decimal(10_500_000))
    facts.figures["1"] = replace(facts.figures["1"], indicator=title, year=2022)
    found = check_letter(compose(facts, Opening("Samen", None)), facts)
    loose = {f.section: f.values["number"] for f in found if f.check is Check.LOOSE_NUMBER}
    assert sorted(loose.values()) == sorted(numbers * 2)
