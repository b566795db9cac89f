"""Averaging over graphs: the figures of dga, and beyond its grid."""

from fractions import Fraction
from itertools import pairwise
from math import factorial, log

import numpy as np
import pytest
from scipy.special import gammaln

from samen.core.errors import BadInput
from samen.core.estimation.decomposable import (
    GraphAverage,
    average_over_graphs,
    decomposable_graphs,
    log_gamma_ratio,
)
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Floats, Ints
from tests.core.estimation.published import run, table

ENDS = {"UKdat_5": 54880, "NewOrl_5": 3700, "Western": 6900}
"""The most hidden persons that the stored runs of dga look at."""


@pytest.mark.parametrize("name", ENDS)
def test_figures_are_those_of_dga_on_its_grid(name: str) -> None:
    stored = run(name, "dga")
    found = average_over_graphs(table(name))
    inside = (found.totals > found.n_observed) & (found.totals <= found.n_observed + ENDS[name])
    totals, mass = found.totals[inside], found.mass[inside] / found.mass[inside].sum()
    quantiles = np.interp([0.025, 0.5, 0.975], np.cumsum(mass), totals)
    asked = (stored["lower"], stored["estimate"], stored["upper"])
    assert tuple(np.ceil(quantiles)) == pytest.approx(asked, abs=2)
    steps = np.diff(totals, prepend=totals[0] - 1)
    assert totals[np.argmax(mass / steps)] == pytest.approx(stored["mode"], abs=4)
    assert ((totals - (steps - 1) / 2) * mass).sum() == pytest.approx(stored["mean"], rel=1e-5)
    cut_off = 1 - float(found.mass[inside].sum())
    assert cut_off < 2e-3
    assert found.weights[0][1] == pytest.approx(stored["top_model_weight"], rel=2 * cut_off + 1e-6)
    assert found.n_graphs == stored["n_models"]


@pytest.mark.parametrize("name", ENDS)
def test_the_grid_is_extended_until_nothing_is_cut_off(name: str) -> None:
    found = average_over_graphs(table(name))
    assert found.verdict.status is Status.OK
    assert found.tail < 1e-6
    assert found.totals[-1] > found.n_observed + ENDS[name]
    assert found.mass.sum() + found.tail == pytest.approx(1, abs=1e-9)
    quantiles = found.verdict.quantiles
    assert quantiles is not None
    assert quantiles.interval[1] >= run(name, "dga")["upper"]


def test_the_likeliest_graphs_are_named_as_models() -> None:
    weights = average_over_graphs(table("UKdat_5")).weights
    assert str(weights[0][0]) == "[123,25,34]"
    assert len(weights) == 10
    assert all(one[1] >= other[1] for one, other in pairwise(weights))


@pytest.mark.parametrize(("n_lists", "number"), [(2, 2), (3, 8), (4, 61), (5, 822)])
def test_all_decomposable_graphs_are_found(n_lists: int, number: int) -> None:
    """Labelled chordal graphs: sequence A058862 of the OEIS."""
    graphs = decomposable_graphs(n_lists)
    assert len(graphs) == number
    assert len({frozenset(graph.items()) for graph in graphs}) == number


def by_hand(counts: Ints, hidden: Floats) -> Floats:
    """The posterior for three lists, graph by graph: cliques over separators."""
    graphs: list[tuple[list[int], list[int]]] = [
        ([1, 2, 4], []),
        *(([3, 4], []), ([5, 2], []), ([6, 1], [])),
        *(([3, 5], [1]), ([3, 6], [2]), ([5, 6], [4])),
        ([7], []),
    ]

    def likelihood(lists: int) -> Floats:
        cells = [cell for cell in range(8) if cell & ~lists == 0]
        prior = 1 / len(cells)
        value = -gammaln(hidden + counts[1:].sum() + 1)
        for cell in cells:
            inside = sum(int(counts[other]) for other in range(1, 8) if other & lists == cell)
            persons = inside + hidden if cell == 0 else np.full_like(hidden, inside)
            value = value + gammaln(persons + prior) - gammaln(prior)
        plain: Floats = value
        return plain

    logs = [
        sum(likelihood(clique) for clique in cliques) - sum(map(likelihood, separators))
        for cliques, separators in graphs
    ]
    total = hidden + counts[1:].sum()
    weights = np.array(logs) + gammaln(total + 1) - gammaln(hidden + 1) - np.log(total)
    summed: Floats = np.exp(weights - weights.max()).sum(axis=0)
    return summed


def test_three_lists_worked_out_graph_by_graph() -> None:
    counts = np.array([0, 40, 30, 6, 20, 4, 5, 2])
    found = average_over_graphs(counts)
    hidden = np.arange(3000.0)
    mine = by_hand(counts, hidden)
    np.testing.assert_allclose(
        found.mass[:3000] / found.mass[:3000].sum(), mine / mine.sum(), rtol=1e-8
    )


def test_the_order_of_the_lists_does_not_matter() -> None:
    counts = table("Western")
    cells = np.arange(32)
    turned = np.zeros_like(counts)
    turned[(cells << 1 | cells >> 4) & 31] = counts
    assert average_over_graphs(turned).verdict == average_over_graphs(counts).verdict


@pytest.mark.parametrize("hidden", [5000, 10**6, 10**12])
def test_ratios_of_gamma_functions_keep_their_decimals(hidden: int) -> None:
    """Gamma(h + 301) / Gamma(h + 1) is the product from h + 1 to h + 300."""
    exact = sum(log(hidden + step) for step in range(1, 301))
    found = log_gamma_ratio(np.array([float(hidden)]), 301.0)[0]
    assert found == pytest.approx(exact, abs=1e-8)
    small = log_gamma_ratio(np.array([3.0]), 4.0)[0]
    assert small == pytest.approx(log(Fraction(factorial(6), factorial(3))))


def refused(counts: list[int]) -> GraphAverage:
    found = average_over_graphs(np.array(counts))
    assert found.verdict.status is Status.REFUSED
    assert found.verdict.quantiles is None
    return found


def test_without_overlap_there_is_no_number_but_a_reason() -> None:
    found = refused([0, 50, 40, 0, 30, 0, 0, 0])
    assert "Nobody stands on two lists." in str(found.verdict.reasons[0])


def test_a_posterior_of_one_number_is_refused() -> None:
    """Independent lists of 99% of everybody: one person in 100 million is hidden."""
    by_number = [0, 0, 1, 97, 9606]
    found = refused([by_number[cell.bit_count()] for cell in range(16)])
    assert "The posterior holds one number only: 10000." in str(found.verdict.reasons[0])


def test_a_posterior_that_is_mostly_the_prior_is_refused() -> None:
    """Every list depends on every other: in that graph no data speak about the hidden number."""
    found = refused([0, 0, 0, 900, 0, 900, 900, 9000])
    assert str(found.weights[0][0]) == "[123]"
    assert "all lists to depend on each other" in str(found.verdict.reasons[0])


def test_a_posterior_without_an_end_is_refused() -> None:
    """Hundreds of millions of persons with next to no overlap of some lists."""
    counts = [0] * 16
    counts[2], counts[5], counts[9] = 36_259, 245_123_400, 271
    found = refused(counts)
    assert found.tail > 0.5
    assert np.isfinite(found.mass).all()
    assert found.mass.sum() + found.tail == pytest.approx(1)
    assert "The posterior does not end" in str(found.verdict.reasons[0])


@pytest.mark.parametrize("n_lists", [2, 7])
def test_a_number_of_lists_that_it_is_not_for_is_refused_in_a_sentence(n_lists: int) -> None:
    with pytest.raises(BadInput, match=r"for 3 to 6 lists\."):
        average_over_graphs(np.ones(1 << n_lists, dtype=np.int64))


def test_the_hidden_cell_is_not_looked_at() -> None:
    counts = table("Artificial_3")
    filled = counts.copy()
    filled[0] = 1000
    assert average_over_graphs(filled).verdict == average_over_graphs(counts).verdict


def test_progress_is_told_to_the_end() -> None:
    shares: list[float] = []
    average_over_graphs(table("Western"), on_progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) > 3
    assert shares[-1] == 1
