"""The fit with covariates against full matrices, a linear program and the laws of such models."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from samen.core.estimation import models
from samen.core.estimation.covariates import Reached, fit_covariates, reach
from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.formula import (
    CovariateModel,
    Term,
    all_products,
    closed,
    parse_formula,
)
from samen.core.estimation.poisson import Flags, Floats
from samen.core.estimation.table import CaptureTable, Covariate, from_counts, from_rows
from tests.core.estimation.invented import (
    SEX,
    YEAR,
    live_by_hand,
    matrix,
    newton_by_hand,
    sample,
    table,
)
from tests.core.estimation.published import TABLES

FORMULAS = ["A*B + A*sex", "A*sex + sex*year + year^2", "(A+B+C+sex+year)^2", "A*B*sex + C*year"]


def estimate(captured: CaptureTable, formula: str) -> float:
    found = fit_covariates(captured, parse_formula(formula, captured)).n_hat
    assert found is not None
    return found


@pytest.mark.parametrize("formula", FORMULAS)
def test_the_fit_is_that_of_a_full_matrix(formula: str) -> None:
    captured = table()
    model = parse_formula(formula, captured)
    found = fit_covariates(captured, model)
    asked = sample(captured, model)
    x, counts = matrix(asked.design)[:, 1:], asked.observed.known[:, 1:]
    theta = newton_by_hand(x.reshape(-1, x.shape[2]), counts.reshape(-1))
    hidden = np.exp(matrix(asked.design)[:, 0] @ theta)
    assert found.status is Status.OK
    assert found.hidden_by_cell == pytest.approx(hidden, rel=1e-6)
    assert found.hidden == pytest.approx(hidden.sum(), rel=1e-6)
    assert found.fitted[:, 1:] == pytest.approx(np.exp(x @ theta), rel=1e-6)
    assert list(found.coefficients.values()) == pytest.approx(theta, abs=1e-5)


def test_the_error_is_that_of_the_delta_method_on_a_full_matrix() -> None:
    captured = table()
    model = parse_formula("A*sex + B*sex + year", captured)
    found = fit_covariates(captured, model)
    x = matrix(sample(captured, model).design)
    seen = x[:, 1:].reshape(-1, x.shape[2])
    information = seen.T @ (found.fitted[:, 1:].reshape(-1, 1) * seen)
    slope = found.hidden_by_cell @ x[:, 0] / found.hidden_by_cell.sum()
    error = np.sqrt(slope @ np.linalg.solve(information, slope))
    assert found.log_hidden_error == pytest.approx(error, rel=1e-6)


@pytest.mark.parametrize(
    ("name", "model", "n_hat"),
    [
        ("UKdat_5", "[12,13,23,25,34]", 22991.3),
        ("Western", "[15,2,3,4]", 2483.4),
        ("NewOrl_5", "[1,2,3,4,5]", 1034.2),
        ("NewOrl", "[1,2,3,45,6,7,8]", 1184.0),
        ("Artificial_3", "[13,23]", 296.0),
    ],
)
def test_without_covariates_it_is_the_fit_of_lists(name: str, model: str, n_hat: float) -> None:
    file = TABLES / f"{name}.csv"
    with file.open() as text:
        (*lists, _), *rows = csv.reader(text)
    captured = from_counts(lists, {
        sum(int(on) << bit for bit, on in enumerate(row[:-1])): int(row[-1]) for row in rows
    })  # fmt: skip
    plain = fit(captured.by_history(), models.parse(model, captured.lists))
    asked = closed(captured.lists, (), [Term(term, ()) for term in plain.model.terms])
    found = fit_covariates(captured, asked)
    assert found.n_hat == pytest.approx(n_hat, rel=1e-3)
    for own, other in (
        (found.n_hat, plain.n_hat),
        (found.log_hidden_error, plain.log_hidden_error),
        (found.bic, plain.bic),
        (found.aic, plain.aic),
        (found.deviance, plain.deviance),
        (found.n_parameters, plain.n_parameters),
    ):
        assert own == pytest.approx(other, rel=1e-8)
    assert found.fitted[0, 1:] == pytest.approx(plain.fitted[1:], rel=1e-7, abs=1e-9)


@pytest.mark.parametrize(
    ("model", "status", "estimable"),
    [
        ("[12,13,23]", Status.NOT_IDENTIFIABLE, False),
        ("[12,3]", Status.DOES_NOT_EXIST, False),
        ("[13,23]", Status.OK, True),
    ],
)
def test_the_published_verdicts_on_a_table_of_three_lists(
    model: str, status: Status, estimable: bool
) -> None:
    """Chan, Silverman and Vincent 2021, table 2; written out, so that it is tested everywhere."""
    captured = from_counts("ABC", {1: 40, 2: 30, 4: 20, 3: 6})
    asked = models.parse(model, captured.lists)
    known = fit(captured.by_history(), asked)
    found = fit_covariates(captured, closed(captured.lists, (), [Term(t, ()) for t in asked.terms]))
    assert found.status is known.status is status
    assert found.hidden_estimable == known.check.hidden_estimable
    assert found.hidden_estimable == estimable
    assert found.n_hat == (pytest.approx(296) if status is Status.OK else None)


@pytest.mark.parametrize("formula", ["A*B + C", "A*B + B*C", "A + B + C"])
def test_a_covariate_of_which_nothing_depends_leaves_the_total(formula: str) -> None:
    captured = table(covariates=(SEX, YEAR))
    pooled = captured.without_covariates()
    assert estimate(captured, formula) == pytest.approx(estimate(pooled, formula), rel=1e-8)


def test_a_passive_covariate_can_be_left_out() -> None:
    """Van der Heijden and others 2012: related to one list only, it collapses; to two, not."""
    captured = table(covariates=(SEX,), lists=2)
    alone = estimate(captured.without_covariates(), "A + B")
    assert estimate(captured, "A*sex + B") == pytest.approx(alone, rel=1e-8)
    assert estimate(captured, "A*sex + B*sex") != pytest.approx(alone, rel=1e-3)


@pytest.mark.parametrize(("within", "formula"), [("A*B + C", "(A*B + C)*sex"),
                                                 ("A*B + A*C", "(A*B + A*C)*sex")])  # fmt: skip
def test_the_fully_crossed_model_is_the_fit_of_each_value(within: str, formula: str) -> None:
    captured = table(covariates=(SEX,))
    crossed = fit_covariates(captured, parse_formula(formula, captured))
    for at, level in enumerate(SEX.levels):
        part = captured.only("sex", level).without_covariates()
        alone = fit_covariates(part, parse_formula(within, part))
        assert crossed.hidden_by_cell[at] == pytest.approx(alone.hidden, rel=1e-7)


@given(st.permutations(range(3)), st.permutations(range(4)), st.sampled_from(FORMULAS[:1]))
@settings(max_examples=15, deadline=None)
def test_another_order_of_lists_and_values_changes_nothing(
    lists: list[int], years: list[int], formula: str
) -> None:
    captured = table()
    year = Covariate("year", tuple(YEAR.levels[at] for at in years))
    histories = sum((captured.histories >> old & 1) << new for new, old in enumerate(lists))
    codes = captured.codes.copy()
    codes[:, 1] = np.argsort(years)[codes[:, 1]]
    names = [captured.lists[old] for old in lists]
    other = from_rows(names, (SEX, year), np.asarray(histories), codes, captured.counts)
    one = fit_covariates(captured, parse_formula(formula + " + A*year", captured))
    two = fit_covariates(other, parse_formula(formula + " + A*year", other))
    assert two.n_hat == pytest.approx(one.n_hat, rel=1e-8)
    assert two.bic == pytest.approx(one.bic, rel=1e-8)


def test_ten_times_the_persons_are_ten_times_the_hidden() -> None:
    captured = table()
    more = from_rows(captured.lists, captured.covariates, captured.histories, captured.codes,
                     captured.counts * 10)  # fmt: skip
    assert estimate(more, "A*sex + B*year") == pytest.approx(
        10 * estimate(captured, "A*sex + B*year"), rel=1e-7
    )


def test_counts_of_a_thousand_million_beside_one_are_exact() -> None:
    """Two lists within each sex: only A times only B, divided by both."""
    women, men = {1: 10**9, 2: 10, 3: 1}, {1: 3, 2: 10**9, 3: 10**9}
    counts = np.array([*women.values(), *men.values()])
    codes = np.array([[0]] * 3 + [[1]] * 3)
    captured = from_rows("AB", (SEX,), np.array([*women, *men]), codes, counts)
    found = fit_covariates(captured, parse_formula("A*sex + B*sex", captured))
    assert found.hidden_by_cell == pytest.approx([10**10, 3], rel=1e-5)


@pytest.mark.parametrize(
    ("women", "men", "status"),
    [
        ((0, 7, 4214), (28, 16, 45), Status.DOES_NOT_EXIST),
        ((0, 6216, 14), (21, 48, 4), Status.DOES_NOT_EXIST),
        ((35, 13, 5), (28, 4_688_589, 8), Status.OK),
    ],
)
def test_means_that_run_to_nothing_are_no_estimate(
    women: tuple[int, ...], men: tuple[int, ...], status: Status
) -> None:
    """Nobody on A alone: its mean is 0 in the limit only, where rounding hides that it moves."""
    counts, codes = np.array([*women, *men]), np.array([[0]] * 3 + [[1]] * 3)
    captured = from_rows("AB", (SEX,), np.array([1, 2, 3] * 2), codes, counts)
    assert fit_covariates(captured, parse_formula("A*sex + B*sex", captured)).status is status


def test_huge_counts_of_both_values_have_their_estimate() -> None:
    """The same lists within each value, so the sum of two fits."""
    parts = [[0, 2, 24, 977_276_757, 3, 22, 11, 18], [0, 10, 32, 47, 27, 21, 59, 51_411_037]]
    captured = from_rows("ABC", (SEX,), np.tile(np.arange(8), 2), np.repeat([0, 1], 8)[:, None],
                         np.concatenate(parts))  # fmt: skip
    found = fit_covariates(captured, parse_formula("A*sex + B*sex + C*sex + A*B*sex", captured))
    alone = [fit(np.array(part), models.parse("[12,3]", tuple("ABC"))).hidden for part in parts]
    assert found.hidden_by_cell == pytest.approx(alone, rel=1e-4)


def test_an_empty_pair_of_a_list_and_a_value_is_dead_whichever_value_it_is() -> None:
    """The empty margin of the first value has no column of its own."""
    for empty in (0, 1):
        captured = table(covariates=(SEX,))
        kept = ~((captured.codes[:, 0] == empty) & (captured.histories & 1 == 1))
        sparse = from_rows(captured.lists, (SEX,), captured.histories[kept], captured.codes[kept],
                           captured.counts[kept])  # fmt: skip
        found = fit_covariates(sparse, parse_formula("A*sex + B*sex + C*sex", sparse))
        part = sparse.only("sex", SEX.levels[empty]).without_covariates().drop_list("A")
        alone = fit_covariates(part, parse_formula("B + C", part))
        assert found.status is Status.OK
        assert found.dead != ()
        assert found.hidden_by_cell[empty] == pytest.approx(alone.hidden, rel=1e-7)
        assert found.fitted[empty, 1::2].sum() == 0


def test_a_combination_that_nobody_has_hides_nobody() -> None:
    captured = table()
    kept = ~((captured.codes[:, 0] == 1) & (captured.codes[:, 1] == 2))
    sparse = from_rows(captured.lists, captured.covariates, captured.histories[kept],
                       captured.codes[kept], captured.counts[kept])  # fmt: skip
    found = fit_covariates(sparse, parse_formula("sex*year + A*sex", sparse))
    assert found.hidden_by_cell[1 * 4 + 2] == 0
    assert (np.delete(found.hidden_by_cell, 6) > 0).all()


def exists_by_linear_program(x: Floats, counts: Floats, live: Flags) -> bool:
    """The greatest least mean among those with the margins of the counts is above 0."""
    rows, seen = x[live], counts[live]
    n, p = rows.shape
    found = linprog(
        np.r_[np.zeros(n), -1.0],
        A_eq=np.column_stack([rows.T, np.zeros(p)]),
        b_eq=rows.T @ seen,
        A_ub=np.column_stack([-np.eye(n), np.ones(n)]),
        b_ub=np.zeros(n),
        bounds=[(0, None)] * n + [(None, 1)],
    )
    return bool(found.status == 0 and np.asarray(found.x)[-1] > 1e-9)


def agrees(model: CovariateModel, captured: CaptureTable) -> tuple[Reached, bool, bool]:
    """The fit, and what the linear program and the rank say of existence and of the hidden."""
    asked = sample(captured, model)
    counts = asked.observed.known
    live = live_by_hand(model, counts)
    seen = live.copy()
    seen[:, 0] = False
    x = matrix(asked.design)
    rank = np.linalg.matrix_rank
    hidden = x[:, 0][live[:, 0]]
    open_ones = int(rank(x[seen])) < int(rank(np.vstack([x[seen], hidden])))
    return reach(asked, model.terms), exists_by_linear_program(x, counts, seen), not open_ones


def test_existence_and_identifiability_agree_with_an_exact_check_on_sparse_tables() -> None:
    generator = np.random.default_rng(11)
    seen = set()
    for number in range(300):
        shape = [Covariate(name, tuple("abc"[: generator.integers(2, 4)]))
                 for name in "xyz"[: generator.integers(0, 3)]]  # fmt: skip
        captured = table(int(generator.integers(4, 60)), number, covariates=tuple(shape),
                         lists=int(generator.integers(2, 5)))  # fmt: skip
        every = sorted(all_products(captured, int(generator.integers(1, 4))).terms)
        chosen = [term for term in every if generator.random() < 0.3]
        model = closed(captured.lists, captured.covariates, chosen)
        reached, exists, determined = agrees(model, captured)
        assert reached.exists == exists, (number, str(model))
        assert (reached.undetermined.size == 0) == determined, (number, str(model))
        seen.add(reached.status)
    assert seen == {Status.OK, Status.DOES_NOT_EXIST, Status.NOT_IDENTIFIABLE}


def test_a_model_without_an_estimate_has_no_numbers() -> None:
    captured = table(covariates=(SEX,), lists=2)
    found = fit_covariates(captured, parse_formula("A*B*sex", captured))
    assert found.status is Status.NOT_IDENTIFIABLE
    assert found.undetermined == (0, 1)
    assert (found.n_hat, found.hidden, found.log_hidden_error) == (None, None, None)
    assert found.bic == np.inf
    assert not found.fitted.any()


def test_only_the_covariate_cells_that_are_open_are_named() -> None:
    """The men stand on one list only, so nothing speaks of their overlap."""
    captured = table(covariates=(SEX,), lists=2)
    kept = (captured.codes[:, 0] == 0) | (captured.histories == 1)
    sparse = from_rows(captured.lists, (SEX,), captured.histories[kept], captured.codes[kept],
                       captured.counts[kept])  # fmt: skip
    found = fit_covariates(sparse, parse_formula("A*sex + B*sex", sparse))
    assert found.status is Status.NOT_IDENTIFIABLE
    assert found.undetermined == (1,)
