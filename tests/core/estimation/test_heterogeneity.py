"""Log-linear lower bounds, against Rcapture and against formulas."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.optimize import brentq

from samen.core.estimation.bounds import SimpleEstimate, chao_lower_bound
from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.heterogeneity import (
    equal_lists,
    equal_lists_lower_bound,
    lists_lower_bound,
)
from samen.core.estimation.models import main_effects
from samen.core.estimation.poisson import Floats, Ints
from tests.core.estimation.published import run, table

type Model = Callable[[Ints], SimpleEstimate]

MODELS: dict[str, Model] = {
    "M0": equal_lists,
    "Mh Chao (LB)": equal_lists_lower_bound,
    "Mth Chao (LB)": lists_lower_bound,
}
ALL = list(MODELS.values())


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", ["UKdat", "UKdat_5", "NewOrl", "NewOrl_5", "Western"])
def test_estimates_and_errors_are_those_of_rcapture(name: str, model: str) -> None:
    stored = run(name, "Rcapture", model=model)
    found = MODELS[model](table(name))
    assert found.estimate == pytest.approx(stored["estimate"], rel=1e-6)
    assert found.error == pytest.approx(stored["stderr"], rel=1e-4)


def mixture(n_lists: int, *chances: float) -> Floats:
    """Expected counts of 10,000 persons, as many with each chance."""
    listed = np.bitwise_count(np.arange(1 << n_lists)).astype(np.int64)
    shares: Floats = sum(
        (p**listed * (1 - p) ** (n_lists - listed) for p in chances),
        np.zeros(1 << n_lists),
    ) / len(chances)
    return 10_000 * shares


def test_equal_lists_solve_the_equation_of_equal_chances() -> None:
    """n = N (1 - (1 - p)**t) with p the mean size of a list divided by N."""
    counts = np.round(mixture(4, 0.1, 0.3)).astype(np.int64)
    listed = int(np.bitwise_count(np.arange(16)) @ counts)
    n = int(counts[1:].sum())
    total = brentq(lambda x: n - x * (1 - (1 - listed / 4 / x) ** 4), n, 100 * n)
    assert equal_lists(counts).estimate == pytest.approx(total, rel=1e-8)


def test_with_chances_that_differ_the_bound_hangs_on_one_and_two_lists() -> None:
    """No bend is left out then, and the moment formula of Chao is the whole answer."""
    counts = np.round(mixture(5, 0.05, 0.2, 0.5)).astype(np.int64)
    bound = equal_lists_lower_bound(counts)
    assert bound.estimate == pytest.approx(chao_lower_bound(counts).estimate, rel=1e-6)
    assert bound.estimate is not None
    plain = equal_lists(counts).estimate
    assert plain is not None
    assert plain < bound.estimate < 10_000


def test_with_equal_chances_the_bound_is_the_model_of_independent_lists() -> None:
    counts = np.round(mixture(4, 0.2)).astype(np.int64)
    counts[15] = 0
    assert lists_lower_bound(counts).estimate == pytest.approx(
        fit(counts, main_effects(4)).n_hat, rel=0.01
    )


def test_an_empty_list_changes_nothing_when_lists_have_their_own_size() -> None:
    counts = np.round(mixture(4, 0.05, 0.4)).astype(np.int64)
    wider = np.concatenate([counts, np.zeros_like(counts)])
    one, other = lists_lower_bound(counts), lists_lower_bound(wider)
    assert other.estimate == pytest.approx(one.estimate, rel=1e-8)


@pytest.mark.parametrize("model", ALL)
@pytest.mark.parametrize("cells", [[1, 2, 4], [7], [3, 5, 6], [1, 7], [1]])
def test_a_hidden_number_that_runs_away_is_no_number(model: Model, cells: list[int]) -> None:
    counts = np.zeros(8, dtype=np.int64)
    counts[cells] = 50
    found = model(counts)
    assert found.status is Status.DOES_NOT_EXIST
    assert found.estimate is None
    assert "0 or to infinity" in str(found.reason)


@pytest.mark.parametrize("model", [equal_lists_lower_bound, lists_lower_bound])
def test_a_bound_needs_persons_on_two_lists(model: Model) -> None:
    """On one and on three lists only, f_1**2 / f_2 is infinite."""
    counts = np.array([0, 50, 50, 0, 50, 0, 0, 50])
    assert model(counts).status is Status.DOES_NOT_EXIST


def test_next_to_nobody_hidden_is_refused() -> None:
    """Two lists that share nearly 400 million persons: 373 * 1 / 405 million are hidden."""
    found = lists_lower_bound(np.array([0, 373, 1, 405_028_994]))
    assert found.status is Status.REFUSED
    assert found.estimate is None
    assert "nobody is hidden" in str(found.reason)
