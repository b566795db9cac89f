"""Records are the same in pieces of any size, wrong as often as the model says, and invented."""

import hashlib
import json
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.simulation.error_model import error_model, error_models
from samen.core.simulation.nation import Nation
from samen.core.simulation.records import RECORDS, nation_for
from samen.core.simulation.world import PARTNERS
from samen.core.simulation.writing_down import write_down
from tests.core.simulation.lists import tables, world


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 2**40), model=st.sampled_from(["typical", "harsh"]),
       at_once=st.integers(1, 3000))  # fmt: skip
def test_the_size_of_the_pieces_changes_nothing(seed: int, model: str, at_once: int) -> None:
    nation = Nation(world(), seed, 400)
    records, truth = tables(nation, model, at_once=9000)
    others, other_truth = tables(Nation(world(), seed, 400), model, at_once=at_once)
    assert records.equals(others)
    assert truth.equals(other_truth)


def test_the_same_seed_gives_the_same_records_for_ever() -> None:
    """Stored measurements name a seed; a change of the draws is a change of their data."""
    records, truth = tables(Nation(world(), 1, 500), "typical")
    rows = json.dumps([records.to_pylist(), truth.to_pylist()], ensure_ascii=False)
    assert hashlib.sha256(rows.encode()).hexdigest()[:16] == "51aa9a2d791a60c2"


def test_another_seed_gives_another_nation() -> None:
    one, _ = tables(Nation(world(), 1, 300), "clean")
    other, _ = tables(Nation(world(), 2, 300), "clean")
    assert len(set(one["document"].to_pylist()) & set(other["document"].to_pylist())) <= 1


@pytest.mark.parametrize("size", [1, 17, 5000])
def test_there_are_exactly_as_many_records_as_asked(size: int) -> None:
    records, truth = tables(nation_for(world(), 9, size), "typical", size)
    assert records.num_rows == truth.num_rows == size
    assert records.schema == RECORDS
    assert len(set(records["id"].to_pylist())) == size
    assert records["id"].to_pylist() == truth["id"].to_pylist()


def test_records_of_the_clean_model_agree_about_a_person() -> None:
    """Without errors every partner writes the same, except what may change in a year."""
    records, truth = tables(Nation(world(), 3, 1500), "clean")
    seen: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    names = ("given_name", "family_name_prefix", "family_name", "birth_date", "sex", "nationality",
             "phone", "document")  # fmt: skip
    for row, person in zip(
        records.select(names).to_pylist(), truth["person"].to_pylist(), strict=True
    ):
        seen[person].add(tuple(row.values()))
    assert {len(rows) for rows in seen.values()} == {1}
    assert len(seen) > 1300


@pytest.mark.parametrize("model", ["typical", "harsh", "away1", "away2"])
def test_every_kind_of_error_is_made_as_often_as_the_model_says(model: str) -> None:
    """Per partner and origin group, within five standard deviations."""
    nation = Nation(world(), 11, 9000)
    chosen = error_model(world(), model)
    pieces = [write_down(nation, chosen, places) for places in nation.places(10_000)]
    partner = np.concatenate([each.rows.partner for each in pieces])
    group = np.concatenate([each.places.group[each.rows.at] for each in pieces])
    for kind in chosen.kinds:
        made = np.concatenate([each.drawn[kind] for each in pieces])
        for at in range(len(PARTNERS)):
            for of in range(len(world().groups)):
                here = (partner == at) & (group == of)
                rate = chosen.rate(kind)[at, of]
                spread = 5 * np.sqrt(max(here.sum() * rate * (1 - rate), 1.0)) + 1
                assert abs(made[here].sum() - here.sum() * rate) < spread, (kind, at, of)


def test_what_is_left_out_is_null_as_often_as_the_model_says() -> None:
    records, _ = tables(Nation(world(), 12, 6000), "typical")
    rates = error_model(world(), "typical").rate("no_birth_date")
    share = records["birth_date"].null_count / records.num_rows
    assert rates.min() < share < rates.max()
    clean, _ = tables(Nation(world(), 12, 600), "clean")
    for name in ("given_name", "family_name", "birth_date", "sex", "nationality", "city", "phone"):
        assert clean[name].null_count == 0, name


def test_a_harsher_model_makes_the_same_errors_and_more() -> None:
    """So that two models differ by their rates, not by luck."""
    nation = Nation(world(), 13, 800)
    models = error_models(world())
    (places,) = nation.places(10_000)
    mild = write_down(nation, models["typical"], places)
    wild = write_down(nation, models["harsh"], places)
    mild_made = set(mild.rows.content[mild.drawn["typed_family"]].tolist())
    assert mild_made
    assert mild_made <= set(wild.rows.content[wild.drawn["typed_family"]].tolist())


def test_nobody_is_real() -> None:
    """Without errors, every word comes from the lists, and no phone can be called."""
    records, _ = tables(Nation(world(), 14, 2000), "clean")
    names = world().names
    given_words = {word for part in ("woman", "man", "middle") for each in
                   (names[part].pool.words, names[part].feminine) for word in each}  # fmt: skip
    whole = {
        word.rpartition(" ")[2]
        for each in (names["family"].pool.words, names["family"].feminine)
        for word in each
    }
    composed = {
        a + b
        for a in names["stem"].pool.words
        for each in (names["ending"].pool.words, names["ending"].feminine)
        for b in each
    }
    families = {*names["family"].pool.words, *names["family"].feminine, *whole, *composed}
    for row in records.to_pylist():
        assert row["family_name"] in families
        assert (
            row["given_name"] in given_words or row["given_name"].rpartition(" ")[2] in given_words
        )
        assert row["address"] in set(world().streets)
    phones = records["phone"].to_pylist()
    assert all(
        each[:5] in {"+3160", "+3166", "+3167", "+3169"} or "0" in each[3:6] for each in phones
    )


def test_a_test_row_is_about_nobody() -> None:
    records, truth = tables(Nation(world(), 15, 9000), "harsh")
    is_test = [group == "test" for group in truth["group"].to_pylist()]
    assert sum(is_test) > 20
    for row, person, test in zip(
        records.to_pylist(), truth["person"].to_pylist(), is_test, strict=True
    ):
        assert (row["family_name"] == "Test" and row["birth_date"] == "1900-01-01") == test
        assert (person < 0) == test


def test_families_lodgings_and_employers_are_shared() -> None:
    """Several workers at one address with one employer: what networks are made of."""
    records, truth = tables(Nation(world(), 16), "clean")
    persons: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row, person in zip(records.to_pylist(), truth["person"].to_pylist(), strict=True):
        if row["employer"]:
            persons[row["postcode"], row["house_number"], row["employer"]].add(person)
    sizes = sorted(map(len, persons.values()))
    assert sizes[-20] >= 5
    assert sum(size == 1 for size in sizes) > len(sizes) / 2


def test_an_unknown_model_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="typical, harsh"):
        error_model(world(), "worst")


def test_nations_of_two_sizes_share_no_number() -> None:
    """Under a number both would have, a register would take one person for another."""
    small, _ = tables(Nation(world(), 1, 300), "clean")
    large, _ = tables(Nation(world(), 1, 900), "clean")
    assert not set(small["id"].to_pylist()) & set(large["id"].to_pylist())
