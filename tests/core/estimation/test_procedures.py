"""Procedures against their definitions worked out on full matrices, on random tables."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammaln
from scipy.stats import poisson

from samen.core.estimation.fit import fit
from samen.core.estimation.models import hierarchical
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Searched, Stepwise
from tests.core.estimation.invented import newton_by_hand

filled = st.lists(st.integers(1, 200), min_size=7, max_size=7).map(
    lambda counts: np.array([0, *counts])
)
filled_of_four = st.lists(st.integers(1, 60), min_size=15, max_size=15).map(
    lambda counts: np.array([0, *counts])
)


def by_hand(counts: Ints, terms: list[int]) -> tuple[float, float, Floats]:
    """Hidden persons, log-likelihood, means of the observed cells; all cells are filled."""
    histories = np.arange(1, counts.size)
    x = np.array([[float(cell & term == term) for term in terms] for cell in histories])
    y = counts[1:].astype(np.float64)
    theta = newton_by_hand(x, y)
    means = np.exp(x @ theta)
    loglik = float((y * np.log(means) - means - gammaln(y + 1)).sum())
    return float(np.exp(theta[0])), loglik, means


def stepwise_by_hand(counts: Ints, n_lists: int) -> tuple[list[int], float]:
    """Chan, Silverman and Vincent 2021, section 3.3, where every model has an estimate.
    Of pairs that are equally unlikely the first."""
    terms = [0, *(1 << bit for bit in range(n_lists))]
    left = [1 << one | 1 << other for one, other in combinations(range(n_lists), 2)]
    histories = np.arange(1, counts.size)
    while True:
        hidden, _, means = by_hand(counts, terms)
        tails = []
        for pair in left:
            on = histories & pair == pair
            shared, expected = counts[1:][on].sum(), means[on].sum()
            tails.append(min(poisson.cdf(shared, expected), poisson.sf(shared - 1, expected)))
        if not left or min(tails) >= 0.02:
            return terms, counts.sum() + hidden
        first = int(np.argmax(np.log(tails) < np.log(min(tails)) + 1e-6))
        terms = [*terms, left.pop(first)]


@settings(deadline=None)
@given(filled_of_four)
def test_stepwise_takes_the_least_likely_pair_first(counts: Ints) -> None:
    terms, total = stepwise_by_hand(counts, 4)
    found = Stepwise().choose(counts)
    assert found.model is not None
    assert found.model.terms == set(terms)
    assert found.total == pytest.approx(total, rel=1e-6)


@settings(deadline=None)
@given(st.lists(st.integers(1, 60), min_size=8, max_size=8), st.permutations(range(4)))
def test_pairs_that_are_equally_unlikely_give_one_estimate(
    persons: list[int], order: list[int]
) -> None:
    """Lists 1, 2 and 3, 4 change places without changing the table, so pairs come in twins; which
    of two is taken first hangs on the order of the lists, the estimate does not."""

    def mirrored(cell: int) -> int:
        return cell >> 2 | (cell & 3) << 2

    def moved(cell: int) -> int:
        return sum(1 << order[bit] for bit in range(4) if cell >> bit & 1)

    counts = np.array([0, *(persons[min(cell, mirrored(cell)) % 8] for cell in range(1, 16))])
    other = np.zeros_like(counts)
    for cell in range(16):
        assert counts[cell] == counts[mirrored(cell)]
        other[moved(cell)] = counts[cell]
    here, there = Stepwise().choose(counts), Stepwise().choose(other)
    assert here.total == pytest.approx(there.total, rel=1e-6)


@given(filled)
def test_an_average_weighs_models_by_their_bic(counts: Ints) -> None:
    """Weights exp(-BIC / 2) of all models within 10 of the best (Buckland, Burnham and Augustin
    1997, equation 2), each total its own."""
    totals, values = [], []
    for model in hierarchical(3, 2):
        hidden, loglik, _ = by_hand(counts, model.array().tolist())
        totals.append(counts.sum() + hidden)
        values.append(len(model.terms) * np.log(counts.sum()) - 2 * loglik)
    gaps = np.array(values) - min(values)
    weights = np.where(gaps <= 10, np.exp(-gaps / 2), 0)
    weights /= weights.sum()
    found = Searched("bic", 2, slack=10.0).choose(counts)
    assert found.total == pytest.approx(float(weights @ np.array(totals)), rel=1e-5)
    assert [weight for _, weight in found.models] == pytest.approx(
        sorted(weights[weights > 0], reverse=True), abs=1e-6
    )


@given(filled)
def test_criteria_are_their_formulas(counts: Ints) -> None:
    """Hurvich and Tsai 1989 for AICc, with the persons observed as the size of the sample."""
    n = int(counts.sum())
    for model in hierarchical(3, 2):
        found, p = fit(counts, model), len(model.terms)
        _, loglik, _ = by_hand(counts, model.array().tolist())
        assert found.aic == pytest.approx(2 * p - 2 * loglik, abs=1e-5)
        assert found.bic == pytest.approx(p * np.log(n) - 2 * loglik, abs=1e-5)
        if n > p + 1:
            corrected = 2 * p - 2 * loglik + 2 * p * (p + 1) / (n - p - 1)
            assert found.aicc == pytest.approx(corrected, abs=1e-5)
