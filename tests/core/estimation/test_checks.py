"""All checks in one call: they are their parts, and their progress is one."""

from dataclasses import replace
from itertools import combinations, pairwise
from math import exp, inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.checks import MOST_CHECKED, sensitivity, stretches, validation
from samen.core.estimation.estimate import Plan, estimate
from samen.core.estimation.linkage_errors import linkage_errors
from samen.core.estimation.models import parse
from samen.core.estimation.offsets import with_known
from samen.core.estimation.procedures import Fixed, Searched, Stepwise, main
from samen.core.estimation.sensitivity import leave_out, merged, pair_dependence, thresholds
from samen.core.estimation.table import from_counts
from samen.core.estimation.validation import internal_consistency, trajectories
from tests.core.estimation.published import LISTS, named, table

WESTERN = named(table("Western"))


def test_sensitivity_is_its_parts() -> None:
    found = sensitivity(WESTERN, Stepwise())
    model = parse("[15,2,3,4]", LISTS["Western"])
    assert found.plain.total == pytest.approx(2483, abs=0.5)
    assert found.without == leave_out(WESTERN, Stepwise())
    assert found.merged == merged(WESTERN, Stepwise())
    assert found.thresholds == thresholds(WESTERN)
    assert found.links == linkage_errors(WESTERN, Stepwise())
    assert found.pairs == tuple(
        pair_dependence(WESTERN, model, pair) for pair in combinations(range(5), 2)
    )


def test_a_threshold_is_of_the_stepwise_method_only() -> None:
    assert sensitivity(WESTERN, main(5)).thresholds == ()
    assert sensitivity(WESTERN, Searched("bic", 2)).thresholds == ()


def test_at_the_tipping_point_the_estimate_is_half_or_twice_and_no_other_pair_is_nearer() -> None:
    found = sensitivity(WESTERN, Stepwise())
    assert found.tipping
    pair, tipping = found.tipping
    term = sum(1 << WESTERN.lists.index(name) for name in pair.lists)
    assert tipping.log_odds is not None
    there = with_known(
        table("Western").astype(np.float64),
        parse("[15,2,3,4]", LISTS["Western"]),
        {term: tipping.log_odds},
    )
    assert there.total == pytest.approx(tipping.target, rel=1e-6)
    assert tipping.target / (found.plain.total or 0) in (pytest.approx(2), pytest.approx(0.5))
    away = abs(tipping.log_odds - pair.own)
    for other in found.pairs:
        for each in other.tipping:
            assert each.log_odds is None or abs(each.log_odds - other.own) >= away


def test_no_tipping_point_is_none_however_many_pairs_there_are() -> None:
    found = sensitivity(WESTERN, Stepwise())
    none = tuple(
        replace(pair, tipping=tuple(replace(each, log_odds=None) for each in pair.tipping))
        for pair in found.pairs
    )
    assert none[0].tipping[0].distance(0.0) == inf
    assert replace(found, pairs=none).tipping is None


def test_a_table_without_an_estimate_has_reasons_and_no_tipping_point() -> None:
    apart = from_counts("ABC", {1: 30, 2: 20, 4: 10})
    found = sensitivity(apart, Stepwise())
    assert (found.plain.total, found.pairs, found.tipping) == (None, (), None)
    assert all(each.outcome.reason for each in found.without)
    fixed = sensitivity(apart, Fixed(parse("[12,3]", apart.lists)))
    assert fixed.tipping is None


def test_validation_is_its_parts() -> None:
    found = validation(WESTERN, main(5), seed=4)
    assert found.consistency == internal_consistency(WESTERN, main(5), seed=4)
    assert found.trajectories == trajectories(WESTERN, main(5), seed=4)
    assert found.coverage is None


def test_the_reported_interval_is_among_those_of_the_simulated_worlds() -> None:
    counts = np.array([0, 90, 100, 42, 80, 38, 43, 20])
    found = validation(named(counts), main(3), 2).coverage
    assert found
    assert found.totals.shape == (2,)
    assert found.kinds[-1].kind == estimate(named(counts), Plan("main", replicates=50)).answer.kind


def test_many_lists_are_refused_before_the_work() -> None:
    many = from_counts([f"L{at}" for at in range(MOST_CHECKED + 1)], {1: 5, 2: 5, 3: 5})
    for plan in (Plan(sensitivity=True), Plan(validate=True)):
        with pytest.raises(TooBig, match="13 lists"):
            estimate(many, plan)


@pytest.mark.parametrize("method", ["lcmcr", "dga"])
def test_a_bayesian_method_has_no_checks(method: str) -> None:
    with pytest.raises(BadInput, match=method):
        estimate(WESTERN, Plan(method, validate=True))


def test_an_estimate_has_the_checks_that_were_asked_for_and_the_numbers_stay() -> None:
    plain = estimate(WESTERN, Plan(replicates=50))
    said: list[float] = []
    both = estimate(
        WESTERN, Plan(replicates=50, sensitivity=True, validate=True), on_progress=said.append
    )
    assert (plain.sensitivity, plain.validation) == (None, None)
    assert both.sensitivity == sensitivity(WESTERN, Stepwise())
    assert both.validation
    assert both.answer == plain.answer
    assert all(one <= other + 1e-12 for one, other in pairwise(said))
    assert said[-1] == pytest.approx(1.0)


@given(st.lists(st.floats(0, 1e6), min_size=1).filter(any))
def test_stretches_follow_each_other_and_end_at_1(costs: list[float]) -> None:
    said: list[float] = []
    for stretch in stretches(said.append, costs):
        stretch(0.0)
        stretch(1.0)
    assert said[0] == 0
    assert said[-1] == pytest.approx(1)
    assert said[1:-1:2] == pytest.approx(said[2::2])


def test_an_odds_ratio_of_the_untestable_term_is_a_factor_of_the_hidden_number() -> None:
    found = sensitivity(WESTERN, Stepwise())
    hidden = found.plain.hidden or 0
    for log_odds, outcome in found.whole.points:
        assert outcome.hidden == pytest.approx(hidden * exp(-log_odds))
    assert log(2) in [pytest.approx(at) for at, _ in found.whole.points]
