"""Lower bounds, two lists and sample coverage, against their formulas worked out by hand."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.estimation import bounds
from samen.core.estimation.bounds import SimpleEstimate
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Ints

type Estimator = Callable[[Ints], SimpleEstimate]

OF_A_TABLE: list[Estimator] = [
    bounds.chao_lower_bound,
    bounds.chao_bias_corrected,
    bounds.zelterman,
    bounds.good_turing,
    bounds.lee_chao,
]
HOMOGENEOUS = [each for each in OF_A_TABLE if each is not bounds.chao_bias_corrected]
tables = st.lists(st.integers(1, 300), min_size=7, max_size=7).map(
    lambda counts: np.array([0, *counts])
)


def by_number(counts: Ints) -> list[int]:
    return [
        sum(int(n) for cell, n in enumerate(counts) if cell and cell.bit_count() == k)
        for k in range(4)
    ]


@given(tables)
def test_chao_and_its_error_are_the_published_formulas(counts: Ints) -> None:
    """Chao 1987: f_2 (r**4 / 4 + r**3 + r**2 / 2), here with the factor a of t lists."""
    _, one, two, three = by_number(counts)
    a, r = 2 / 3, one / two
    found = bounds.chao_lower_bound(counts)
    assert found.estimate == pytest.approx(one + two + three + a * one**2 / (2 * two))
    variance = two * (a**2 * r**4 / 4 + a**2 * r**3 + a * r**2 / 2)
    assert found.error == pytest.approx(variance**0.5, rel=1e-6)


@given(tables)
def test_zelterman_and_its_error_are_the_published_formulas(counts: Ints) -> None:
    """Böhning 2008, with the rate 2 f_2 / f_1."""
    _, one, two, three = by_number(counts)
    n, rate = one + two + three, 2 * two / one
    found = bounds.zelterman(counts)
    assert found.estimate == pytest.approx(n / (1 - np.exp(-rate)))
    g = np.exp(-rate) / (1 - np.exp(-rate)) ** 2
    variance = n * g * (1 + n * g * rate**2 * (1 / one + 1 / two))
    assert found.error == pytest.approx(variance**0.5, rel=1e-6)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 500))
def test_two_lists_are_the_published_formulas(first: int, second: int, both: int) -> None:
    counts = np.array([0, first, second, both])
    n_1, n_2, m = first + both, second + both, both
    plain = bounds.lincoln_petersen(counts, 0, 1)
    assert plain.estimate == pytest.approx(n_1 * n_2 / m)
    assert plain.error == pytest.approx((n_1 * n_2 * first * second / m**3) ** 0.5, rel=1e-6)
    unbiased = bounds.chapman(counts, 0, 1)
    assert unbiased.estimate == pytest.approx((n_1 + 1) * (n_2 + 1) / (m + 1) - 1)
    variance = (n_1 + 1) * (n_2 + 1) * first * second / ((m + 1) ** 2 * (m + 2))
    assert unbiased.error == pytest.approx(variance**0.5)


def test_coverage_worked_out_by_hand() -> None:
    """f = 60, 20, 10 and sizes 60, 40, 30: coverage 1 - 60/130, corrected 1 - 40/130."""
    counts = np.array([0, 30, 20, 10, 10, 10, 0, 10])
    assert bounds.good_turing(counts).estimate == pytest.approx(90 / (1 - 60 / 130))
    covered = 1 - Fraction(40, 130)
    unequal = 90 / covered * (2 * 20 + 6 * 10) / (2 * (60 * 40 + 60 * 30 + 40 * 30)) - 1
    assert unequal > 0
    assert bounds.lee_chao(counts).estimate == pytest.approx(
        float(90 / covered + 60 / covered * unequal)
    )


def test_bias_corrected_bound_worked_out_by_hand() -> None:
    """f = 60, 20 and a = 2/3: 2/3 * 60 * 59 / (2 * 21) hidden."""
    counts = np.array([0, 30, 20, 10, 10, 10, 0, 10])
    found = bounds.chao_bias_corrected(counts)
    assert found.estimate == pytest.approx(90 + 2 / 3 * 60 * 59 / 42)


@pytest.mark.parametrize("estimator", OF_A_TABLE)
def test_errors_are_the_spread_over_repeated_tables(estimator: Estimator) -> None:
    """5,000 persons with chances that differ, drawn again and again."""
    shares = np.array([0.5, 0.12, 0.1, 0.04, 0.12, 0.05, 0.04, 0.03])
    rng = np.random.default_rng(4)
    found = [estimator(rng.multinomial(5000, shares)) for _ in range(600)]
    estimates = [each.estimate for each in found if each.estimate]
    errors = [each.error for each in found if each.error]
    assert len(estimates) == len(errors) == 600
    assert np.std(estimates) == pytest.approx(np.mean(errors), rel=0.1)


@given(tables, st.permutations(range(3)))
def test_the_order_of_the_lists_does_not_matter(counts: Ints, order: list[int]) -> None:
    cells = np.arange(8)
    permuted = np.zeros_like(counts)
    permuted[sum((cells >> old & 1) << new for new, old in enumerate(order))] = counts
    for estimator in OF_A_TABLE:
        assert estimator(permuted).estimate == pytest.approx(estimator(counts).estimate)
    two = bounds.lincoln_petersen(permuted, order.index(0), order.index(1))
    assert two.estimate == pytest.approx(bounds.lincoln_petersen(counts, 0, 1).estimate)


@given(tables, st.integers(2, 1000))
def test_ten_times_the_persons_are_ten_times_the_estimate(counts: Ints, times: int) -> None:
    for estimator in HOMOGENEOUS:
        one, many = estimator(counts), estimator(counts * times)
        assert many.status is one.status
        if one.estimate and one.error:
            assert many.estimate == pytest.approx(times * one.estimate)
            assert many.error == pytest.approx(times**0.5 * one.error, rel=1e-4)


@given(tables)
def test_intervals_hold_the_estimate_and_stay_above_the_observed(counts: Ints) -> None:
    for estimator in OF_A_TABLE:
        found = estimator(counts)
        if found.estimate and found.interval:
            assert found.n_observed < found.interval[0] < found.estimate < found.interval[1]


def test_the_hidden_cell_is_not_looked_at() -> None:
    counts = np.array([0, 30, 20, 10, 10, 10, 0, 10])
    filled = counts + np.array([999, 0, 0, 0, 0, 0, 0, 0])
    for estimator in OF_A_TABLE:
        assert estimator(filled) == estimator(counts)
    assert bounds.chapman(filled, 0, 2) == bounds.chapman(counts, 0, 2)


NO_OVERLAP = np.array([0, 50, 40, 0, 30, 0, 0, 0])
ALL_ON_ALL = np.array([0, 0, 0, 0, 0, 0, 0, 500])


@pytest.mark.parametrize("estimator", HOMOGENEOUS)
def test_without_overlap_there_is_no_number_but_a_reason(estimator: Estimator) -> None:
    found = estimator(NO_OVERLAP)
    assert found.status is Status.DOES_NOT_EXIST
    assert (found.estimate, found.error, found.interval) == (None, None, None)
    assert "divides by" in str(found.reason)


@pytest.mark.parametrize("estimator", OF_A_TABLE)
def test_everybody_on_every_list_gives_no_number(estimator: Estimator) -> None:
    found = estimator(ALL_ON_ALL)
    assert found.status is not Status.OK
    assert found.estimate is None
    assert found.reason


def test_two_lists_without_overlap_or_one_inside_the_other() -> None:
    assert bounds.lincoln_petersen(NO_OVERLAP, 0, 1).status is Status.DOES_NOT_EXIST
    inside = np.array([0, 20, 0, 5])
    assert bounds.lincoln_petersen(inside, 0, 1).status is Status.REFUSED
    assert bounds.chapman(inside, 0, 1).status is Status.REFUSED


@pytest.mark.parametrize("pair", [(0, 0), (0, 3), (-1, 1)])
def test_a_pair_that_is_none_is_refused_in_a_sentence(pair: tuple[int, int]) -> None:
    with pytest.raises(BadInput, match="numbered from 0 to 2"):
        bounds.lincoln_petersen(NO_OVERLAP, *pair)


def test_twenty_lists_and_a_billion_persons() -> None:
    counts = np.zeros(1 << 20, dtype=np.int64)
    counts[1 << np.arange(20)] = 10**9
    counts[3] = counts[7] = 10**9
    for estimator in OF_A_TABLE:
        assert estimator(counts).status is Status.OK
