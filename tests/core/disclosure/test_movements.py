"""Small programs of a region against those of all cells."""

import numpy as np
import pytest

from samen.core.disclosure.attackers import Attackers
from samen.core.disclosure.essential import essential
from samen.core.disclosure.movements import Movements, Region
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.program import NO_LIMIT, Floats
from samen.core.disclosure.suppress import suppress
from samen.core.disclosure.system import Mask
from samen.core.disclosure.views import views
from tests.core.disclosure.oracle import protects
from tests.core.disclosure.stored_tables import FORM, PROVINCES, invented, stored

SEX: dict[str, tuple[str, ...]] = {"T": ("M", "V")}
SYSTEM = stored("synthetic_B_prov_form_sex")
BEST = suppress(SYSTEM, Policy())
ATTACKERS = Attackers(SYSTEM, list(views(SYSTEM, BEST.primary, Policy())), NO_LIMIT)
CAN_HIDE = SYSTEM.counts > 0
ALL_MOVE = essential(SYSTEM.equations)


def region(seed: int) -> tuple[Mask, Mask, Region]:
    """A choice in a region, the cells that are free there, and its movements."""
    chance = np.random.default_rng(seed)
    free = CAN_HIDE & ~BEST.primary & (chance.random(len(CAN_HIDE)) < 0.3)
    used = BEST.hidden | free | (CAN_HIDE & (chance.random(len(CAN_HIDE)) < 0.3))
    part = Region(Movements(ALL_MOVE, used), ~(BEST.hidden | free), NO_LIMIT)
    return BEST.hidden & ~(free & (chance.random(len(CAN_HIDE)) < 0.5)), free, part


def failing(hidden: Floats, free: Mask | None = None, part: Region | None = None) -> set[int]:
    return {each.place for each in ATTACKERS.successes(hidden, free, part)}


@pytest.mark.parametrize("seed", range(8))
def test_the_same_attacks_succeed_in_the_small_program(seed: int) -> None:
    hidden, free, part = region(seed)
    none = np.zeros_like(free)
    every, some = failing(hidden.astype(float)), failing(hidden.astype(float), none, part)
    assert some <= every
    assert {part.kinds[place] for place in some} == {part.kinds[place] for place in every}


@pytest.mark.parametrize("seed", range(8))
def test_rows_of_a_region_hold_for_patterns_outside_it(seed: int) -> None:
    """A row that a safe pattern breaks would make the bound a lie."""
    hidden, free, part = region(seed)
    chance = np.random.default_rng(seed)
    others = [BEST.hidden | (CAN_HIDE & (chance.random(len(free)) < 0.6)) for _ in range(40)]
    # Cells of the best pattern that the others do without make them another pattern.
    others = [each & (BEST.primary | (chance.random(len(free)) < 0.9)) for each in others]
    safe = [each for each in others if protects(SYSTEM, each, BEST.primary, Policy())]
    rows = [each.row for each in ATTACKERS.successes(hidden.astype(float), free, part)]
    for places, weights in rows:
        assert weights @ hidden[places] < 1 - 1e-6
        for pattern in [*safe, BEST.hidden, CAN_HIDE]:
            assert weights @ pattern[places] >= 1 - 1e-6


def test_reduced_costs_hold_for_every_movement_of_all_cells() -> None:
    """The difference of two tables of one shape is a movement."""
    hidden, _, part = region(0)
    one, two = (invented((PROVINCES, FORM, SEX), 500, seed) for seed in (1, 2))
    assert one.cells == SYSTEM.cells
    moved = (one.counts - two.counts).astype(float)
    room = np.where(hidden, SYSTEM.counts, 0).astype(float)
    part.limit(-room, room)
    for place in np.flatnonzero(BEST.primary):
        furthest, reduced = part.furthest(int(place), 1.0)
        assert abs(SYSTEM.equations @ furthest).max() < 1e-6
        assert reduced @ moved == pytest.approx(-moved[place], abs=1e-4)
