"""Counts that are moved instead of hidden: rounded, or by the noise of their cell."""

import numpy as np
import pytest

from samen.core.disclosure.cellkey import NOISE, chances, perturbed
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Status, with_cell_keys, with_rounding
from samen.core.disclosure.rounding import rounded
from tests.core.disclosure.stored_tables import AGE, FORM, PROVINCES, invented, stored


@pytest.mark.parametrize("seed", range(6))
def test_rounded_totals_add_up_and_lie_near(seed: int) -> None:
    system = invented((PROVINCES, FORM, AGE), 800, seed)
    values, steps = rounded(system, 5)
    assert not (values % 5).any()
    assert not (system.equations @ values).any()
    assert (np.abs(values - system.counts) < 5 * steps).all()
    assert not values[system.counts == 0].any()


def test_two_dimensions_need_one_step() -> None:
    """Cox 1982: a table of two dimensions always has a rounding to a neighbouring multiple."""
    for seed in range(5):
        plain: dict[str, tuple[str, ...]] = {"T": ("a", "b", "c", "d")}
        assert rounded(invented((plain, plain), 200, seed), 5)[1] == 1


def test_rounded_counts_are_attacked_too() -> None:
    found = with_rounding(stored("synthetic_B_prov_form_sex"), Policy())
    assert found.status is Status.SAFE
    assert len(found.intervals) == 42
    narrow = with_rounding(stored("synthetic_B_prov_form_sex"), Policy(threshold=2, protection=3))
    assert narrow.status is Status.UNSAFE


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
def test_noise_has_no_bias_and_no_count_below_zero(count: int) -> None:
    shares, moves = chances(count, NOISE), np.arange(-NOISE.reach, NOISE.reach + 1)
    assert shares.sum() == pytest.approx(1)
    assert shares @ moves == pytest.approx(0, abs=1e-6)
    assert not shares[moves < -count].any()
    if count >= NOISE.reach:
        assert shares @ moves**2 == pytest.approx(NOISE.variance, rel=1e-6)


def test_a_cell_moves_alike_in_every_table_and_otherwise_with_another_key() -> None:
    large = invented((PROVINCES, FORM), 5000, 1)
    one, again, other = (perturbed(large, key) for key in (b"a", b"a", b"b"))
    assert (one == again).all()
    assert (one != other).any()
    assert (np.abs(one - large.counts) <= NOISE.reach).all()
    moves = one - large.counts
    assert abs(moves.mean()) < 4 * np.sqrt(NOISE.variance / len(moves))


def test_the_attack_on_moved_counts_uses_the_totals() -> None:
    found = with_cell_keys(stored("synthetic_A_prov_form"), Policy(), b"key")
    assert found.values is not None
    system = found.system
    counts = dict(zip(system.cells, system.counts.tolist(), strict=True))
    assert found.intervals
    assert all(each.low <= counts[each.cell] <= each.high for each in found.intervals)
    assert any(each.high - each.low < 2 * NOISE.reach for each in found.intervals)
