"""What an attacker gets: against whole-number programs of another library, and by hand."""

import numpy as np
import pytest

from samen.core.disclosure.attack import Interval, attack, suppressed
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.system import Mask, System
from samen.core.disclosure.views import views
from tests.core.disclosure.oracle import limits
from tests.core.disclosure.stored_tables import AGE, FORM, PROVINCES, invented, stored


def attacked(system: System, hidden: Mask, *attackers: Attacker) -> list[Interval]:
    policy = Policy(attackers=attackers or (Attacker.OUTSIDER,))
    release = suppressed(system, hidden)
    return [
        each
        for view in views(system, policy.unsafe(system), policy)
        for each in attack(system, release, view)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_the_limits_are_those_of_another_library(seed: int) -> None:
    system = invented((FORM, AGE), 120, seed)
    chance = np.random.default_rng(seed)
    primary = Policy().unsafe(system)
    hidden = primary | ((chance.random(len(primary)) < 0.25) & (system.counts > 0))
    hidden &= chance.random(len(primary)) < 0.95  # now and then an unsafe cell is shown
    for each in attacked(system, hidden):
        place = system.cells.index(each.cell)
        low, high = limits(system, hidden, place)
        assert each.low == low
        assert min(each.high, 2 * system.counts.max()) == min(high, 2 * system.counts.max())


def test_a_line_with_two_hidden_cells_can_still_be_open() -> None:
    system = stored("sdctable_4x4_hidden_leak")
    primary = Policy().unsafe(system)
    (known,) = [each for each in attacked(system, primary) if each.is_too_close]
    assert (known.low, known.high) == (47, 47)
    assert known.cell == (("d0", "w"), ("d1", "b"))


def test_an_unsafe_cell_that_is_shown_is_known() -> None:
    system = stored("sdctable_microdata1")
    (known,) = attacked(system, np.zeros(len(system.cells), dtype=bool))
    assert known.is_too_close
    assert (known.low, known.high) == (2, 2)


def test_who_knows_the_rule_knows_more() -> None:
    system = stored("synthetic_B_prov_form_sex")
    hidden = system.counts < 20
    outsider = {each.cell: each for each in attacked(system, hidden)}
    rule = {each.cell: each for each in attacked(system, hidden, Attacker.RULE)}
    assert all(outsider[c].low <= rule[c].low <= rule[c].high <= outsider[c].high for c in rule)
    assert all(each.low >= 1 and each.high <= 4 for each in rule.values())


def test_a_contributor_attacks_others_only() -> None:
    system = stored("synthetic_B_prov_form_sex")
    alone = {system.cells[at] for at in np.flatnonzero(system.counts == 1)}
    found = attacked(system, system.counts < 20, Attacker.CONTRIBUTOR)
    policy = Policy(attackers=(Attacker.CONTRIBUTOR,))
    everybody = list(views(system, policy.unsafe(system), policy))
    assert len(everybody) == len(alone)
    assert len(found) == len(alone) * (policy.unsafe(system).sum() - 1)


@pytest.mark.parametrize("seed", range(3))
def test_showing_one_cell_more_never_tells_less(seed: int) -> None:
    system = invented((PROVINCES, FORM), 300, seed)
    primary = Policy().unsafe(system)
    hidden = primary | (system.counts < 12) & (system.counts > 0)
    before = {each.cell: each for each in attacked(system, hidden)}
    shown = hidden.copy()
    shown[np.flatnonzero(hidden & ~primary)[0]] = False
    for each in attacked(system, shown):
        assert before[each.cell].low <= each.low
        assert each.high <= before[each.cell].high
