"""Lists that are summed out one by one give the sums, and the fit, of the whole table."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.estimation.elimination import NOBODY, Weights, order_of, shared, summed
from samen.core.estimation.groups import climbed, groups_of
from samen.core.estimation.models import closed
from samen.core.estimation.poisson import Floats, margins_of
from samen.core.estimation.sparse_fit import climbed_sparse, pair_means, sparse
from tests.core.estimation.test_groups import seen

Pairs = list[tuple[int, int]]


@st.composite
def pairs_of_lists(draw: st.DrawFn, n_lists: int) -> Pairs:
    every = [(i, j) for i in range(n_lists) for j in range(i + 1, n_lists)]
    return draw(st.lists(st.sampled_from(every), unique=True, max_size=len(every)))


def terms_of(pairs: Pairs, n_lists: int) -> list[int]:
    return [0, *(1 << at for at in range(n_lists)), *(1 << i | 1 << j for i, j in pairs)]


def by_hand(on: Floats, both: Floats, held: tuple[int, int]) -> tuple[float, Floats]:
    """The sum of the products of factors over all histories, and by pair of lists."""
    n_lists, total, shares = on.size, 0.0, np.zeros_like(both)
    for history in range(1 << n_lists):
        lists = [at for at in range(n_lists) if history >> at & 1]
        if all(at in (NOBODY, *lists) for at in held):
            here = float(np.prod(on[lists]))
            here *= float(np.prod([both[i, j] for i in lists for j in lists if i < j]))
            total += here
            shares[np.ix_(lists, lists)] += here
    return total, shares


@given(pairs_of_lists(6), st.integers(0, 2**32),
       st.sampled_from([(NOBODY, NOBODY), (2, NOBODY), (0, 5)]))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_sums_over_all_histories(pairs: Pairs, seed: int, held: tuple[int, int]) -> None:
    chance = np.random.default_rng(seed)
    on, both = chance.uniform(0, 2, 6), np.ones((6, 6))
    for i, j in pairs:
        both[i, j] = both[j, i] = chance.choice([0.0, 0.3, 5.0])
    order, fits = order_of(np.array(terms_of(pairs, 6)), 6)
    assert fits
    inside, found = np.empty(order.starts[-1]), np.zeros((6, 6))
    total = summed(order, Weights(on, both), *held, inside)
    shared(order, total, inside, found)
    expected, shares = by_hand(on, both, held)
    assert total == pytest.approx(expected, rel=1e-12)
    for i, j in [*pairs, *((at, at) for at in range(6))]:
        assert found[i, j] == pytest.approx(shares[i, j], rel=1e-12, abs=1e-300)


def test_a_chain_costs_next_to_nothing() -> None:
    """Twenty lists, each tied to the next: tables of four histories, not of a million."""
    order, fits = order_of(np.array(terms_of([(at, at + 1) for at in range(19)], 20)), 20)
    assert fits
    assert order.starts[-1] <= 20 * 4


def test_three_lists_in_one_term_or_too_many_ties_have_no_order() -> None:
    assert not order_of(np.array([*terms_of([], 4), 0b111]), 4)[1]
    every = [(i, j) for i in range(14) for j in range(i)]
    assert not order_of(np.array(terms_of(every, 14)), 14)[1]


@given(pairs_of_lists(7), st.integers(0, 2**32), st.sampled_from([40, 600]))
@settings(max_examples=60, deadline=None)
def test_the_fit_is_that_by_groups(pairs: Pairs, seed: int, persons: int) -> None:
    """In small tables some pairs, and now and then a list, have nobody."""
    counts = seen(7, persons, seed).astype(np.float64)
    terms = closed(7, [1 << i | 1 << j for i, j in pairs]).array()
    groups = groups_of(terms, margins_of(counts, 7)[terms], 7)
    model, fits = sparse(groups)
    assert fits
    one, other = (np.zeros(groups.terms.size) for _ in range(2))
    one[0] = other[0] = np.log(counts.sum())
    by_groups, by_order = climbed(groups, one), climbed_sparse(model, other)
    if by_groups[2]:
        assert by_order[1]
        assert by_order[0] == pytest.approx(by_groups[0], rel=1e-9)
        assert other == pytest.approx(one, abs=1e-5)
        means = pair_means(model, other)
        for i, j in pairs:
            both = groups.margins[groups.terms == (1 << i | 1 << j)].sum()
            assert means[i, j] == pytest.approx(both, abs=1e-5)
    if by_order[2]:
        assert by_groups[1]
