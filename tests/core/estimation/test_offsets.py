"""Fits with known coefficients, against an exact linear program and a general optimiser."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog, minimize

from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.models import Model, closed, parse
from samen.core.estimation.offsets import with_known
from samen.core.estimation.poisson import Floats, Ints

THREE = ("A", "B", "C")
models = st.lists(st.integers(1, 6), max_size=3).map(lambda terms: closed(3, terms))
sparse = st.lists(st.sampled_from([0, 0, 0, 1, 5, 40]), min_size=7, max_size=7).filter(any).map(
    lambda counts: np.array([0, *counts])
)  # fmt: skip


def design(cells: Ints, terms: Ints) -> Floats:
    rows: Floats = (cells[:, None] & terms == terms).astype(np.float64)
    return rows


def exact_status(counts: Ints, model: Model, known: dict[int, float]) -> Status:
    """Means, positive in all cells without an empty term, with the same margins; then rank."""
    terms = np.array([term for term in model.array() if term not in known])
    cells = np.arange(1, 8)
    dead = [term for term in terms if not counts[np.arange(8) & term == term].sum()]
    live = np.array([cell for cell in cells if not any(cell & d == d for d in dead)])
    alive = np.array([term for term in terms if term not in dead])
    rows = design(live, alive)
    n = live.size
    found = linprog(
        [*np.zeros(n), -1.0],
        A_eq=np.column_stack([rows.T, np.zeros(alive.size)]),
        b_eq=rows.T @ counts[live],
        A_ub=np.column_stack([-np.eye(n), np.ones(n)]),
        b_ub=np.zeros(n),
        bounds=[(0, None)] * n + [(None, 1)],
    )
    assert found.x is not None
    if found.x[-1] < 1e-7:
        return Status.DOES_NOT_EXIST
    unique = np.linalg.matrix_rank(rows) == alive.size
    return Status.OK if unique else Status.NOT_IDENTIFIABLE


@given(sparse, models, st.sampled_from([{}, {3: 0.7}, {5: -1.0, 6: 2.0}]))
@settings(max_examples=300)
def test_the_status_is_that_of_a_linear_program(
    counts: Ints, model: Model, known: dict[int, float]
) -> None:
    found = with_known(counts.astype(np.float64), model, known)
    assert found.status == exact_status(counts, model, known)
    assert (found.total is None) == (found.status is not Status.OK)
    assert (found.reason is None) == (found.status is Status.OK)


@given(sparse, models)
@settings(max_examples=100)
def test_nothing_known_is_the_plain_fit(counts: Ints, model: Model) -> None:
    plain = fit(counts, model)
    found = with_known(counts.astype(np.float64), model, {})
    assert found.status == plain.status
    assert found.total == (None if plain.n_hat is None else pytest.approx(plain.n_hat, rel=1e-9))


@pytest.mark.parametrize("said", ["[1,2,3]", "[12,13]", "[12,23]", "[12,13,23]"])
@pytest.mark.parametrize("delta", [-2.0, 0.5, 3.0])
def test_the_estimate_is_the_maximum_of_the_likelihood(said: str, delta: float) -> None:
    """Of fractional counts too; the twin maximises over all coefficients but the known one."""
    counts = np.array([0, 60.5, 50, 20, 70, 15.25, 12, 4])
    model = parse(said, THREE)
    terms = np.array([term for term in model.array() if term != 3])
    cells = np.arange(1, 8)
    rows, offset = design(cells, terms), delta * (cells & 3 == 3)

    def loss(theta: Floats) -> float:
        logs = rows @ theta + offset
        return float(np.exp(logs).sum() - counts[1:] @ logs)

    def slope(theta: Floats) -> Floats:
        gap: Floats = rows.T @ (np.exp(rows @ theta + offset) - counts[1:])
        return gap

    start = np.where(terms == 0, 4.0, 0.0)
    twin = minimize(loss, start, jac=slope, method="BFGS", options={"gtol": 1e-9})
    found = with_known(counts, model, {3: delta})
    assert found.hidden == pytest.approx(np.exp(twin.x[terms == 0][0]), rel=1e-5)
