"""The equations from which all others follow."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from samen.core.disclosure.essential import essential
from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.system import System, Table, system_of
from tests.core.disclosure.stored_tables import AGE, FORM, OPTIMA, PROVINCES, invented, stored


def two_ways() -> System:
    """Four codes that add up in two ways: neither follows from the other."""
    counts = {"T": 10, "A": 3, "B": 7, "C": 4, "D": 6, "1": 1, "2": 2, "3": 3, "4": 4}
    first = {"T": ("A", "B"), "A": ("1", "2"), "B": ("3", "4")}
    second = {"T": ("C", "D"), "C": ("1", "3"), "D": ("2", "4")}
    table = Table(("d",), {(code,): count for code, count in counts.items()})
    return system_of([table], [Hierarchy("d", first), Hierarchy("d", second)])


SYSTEMS: dict[str, Callable[[], System]] = {
    **{name: partial(stored, name) for name in OPTIMA},
    "three": partial(invented, (PROVINCES, FORM, AGE), 100, 1),
    "two ways": two_ways,
}


@pytest.mark.parametrize("name", sorted(SYSTEMS))
def test_every_equation_follows_from_the_essential_ones(name: str) -> None:
    system = SYSTEMS[name]()
    few = essential(system.equations).toarray()
    together = np.vstack([few, system.equations.toarray()])
    assert np.linalg.matrix_rank(few) == np.linalg.matrix_rank(together)


def test_of_a_table_each_total_keeps_one_equation() -> None:
    system = invented((PROVINCES, FORM, AGE), 100, 1)
    assert essential(system.equations).shape[0] == len(system.cells) - 12 * 4 * 5
    assert system.equations.shape[0] > len(system.cells)
