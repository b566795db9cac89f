"""Stepwise selection: the models of the literature, and p-values far in the tail."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import log_ndtr
from scipy.stats import poisson

from samen.core.estimation.bootstrap import jackknife
from samen.core.estimation.procedures import Stepwise
from samen.core.estimation.stepwise import log_tail
from tests.core.estimation.published import LISTS, run, table

REPEATED = "BCa bootstrap, stepwise repeated per replicate"


@pytest.mark.parametrize(
    ("dataset", "pairs", "total"),
    [
        ("UKdat", "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO", 11417.991),
        ("UKdat_5", "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO", 11312.990),
        ("NewOrl", "D:E", 1183.692),
        ("NewOrl_5", "", 1034.151),
        ("Western", "A:E", 2483.384),
    ],
)
def test_the_published_models_are_chosen(dataset: str, pairs: str, total: float) -> None:
    found = Stepwise().choose(table(dataset))
    lists = LISTS[dataset]
    asked = {sum(1 << lists.index(name) for name in pair.split(":")) for pair in pairs.split()}
    assert found.model is not None
    assert {term for term in found.model.terms if term.bit_count() > 1} == asked
    assert found.total == pytest.approx(total, rel=1e-6)


@given(st.integers(0, 400), st.floats(0.01, 300))
def test_the_tail_is_the_smaller_one_of_poisson(count: int, mean: float) -> None:
    lower, upper = poisson.logcdf(count, mean), poisson.logsf(count - 1, mean)
    expected = upper if count > mean else lower
    if expected > -30:
        assert log_tail(count, mean) == pytest.approx(expected, abs=1e-6)


def test_a_p_value_below_the_smallest_difference_from_one() -> None:
    """1 - cdf is 0 for both; their order still decides which pair is taken."""
    assert log_tail(4000, 1000.0) < log_tail(3000, 1000.0) < math.log(1e-16)
    assert log_tail(3000, 1000.0) == pytest.approx(float(poisson.logpmf(3000, 1000)), abs=1)
    assert log_tail(10**9, 10.0**9 + 3e5) == pytest.approx(
        float(log_ndtr(-3e5 / 10**4.5)), rel=0.01
    )


def test_no_estimate_without_any_overlap() -> None:
    found = Stepwise().choose(np.array([0, 5, 6, 0, 7, 0, 0, 0]))
    assert (found.total, found.models) == (None, ())


def test_the_jackknifes_acceleration_is_that_of_sparsemse() -> None:
    for dataset in ("UKdat_5", "NewOrl_5", "Western"):
        stored = run(dataset, "SparseMSE", interval=REPEATED)
        assert jackknife(table(dataset), Stepwise()) == pytest.approx(stored["ahat"], rel=2e-3)
