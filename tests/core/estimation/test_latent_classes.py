"""Latent classes: the figures of LCMCR where chains agree, a refusal where they do not."""

import os
import subprocess
import sys

import numpy as np
import pytest

from samen.core.errors import BadInput
from samen.core.estimation.existence import Status
from samen.core.estimation.latent_classes import LatentClasses, Length, latent_classes
from samen.core.estimation.latent_gibbs import advance, reorder
from tests.core.estimation.published import run, table

SHORT = Length(chains=4, draws=100, thinning=2, burn_in=20)


@pytest.mark.parametrize(("name", "share"), [("NewOrl", 0.025), ("NewOrl_5", 0.015)])
def test_quantiles_are_those_of_lcmcr(name: str, share: float) -> None:
    """LCMCR's medians over two seeds lie 2% and 0.1% apart, its limits up to 2%."""
    stored = run(name, "LCMCR")
    found = latent_classes(table(name), seed=1, workers=2)
    assert found.verdict.status is Status.OK
    assert found.convergence.r_hat < 1.01
    assert min(found.convergence.bulk, found.convergence.tail) > 4000
    quantiles = found.verdict.quantiles
    assert quantiles is not None
    assert quantiles.estimate == pytest.approx(stored["estimate"], rel=share)
    assert quantiles.interval == pytest.approx((stored["lower"], stored["upper"]), rel=0.03)
    assert list(quantiles.at) == sorted(quantiles.at)


def test_chains_that_stay_in_different_places_are_refused() -> None:
    """UKdat_5: one seed of LCMCR gives 20,973 and another 12,918."""
    found = latent_classes(table("UKdat_5"), seed=1, workers=2)
    assert found.verdict.status is Status.REFUSED
    assert found.verdict.quantiles is None
    assert found.convergence.r_hat > 1.05
    assert str(found.verdict.reasons[0]).startswith(
        f"The chains do not agree: R-hat is {found.convergence.r_hat:.2f}; "
        "their medians run from 12000 to 22000 persons."
    )
    assert "At least 400 are needed." in str(found.verdict.reasons[1])


def test_the_same_seed_gives_the_same_draws_whatever_the_threads() -> None:
    one, two = (latent_classes(table("Western"), 7, SHORT, workers) for workers in (1, 3))
    np.testing.assert_array_equal(one.draws, two.draws)
    assert (one.seed, one.length) == (7, SHORT)
    other = latent_classes(table("Western"), 8, SHORT)
    assert (other.draws != one.draws).any()


def small(counts: list[int], length: Length = SHORT) -> LatentClasses:
    return latent_classes(np.array(counts), seed=1, length=length)


def test_too_few_draws_are_refused() -> None:
    found = small([0, 40, 30, 6, 20, 4, 5, 2])
    assert found.convergence.bulk < 400
    assert "At least 400 are needed." in str(found.verdict.reasons[-1])
    assert found.verdict.quantiles is None


@pytest.mark.parametrize("counts", [[0, 50, 40, 0, 30, 0, 0, 0], [0, 1, 0, 0]])
def test_without_overlap_there_is_no_number_but_a_reason(counts: list[int]) -> None:
    found = small(counts)
    assert found.verdict.status is Status.REFUSED
    assert "Nobody stands on two lists." in str(found.verdict.reasons[0])


def test_everybody_on_every_list_is_refused() -> None:
    assert small([0, 0, 0, 0, 0, 0, 0, 500], Length()).verdict.status is Status.REFUSED


def test_the_hidden_cell_is_not_looked_at() -> None:
    one, other = small([0, 40, 30, 6, 20, 4, 5, 2]), small([99, 40, 30, 6, 20, 4, 5, 2])
    np.testing.assert_array_equal(one.draws, other.draws)
    assert one.n_observed == other.n_observed == 107


def test_a_trillion_persons_take_no_longer_than_a_hundred() -> None:
    found = small([0, *(10**10 * n for n in (40, 30, 6, 20, 4, 5, 2))])
    assert found.n_observed == 107 * 10**10
    assert (found.draws > found.n_observed).all()


@pytest.mark.parametrize(
    "length", [Length(chains=1), Length(draws=7), Length(thinning=0), Length(thinning=10_000)]
)
def test_a_length_that_cannot_be_judged_is_refused_in_a_sentence(length: Length) -> None:
    with pytest.raises(BadInput, match=r"At least 2 chains|From 1 to 1000 steps"):
        small([0, 40, 30, 6], length)


def test_progress_is_told_to_the_end() -> None:
    shares: list[float] = []
    latent_classes(np.array([0, 40, 30, 6]), 1, Length(2, 1000, 10, 0), on_progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) == 10
    assert shares[-1] == 1


def test_classes_that_change_places_keep_the_law_of_the_broken_stick() -> None:
    """Drawn from the prior with concentration 1.5, thirty persons stay distributed as they were."""
    rng = np.random.default_rng(3)
    before, after = np.zeros((20_000, 3)), np.zeros((20_000, 3))
    for at in range(len(before)):
        first, second = rng.beta(1, 1.5, 2)
        shares = [first, (1 - first) * second, (1 - first) * (1 - second)]
        sizes = rng.multinomial(30, shares)
        listed = sizes[:, None].copy()
        before[at] = sizes
        for _ in range(3):
            reorder(rng, sizes, listed, 1.5)
        after[at] = sizes
        assert (listed[:, 0] == sizes).all()
    assert (before != after).mean() > 0.2
    errors = before.std(axis=0) / np.sqrt(len(before))
    assert (np.abs(after.mean(axis=0) - before.mean(axis=0)) < 5 * errors).all()
    assert after.std(axis=0) == pytest.approx(before.std(axis=0), rel=0.02)


WALK = """
import numpy as np
from samen.core.estimation.latent_gibbs import advance
sizes, drawn = np.array([50, 40, 30, 20, 10]), np.zeros(30, dtype=np.int64)
listed = np.array([[25, 20], [10, 5], [3, 20], [2, 2], [9, 1]])
advance(np.random.default_rng(5), np.array([1, 2, 3]), np.array([40, 30, 6]), sizes, listed,
        np.ones(1), drawn, 3)
print(*drawn)
"""


def test_plain_python_walks_the_same_chain() -> None:
    assert hasattr(advance, "py_func"), "it is compiled here"
    said = [
        subprocess.run(
            [sys.executable, "-c", WALK],
            env={**os.environ, "NUMBA_DISABLE_JIT": without},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for without in ("0", "1")
    ]
    assert said[0] == said[1]
    assert len(set(said[0].split())) > 10
