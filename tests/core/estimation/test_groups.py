"""A fit by groups of lists is the fit on the whole table, and tells whether there is one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.estimation.bootstrap import bootstrap, observed
from samen.core.estimation.existence import check
from samen.core.estimation.groups import climbed, groups_of
from samen.core.estimation.models import Model, closed
from samen.core.estimation.offsets import with_known
from samen.core.estimation.poisson import Ints, margins_of
from samen.core.estimation.procedures import Fixed, Stepwise
from tests.core.estimation.test_existence import brute_force


def seen(n_lists: int, persons: int, seed: int) -> Ints:
    """Persons on independent lists, cell 0 empty."""
    chance = np.random.default_rng(seed)
    on = chance.random((persons, n_lists)) < chance.uniform(0.05, 0.3, n_lists)
    counts = np.bincount((on << np.arange(n_lists)).sum(axis=1), minlength=1 << n_lists)
    counts[0] = 0
    return counts


@st.composite
def models(draw: st.DrawFn, n_lists: int) -> Model:
    """Hierarchical models of terms of two or three lists."""
    terms = st.sets(st.integers(0, n_lists - 1), min_size=2, max_size=3)
    chosen = draw(st.lists(terms, max_size=5))
    return closed(n_lists, [sum(1 << list_ for list_ in term) for term in chosen])


@given(models(7), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_it_is_the_fit_on_the_whole_table(model: Model, seed: int) -> None:
    counts = seen(7, 600, seed)
    whole = with_known(counts.astype(np.float64), model, {})
    assert Fixed(model).choose(counts).total == pytest.approx(whole.total, rel=1e-7)


@given(models(6), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_sparse_tables_of_six_lists_agree_with_the_linear_program(model: Model, seed: int) -> None:
    counts = seen(6, 25, seed)
    counts[1] += 1
    found = check(counts, model)
    assert (found.exists, found.identifiable) == brute_force(counts, model)


def test_lists_without_a_term_are_groups_of_their_own() -> None:
    counts = seen(5, 400, 3)
    model = closed(5, [0b10010, 0b00101])
    terms = model.array()
    margins = margins_of(counts.astype(np.float64), 5)[terms]
    groups = groups_of(terms, margins, 5)
    assert groups.lists.tolist() == [0, 1, 0, 2, 1]
    assert groups.sizes.tolist() == [2, 2, 1]
    theta = np.zeros(terms.size)
    theta[0] = np.log(counts.sum())
    _, converged, proven = climbed(groups, theta)
    assert (converged, proven) == (True, True)


def test_a_fit_that_does_not_exist_is_never_proven() -> None:
    """All persons are on list 3, so those on 1 or 2 alone cannot be expected."""
    counts = np.array([0, 0, 0, 0, 0, 1, 4, 3])
    terms = closed(3, []).array()
    margins = margins_of(counts.astype(np.float64), 3)[terms]
    assert not climbed(groups_of(terms, margins, 3), np.zeros(terms.size))[2]
    assert not check(counts, closed(3, [])).exists


def test_twenty_lists_have_an_interval() -> None:
    """A table of a million cells, most of them empty."""
    chance = np.random.default_rng(5)
    on = chance.random((1500, 20)) < 0.03
    histories, persons = np.unique((on << np.arange(20)).sum(axis=1), return_counts=True)
    counts = np.zeros(1 << 20, dtype=np.int64)
    counts[histories[1:]] = persons[1:]
    draws = bootstrap(observed(counts), Stepwise(), counts, 20, seed=2, workers=2)
    assert np.isfinite(draws.totals).all()
    assert 0.5 < np.median(draws.totals) / 1500 < 2
