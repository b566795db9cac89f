"""Lists as known populations, and estimates as lists and persons come in."""

from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.estimation.bounds import lincoln_petersen
from samen.core.estimation.existence import Status
from samen.core.estimation.models import parse
from samen.core.estimation.outcomes import outcome
from samen.core.estimation.poisson import Ints
from samen.core.estimation.procedures import Fixed, Procedure, Searched, Stepwise, main
from samen.core.estimation.table import Covariate, from_rows
from samen.core.estimation.validation import internal_consistency, trajectories
from tests.core.estimation.published import named, table

full = st.lists(st.integers(1, 400), min_size=7, max_size=7).map(
    lambda counts: np.array([0, *counts])
)
WORLD = np.array([0, 900, 1000, 420, 800, 380, 430, 200])


def independent(n: int, chances: list[float], seed: int = 1) -> Ints:
    """A table of invented persons on lists that do not depend on each other."""
    on = np.random.default_rng(seed).random((n, len(chances))) < chances
    counts = np.bincount(on @ (1 << np.arange(len(chances))), minlength=1 << len(chances))
    counts[0] = 0
    return counts


@given(full)
@settings(max_examples=25)
def test_a_known_list_is_estimated_from_the_two_others(counts: Ints) -> None:
    """Of the persons on A: n_AB n_AC / n_ABC."""
    found = internal_consistency(named(counts), main(3), "percentile", 20).lists
    on_a, on_ab, on_ac, on_abc = counts[[1, 3, 5, 7]]
    estimate = (on_ab + on_abc) * (on_ac + on_abc) / on_abc
    assert found[0].known == on_a + on_ab + on_ac + on_abc
    assert found[0].outcome.n_observed == on_ab + on_ac + on_abc
    assert found[0].outcome.total == pytest.approx(estimate)
    assert found[0].ratio == pytest.approx(estimate / found[0].known)


def test_independent_lists_pass() -> None:
    """In a large world where the method's assumption holds every list is found again."""
    counts = independent(20_000, [0.3, 0.4, 0.2, 0.35])
    found = internal_consistency(named(counts), Stepwise(), replicates=400)
    assert found.coverage == 1
    assert found.without_limit == 0
    assert found.mean_log_bias == pytest.approx(0, abs=0.03)
    assert all(each.interval and each.interval.low < each.known for each in found.lists)


def test_lists_of_which_each_avoids_the_next_fail() -> None:
    """Half of the world cannot be on the first two lists: each list is thought too small."""
    reached = independent(4000, [0.4, 0.5, 0.3, 0.3])
    counts = reached + independent(4000, [0.02, 0.02, 0.3, 0.3], 2)
    found = internal_consistency(named(counts), main(4), "percentile", 200)
    assert found.mean_log_bias is not None
    assert found.mean_log_bias < log(0.95)
    assert found.coverage is not None
    assert found.coverage < 1


def test_the_summary_counts_lists_with_an_estimate_only() -> None:
    found = internal_consistency(named(table("UKdat_5")), Stepwise(), "bca", 100)
    ratios = [each.ratio for each in found.lists if each.ratio]
    assert len(ratios) == 4
    assert found.mean_log_bias == pytest.approx(np.mean(np.log(ratios)))
    last = found.lists[4]
    assert (last.outcome.status, last.ratio, last.covered) == (Status.DOES_NOT_EXIST, None, None)
    assert last.known == 336
    assert last.outcome.reason


def test_two_lists_give_no_known_population() -> None:
    found = internal_consistency(named(np.array([0, 40, 30, 12])), Stepwise())
    assert (found.coverage, found.mean_log_bias) == (None, None)
    for each in found.lists:
        assert each.outcome.status is Status.REFUSED
        assert "two lists" in str(each.outcome.reason)


def test_a_list_without_persons_has_no_known_population() -> None:
    counts = np.concatenate([WORLD, np.zeros(8, dtype=np.int64)])
    *others, empty = internal_consistency(named(counts), main(4), "percentile", 20).lists
    plain = internal_consistency(named(WORLD), main(3), "percentile", 20).lists
    assert [each.ratio for each in others] == [each.ratio for each in plain]
    assert (empty.known, empty.ratio, empty.covered) == (0, None, None)


def test_a_list_that_shares_nobody_with_the_known_one_is_left_out() -> None:
    """D and A have no one in common, so A is estimated from B and C."""
    counts = np.concatenate([WORLD, [300, 0, 80, 0, 70, 0, 20, 0]])
    found = internal_consistency(named(counts), Searched("bic", 2, 10.0), "percentile", 20).lists
    model = found[0].outcome.model
    assert model
    assert model.n_lists == 2
    assert found[1].outcome.model
    assert found[1].outcome.model.n_lists == 3


def test_a_fixed_model_keeps_its_terms_of_the_other_lists() -> None:
    counts = independent(5000, [0.3, 0.4, 0.2, 0.35])
    model = Fixed(parse("[12,13,4]", ("A", "B", "C", "D")))
    found = internal_consistency(named(counts), model, "percentile", 20).lists
    assert [str(each.outcome.model) for each in found] == [
        "[1,2,3]", "[12,3]", "[12,3]", "[12,13]",
    ]  # fmt: skip


def test_covariates_are_pooled() -> None:
    histories = np.tile(np.arange(1, 8), 2)
    codes = np.repeat([[0], [1]], 7, axis=0)
    counts = np.concatenate([WORLD[1:] // 2, WORLD[1:] // 2])
    split = from_rows(("A", "B", "C"), (Covariate("year", ("1", "2")),), histories, codes, counts)
    assert internal_consistency(split, main(3), "percentile", 20) == internal_consistency(
        named(WORLD), main(3), "percentile", 20
    )


@pytest.mark.parametrize("procedure", [Stepwise(), Searched("bic", 2, 10.0)])
def test_trajectories_end_at_the_estimate(procedure: Procedure) -> None:
    counts = table("Western")
    plain = outcome(counts, procedure).total
    found = trajectories(named(counts), procedure, 4)
    assert [len(lists) for lists, _ in found.by_lists] == [2, 3, 4, 5]
    assert found.by_lists[-1][1].total == plain
    last = found.by_persons[-1]
    assert (last.share, last.without_estimate) == (1.0, 0.0)
    assert last.totals == pytest.approx([plain] * 4)
    assert last.median == pytest.approx(plain)


def test_the_largest_two_lists_come_first() -> None:
    counts = table("Western")
    sizes = named(counts).overlap().diagonal()
    one, other = sorted(int(at) for at in np.argsort(-sizes)[:2])
    names, first = trajectories(named(counts), main(5), 1).by_lists[0]
    assert names == ("ABCDE"[one], "ABCDE"[other])
    assert first.total == pytest.approx(lincoln_petersen(counts, one, other).estimate)


def test_persons_accrue_towards_the_estimate() -> None:
    """In a large independent world each part already points at the whole."""
    counts = independent(50_000, [0.3, 0.4, 0.2])
    for part in trajectories(named(counts), main(3), 10).by_persons:
        assert part.without_estimate == 0
        assert part.median == pytest.approx(50_000, rel=0.05)


def test_the_seed_sets_the_orders() -> None:
    western = named(table("Western"))
    one, again, other = (trajectories(western, main(5), 3, seed) for seed in (1, 1, 2))
    assert one == again
    assert one.by_persons[4] != other.by_persons[4]
    assert one.by_persons[4].totals[0] != one.by_persons[4].totals[1]


def test_parts_without_an_estimate_are_counted() -> None:
    """Three persons in ten parts: most parts have no overlap, and some have no persons."""
    found = trajectories(named(np.array([0, 1, 1, 1])), main(2), 30).by_persons
    assert found[0].without_estimate > 0.8
    assert found[0].median is None or found[0].median > 0
    assert found[-1].without_estimate == 0


def test_progress_ends_at_1() -> None:
    said: list[float] = []
    internal_consistency(named(WORLD), main(3), "percentile", 20, on_progress=said.append)
    trajectories(named(WORLD), main(3), 4, on_progress=said.append)
    assert said == pytest.approx([1 / 3, 2 / 3, 1.0, 0.25, 0.5, 0.75, 1.0])
