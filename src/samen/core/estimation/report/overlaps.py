"""How many persons stand on both of two lists, without a number below 5.

A number that is left out must not follow from the ones that stay. With the size of each list and
the number of all persons, a pair of lists is a table of two by two whose four numbers are known;
so the sizes stay away as soon as one of those is below 5. Overlaps alone, without sizes, say
nothing about an overlap that is left out: any value of it goes with some sizes.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from samen.core.estimation.report.language import FEWEST
from samen.core.estimation.table import CaptureTable, Counts

SHADES = 4


@dataclass(frozen=True)
class Overlaps:
    """persons[i][j], j <= i: on lists i and j, None when below 5; None on the diagonal when the
    sizes are left out. shades: 0 (left out) to 4 (most), on a logarithmic scale.
    """

    lists: tuple[str, ...]
    persons: tuple[tuple[int | None, ...], ...]
    shades: tuple[tuple[int, ...], ...]
    with_sizes: bool


def overlaps_of(table: CaptureTable) -> Overlaps:
    """The lower triangle with small numbers left out."""
    both = table.overlap()
    with_sizes = _sizes_are_safe(both, table.n_observed)
    most = max((int(both[i, j]) for i, j in _pairs(both)), default=0)
    if with_sizes:
        most = int(both.max())
    persons = tuple(
        tuple(
            int(both[i, j]) if both[i, j] >= FEWEST and (i != j or with_sizes) else None
            for j in range(i + 1)
        )
        for i in range(len(both))
    )
    shades = tuple(tuple(_shade(n, most) for n in row) for row in persons)
    return Overlaps(table.lists, persons, shades, with_sizes)


def _pairs(both: Counts) -> list[tuple[int, int]]:
    return [(j, i) for i, j in combinations(range(len(both)), 2)]


def _sizes_are_safe(both: Counts, everybody: int) -> bool:
    """Whether no number below 5 follows for any two lists.

    With two lists only, nobody is on neither, and all know that.
    """
    for i, j in _pairs(both):
        shared, one, other = int(both[i, j]), int(both[i, i]), int(both[j, j])
        told = [shared, one - shared, other - shared]
        if len(both) > 2:
            told.append(everybody - one - other + shared)
        if min(told) < FEWEST:
            return False
    return True


def _shade(n: int | None, most: int) -> int:
    if n is None:
        return 0
    place = np.log(n / FEWEST) / np.log(max(most, FEWEST + 1) / FEWEST)
    return min(SHADES, 1 + int(place * SHADES))
