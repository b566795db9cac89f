"""Which cells are unsafe, and how far from the truth an attacker has to stay: a rule a function.

Loeve, Notes on sensitivity measures and protection levels, Statistics Netherlands 2001: what the
p% rule and the (n,k) rule call unsafe, and the levels that make a hidden cell keep them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samen.core.disclosure.system import ByCell, Contributions, Ints, Mask, System, rows_of


@dataclass(frozen=True)
class Needs:
    """unsafe: bool of shape (cells,). above, below: int64 of shape (cells,), how far an attacker
    has to hold possible that an unsafe cell lies above and below its number."""

    unsafe: Mask
    above: Ints
    below: Ints

    def and_also(self, other: "Needs") -> "Needs":
        """What keeps both."""
        return Needs(
            self.unsafe | other.unsafe,
            np.maximum(self.above * self.unsafe, other.above * other.unsafe),
            np.maximum(self.below * self.unsafe, other.below * other.unsafe),
        )

    def among(self, cells: Mask) -> "Needs":
        """The same, for these cells only."""
        return Needs(self.unsafe & cells, self.above, self.below)


def contributors(system: System) -> Ints:
    """How many gave to each cell; without contributions every unit of a count is one of them."""
    given = system.contributions
    return system.counts if given is None else np.diff(given.by_contributor.indptr).astype(np.int64)


def too_few(system: System, threshold: int, protection: int) -> Needs:
    """Cells of 1 to threshold - 1 contributors, and those called unsafe by hand."""
    number = contributors(system)
    small = (number < threshold) & (number > 0)
    return _symmetric(small | (system.unsafe & (system.counts > 0)), protection)


def nobody(system: System, protection: int) -> Needs:
    """Cells of nobody: that nobody is somewhere tells of all who could have been."""
    return _symmetric(system.counts == 0, protection)


def one_group(system: System, dimensions: Sequence[str], protection: int) -> Needs:
    """Cells that hold all of a group: who is known to be in it is known to have that code.

    dimensions: of whose codes one alone may not hold a whole group.
    """
    unsafe = np.zeros(len(system.cells), dtype=bool)
    for places, signs in rows_of(system.equations):
        (parent,), children = places[signs > 0], places[signs < 0]
        added = set(system.cells[children[0]]) - set(system.cells[parent])
        if len(children) > 1 and {name for name, _ in added} & set(dimensions):
            total = system.counts[parent]
            unsafe[children] |= (system.counts[children] == total) & (total > 0)
    # That it is not all of them is enough; more than the group it cannot be.
    return Needs(unsafe, np.zeros_like(system.counts), np.full_like(system.counts, protection))


def percent(system: System, given: Contributions, p: int, coalition: int) -> Needs:
    """The p% rule: the largest contributor may not be known to within p% by the next ones together.

    coalition: how many of the next ones put together what they gave.
    """
    top = _largest(given.by_contributor, coalition + 1)
    rest = system.counts - top.sum(axis=1)
    level = _share_of(top[:, 0], p, 100) - rest
    return _symmetric((100 * rest < p * top[:, 0]) & (top[:, 0] > 0), level)


def dominated(system: System, by: ByCell, n: int, k: int) -> Needs:
    """The (n,k) rule: n of the rows of `by` together may not give more than k% of a cell."""
    top = _largest(by, n).sum(axis=1)
    return _symmetric(100 * top > k * system.counts, _share_of(top, 100, k) - system.counts)


def few_others(system: System, given: Contributions, threshold: int, protection: int) -> Needs:
    """Cells in which one source organisation leaves 1 to threshold - 1 to all others."""
    others = system.counts - _largest(given.by_source, 1)[:, 0]
    return _symmetric((others > 0) & (others < threshold), protection)


def _symmetric(unsafe: Mask, level: Ints | int) -> Needs:
    levels = np.where(unsafe, np.maximum(level, 1), 0)
    return Needs(unsafe, levels, levels)


def _share_of(values: Ints, over: int, under: int) -> Ints:
    """values * over / under, rounded up."""
    shares: Ints = -(-values * over // under)
    return shares


def _largest(by: ByCell, n: int) -> Ints:
    """The n largest values of each column, of shape (columns, n), the largest first."""
    top = np.zeros((by.shape[1], n), dtype=np.int64)
    for column in range(by.shape[1]):
        values = np.sort(by.data[by.indptr[column] : by.indptr[column + 1]])[::-1][:n]
        top[column, : len(values)] = np.round(values)
    return top
