"""The invented nation has the published size, and is the same however it is asked."""

import csv
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.simulation.calibration import published
from samen.core.simulation.error_model import error_models
from samen.core.simulation.nation import Nation
from samen.core.simulation.registering import registered
from samen.core.simulation.world import AGES, FORMS, NOTIFIERS, SEXES, read_world
from tests.core.simulation.lists import LISTS, files, tables, world
from tests.house.tree import ROOT


def test_after_perfect_linking_the_published_totals_stand() -> None:
    """Distinct possible victims registered in a year: 1,372 in 2019 and 1,013 in 2020."""
    nation = Nation(world(), seed=7)
    model = error_models(world())["typical"]
    linked: dict[int, set[int]] = {year: set() for year in nation.years}
    for places in nation.places(1000):
        rows = registered(nation, model, places)
        years = (
            rows.day.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
        ).tolist()
        for year, person in zip(years, places.person[rows.at].tolist(), strict=True):
            linked[year].add(person)
    counts = {year: len(persons) for year, persons in linked.items()}
    assert counts == nation.totals
    assert (counts[2019], counts[2020]) == (1372, 1013)


def test_each_total_is_one_that_was_published() -> None:
    """The copy in the lists may not part from the figures of the house."""
    rows = csv.DictReader((ROOT / "data" / "figures" / "national.csv").open(encoding="utf-8"))
    known = {
        (int(row["year"]), int(row["value"]))
        for row in rows
        if row["indicator"] == "CoMensha gemelde mogelijke slachtoffers"
        and row["breakdown"].startswith("totaal")
        and row["year"].isdecimal()
    }
    assert set(Nation(world(), seed=1).totals.items()) <= known


def test_forms_sexes_ages_and_origins_are_those_published() -> None:
    """Of 2020: 41% sexual, 41% labour, 190 Polish, 185 Nigerian, 155 Dutch, 68 minors."""
    nation = Nation(world(), seed=2)
    cells = nation.cells[nation.years.index(2020)]
    forms, groups, ages = cells.sum((0, 2, 3)), cells.sum((1, 2, 3)), cells.sum((0, 1, 2))
    assert (forms[:2] == [415, 415]).all()
    for group, persons in (("PL", 190), ("NG", 185), ("NL", 155)):
        assert groups[world().groups.index(group)] == persons
    assert (ages[AGES.index("minor")], ages[AGES.index("young")]) == (68, 152)


def test_every_published_margin_is_met_within_one_person() -> None:
    nation = Nation(world(), seed=2)
    axes = {"group": world().groups, "form": FORMS, "sex": SEXES, "age": AGES}
    for at, (axis, values) in enumerate(axes.items()):
        rest = tuple(other for other in range(4) if other != at)
        for year, known in published(world(), axis).items():
            counts = nation.cells[nation.years.index(year)].sum(axis=rest)
            for value, amount in known.items():
                wanted = amount if amount >= 1 else amount * nation.totals[year]
                assert abs(counts[values.index(value)] - wanted) <= 1, (year, axis, value)


@settings(max_examples=15, deadline=None)
@given(persons=st.integers(1, 3000), seed=st.integers(0, 2**63), at_once=st.integers(1, 4000))
def test_each_place_comes_once_and_each_person_once_a_year(
    persons: int, seed: int, at_once: int
) -> None:
    nation = Nation(world(), seed, persons)
    pieces = list(nation.places(at_once))
    places = np.concatenate([each.place for each in pieces])
    assert sorted(places.tolist()) == list(range(persons))
    once = {
        (year, person)
        for each in pieces
        for year, person in zip(each.year.tolist(), each.person.tolist(), strict=True)
    }
    assert len(once) == persons


def test_who_comes_back_is_the_same_person_a_year_later() -> None:
    nation = Nation(world(), seed=3)
    starts = np.cumsum([0, *nation.totals.values()])
    n_back = 0
    for places in nation.places(10_000):
        back = np.flatnonzero(places.person != places.place)
        later = places.take(back)
        first = nation.at(later.first_year, later.person - starts[later.first_year])
        assert (later.year == first.year + 1).all()
        for name in ("person", "group", "sex", "form", "age", "first_day"):
            assert (getattr(first, name) == getattr(later, name)).all(), name
        n_back += len(back)
    assert 200 < n_back < 600


def test_the_police_register_about_the_published_share() -> None:
    """975 of 1,372 in 2019 and 490 of 1,013 in 2020; four standard deviations of chance."""
    nation = Nation(world(), seed=5)
    model = error_models(world())["clean"]
    for year, wanted in ((2019, 975), (2020, 490)):
        at = nation.years.index(year)
        places = nation.at(np.full(nation.totals[year], at), np.arange(nation.totals[year]))
        rows = registered(nation, model, places)
        police = len(np.unique(rows.at[rows.partner == NOTIFIERS.index("police")]))
        assert abs(police - wanted) < 4 * np.sqrt(wanted * (1 - wanted / nation.totals[year]))


def test_the_unseen_lie_within_the_published_estimates() -> None:
    """4,000 to 7,500 a year, registered or not (National Rapporteur)."""
    nation = Nation(world(), seed=1)
    assert 4000 < nation.exposed(2019) < 7500


def test_a_nation_of_nobody_is_refused() -> None:
    with pytest.raises(BadInput, match="0 places"):
        Nation(world(), 1, 0)


@pytest.mark.parametrize("name", ["names.csv", "margins.csv", "errors.csv"])
def test_a_missing_list_is_named(name: str) -> None:
    given_files = {key: content for key, content in files().items() if key != name}
    with pytest.raises(BadInput, match=name):
        read_world(given_files)


def test_all_lists_are_used() -> None:
    """A list that nothing reads would be taken for a fact about the nation."""
    names = {path.name for path in LISTS.glob("*.csv")}
    for name in names:
        with pytest.raises(BadInput):
            read_world({key: content for key, content in files().items() if key != name})


def test_a_nation_has_the_truth_at_any_size() -> None:
    """Whoever is person 17 of a nation does not hang on what was asked before."""
    records, truth = tables(Nation(world(), 4, 900), "clean")
    again, true_again = tables(Nation(world(), 4, 900), "clean", at_once=7)
    assert records.equals(again)
    assert truth.equals(true_again)


def test_nobody_is_registered_after_the_last_day_asked_for() -> None:
    """Of a year that is half over, all that was published falls before that day."""
    nation = Nation(world(), seed=7, persons=600, until=date(2022, 6, 30))
    model = error_models(world())["typical"]
    rows = [registered(nation, model, places) for places in nation.places(1000)]
    days = np.concatenate([each.day for each in rows]).astype("datetime64[D]")
    assert nation.years[-1] == 2022
    assert days.max() <= np.datetime64("2022-06-30")
    assert (days >= np.datetime64("2022-05-01")).any()


@pytest.mark.parametrize("persons", [None, 100])
def test_a_last_day_before_all_years_leaves_nobody(persons: int | None) -> None:
    with pytest.raises(BadInput):
        Nation(world(), seed=7, persons=persons, until=date(1999, 1, 1))
