"""What an attacker gets, worked out apart from Samen: programs of scipy on all cells."""

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from samen.core.disclosure.policy import Policy
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
