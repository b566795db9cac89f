"""The bootstrap: the same numbers whatever the workers, the right spread, and what is kept."""

import threading
import time

import numpy as np
import pytest

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.covariate_bootstrap import (
    CovariateBootstrap,
    Fixed,
    Kind,
    bootstrap_covariates,
)
from samen.core.estimation.covariate_selection import forward
from samen.core.estimation.covariates import fit_covariates
from samen.core.estimation.existence import Status
from samen.core.estimation.formula import parse_formula
from samen.core.estimation.missing import places_of
from samen.core.estimation.table import CaptureTable
from tests.core.estimation.invented import SEX, table


def fixed(captured: CaptureTable, formula: str = "A*sex + B*sex + year") -> Fixed:
    return Fixed(parse_formula(formula, captured))


def same(one: CovariateBootstrap, two: CovariateBootstrap) -> bool:
    return one.models == two.models and all(
        np.array_equal(one.hidden_draws[margin], two.hidden_draws[margin], equal_nan=True)
        for margin in one.hidden_draws
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_the_numbers_do_not_depend_on_the_number_of_workers(kind: Kind, missing: float) -> None:
    captured = table(1500, missing=missing)
    way = forward(captured, {"year": 2})
    runs = [bootstrap_covariates(captured, way, 6, kind=kind, workers=n) for n in (1, 3)]
    other = bootstrap_covariates(captured, way, 6, kind=kind, seed=2)
    longer = bootstrap_covariates(captured, way, 8, kind=kind)
    assert same(*runs)
    assert not same(runs[0], other)
    assert (longer.hidden_draws[()][:6] == runs[0].hidden_draws[()]).all()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("missing", [0.0, 0.3])
def test_the_spread_is_that_of_the_asymptotic_error(kind: Kind, missing: float) -> None:
    captured = table(20000, missing=missing, covariates=(SEX,))
    found = bootstrap_covariates(captured, fixed(captured, "A*sex + B*sex"), 300, kind=kind)
    logs = np.log(found.hidden_draws[()][:, 0])
    assert found.fit.hidden is not None
    assert found.fit.log_hidden_error is not None
    assert logs.std() == pytest.approx(found.fit.log_hidden_error, rel=0.15)
    assert logs.mean() == pytest.approx(np.log(found.fit.hidden), abs=0.02)


def test_the_parametric_kind_hides_values_as_often_as_they_were() -> None:
    captured = table(20000, missing=0.3)
    found = bootstrap_covariates(captured, fixed(captured), 20, kind=Kind.PARAMETRIC)
    seen = found.registered_draws[()][:, 0]
    assert seen.mean() == pytest.approx(captured.n_observed, rel=0.01)
    assert seen.std() > 0


def test_the_margins_add_up_in_every_replicate() -> None:
    captured = table()
    found = bootstrap_covariates(captured, fixed(captured), 5)
    assert set(found.hidden) == {(), ("sex",), ("year",), ("sex", "year")}
    for draws in (found.hidden_draws, found.registered_draws):
        for margin, values in draws.items():
            assert values.sum(axis=1) == pytest.approx(draws[()][:, 0]), margin
        pairs = draws["sex", "year"].reshape(5, 2, 4)
        assert pairs.sum(axis=2) == pytest.approx(draws["sex",])
        assert pairs.sum(axis=1) == pytest.approx(draws["year",])


def test_as_many_persons_are_observed_as_in_other_samples() -> None:
    """Binomial: of the persons estimated each is on a list as often as was observed."""
    captured = table(20000, covariates=(SEX,))
    found = bootstrap_covariates(captured, fixed(captured, "A*sex + B*sex"), 300)
    n, persons = captured.n_observed, found.registered_draws[()][:, 0]
    hidden = found.fit.hidden or 0.0
    assert persons.mean() == pytest.approx(n, rel=0.005)
    assert persons.std() == pytest.approx((n * hidden / (n + hidden)) ** 0.5, rel=0.15)


def test_the_estimate_is_that_of_the_table_itself() -> None:
    captured = table()
    found = bootstrap_covariates(captured, fixed(captured), 2)
    alone = fit_covariates(captured, fixed(captured).largest)
    assert found.hidden[()][0] == pytest.approx(alone.hidden)
    assert found.fit.bic == pytest.approx(alone.bic)
    assert found.models == ((str(alone.model), 2),)


def test_replicates_without_an_estimate_are_counted_and_give_no_numbers() -> None:
    captured = table(60, 3, covariates=(), lists=3, chance=0.2)
    found = bootstrap_covariates(captured, fixed(captured, "A*B + A*C"), 200)
    draws = found.hidden_draws[()][:, 0]
    assert found.fit.status is Status.OK
    assert 0 < found.n_without < 200
    assert np.isnan(draws).sum() == found.n_without
    assert sum(times for _, times in found.models) == 200 - found.n_without


def test_a_table_without_an_estimate_has_no_replicates() -> None:
    captured = table(covariates=(SEX,), lists=2)
    found = bootstrap_covariates(captured, fixed(captured, "A*B*sex"), 10)
    assert found.fit.status is Status.NOT_IDENTIFIABLE
    assert found.n_without == 10
    assert np.isnan(found.hidden_draws[()]).all()
    assert np.isnan(found.hidden[()]).all()


def test_progress_rises_to_one() -> None:
    captured = table(500)
    told: list[float] = []
    bootstrap_covariates(captured, fixed(captured), 5, on_progress=told.append)
    assert told == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0])


def test_who_stops_it_does_not_wait_for_the_rest() -> None:
    captured = table(3000, missing=0.5)
    way = forward(captured, {"year": 2})
    stopped: list[float] = []

    def interrupt(_: float) -> None:
        stopped.append(time.monotonic())
        raise KeyboardInterrupt

    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        bootstrap_covariates(captured, way, 1000, on_progress=interrupt)
    assert time.monotonic() - stopped[0] < 1
    assert threading.active_count() == before


def test_more_numbers_than_are_kept_are_refused() -> None:
    captured = table(200)
    with pytest.raises(TooBig, match=r"10000000 replicates of 15 combinations.*fewer"):
        bootstrap_covariates(captured, fixed(captured), 10_000_000)


def test_only_the_margins_that_are_asked_for_are_kept() -> None:
    captured = table(500)
    found = bootstrap_covariates(captured, fixed(captured), 2, margins=[("year",)])
    assert set(found.hidden_draws) == {(), ("year",)}
    with pytest.raises(BadInput, match=r"no covariate age.*sex, year"):
        bootstrap_covariates(captured, fixed(captured), 2, margins=[("age",)])


def test_a_row_drawn_again_keeps_its_place() -> None:
    captured = table(500, missing=0.3)
    places = places_of(captured)
    generator = np.random.default_rng(1)
    counts = generator.multinomial(captured.n_observed, captured.counts / captured.n_observed)
    observed = places.put(counts.astype(np.float64))
    spread = observed.spread(np.ones_like(observed.known))
    by_history = np.bincount(captured.histories, counts, 8)
    assert spread.sum(axis=0) == pytest.approx(by_history)
