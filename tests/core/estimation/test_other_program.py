"""The same numbers as another program, on invented tables that nobody publishes.

`other_program.json` was made without this package: every fit by statsmodels 0.15 (Poisson GLM on
the live cells), existence by the linear program of scipy, the steps by scipy's Poisson tails, and
the best models and their average by fitting all hierarchical models one by one.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from samen.core.estimation.bounds import chao_lower_bound, zelterman
from samen.core.estimation.fit import fit
from samen.core.estimation.models import all_terms, main_effects
from samen.core.estimation.procedures import Searched, Stepwise

TABLES = json.loads(Path(__file__).with_name("other_program.json").read_text())
CLOSE = 1e-6


@pytest.mark.parametrize("found", TABLES)
def test_fits_and_their_criteria(found: dict[str, Any]) -> None:
    counts = np.array(found["counts"])
    n_lists = counts.size.bit_length() - 1
    for name, model in (("main", main_effects(n_lists)), ("pairs", all_terms(n_lists, 2))):
        ours, theirs = fit(counts, model), found[name]
        assert (ours.n_hat is None) == (theirs is None)
        if theirs:
            assert ours.n_hat == pytest.approx(theirs["N"], rel=CLOSE)
            assert ours.deviance == pytest.approx(theirs["dev"], rel=CLOSE, abs=1e-5)
            assert (ours.aic, ours.bic) == pytest.approx((theirs["aic"], theirs["bic"]), rel=CLOSE)


@pytest.mark.parametrize("found", TABLES)
def test_chosen_models_and_simple_estimates(found: dict[str, Any]) -> None:
    counts = np.array(found["counts"])
    order = min(3, counts.size.bit_length() - 2)
    stepwise = Stepwise().choose(counts)
    assert stepwise.total == pytest.approx(found["stepwise"]["N"], rel=CLOSE)
    assert stepwise.model is not None
    pairs = sorted(term for term in stepwise.model.terms if term.bit_count() > 1)
    assert pairs == found["stepwise"]["pairs"]
    for name, formula in (("chao", chao_lower_bound), ("zelterman", zelterman)):
        assert formula(counts).estimate == pytest.approx(found["simple"][name], rel=CLOSE)
    for name, procedure in (
        ("bic", Searched("bic", order)),
        ("aic", Searched("aic", order)),
        ("average", Searched("bic", order, 10.0)),
    ):
        if "searched" in found:
            total = procedure.choose(counts).total
            assert total == pytest.approx(found["searched"][name], rel=CLOSE)
