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


@pytest.mark.parametrize(
    "title",
    ["Cijfers: 55.555 slachtoffers", "Slachtoffers: 55.555", "Deel 500", "Bijlage 2: tabellen"],
)
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


@pytest.mark.parametrize("title", ["Artikel 273f", "Programma 2022", "Top 40.000", "Deel 1"])
def test_a_title_may_hold_a_name_or_be_a_theme(title: str) -> None:
    assert loose("Niets.", title) == []


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Versterking met 20 fte", ["20 fte"]),
        ("Bijdrage aan DJI4 voor opvang", ["DJI4"]),
        ("Opvang met 12 plekken", ["12 plekken"]),
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


@pytest.mark.parametrize("name", ["Pijler 3", "Slachtoffers jonger dan 18", "Meldingen 18+"])
def test_a_name_of_the_register_with_a_digit_is_drafted_as_one_field_that_leads_somewhere(
    name: str,
) -> None:
    facts = sample_facts()
    facts.amounts[7] = replace(facts.amounts[7], title=name)
    facts.figures["2"] = replace(facts.figures["2"], indicator=name)
    draft = compose(facts, Opening("Samen", None))
    bodies = {section.key: section.body for section in draft}
    assert f"[[name:{name}]]: [[figure:2]]" in bodies["cijfers"]
    assert f"[[name:{name}]]: [[amount:7]]" in bodies["middelen"]
    assert [f for f in check_letter(draft, facts) if f.is_blocking] == []
    by_hand = Section("cijfers", "Cijfers", f"{name}: [[figure:2]].")
    assert Check.LOOSE_NUMBER in {f.check for f in check_letter([by_hand], facts)}


def test_the_digit_in_an_owners_name_is_no_field_that_leads_nowhere() -> None:
    facts = sample_facts()
    facts.entries[ACTION] = replace(facts.entries[ACTION], owners=("meldpunt 113",))
    found = check_letter(compose(facts, Opening("Samen", None)), facts)
    assert [f for f in found if f.is_blocking] == []


@pytest.mark.parametrize(
    ("body", "names"),
    [("Dit doet [[name:F500]].", ["F500"]), ("Door [[name:Covid-19]] kwam dit.", []),
     ("In [[name:artikel 273f]] staat het.", []), ("Zie.[[note:Zie F500.]]", ["F500"])],
)  # fmt: skip
def test_a_name_with_a_digit_that_the_register_does_not_know_is_reported(
    body: str, names: list[str]
) -> None:
    found = check_letter([Section("deel", "Deel", body)], sample_facts())
    unknown = [f for f in found if f.check is Check.UNKNOWN_NAME]
    assert [f.values["name"] for f in unknown] == names
    assert not any(f.is_blocking for f in unknown)
