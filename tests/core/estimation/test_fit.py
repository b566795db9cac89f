"""Maximum likelihood: the stored figures, and laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.models import Model, all_terms, closed, main_effects, parse
from samen.core.estimation.poisson import Ints
from tests.core.estimation.published import LISTS, run, runs, table

MAXIMUM_LIKELIHOOD = ("SparseMSE 2.0.1", "MultipleSystemsEstimation", "Rcapture")


def test_every_stored_maximum_likelihood_estimate_is_reproduced() -> None:
    compared = 0
    for stored in runs():
        model = _model(stored.get("model"), stored["dataset"])
        if model is None or not stored["package"].startswith(MAXIMUM_LIKELIHOOD):
            continue
        found = fit(table(stored["dataset"]), model)
        assert found.n_hat == pytest.approx(stored["estimate"], rel=1e-3), stored
        for key, value in (("aic", found.aic), ("bic", found.bic), ("BIC", found.bic),
                           ("deviance", found.deviance)):  # fmt: skip
            if key in stored:
                assert value == pytest.approx(stored[key], rel=1e-4), (key, stored)
        compared += 1
    assert compared > 20


def _model(said: object, dataset: str) -> Model | None:
    """A stored model, None where the run is of another kind of model."""
    lists = LISTS[dataset]
    if said in ("main effects", "", "Mt"):
        return main_effects(len(lists))
    if said == "all two-list":
        return all_terms(len(lists), 2)
    if isinstance(said, str) and ("[" in said or ":" in said):
        return parse(said, lists)
    return None


def test_the_five_best_models_by_bic_have_the_stored_estimates() -> None:
    best = run("UKdat_5", "MultipleSystemsEstimation", call='estimate_population(d, method="bic")')
    top = best["top5"]
    for model, estimate, bic in zip(top["model"], top["est"], top["bic"], strict=True):
        found = fit(table("UKdat_5"), parse(model, LISTS["UKdat_5"]))
        assert found.n_hat == pytest.approx(estimate, rel=1e-6)
        assert found.bic == pytest.approx(bic, rel=1e-6)


def test_the_interval_given_the_model_is_that_of_sparsemse() -> None:
    stored = run("UKdat_5", "SparseMSE", model="all two-list")
    found = fit(table("UKdat_5"), all_terms(5, 2))
    assert found.hidden is not None
    assert found.log_hidden_error is not None
    factor = np.exp(1.959964 * found.log_hidden_error)
    assert found.n_observed + found.hidden / factor == pytest.approx(stored["lower"], rel=1e-3)
    assert found.n_observed + found.hidden * factor == pytest.approx(stored["upper"], rel=1e-3)


@pytest.mark.parametrize(
    ("model", "status", "total"),
    [
        ("[12,13,23]", Status.NOT_IDENTIFIABLE, None),
        ("[12,3]", Status.DOES_NOT_EXIST, None),
        ("[13,23]", Status.OK, 296),
    ],
)
def test_small_table_of_2021(model: str, status: Status, total: float | None) -> None:
    """Chan, Silverman and Vincent 2021, table 2; the last by hand: 40 x 30 / 6 hidden."""
    counts = np.array([0, 40, 30, 6, 20, 0, 0, 0])
    found = fit(counts, parse(model, ("A", "B", "C")))
    assert found.status is status
    assert found.n_hat == (None if total is None else pytest.approx(total, rel=1e-9))


def test_no_number_comes_with_a_fit_that_does_not_exist() -> None:
    found = fit(np.array([0, 3, 4, 0]), main_effects(2))
    assert found.status is Status.DOES_NOT_EXIST
    assert (found.n_hat, found.hidden, found.log_hidden_error) == (None, None, None)


tables = st.lists(st.integers(0, 60), min_size=7, max_size=7).filter(any).map(
    lambda counts: np.array([0, *counts])
)  # fmt: skip
models = st.sampled_from([(), (3,), (5, 6), (3, 5, 6)]).map(lambda terms: closed(3, terms))


@given(tables, models, st.permutations(range(3)))
def test_the_order_of_the_lists_changes_nothing(
    counts: Ints, model: Model, order: list[int]
) -> None:
    def moved(bits: int) -> int:
        return sum(1 << order[bit] for bit in range(3) if bits >> bit & 1)

    other = np.zeros_like(counts)
    for history, persons in enumerate(counts):
        other[moved(history)] = persons
    here, there = fit(counts, model), fit(other, closed(3, map(moved, model.generators)))
    assert here.status is there.status
    if here.n_hat is not None:
        assert there.n_hat == pytest.approx(here.n_hat, rel=1e-6)


@given(tables, models, st.integers(2, 1000))
def test_persons_times_k_give_an_estimate_times_k(counts: Ints, model: Model, k: int) -> None:
    once, often = fit(counts, model), fit(counts * k, model)
    assert once.status is often.status
    if once.n_hat is not None and once.n_hat < 1e9:
        assert often.n_hat == pytest.approx(k * once.n_hat, rel=1e-5)


@given(tables, models)
def test_fitted_margins_are_the_observed_ones(counts: Ints, model: Model) -> None:
    found = fit(counts, model)
    if found.n_hat is None:
        return
    histories = np.arange(8)
    for term in model.terms:
        holds = (histories & term == term) & (histories > 0)
        assert found.fitted[holds].sum() == pytest.approx(counts[holds].sum(), rel=1e-6, abs=1e-4)


@given(tables, models)
def test_a_list_that_nobody_is_on_changes_nothing(counts: Ints, model: Model) -> None:
    larger = np.concatenate([counts, np.zeros(8, dtype=np.int64)])
    without, with_it = fit(counts, model), fit(larger, closed(4, model.generators))
    if without.n_hat is not None:
        assert with_it.n_hat == pytest.approx(without.n_hat, rel=1e-6)


@pytest.mark.parametrize("persons", [1, 10**9])
def test_all_persons_on_all_lists(persons: int) -> None:
    counts = np.zeros(8, dtype=np.int64)
    counts[7] = persons
    found = fit(counts, main_effects(3))
    assert found.status is Status.DOES_NOT_EXIST


def test_a_thousand_million_persons() -> None:
    counts = np.array([0, 10**9, 2 * 10**9, 10**8])
    found = fit(counts, main_effects(2))
    assert found.n_hat == pytest.approx(11e8 * 21e8 / 1e8, rel=1e-9)


@pytest.mark.parametrize("together", [10**4, 10**8, 10**11])
def test_many_persons_on_two_lists_beside_few_on_others_are_exact(together: int) -> None:
    """Lists 1 and 2 as one beside list 3: who is on 3 alone, times the others off 3 by those on."""
    counts = np.array([0, 41, 40, together, 78, 11, 49, 7, 65, 12, 0, 4, 10, 1, 2, 11])
    found = fit(counts, parse("[124,3]", tuple("ABCD")))
    on, off = counts[[5, 6, 7, 12, 13, 14, 15]].sum(), counts[[1, 2, 3, 8, 9, 10, 11]].sum()
    assert found.hidden == pytest.approx(78 * off / on, rel=1e-4)


def test_a_maximum_that_is_not_found_is_no_number() -> None:
    """There is one, but beside so many persons so few are lost in rounding."""
    counts = np.array([0, 62, 4, 64, 57, 56, 70, 165_180_289_109])
    found = fit(counts, parse("[12,13]", tuple("ABC")))
    assert (found.status, found.n_hat) == (Status.REFUSED, None)
