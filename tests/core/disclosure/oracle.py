"""What an attacker gets, worked out apart from Samen: programs of scipy on all cells."""

from itertools import combinations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Protected
from samen.core.disclosure.system import Ints, Mask, System


def limits(system: System, hidden: Mask, place: int, known: Ints | None = None) -> tuple[int, int]:
    """The least and most persons in a cell, for who sees the cells that are not hidden and knows
    that cells hold at least `known`."""
    most = 3 * system.counts.max() + 9
    least = np.zeros_like(system.counts) if known is None else known
    bounds = Bounds(np.where(hidden, least, system.counts), np.where(hidden, most, system.counts))
    adds_up = LinearConstraint(system.equations.toarray(), 0, 0)
    aim = (np.arange(len(system.counts)) == place).astype(float)
    whole = np.ones(len(aim), dtype=np.int64)
    ends = [
        milp(sign * aim, constraints=adds_up, bounds=bounds, integrality=whole).x
        for sign in (1, -1)
    ]
    assert ends[0] is not None
    assert ends[1] is not None
    return round(ends[0][place]), round(ends[1][place])


def protects(system: System, hidden: Mask, primary: Mask, policy: Policy) -> bool:
    """Whether every primary cell can be `protection` more and less, down to nobody."""
    for place in np.flatnonzero(primary):
        low, high = limits(system, hidden, int(place))
        count = int(system.counts[place])
        if low > max(0, count - policy.protection) or high < count + policy.protection:
            return False
    return True


def protects_amounts(found: Protected, policy: Policy) -> bool:
    """Against everybody and each contributor and organisation, by whole-number programs."""
    system = found.system
    needs, counts = policy.needs(system), system.counts
    assert system.contributions is not None
    by = system.contributions.by_contributor.toarray()
    knows = [np.zeros(len(counts))]
    for size in range(1, policy.coalition + 1):
        knows += [by[list(each)].sum(0) for each in combinations(range(len(by)), size)]
    knows += list(system.contributions.by_source.toarray())
    for own in knows:
        whole = (own == counts) & (own > 0)
        for place in np.flatnonzero(found.primary & ~whole):
            bounds = np.where(found.hidden & ~whole, own, counts)
            low, high = limits(system, found.hidden & ~whole, int(place), bounds)
            below = max(counts[place] - needs.below[place], own[place])
            if low > below or high < counts[place] + needs.above[place]:
                return False
    return True
