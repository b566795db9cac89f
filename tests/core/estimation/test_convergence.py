"""R-hat and effective draws, against ArviZ 0.8.0 on the same numbers."""

import numpy as np
import pytest

from samen.core.estimation.convergence import convergence
from samen.core.estimation.poisson import Floats


def series(seed: int, slope: float, apart: float) -> Floats:
    """Four autoregressive chains of 500 draws, each `apart` from the one before."""
    shocks = np.random.default_rng(seed).standard_normal((4, 500))
    values = np.zeros((4, 500))
    for at in range(500):
        values[:, at] = slope * values[:, at - 1] + shocks[:, at] if at else shocks[:, at]
    return values + apart * np.arange(4)[:, None]


@pytest.mark.parametrize(
    ("made", "r_hat", "bulk", "tail"),
    [
        ((1, 0.0, 0.0), 1.0051182208183744, 2008.8884428488348, 1952.5744591520352),
        ((2, 0.8, 0.0), 1.0244769550679198, 320.8461362516069, 621.3173123281608),
        ((4, -0.4, 0.0), 1.001216923990329, 5086.752284075092, 2184.869897826687),
    ],
)
def test_chains_that_mix_have_the_figures_of_arviz(
    made: tuple[int, float, float], r_hat: float, bulk: float, tail: float
) -> None:
    found = convergence(series(*made))
    assert (found.r_hat, found.bulk, found.tail) == pytest.approx((r_hat, bulk, tail), rel=1e-9)


@pytest.mark.parametrize(
    ("draws", "r_hat", "bulk", "tail"),
    [
        (series(3, 0.5, 0.5), 1.1163490416, 27.523355, 194.643122),
        (series(5, 0.0, 3.0), 2.7009773744, 4.727673, 30.647788),
        (np.abs(series(6, 0.3, 0)) * np.arange(1, 5)[:, None], 1.1393341502, 19.573202, 132.591247),
    ],
)
def test_chains_apart_have_the_r_hat_of_arviz_and_nearly_its_draws(
    draws: Floats, r_hat: float, bulk: float, tail: float
) -> None:
    """The last pair of lags is summed a little differently; few draws are few either way."""
    found = convergence(draws)
    assert found.r_hat == pytest.approx(r_hat, rel=1e-9)
    assert (found.bulk, found.tail) == pytest.approx((bulk, tail), rel=0.02)


def test_only_the_order_of_the_draws_matters() -> None:
    draws = series(2, 0.8, 0.2)
    assert convergence(np.exp(draws)).bulk == pytest.approx(convergence(draws).bulk)


def test_a_chain_that_drifts_is_found_by_its_halves() -> None:
    """All chains drift alike, so whole chains agree."""
    assert convergence(series(1, 0.0, 0.0) + np.linspace(0, 3, 500)).r_hat > 1.2


@pytest.mark.parametrize("draws", [np.ones((4, 500)), np.zeros((4, 7))])
def test_draws_that_say_nothing_are_worth_nothing(draws: Floats) -> None:
    found = convergence(draws)
    assert (found.r_hat, found.bulk, found.tail) == (np.inf, 0, 0)


def test_chains_that_each_stand_still_elsewhere_never_agree() -> None:
    stuck = np.repeat(np.arange(4.0)[:, None], 100, axis=1)
    found = convergence(stuck)
    assert found.r_hat > 100
    assert found.bulk < 5
