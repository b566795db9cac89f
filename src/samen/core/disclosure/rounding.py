"""Controlled rounding: every count to a multiple of the base, and totals that still add up.

Cox, A constructive procedure for unbiased controlled rounding, Journal of the American Statistical
Association 82 (1987). Solved here as a whole-number program: tables of three and more dimensions
need not have a rounding to a neighbouring multiple, and then take one further away.
"""

import numpy as np

from samen.core.disclosure.attack import Release
from samen.core.disclosure.program import NO_LIMIT, Infeasible, Limit, Program, Row
from samen.core.disclosure.system import Ints, System, rows_of

_MOST_STEPS = 4


def rounded(system: System, base: int, limit: Limit = NO_LIMIT) -> tuple[Ints, int]:
    """The rounded counts, int64 of shape (cells,), and their reach in steps of `base`.

    Each is a multiple of the base less than steps * base from its count, with the fewest steps for
    which totals can add up; the changes are the least together. A count of nobody stays so.
    Raises Infeasible where even four steps are too few, and TimedOut.
    """
    for steps in range(1, _MOST_STEPS):
        try:
            return _nearest(system, base, steps, limit), steps
        except Infeasible:
            continue
    return _nearest(system, base, _MOST_STEPS, limit), _MOST_STEPS


def as_release(values: Ints, counts: Ints, base: int, steps: int) -> Release:
    """What rounded counts tell: each count lies less than steps * base from what is shown."""
    reach = np.where(counts > 0, steps * base - 1, 0)
    return Release(np.maximum(values - reach, 0), values + reach)


def _nearest(system: System, base: int, steps: int, limit: Limit) -> Ints:
    """min sum of t, with |base*k - counts| <= t, whole k and equations @ k = 0."""
    counts, cells = system.counts, len(system.counts)
    low = np.maximum(-(-(counts - steps * base + 1) // base), 0)
    high = np.where(counts > 0, (counts + steps * base - 1) // base, 0)
    cost = np.concatenate([np.zeros(cells), np.ones(cells)])
    limits = np.concatenate([low, np.zeros(cells)]), np.concatenate([high, counts + steps * base])
    program = Program(cost, limits[0].astype(float), limits[1].astype(float), limit)
    program.add_rows(list(rows_of(system.equations)), 0.0, 0.0)
    for cell, count in enumerate(counts):
        for sign in (1.0, -1.0):
            row: Row = (np.array([cell, cell + cells]), np.array([-sign * base, 1.0]))
            program.add_rows([row], -sign * float(count), np.inf)
    program.whole()
    values = program.solve().values[:cells]
    return np.round(values).astype(np.int64) * base
