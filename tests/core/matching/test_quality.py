"""How well records are linked, from a sample that was judged: intervals hold what is true."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.matching.quality import BANDS, LEAST, Tally, band, quality, served

_WORLD = (
    (40_000, 0.004, False),
    (3_000, 0.25, False),
    (900, 0.6, True),
    (5_000, 0.95, True),
    (12_000, 0.997, True),
)
"""Pairs, share of true ones and whether they are in one entity, of five strata."""


def _sampled(generator: np.random.Generator, each: int) -> tuple[list[Tally], float, float]:
    tallies, right, made, true = [], 0, 0, 0
    for pairs, share, together in _WORLD:
        same = int(generator.binomial(pairs, share))
        hit = int(generator.hypergeometric(same, pairs - same, each))
        tallies.append(Tally(pairs, hit, each - hit, together))
        true += same
        right += same * together
        made += pairs * together
    return tallies, right / made, right / true


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    generator = np.random.default_rng(1)
    precision = recall = 0
    for _ in range(200):
        tallies, true_precision, true_recall = _sampled(generator, 60)
        told = quality(tallies)
        precision += told.precision.low <= true_precision <= told.precision.high
        recall += told.recall.low <= true_recall <= told.recall.high
    assert precision >= 180
    assert recall >= 180


def test_what_was_judged_whole_has_no_doubt_left() -> None:
    told = quality([Tally(10, 9, 1, True), Tally(5, 1, 4, False)])
    assert told.precision.low == told.precision.high == pytest.approx(0.9)
    assert told.recall.low == told.recall.high == pytest.approx(0.9)


def test_with_nothing_judged_nothing_is_claimed() -> None:
    told = quality([Tally(1000, 0, 0, True)])
    assert told.precision.low < 0.01
    assert told.precision.high > 0.99


def test_no_pairs_at_all_is_no_error() -> None:
    assert quality([]).precision.value == 1.0


def test_a_group_that_is_served_worse_is_named_and_one_served_alike_is_not() -> None:
    alike = [Tally(500, 97, 3, True), Tally(200, 2, 98, False)]
    worse = [Tally(500, 80, 20, True), Tally(200, 30, 70, False)]
    found = served({"A": alike, "B": alike, "C": worse})
    assert [name for name, each in found.items() if each.is_worse] == ["C"]


def test_of_a_group_with_few_judged_pairs_nothing_is_said() -> None:
    few = [Tally(500, LEAST - 1, 0, True)]
    found = served({"A": few, "B": [Tally(500, 97, 3, True)]})
    assert found["A"].quality is None
    assert not found["A"].is_worse
    assert found["B"].quality is not None
    assert found["B"].behind is None


def test_bands_meet_without_a_gap() -> None:
    assert [band(each) for each in BANDS] == list(range(len(BANDS)))
    assert band(1.0) == len(BANDS) - 1
    assert band(0.09999) == 0


@given(
    st.lists(
        st.builds(Tally, st.integers(0, 500), st.integers(0, 50), st.integers(0, 50), st.booleans())
    ),
    st.integers(0, 5),
)
def test_shares_are_shares_and_the_same_seed_gives_the_same_digits(
    tallies: list[Tally], seed: int
) -> None:
    tallies = [replace(each, pairs=max(each.pairs, each.same + each.different)) for each in tallies]
    told = quality(tallies, seed)
    for each in (told.precision, told.recall, told.f1):
        assert 0 <= each.low <= each.value <= each.high <= 1
    assert told == quality(tallies, seed)
