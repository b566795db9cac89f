"""Criteria, the choice by them and averages, beside a naive twin that shares no code with ours.

The twin writes every hierarchical model out as a matrix, fits it by iteratively reweighted least
squares and adds up textbook formulas. Packages store no average and no AICc.
"""

from itertools import combinations
from typing import NamedTuple

import numpy as np
import pytest
from scipy.stats import poisson

from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Searched


class Twin(NamedTuple):
    """A fitted model: its sets of lists, hidden number and criteria."""

    terms: frozenset[frozenset[int]]
    hidden: float
    criteria: dict[str, float]


def families(n_lists: int, order: int) -> list[frozenset[frozenset[int]]]:
    """Every set of interactions that holds all parts of each of its members."""
    possible = [frozenset(each) for size in range(2, order + 1)
                for each in combinations(range(n_lists), size)]  # fmt: skip
    found = []
    for chosen in range(1 << len(possible)):
        family = frozenset(each for at, each in enumerate(possible) if chosen >> at & 1)
        parts = {frozenset(part) for each in family for size in range(2, len(each))
                 for part in combinations(each, size)}  # fmt: skip
        if parts <= family:
            found.append(family)
    return found


def fitted(counts: Ints, family: frozenset[frozenset[int]]) -> Twin:
    n_lists = int(np.log2(counts.size))
    main = [frozenset[int](), *(frozenset([each]) for each in range(n_lists))]
    terms = [*main, *family]
    cells = [{bit for bit in range(n_lists) if cell >> bit & 1} for cell in range(1, counts.size)]
    x = np.array([[float(term <= cell) for term in terms] for cell in cells])
    y = counts[1:].astype(float)
    means = y.copy()
    for _ in range(80):
        root = np.sqrt(means)
        working = np.log(means) + (y - means) / means
        theta = np.linalg.lstsq(x * root[:, None], working * root, rcond=None)[0]
        before, means = means, np.exp(x @ theta)
        if np.allclose(before, means, rtol=1e-13, atol=0.0):
            break
    logarithm = float(np.sum(poisson.logpmf(y, means)))
    n, p = float(y.sum()), len(terms)
    aic = 2 * p - 2 * logarithm
    small = aic + 2 * p * (p + 1) / (n - p - 1)
    bic = p * np.log(n) - 2 * logarithm
    return Twin(family, float(np.exp(theta[0])), {"aic": aic, "aicc": small, "bic": float(bic)})


def tables() -> list[Ints]:
    """Of three and four lists, every cell filled, so that each model has an estimate."""
    chance = np.random.default_rng(20)
    made = []
    for n_lists, mean in ((3, 6.0), (3, 40.0), (3, 300.0), (4, 5.0), (4, 30.0)):
        counts = 1 + chance.poisson(mean * np.exp(chance.normal(0, 1, 1 << n_lists)))
        counts[0] = 0
        made.append(counts)
    return made


def sets_of(terms: frozenset[int]) -> frozenset[frozenset[int]]:
    """Bits as sets of lists, two lists or more."""
    sets = [frozenset(bit for bit in range(8) if term >> bit & 1) for term in terms]
    return frozenset(each for each in sets if len(each) > 1)


@pytest.mark.parametrize("counts", tables(), ids=lambda counts: f"{counts.sum()} persons")
def test_the_choice_by_each_criterion_is_the_twins(counts: Ints) -> None:
    order = int(np.log2(counts.size)) - 1
    twins = [fitted(counts, family) for family in families(order + 1, order)]
    assert len(twins) == {3: 8, 4: 113}[order + 1]
    for criterion in ("aic", "aicc", "bic"):
        best = min(twins, key=lambda each: each.criteria[criterion])
        found = Searched(criterion, order).choose(counts)
        assert found.model
        assert sets_of(found.model.terms) == best.terms
        assert found.total == pytest.approx(counts.sum() + best.hidden, rel=1e-7)
        ours = found.models[0][0]
        assert getattr(ours, criterion) == pytest.approx(best.criteria[criterion], abs=1e-6)


@pytest.mark.parametrize("counts", tables(), ids=lambda counts: f"{counts.sum()} persons")
@pytest.mark.parametrize(("criterion", "slack"), [("bic", 10.0), ("bic", 3.0), ("aicc", 6.0)])
def test_the_average_is_the_twins(counts: Ints, criterion: str, slack: float) -> None:
    """Weights exp(-difference / 2) over the models within the slack."""
    order = int(np.log2(counts.size)) - 1
    twins = [fitted(counts, family) for family in families(order + 1, order)]
    values: Floats = np.array([each.criteria[criterion] for each in twins])
    weights = np.where(values <= values.min() + slack, np.exp((values.min() - values) / 2), 0.0)
    weights /= weights.sum()
    found = Searched(criterion, order, slack).choose(counts)
    hidden = float(weights @ [each.hidden for each in twins])
    assert found.total == pytest.approx(counts.sum() + hidden, rel=1e-7)
    by_terms = {each.terms: weight for each, weight in zip(twins, weights, strict=True) if weight}
    ours = {sets_of(each.model.terms): weight for each, weight in found.models}
    assert ours.keys() == by_terms.keys()
    for terms, weight in ours.items():
        assert weight == pytest.approx(by_terms[terms], rel=1e-6)
