"""The programme's facts load whole, twice is once, and what does not add up is said."""

import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from samen.core.terms import FigureMethod
from samen.programme.actions import load_programme_facts, record_amount, record_figure
from samen.programme.actions.facts import Loaded
from samen.programme.actions.wording import Actor
from samen.programme.models import Entry, Figure, Indicator, Target
from samen.programme.published import part_sum_notes
from samen.programme.queries import (
    amounts,
    figures_of,
    indicator_with_code,
    other_vintages,
    search,
    targets_of,
)
from samen.programme.values import AmountFacts, FigureFacts, Wording
from tests.programme.conftest import member_of_the_team

NOW = datetime(2021, 11, 17, tzinfo=UTC)


@pytest.fixture(scope="module")
def tess(beneath: None) -> Actor:
    return member_of_the_team()


@pytest.fixture(scope="module")
def loaded(tess: Actor) -> Loaded:
    return load_programme_facts(by=tess, now=NOW)


@pytest.mark.django_db
def test_loading_twice_is_loading_once(loaded: Loaded, tess: Actor) -> None:
    counted = (Entry.objects.count(), Figure.objects.count())
    load_programme_facts(by=tess, now=NOW)
    assert (Entry.objects.count(), Figure.objects.count()) == counted
    assert loaded.figures == counted[1] > 90
    assert loaded.organisations > 15


@pytest.mark.django_db
def test_the_notes_of_figures_are_dutch(loaded: Loaded) -> None:
    said = [*Figure.objects.values_list("certainty", "source", "vintage"),
            *Target.objects.values_list("certainty", "source", "words")]  # fmt: skip
    assert len({words[0] for words in said}) > 3
    english = re.compile(r"\b(high|middle|low|page|edition|the|of|memory|later|definition)\b")
    addresses = re.compile(r"\S*\w\.\w\S*")
    told = [addresses.sub("", part) for words in said for part in words]
    assert [part for part in told if english.search(part)] == []


@pytest.mark.django_db
def test_the_same_year_has_a_value_a_publication(loaded: Loaded) -> None:
    counted = indicator_with_code(code="comensha-meldingen")
    assert counted is not None
    of_2020 = [f for f in figures_of(indicator=counted)
               if (f.year, f.until_year, f.breakdown) == (2020, 2020, "totaal")]  # fmt: skip
    assert sorted(figure.value for figure in of_2020 if figure.value) == [984, 1013]
    assert [other.value for other in other_vintages(figure=of_2020[0].id)] != []


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["1013", "1.013", "1,013"])
def test_a_number_finds_who_published_it(asked: str, loaded: Loaded) -> None:
    counted = indicator_with_code(code="comensha-meldingen")
    (hit,) = [hit for hit in search(query=asked).hits if hit.id == counted]
    assert hit.kind == "indicator"
    assert "2020, " in hit.where


@pytest.mark.django_db
def test_a_number_finds_an_amount(tess: Actor) -> None:
    facts = AmountFacts(value_eur=Decimal(2_500_000))
    wording = Wording("Geld voor opvang")
    amount = record_amount(wording=wording, amount=facts, by=tess, now=NOW)
    for asked in ("2500000", "€ 2.500.000", "2,5 miljoen"):
        assert [hit.id for hit in search(query=asked).hits] == [amount]
    assert search(query="2.500.001").hits == ()


@pytest.mark.django_db
def test_an_indicator_is_found_by_its_name_as_by_its_code(loaded: Loaded) -> None:
    counted = indicator_with_code(code="om-verdachten")
    assert counted is not None
    assert indicator_with_code(code="verdachten-van-mensenhandel-bij-het-om") == counted


@pytest.mark.django_db
def test_a_moved_target_shows(loaded: Loaded) -> None:
    suspects = indicator_with_code(code="om-verdachten")
    assert suspects is not None
    of_2021 = [target for target in targets_of(indicator=suspects) if target.year == 2021]
    assert [target.value for target in of_2021] == [None, 205]
    assert of_2021[1].replaces == of_2021[0].id


@pytest.mark.django_db
def test_a_changed_figure_supersedes(loaded: Loaded, tess: Actor) -> None:
    counted = Indicator.objects.get(code="comensha-meldingen").pk
    facts = FigureFacts(year=2030, publication="Jaarbeeld 2030", value=Decimal(1))
    old = record_figure(indicator=counted, figure=facts, by=tess, now=NOW)
    facts = FigureFacts(year=2030, publication="Jaarbeeld 2030", value=Decimal(2))
    new = record_figure(indicator=counted, figure=facts, by=tess, now=NOW)
    shown = {figure.id: figure.superseded_by for figure in figures_of(indicator=counted)}
    assert (shown[old], shown[new]) == (new, None)


@pytest.mark.django_db
def test_an_estimate_supersedes_no_count_of_the_same_publication(
    loaded: Loaded, tess: Actor
) -> None:
    told = Indicator.objects.get(code="comensha-meldingen").pk
    for value, method in ((100, FigureMethod.COUNTED), (500, FigureMethod.ESTIMATED)):
        facts = FigureFacts(
            year=2030, publication="Vrijgave 1", value=Decimal(value), method=method
        )
        record_figure(indicator=told, figure=facts, by=tess, now=NOW)
    stands = [each for each in figures_of(indicator=told) if each.year == 2030]
    assert [each.value for each in stands] == [100, 500]
    assert [each.superseded_by for each in stands] == [None, None]


@pytest.mark.django_db
def test_what_does_not_add_up_is_said(loaded: Loaded) -> None:
    (note,) = loaded.notes
    assert "377" in note
    assert "373" in note


@pytest.mark.django_db
def test_papers_are_found_by_number(loaded: Loaded) -> None:
    found = search(query="kst-35876-B")
    assert found.exact is not None
    assert found.exact.kind == "document"


def test_years_that_add_up_give_no_note() -> None:
    years = [FigureFacts(2000 + i, "A", Decimal(i), until_year=2000 + i, breakdown="totaal")
             for i in (1, 2)]  # fmt: skip
    whole = FigureFacts(2001, "B", Decimal(3), until_year=2002, breakdown="totaal")
    assert part_sum_notes("x", [*years, whole]) == []
    wrong = FigureFacts(2001, "B", Decimal(4), until_year=2002, breakdown="totaal")
    assert len(part_sum_notes("x", [*years, wrong])) == 1


@pytest.mark.django_db
def test_an_amount_of_a_later_paper_was_not_yet_granted(loaded: Loaded, tess: Actor) -> None:
    """What the plan of April 2024 grants cannot stand in a letter of 2022."""
    assert amounts() == []
    load_programme_facts(by=tess, now=datetime(2024, 5, 1, tzinfo=UTC))
    assert {amount.value_eur for amount in amounts()} == {2_000_000, 500_000}
