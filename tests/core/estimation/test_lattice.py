"""The search over all hierarchical models, against fitting every one of them."""

import math

import numpy as np
import pytest

from samen.core.estimation.fit import Fit, fit
from samen.core.estimation.lattice import AIC, AICC, BIC, best_models, penalties_of
from samen.core.estimation.models import candidates, hierarchical
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Searched
from tests.core.estimation.published import table

SLACK = 4.0


def searched(counts: Ints, criterion: int) -> Floats:
    n_lists = counts.size.bit_length() - 1
    terms = candidates(n_lists, n_lists)
    penalties = penalties_of(criterion, float(counts.sum()), 2 + n_lists + terms.size)
    nothing = np.zeros((0, terms.size), dtype=np.bool_)
    return best_models(counts.astype(float), n_lists, terms, penalties, SLACK, nothing)[1]


@pytest.mark.parametrize(("code", "criterion"), [(BIC, "bic"), (AIC, "aic"), (AICC, "aicc")])
def test_the_search_finds_what_fitting_all_models_finds(code: int, criterion: str) -> None:
    chance = np.random.default_rng(8)
    for _ in range(40):
        n_lists = int(chance.choice([3, 4], p=[0.7, 0.3]))
        rates = chance.choice([0.5, 2, 10, 50]) * np.exp(chance.normal(0, 1.5, 1 << n_lists))
        counts = chance.poisson(rates)
        counts[0], counts[-1] = 0, counts[-1] + 1

        def value(each: Fit) -> float:
            return float(getattr(each, criterion))

        fits = [each for each in (fit(counts, model) for model in hierarchical(n_lists, n_lists))
                if each.n_hat is not None and math.isfinite(value(each))]  # fmt: skip
        least = min(map(value, fits), default=0.0)
        asked = sorted(value(each) - least for each in fits if value(each) - least <= SLACK)
        found = searched(counts, code)
        assert list(found - found[:1].sum()) == pytest.approx(asked, abs=1e-5), counts


@pytest.mark.parametrize(
    ("dataset", "order", "model", "total"),
    [
        ("UKdat_5", 2, "[12,13,23,25,34]", 22991.331),
        ("UKdat_5", 3, "[123,25,34]", 25311.291),
        ("NewOrl_5", 3, "[1,2,3,4,5]", 1034.151),
        ("NewOrl_5", 4, "[1,2,3,4,5]", 1034.151),
        ("Western", 2, "[15,2,3,4]", 2483.384),
    ],
)
def test_the_stored_models_are_the_best(dataset: str, order: int, model: str, total: float) -> None:
    found = Searched("bic", order).choose(table(dataset))
    assert str(found.model) == model
    assert found.total == pytest.approx(total, rel=1e-6)


def test_likely_models_change_the_time_and_nothing_else() -> None:
    counts = table("Western").astype(float)
    terms = candidates(5, 3)
    penalties = penalties_of(BIC, counts.sum(), 2 + 5 + terms.size)
    without = best_models(counts, 5, terms, penalties, 6.0, np.zeros((0, terms.size), dtype=bool))
    with_them = best_models(counts, 5, terms, penalties, 6.0, without[0][3:9])
    for at in range(3):
        np.testing.assert_allclose(without[at], with_them[at])


def test_an_average_lies_between_its_models_and_its_weights_add_up() -> None:
    found = Searched("bic", 3, slack=10.0).choose(table("UKdat_5"))
    totals = [each.n_hat or 0.0 for each, _ in found.models]
    assert found.total is not None
    assert sum(weight for _, weight in found.models) == pytest.approx(1)
    assert found.total == pytest.approx(
        sum(weight * total for (_, weight), total in zip(found.models, totals, strict=True))
    )
    assert min(totals) < found.total < max(totals)
