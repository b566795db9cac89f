"""Forward selection: against a search that fits every candidate, and what it may not take."""

import numpy as np
import pytest

from samen.core.estimation.covariate_selection import (
    Criterion,
    Forward,
    forward,
    select_covariates,
)
from samen.core.estimation.covariates import CovariateFit, fit_covariates
from samen.core.estimation.existence import Status
from samen.core.estimation.formula import CovariateModel, all_products, main_effects, parse_formula
from samen.core.estimation.table import CaptureTable, Covariate, from_records, from_rows
from tests.core.estimation.invented import SEX, table


def by_every_fit(captured: CaptureTable, way: Forward) -> CovariateFit:
    """Fit every candidate at every step; slow, and without the score test."""
    best = fit_covariates(captured, way.start)
    for criterion in way.criteria:
        while True:
            new = [term for term in way.largest.terms - best.model.terms
                   if all(part in best.model.terms for part in term.parts())]  # fmt: skip
            fits = [fit_covariates(captured, best.model.with_term(term)) for term in new]
            sound = [each for each in fits if each.status is Status.OK]
            better = min(sound, key=lambda each: value(each, criterion), default=best)
            if value(better, criterion) >= value(best, criterion):
                break
            best = better
    return best


def value(found: CovariateFit, criterion: Criterion) -> float:
    return found.bic if criterion is Criterion.BIC else found.aic


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_it_ends_in_the_model_of_a_search_that_fits_every_candidate(
    seed: int, missing: float
) -> None:
    captured = table(1500, seed, missing=missing)
    for criteria in ((Criterion.BIC,), (Criterion.BIC, Criterion.AIC)):
        way = forward(captured, {"year": 2}, criteria)
        found = select_covariates(captured, way).fit
        other = by_every_fit(captured, way)
        assert str(found.model) == str(other.model)
        assert found.n_hat == pytest.approx(other.n_hat, rel=1e-5)


def test_the_steps_tell_the_way_and_each_improves() -> None:
    captured = table(4000)
    way = forward(captured, {"year": 2}, (Criterion.BIC, Criterion.AIC))
    found = select_covariates(captured, way)
    assert found.steps[0].added == ""
    assert found.steps[-1].hidden == found.fit.hidden
    assert found.steps[-1].bic == pytest.approx(found.fit.bic)
    for before, after in zip(found.steps, found.steps[1:], strict=False):
        assert getattr(after, after.criterion) < getattr(before, after.criterion)
    kinds = [step.criterion for step in found.steps[1:]]
    assert kinds == sorted(kinds, reverse=True)  # bic, then aic
    assert {"A:sex", "B:sex", "C:sex"} <= {step.added for step in found.steps}


def test_independent_lists_keep_the_main_effects_at_a_small_threshold() -> None:
    generator = np.random.default_rng(3)
    on = generator.random((3000, 3)) < 0.3
    histories = on[on.any(axis=1)] @ np.array([1, 2, 4])
    codes = generator.integers(0, 2, (histories.size, 1))
    captured = from_rows("ABC", (SEX,), histories, codes, np.ones_like(histories))
    start = main_effects(captured)
    strict = Forward(start, all_products(captured, 2), (Criterion.P_VALUE,), threshold=1e-6)
    loose = Forward(start, all_products(captured, 2), (Criterion.P_VALUE,), threshold=0.999)
    assert select_covariates(captured, strict).fit.model == start
    assert len(select_covariates(captured, loose).steps) > 3


def test_a_term_whose_model_has_no_estimate_is_not_taken() -> None:
    """All pairs of two lists leave the hidden number open, however well they fit."""
    captured = table(3000, lists=2, covariates=(SEX,))
    start = parse_formula("A*sex + B*sex", captured)
    way = Forward(start, parse_formula("A*B*sex", captured), (Criterion.AIC,))
    found = select_covariates(captured, way)
    assert found.fit.model == start
    assert found.fit.status is Status.OK


def test_a_start_without_an_estimate_is_the_result_with_its_status() -> None:
    captured = table(3000, lists=2, covariates=(SEX,))
    start = parse_formula("A*B*sex", captured)
    found = select_covariates(captured, Forward(start, start))
    assert found.fit.status is Status.NOT_IDENTIFIABLE
    assert [step.hidden for step in found.steps] == [None]


def test_the_model_is_hierarchical() -> None:
    captured = table(4000)
    found: CovariateModel = select_covariates(captured, forward(captured, {"year": 2})).fit.model
    assert all(part in found.terms for term in found.terms for part in term.parts())


def test_a_covariate_with_one_value_adds_nothing() -> None:
    """Its terms have no columns: selection goes on without them, and two lists alone have none."""
    counts = {1: 40, 2: 30, 3: 20, 4: 25, 5: 9, 6: 8}
    for lists in ("AB", "ABC"):
        held = {on: n for on, n in counts.items() if on < 1 << len(lists)}
        rows = [
            [on >> bit & 1 for bit in range(len(lists))] for on in held for _ in range(held[on])
        ]
        plain = from_records(lists, rows)
        alone = from_records(lists, [[*row, 0] for row in rows], [Covariate("s", ("x",))])
        way = forward(alone)
        found = select_covariates(alone, way)
        assert found.fit.hidden == pytest.approx(
            select_covariates(plain, forward(plain)).fit.hidden
        )
