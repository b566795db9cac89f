"""Existence and identifiability, against an independent linear program."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from samen.core.estimation.existence import Status, check
from samen.core.estimation.fit import fit
from samen.core.estimation.models import Model, closed, hierarchical, parse
from samen.core.estimation.poisson import Ints

MODELS = {n: list(hierarchical(n, 3)) for n in (2, 3, 4, 5)}


def brute_force(counts: Ints, model: Model) -> tuple[bool, bool]:
    """Fienberg and Rinaldo's program: the largest s with x >= s and the margins of the counts."""
    cells = np.arange(1, counts.size)
    margins = {term: sum(counts[c] for c in cells if c & term == term) for term in model.terms}
    dead = [term for term in model.terms if margins[term] == 0]
    live = [c for c in cells if not any(c & term == term for term in dead)]
    terms = [term for term in model.terms if not any(term & d == d for d in dead)]
    design = np.array([[float(c & term == term) for term in terms] for c in live])
    design = design.reshape(len(live), len(terms))
    n = len(live)
    found = linprog(
        np.r_[np.zeros(n), -1],
        A_ub=np.hstack([-np.eye(n), np.ones((n, 1))]),
        b_ub=np.zeros(n),
        A_eq=np.hstack([design.T, np.zeros((len(terms), 1))]),
        b_eq=design.T @ counts[live],
        bounds=[(0, None)] * n + [(0, 1)],
    )
    assert found.status == 0
    return float(found.fun or 0) < -1e-7, np.linalg.matrix_rank(design) == len(terms)


def sparse_table(chance: np.random.Generator) -> tuple[Ints, Model]:
    n_lists = int(chance.choice([2, 3, 4, 5], p=[0.1, 0.2, 0.3, 0.4]))
    rates = chance.choice([0.1, 0.3, 1, 5]) * np.exp(chance.normal(0, 1, 1 << n_lists))
    counts = chance.poisson(rates)
    counts[0] = 0
    counts[chance.integers(1, counts.size)] += 1
    return counts, MODELS[n_lists][chance.integers(len(MODELS[n_lists]))]


def test_a_thousand_sparse_tables_agree_with_the_linear_program() -> None:
    chance = np.random.default_rng(20211)
    verdicts = set()
    for _ in range(1000):
        counts, model = sparse_table(chance)
        found = check(counts, model)
        assert (found.exists, found.identifiable) == brute_force(counts, model), (counts, model)
        verdicts.add((found.exists, found.identifiable))
    assert len(verdicts) == 4


@given(st.integers(0, 2**32))
@settings(max_examples=50)
def test_only_which_counts_are_zero_matters(seed: int) -> None:
    chance = np.random.default_rng(seed)
    counts, model = sparse_table(chance)
    other = np.where(counts > 0, chance.integers(1, 10**6, counts.size), 0)
    assert check(counts, model) == check(other, model)


def test_the_hidden_number_may_be_estimable_though_a_coefficient_is_not() -> None:
    """Lists 1 and 2 tell of the hidden ones; the terms of list 4 have no finite estimate."""
    chance = np.random.default_rng(3)
    alone = 0
    for _ in range(3000):
        counts, model = sparse_table(chance)
        found = check(counts, model)
        if not found.exists and found.hidden_estimable:
            alone += 1
        if found.exists:
            assert found.hidden_estimable == found.identifiable
    assert alone > 0


def test_dead_terms_are_named() -> None:
    counts = np.array([0, 40, 30, 6, 20, 0, 0, 0])
    assert check(counts, parse("[12,13,23]", ("A", "B", "C"))).dead == (0b101, 0b110)
    assert check(counts, closed(3, [])).dead == ()
    assert check(counts, closed(3, [])).exists


@pytest.mark.parametrize("on_both", [0, 1])
def test_two_lists_need_overlap(on_both: int) -> None:
    assert check(np.array([0, 5, 7, on_both]), closed(2, [])).exists == bool(on_both)


def test_a_list_with_nobody_on_it_takes_no_estimate_away() -> None:
    """By hand: of those not on A, B and C are independent as they stand, 1 · 1 / 66 hidden."""
    counts = np.array([0, 0, 1, 18, 1, 19, 66, 0, *[0] * 8])
    assert check(counts[:8], closed(3, [3, 5])).status is Status.OK
    assert check(counts, closed(4, [3, 5])).status is Status.OK
    assert fit(counts, closed(4, [3, 5])).hidden == pytest.approx(1 / 66)


def test_a_huge_count_changes_nothing_in_what_exists() -> None:
    """It depends on which counts are zero; without persons on 1 and 3 alone, or 1, 2 and 4."""
    few = np.array([0, 54, 54, 45, 72, 67, 0, 0, 83, 0, 0, 0, 13, 37, 13, 0])
    many = np.where(few == 83, 8_304_323_813, few)
    model = parse("[124,134]", tuple("ABCD"))
    assert check(many, model) == check(few, model)
    assert not check(many, model).exists
