"""Replicates: repeatable, whatever the workers; and the intervals of the literature."""

import threading
import time

import numpy as np
import pytest
from scipy.special import ndtri

from samen.core.estimation.bootstrap import (
    Draws,
    bootstrap,
    fitted,
    jackknife,
    observed,
    of_population,
)
from samen.core.estimation.intervals import bca, calibrated, percentile
from samen.core.estimation.models import main_effects, parse
from samen.core.estimation.procedures import Fixed, Procedure, Searched, Stepwise, main
from tests.core.estimation.published import LISTS, run, table

PROCEDURES: list[Procedure] = [
    Stepwise(),
    Searched("bic", 3),
    Searched("aicc", 2),
    Searched("bic", 2, slack=6.0),
    Fixed(parse("[15,2,3,4]", LISTS["Western"])),
]
REPEATED = "BCa bootstrap, stepwise repeated per replicate"


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.name)
def test_the_number_of_workers_changes_nothing(procedure: Procedure) -> None:
    counts = table("Western")
    one, four = (bootstrap(observed(counts), procedure, counts, 700, 3, n) for n in (1, 4))
    np.testing.assert_array_equal(one.totals, four.totals)
    assert one.models == four.models
    other = bootstrap(observed(counts), procedure, counts, 700, 4)
    assert not np.array_equal(one.totals, other.totals)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.name)
def test_a_replicate_is_treated_as_the_table_itself(procedure: Procedure) -> None:
    """The loop over many tables gives what one look at each of them gives."""
    counts = table("Western")
    source = observed(counts)
    replicates = source.draw(np.random.default_rng(5), 15)
    hidden, chosen = procedure.run(counts)(source.histories, replicates)
    for replicate, number, flags in zip(replicates, hidden, chosen, strict=True):
        alone = np.zeros_like(counts)
        alone[source.histories] = replicate
        choice = procedure.choose(alone)
        assert choice.total == pytest.approx(replicate.sum() + number, rel=1e-6)
        assert choice.model is not None
        assert set(procedure.terms(5)[flags]) == {
            term for term in choice.model.terms if term.bit_count() > 1
        }


@pytest.mark.parametrize("dataset", ["UKdat_5", "NewOrl_5", "Western"])
def test_intervals_are_those_of_sparsemse_within_monte_carlo_error(dataset: str) -> None:
    """The stored limits are of 1,000 replicates; so are these, over twenty seeds."""
    counts, procedure = table(dataset), Stepwise()
    stored = run(dataset, "SparseMSE", interval=REPEATED)
    total, skew = procedure.choose(counts).total or 0.0, jackknife(counts, procedure)
    limits = []
    for seed in range(20):
        draws = bootstrap(observed(counts), procedure, counts, 1000, seed)
        middle, moved = percentile(draws), bca(draws, total, skew)
        limits.append((middle.low, middle.high, moved.low, moved.high))
    least, most = np.min(limits, axis=0), np.max(limits, axis=0)
    asked = np.array([stored[key] for key in ("pct_lower", "pct_upper", "lower", "upper")])
    room = (most - least) / 2
    assert (least - room < asked).all()
    assert (asked < most + room).all()


def test_a_replicate_without_estimate_counts_as_larger_than_any_number() -> None:
    draws = Draws(np.array([100.0] * 90 + [np.inf] * 10), (), 1)
    assert draws.without_estimate == pytest.approx(0.1)
    assert (percentile(draws).low, percentile(draws).high) == (100, np.inf)


def test_populations_simulated_from_a_fit_have_its_size_and_its_margins() -> None:
    choice = Stepwise().choose(table("UKdat_5"))
    source = fitted(choice.models[0][0])
    drawn = source.draw(np.random.default_rng(1), 4000)
    assert source.persons == round(choice.total or 0)
    assert drawn.sum(axis=1).mean() == pytest.approx(2744, rel=0.005)


@pytest.mark.parametrize(
    ("median", "low", "high"),
    [(1.1e12, -1.95996 - 0.47655 / 2, 1.95996), (0.9e12, -1.95996, 1.95996 + 0.52680 / 2)],
)
def test_calibrated_limits_move_with_the_estimate(median: float, low: float, high: float) -> None:
    """Draws whose logarithm is normal with spread .2, about an estimate of 1e12 persons, hardly
    any of them seen. The estimate lies log(1.1) / .2 deviates below the median, or log(.9) / -.2
    above; half of that is added on the side of the estimate.
    """
    shares = (np.arange(40_000) + 0.5) / 40_000
    found = calibrated(Draws(median * np.exp(0.2 * ndtri(shares)), (), 1), 10**9, 1e12)
    assert found.low == pytest.approx(median * np.exp(0.2 * low), rel=1e-3)
    assert found.high == pytest.approx(median * np.exp(0.2 * high), rel=1e-3)


@pytest.mark.parametrize("dataset", ["UKdat_5", "NewOrl_5", "Western"])
def test_calibrated_limits_do_not_hang_on_the_seed(dataset: str) -> None:
    counts, procedure = table(dataset), Stepwise()
    total = procedure.choose(counts).total or 0.0
    limits = []
    for seed in range(4):
        draws = bootstrap(observed(counts), procedure, counts, seed=seed)
        found = calibrated(draws, int(counts.sum()), total)
        limits.append((found.low, found.high))
        assert found.errors[0] < 0.02 * found.low
        assert found.errors[1] < 0.03 * found.high
    assert np.ptp(np.log(limits), axis=0).max() < 0.04


def test_limits_do_not_fall_below_the_persons_observed() -> None:
    counts, procedure = np.array([0, 30, 40, 2000]), Fixed(main_effects(2))
    draws = bootstrap(observed(counts), procedure, counts, 2000)
    assert calibrated(draws, 2070, procedure.choose(counts).total or 0.0).low >= 2070


@pytest.mark.parametrize("procedure", PROCEDURES[:4], ids=lambda each: each.name)
def test_the_acceleration_is_that_of_leaving_out_every_person(procedure: Procedure) -> None:
    """Efron 1987, equation 7.3, person by person; those without whom there is no estimate are
    left out of it."""
    chance = np.random.default_rng(11)
    for _ in range(5):
        counts = chance.poisson(chance.choice([0.7, 3, 12]) * np.exp(chance.normal(0, 1, 16)))
        counts[0], counts[15] = 0, counts[15] + 2
        totals = []
        for history in np.repeat(np.arange(16), counts):
            without = counts.copy()
            without[history] -= 1
            totals.append(procedure.choose(without).total)
        found = np.array([total for total in totals if total is not None])
        gaps = found.mean() - found
        asked = (gaps**3).sum() / (6 * (gaps**2).sum() ** 1.5) if np.ptp(gaps) else 0.0
        assert jackknife(counts, procedure) == pytest.approx(asked, abs=1e-6)


def test_who_stops_a_bootstrap_leaves_no_worker_behind() -> None:
    counts = table("UKdat")

    class Enough(Exception):
        pass

    def stop(share: float) -> None:
        raise Enough

    before = threading.active_count()
    with pytest.raises(Enough):
        bootstrap(observed(counts), Stepwise(), counts, 200_000, workers=2, on_progress=stop)
    for _ in range(100):
        if threading.active_count() == before:
            break
        time.sleep(0.05)
    assert threading.active_count() == before


def test_memory_grows_by_eight_bytes_a_replicate() -> None:
    import tracemalloc

    counts = table("Western")
    bootstrap(observed(counts), Stepwise(), counts, 1000)
    peaks = []
    for n in (10_000, 40_000):
        tracemalloc.start()
        bootstrap(observed(counts), Stepwise(), counts, n)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 30_000 * 40


def test_draws_of_the_population_spread_as_other_samples_of_it_do() -> None:
    """Two independent lists of N persons, of whom a share p is observed: the variance of
    log(hidden) is the sum of one over each of the four means. Draws of the observed persons alone
    lack N (1 - p) / p of the variance: how many are observed does not vary.
    """
    counts = np.array([0, 3000, 3000, 3000])
    alone = bootstrap(observed(counts), Fixed(main_effects(2)), counts, 8000, 7)
    of_all = of_population(alone, 9000, 12_000)
    assert of_all.totals.std() == pytest.approx(3000 * (4 / 3000) ** 0.5, rel=0.05)
    assert alone.totals.std() == pytest.approx((12_000 - 12_000 * 0.25 / 0.75) ** 0.5, rel=0.05)
    assert of_all.totals.mean() == pytest.approx(12_000, rel=0.005)
    assert (np.diff(of_all.totals) >= 0).all()


def test_a_draw_without_estimate_stays_without_one_in_the_population() -> None:
    draws = Draws(np.array([4.0] * 50 + [np.inf] * 50), (), 1)
    assert 0 < of_population(draws, 3, 4.0).without_estimate <= 0.5
    assert np.isinf(of_population(draws, 10**12, 1e30).totals).sum() == 50


@pytest.mark.parametrize(
    "procedure", [main(2), Stepwise(), Searched("bic", 2), Searched("bic", 2, 10.0)]
)
def test_a_replicate_in_which_nobody_is_seen_has_no_estimate(procedure: Procedure) -> None:
    assert procedure.choose(np.zeros(4, dtype=np.int64)).total is None


@pytest.mark.parametrize("n", [1, 2, 3, 40])
def test_few_replicates_have_limits_and_know_that_they_are_not_sure(n: int) -> None:
    counts = table("Western")
    draws = bootstrap(observed(counts), Stepwise(), counts, n, seed=1)
    for found in (percentile(draws), calibrated(draws, 345, 2483.0), bca(draws, 2483.0, 0.0)):
        assert 345 <= found.low <= found.high
        assert min(found.errors) > 0
        assert np.isinf(found.errors).all() == (n == 1)
