"""The solver's program: what a search that may stop gives."""

from itertools import count

import numpy as np
import pytest

from samen.core.disclosure.program import Limit, Program, TimedOut

SETS, THINGS = 200, 150


def covering(limit: Limit) -> tuple[Program, np.ndarray]:
    """Choose sets so that each thing is in one of them; and which thing is in which."""
    chance = np.random.default_rng(1)
    holds = chance.random((THINGS, SETS)) < 0.05
    program = Program(
        chance.integers(5, 30, SETS).astype(float), np.zeros(SETS), np.ones(SETS), limit
    )
    program.add_rows([(np.flatnonzero(row), np.ones(row.sum())) for row in holds], 1.0, np.inf)
    program.whole()
    program.option("presolve", "off")
    return program, holds


def test_a_search_that_stops_gives_what_it_has_and_a_bound_that_holds() -> None:
    program, holds = covering(Limit())
    program.option("mip_heuristic_effort", 0.0)
    program.stop_after(1)
    found = program.solve()
    program.stop_after(10**6)
    best = program.solve()
    assert found.bound <= best.objective + 1e-6
    assert best.objective <= found.objective + 1e-6
    assert (holds @ np.round(found.values) >= 1).all()
    assert found.bound < found.objective - 0.5  # it did stop


def test_a_search_that_may_stop_still_ends_with_the_time() -> None:
    ticks = count()
    program, _ = covering(Limit(1.0, lambda: float(next(ticks))))
    program.stop_after(1)
    program.solve()
    with pytest.raises(TimedOut):
        program.solve()
