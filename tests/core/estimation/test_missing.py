"""Missing covariates: EM against an independent maximiser, and its laws."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from samen.core.errors import BadInput
from samen.core.estimation.covariates import em_steps, fit_covariates, reach
from samen.core.estimation.existence import Status
from samen.core.estimation.formula import parse_formula
from samen.core.estimation.missing import information_lost, places_of
from samen.core.estimation.poisson import Floats
from samen.core.estimation.table import MISSING, CaptureTable, from_records, from_rows
from tests.core.estimation.invented import SEX, YEAR, matrix, sample, table

FORMULAS = ["A*sex + year", "A*sex + B*sex + C*year", "A*B + A*sex + sex*year"]


def minus_loglik(captured: CaptureTable, x: Floats, theta: Floats) -> float:
    """Of what is known of each row, straight from the definition."""
    means = np.exp(x @ theta)
    shape = tuple(len(each.levels) for each in captured.covariates)
    cells = means.reshape(*shape, -1)
    value = -means[:, 1:].sum()
    for history, codes, n in zip(captured.histories, captured.codes, captured.counts, strict=True):
        allowed = tuple(slice(None) if code == MISSING else int(code) for code in codes)
        value += n * np.log(cells[(*allowed, int(history))].sum())
    return -float(value)


def known_by_definition(captured: CaptureTable) -> CaptureTable:
    kept = (captured.codes != MISSING).all(axis=1)
    return from_rows(captured.lists, captured.covariates, captured.histories[kept],
                     captured.codes[kept], captured.counts[kept])  # fmt: skip


@pytest.mark.parametrize("formula", FORMULAS)
def test_em_ends_where_another_maximiser_ends(formula: str) -> None:
    captured = table(2000, missing=0.25)
    model = parse_formula(formula, captured)
    found = fit_covariates(captured, model)
    x = matrix(sample(captured, model).design)
    start = np.array(list(found.coefficients.values())) + 0.05
    best = minimize(partial(minus_loglik, captured, x), start, method="BFGS")
    hidden = float(np.exp(x[:, 0] @ best.x).sum())
    assert found.hidden == pytest.approx(hidden, rel=2e-4)
    own = minus_loglik(captured, x, np.array(list(found.coefficients.values())))
    assert own <= best.fun + 1e-6


def test_the_information_that_is_lost_is_the_curvature_that_is_missing() -> None:
    """Against second differences of the log-likelihood."""
    captured = table(800, missing=0.3)
    model = parse_formula("A*sex + year", captured)
    asked = sample(captured, model)
    top = reach(asked, model.terms)
    x = matrix(asked.design)
    n = x.shape[2]
    step = 1e-3
    curvature = np.zeros((n, n))
    unit = np.eye(n) * step
    for one in range(n):
        for two in range(n):
            curvature[one, two] = sum(
                sign * minus_loglik(captured, x, top.theta + a * unit[one] + b * unit[two])
                for a, b, sign in ((1, 1, 1), (1, -1, -1), (-1, 1, -1), (-1, -1, 1))
            ) / (4 * step**2)
    seen = x[:, 1:].reshape(-1, n)
    complete = seen.T @ (top.means[:, 1:].reshape(-1, 1) * seen)
    lost = information_lost(asked.observed, asked.design.columns, asked.design.bits, top.means)
    assert complete - lost == pytest.approx(curvature, rel=1e-3, abs=0.05)


@given(st.integers(0, 10_000), st.floats(0.05, 0.9), st.sampled_from(FORMULAS))
@settings(max_examples=20, deadline=None)
def test_the_likelihood_never_falls(seed: int, missing: float, formula: str) -> None:
    captured = table(400, seed, missing=missing)
    model = parse_formula(formula, captured)
    asked = sample(captured, model)
    live = asked.live(model.terms)
    theta = np.zeros(asked.design.bits.size)
    values = list(em_steps(asked.observed, asked.design.columns, asked.design.bits, live, theta))
    assert len(values) > 1
    assert (np.diff(values) >= -1e-7 * abs(values[0])).all()


def test_nobody_is_lost_when_persons_are_spread() -> None:
    captured = table(missing=0.4)
    found = fit_covariates(captured, parse_formula("A*sex + year", captured))
    assert found.registered.sum() == pytest.approx(captured.n_observed)
    assert found.registered.sum(axis=0) == pytest.approx(captured.by_history())


def test_missing_at_random_costs_precision_and_hardly_moves_the_total() -> None:
    whole = table(20000)
    some = table(20000, missing=0.3)
    formula = "A*sex + B*sex + C*sex + A*year"
    one = fit_covariates(whole, parse_formula(formula, whole))
    two = fit_covariates(some, parse_formula(formula, some))
    assert one.n_hat is not None
    assert one.log_hidden_error is not None
    assert two.n_hat == pytest.approx(one.n_hat, rel=2 * one.log_hidden_error)
    assert two.log_hidden_error is not None
    assert two.log_hidden_error > one.log_hidden_error


def test_something_missing_in_every_row_is_still_an_estimate() -> None:
    whole = table(4000, covariates=(SEX, YEAR))
    codes = whole.codes.copy()
    codes[np.arange(len(codes)), np.arange(len(codes)) % 2] = MISSING
    holed = from_rows(whole.lists, whole.covariates, whole.histories, codes, whole.counts)
    assert (holed.codes == MISSING).any(axis=1).all()
    found = fit_covariates(holed, parse_formula("A*sex + B*year", holed))
    assert found.status is Status.OK
    assert found.n_hat == pytest.approx(
        fit_covariates(whole, parse_formula("A*sex + B*year", whole)).n_hat, rel=0.1
    )


def test_a_main_effect_of_a_missing_covariate_leaves_the_total() -> None:
    captured = table(missing=0.5)
    pooled = captured.without_covariates()
    one = fit_covariates(captured, parse_formula("A*B + C", captured))
    two = fit_covariates(pooled, parse_formula("A*B + C", pooled))
    assert one.n_hat == pytest.approx(two.n_hat, rel=1e-6)
    assert one.log_hidden_error == pytest.approx(two.log_hidden_error, rel=1e-5)


def test_a_covariate_that_nobody_has_a_value_of_is_refused() -> None:
    captured = table()
    codes = captured.codes.copy()
    codes[:, 1] = MISSING
    empty = from_rows(captured.lists, captured.covariates, captured.histories, codes,
                      captured.counts)  # fmt: skip
    with pytest.raises(BadInput, match=r"known value of year.*Leave year out"):
        places_of(empty)


def test_what_the_missing_values_leave_open_is_told() -> None:
    """Sex is known of nobody on list A: four numbers of persons for five coefficients."""
    generator = np.random.default_rng(1)
    sex = generator.integers(0, 2, 3000)
    on = generator.random((3000, 2)) < 0.3 + 0.2 * sex[:, None]
    codes = np.where(on[:, 0], MISSING, sex)
    rows = np.column_stack([on, codes])[on.any(axis=1)]
    captured = from_records("AB", rows.tolist(), (SEX,))
    assert fit_covariates(captured, parse_formula("A + B + sex", captured)).status is Status.OK
    found = fit_covariates(captured, parse_formula("A + B*sex", captured))
    assert found.status is Status.NOT_IDENTIFIABLE
    assert found.undetermined == (0, 1)


def test_complete_rows_alone_give_the_same_as_a_table_without_missing_values() -> None:
    captured = known_by_definition(table(missing=0.3))
    asked = sample(captured, parse_formula("A*sex", captured))
    assert not asked.observed.has_missing
    assert asked.observed.spread(np.ones_like(asked.start)) is not asked.observed.known
    assert asked.start.sum() == captured.n_observed
