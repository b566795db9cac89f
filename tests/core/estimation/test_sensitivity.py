"""Lists left out and merged, thresholds, and dependence that is assumed."""

from itertools import combinations, pairwise
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.estimation.bounds import lincoln_petersen
from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.models import all_terms, closed, main_effects, parse
from samen.core.estimation.outcomes import outcome, relisted
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Fixed, Searched, Stepwise, main
from samen.core.estimation.sensitivity import (
    highest_order,
    leave_out,
    merged,
    pair_dependence,
    thresholds,
)
from tests.core.estimation.published import named, table

THREE = ("A", "B", "C")


def tables(n_lists: int, least: int = 1) -> st.SearchStrategy[Ints]:
    cells = (1 << n_lists) - 1
    return st.lists(st.integers(least, 400), min_size=cells, max_size=cells).map(
        lambda counts: np.array([0, *counts])
    )


@given(tables(3))
def test_one_of_three_lists_left_out_leaves_two_and_their_formula(counts: Ints) -> None:
    found = leave_out(named(counts), main(3))
    assert [each.left_out for each in found] == ["A", "B", "C"]
    for each, (one, other) in zip(found, [(1, 2), (0, 2), (0, 1)], strict=True):
        assert each.outcome.total == pytest.approx(lincoln_petersen(counts, one, other).estimate)


@given(tables(4), st.sampled_from(["[123,4]", "[12,23,34]", "[1,2,3,4]", "[124,134,234]"]))
@settings(max_examples=20)
def test_leaving_out_and_merging_commute(counts: Ints, said: str) -> None:
    """Lists 1 and 2 merged, 4 left out; a fixed model follows its lists on both ways."""
    full, model = named(counts), Fixed(parse(said, ("A", "B", "C", "D")))
    merged_first = relisted(relisted(model, [0b0011, 0b0100, 0b1000]), [0b001, 0b010])
    without_first = relisted(relisted(model, [0b0001, 0b0010, 0b0100]), [0b011, 0b100])
    assert merged_first == without_first
    one = full.merge_lists("A", "B").drop_list("D").by_history()
    other = full.drop_list("D").merge_lists("A", "B").by_history()
    assert outcome(one, merged_first) == outcome(other, without_first)


def test_a_fixed_model_keeps_its_terms_under_the_new_numbers() -> None:
    model = Fixed(parse("[123,34]", ("A", "B", "C", "D")))
    without_b = relisted(model, [0b0001, 0b0100, 0b1000])
    assert without_b == Fixed(parse("[12,23]", THREE))
    assert relisted(model, [0b1001, 0b0010, 0b0100]) == Fixed(closed(3, [0b111]))


def test_merging_two_police_lists_gives_the_published_table() -> None:
    """PF and NCA of the United Kingdom are one list in the table of five."""
    whole = named(table("UKdat"))
    pair = next(each for each in merged(whole, Stepwise()) if each.merged == ("C", "F"))
    assert pair.outcome.total == pytest.approx(11313, rel=1e-3)
    assert pair.outcome.total == outcome(table("UKdat_5"), Stepwise()).total
    assert pair.outcome.n_observed == whole.n_observed


@pytest.mark.parametrize("procedure", [main(4), Stepwise(), Searched("bic", 2)])
def test_merging_an_empty_list_changes_nothing(procedure: Fixed | Stepwise | Searched) -> None:
    counts = np.zeros(16, dtype=np.int64)
    counts[:8] = [0, 60, 50, 20, 70, 15, 12, 4]
    found = {each.merged: each.outcome for each in merged(named(counts), procedure)}
    expected = outcome(counts[:8], relisted(procedure, [1, 2, 4])).total
    for name in THREE:
        assert found[name, "D"].total == pytest.approx(expected)


def test_two_lists_leave_nothing_to_leave_out_or_merge() -> None:
    counts = np.array([0, 30, 40, 10])
    left = [each.outcome for each in leave_out(named(counts), main(2))]
    for found in [*left, *(each.outcome for each in merged(named(counts), Stepwise()))]:
        assert found.total is None
        assert found.status is Status.REFUSED
        assert "two lists" in str(found.reason)


def test_no_overlap_without_a_list_is_said_not_estimated() -> None:
    """Only C ties A and B together."""
    counts = np.array([0, 30, 40, 0, 50, 10, 10, 0])
    without_c = leave_out(named(counts), Stepwise())[2]
    assert without_c.outcome.total is None
    assert without_c.outcome.status is Status.DOES_NOT_EXIST
    assert without_c.outcome.reason is not None


def test_thresholds_are_stepwise_estimates() -> None:
    """0.02 is the published choice; at next to 0 no pair gets in, and the estimate is main's."""
    counts = table("NewOrl")
    strict, usual = thresholds(named(counts), (1e-9, 0.02))
    assert strict.outcome.total == pytest.approx(997, rel=1e-3)
    assert strict.outcome.model == main_effects(8)
    assert usual.outcome.total == pytest.approx(1184, rel=1e-3)


@pytest.mark.parametrize("threshold", [0.0, 1.0, -0.1, float("nan")])
def test_what_is_no_threshold_is_refused(threshold: float) -> None:
    with pytest.raises(BadInput, match="threshold"):
        thresholds(named(np.array([0, 3, 4, 5])), [threshold])


def log_odds_of_all(cells: Floats) -> float:
    """The alternating sum of the log counts, by its definition."""
    n_lists = cells.size.bit_length() - 1
    signs = [(-1) ** (n_lists - cell.bit_count()) for cell in range(cells.size)]
    return float(np.log(cells) @ signs)


@given(st.integers(2, 4).flatmap(tables), st.floats(-2, 2))
@settings(max_examples=40)
def test_the_term_of_all_lists_becomes_what_is_assumed(counts: Ints, delta: float) -> None:
    """Checked on the whole table of the saturated model, the hidden cell filled in."""
    n_lists = counts.size.bit_length() - 1
    found = highest_order(named(counts), Fixed(all_terms(n_lists, n_lists - 1)), [0.0, delta])
    (_, plain), (_, shifted) = found.points
    assert plain == found.plain
    assert plain.hidden
    assert shifted.hidden
    assert log(shifted.hidden / plain.hidden) == pytest.approx((-1) ** n_lists * delta)
    cells = counts.astype(float)
    cells[0] = shifted.hidden
    assert log_odds_of_all(cells) == pytest.approx(delta, abs=1e-6)


def test_the_fit_of_the_observed_cells_stays() -> None:
    """Also of a smaller model the means with the shifted hidden cell have the assumed term."""
    counts = table("UKdat_5").copy()
    counts[1:] += 1
    model = main_effects(5)
    (_, shifted), *_ = highest_order(named(counts), Fixed(model), [0.7]).points
    cells = fit(counts, model).fitted.copy()
    assert log_odds_of_all(cells) == pytest.approx(0)
    cells[0] = shifted.hidden
    assert log_odds_of_all(cells) == pytest.approx(0.7)


@given(tables(3), st.floats(0.6, 3.0))
def test_the_tipping_point_of_all_lists_gives_the_target(counts: Ints, factor: float) -> None:
    procedure = main(3)
    plain = outcome(counts, procedure)
    assert plain.total
    target = plain.n_observed + factor * (plain.total - plain.n_observed)
    (tip,) = highest_order(named(counts), procedure, targets=[target]).tipping
    assert tip.log_odds is not None
    (_, there), *_ = highest_order(named(counts), procedure, [tip.log_odds]).points
    assert there.total == pytest.approx(target)


def test_no_assumption_hides_less_than_nobody() -> None:
    counts = table("Western")
    for found in (
        highest_order(named(counts), Stepwise(), targets=[345.0, 100.0]),
        pair_dependence(named(counts), main_effects(5), (0, 1), targets=[345.0, 100.0]),
    ):
        assert [tip.log_odds for tip in found.tipping] == [None, None]


@given(tables(2), st.floats(-3, 3))
def test_two_dependent_lists_have_a_closed_form(counts: Ints, delta: float) -> None:
    """Both ways say the same of two lists: n_10 n_01 / n_11, times the odds ratio."""
    hidden = counts[1] * counts[2] / counts[3] * exp(delta)
    (_, pair), *_ = pair_dependence(named(counts), main_effects(2), (0, 1), [delta]).points
    (_, whole), *_ = highest_order(named(counts), main(2), [delta]).points
    assert pair.hidden == pytest.approx(hidden)
    assert whole.hidden == pytest.approx(hidden)


def test_a_saturated_model_has_an_estimate_once_its_pair_is_assumed() -> None:
    found = pair_dependence(named(np.array([0, 30, 40, 10])), closed(2, [3]), (0, 1), [log(2)])
    assert found.plain.status is Status.NOT_IDENTIFIABLE
    assert found.tipping == ()
    assert found.points[0][1].hidden == pytest.approx(2 * 30 * 40 / 10)


@given(tables(3), st.sampled_from(["[12,23]", "[1,2,3]", "[13,2]"]))
@settings(max_examples=40)
def test_a_pair_at_its_own_odds_is_the_plain_fit_and_at_0_is_left_out(
    counts: Ints, said: str
) -> None:
    model = parse(said, THREE)
    for pair in combinations(range(3), 2):
        found = pair_dependence(named(counts), model, pair, [0.0], [])
        term = 1 << pair[0] | 1 << pair[1]
        without = type(model)(3, model.terms - {term})
        assert found.points[0][1].total == pytest.approx(fit(counts, without).n_hat, rel=1e-6)
        (_, own), *_ = pair_dependence(named(counts), model, pair, [found.own], []).points
        assert own.total == pytest.approx(found.plain.total, rel=1e-6)
        assert found.plain.total == pytest.approx(fit(counts, model).n_hat, rel=1e-9)


def test_the_tipping_point_of_a_pair_gives_the_target() -> None:
    counts = table("UKdat_5")
    model = Stepwise().choose(counts).models[0][0].model
    found = pair_dependence(named(counts), model, (2, 3))
    assert found.lists == ("C", "D")
    half, double = found.tipping
    assert half.log_odds is None
    assert double.target == pytest.approx(2 * 11313, rel=1e-3)
    assert double.log_odds is not None
    (_, there), *_ = pair_dependence(named(counts), model, (2, 3), [double.log_odds]).points
    assert there.total == pytest.approx(double.target, rel=1e-9)


@given(st.integers(2, 4).flatmap(lambda n: tables(n, 0)), st.lists(st.integers(1, 14), max_size=3))
@settings(max_examples=60)
def test_the_total_rises_with_the_odds_ratio_of_a_pair(counts: Ints, terms: list[int]) -> None:
    """So a tipping point is the only one."""
    n_lists = counts.size.bit_length() - 1
    model = closed(n_lists, [term % (counts.size - 1) for term in terms])
    if counts.any():
        found = pair_dependence(named(counts), model, (0, 1), [-6.9, -2, -0.5, 0, 0.5, 2, 6.9], [])
        totals = [each.total for _, each in found.points if each.total is not None]
        assert len(totals) in (0, 7)
        assert all(low <= high * (1 + 1e-6) for low, high in pairwise(totals))


def test_a_pair_without_overlap_is_the_limit_of_strong_avoidance() -> None:
    counts = np.array([0, 50, 60, 0, 40, 12, 9, 0])
    found = pair_dependence(named(counts), parse("[12,3]", THREE), (0, 1), [-12.0], [])
    assert found.own == -np.inf
    assert found.points[0][1].total == pytest.approx(found.plain.total, rel=1e-4)


@pytest.mark.parametrize("pair", [(0, 0), (0, 3), (-1, 1)])
def test_what_is_no_pair_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(BadInput, match="no pair"):
        pair_dependence(named(np.arange(8)), main_effects(3), pair)


def test_what_is_no_odds_ratio_is_refused() -> None:
    for odds in (float("nan"), float("inf")):
        with pytest.raises(BadInput, match="log odds ratio"):
            highest_order(named(np.arange(8)), main(3), [odds])


def test_progress_ends_at_1() -> None:
    said: list[float] = []
    leave_out(named(np.arange(16)), Stepwise(), said.append)
    assert said == [0.25, 0.5, 0.75, 1.0]
    merged(named(np.arange(8)), Stepwise(), said.append)
    assert said[-1] == 1.0
