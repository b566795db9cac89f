"""How many persons stand on both of two lists, without a number below 5.

A number that is left out must not follow from the ones that stay.

Sizes: with the size of each list and the number of all persons, a pair of lists is a table of two
by two whose four numbers are known; so the sizes stay away as soon as one of those is below 5. So
they do when sizes, overlaps and total leave no room for 5 persons with some history: of three lists
they give every history. Up to six lists that is found by a linear program for each history.

Overlaps: when those shown, and 4 for each left out, add up to at most the number of persons, every
value of those left out is possible: put each overlap on its two lists alone and the other persons
on one list. When they add up to more, lists overlap so much that this fails, and none is shown.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
import scipy

from samen.core.estimation.report.language import FEWEST
from samen.core.estimation.table import CaptureTable, Counts

SHADES = 4
ROUNDING = 1e-6
MOST_ATTACKED = 6


class Shown(StrEnum):
    """How much of the overlaps can be shown; the value names the words that say so."""

    SIZES = "size"
    OVERLAPS = "no_size"
    NOTHING = "no_overlap"


@dataclass(frozen=True)
class Overlaps:
    """persons[i][j], j <= i: on lists i and j, None where it is left out; the diagonal holds the
    sizes. shades: 0 (left out) to 4 (most), on a logarithmic scale.
    """

    lists: tuple[str, ...]
    persons: tuple[tuple[int | None, ...], ...]
    shades: tuple[tuple[int, ...], ...]
    shown: Shown


def overlaps_of(table: CaptureTable) -> Overlaps:
    """The lower triangle with small numbers left out."""
    both = table.overlap()
    shown = _shown(both, table.n_observed)
    persons = tuple(
        tuple(_told(int(both[i, j]), shown, is_size=i == j) for j in range(i + 1))
        for i in range(len(both))
    )
    most = max((n for row in persons for n in row if n), default=FEWEST)
    shades = tuple(tuple(_shade(n, most) for n in row) for row in persons)
    return Overlaps(table.lists, persons, shades, shown)


def _told(n: int, shown: Shown, *, is_size: bool) -> int | None:
    away = shown is Shown.NOTHING or (is_size and shown is not Shown.SIZES)
    return None if away or n < FEWEST else n


def _shown(both: Counts, everybody: int) -> Shown:
    if _sizes_are_safe(both, everybody):
        return Shown.SIZES
    most = sum(max(int(both[i, j]), FEWEST - 1) for i, j in _pairs(both))
    return Shown.OVERLAPS if most <= everybody else Shown.NOTHING


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
    return not 3 <= len(both) <= MOST_ATTACKED or _room_for_all(both, everybody)


def _room_for_all(both: Counts, everybody: int) -> bool:
    """Whether each history can be that of 5 persons, as far as sizes and overlaps tell."""
    histories = np.arange(1, 1 << len(both))
    rows, known = [np.ones(histories.size)], [everybody]
    for i in range(len(both)):
        for j in range(i + 1):
            rows.append((histories >> i & histories >> j & 1).astype(np.float64))
            known.append(int(both[i, j]))
    for at in range(histories.size):
        most = scipy.optimize.linprog(
            -np.eye(histories.size)[at], A_eq=np.array(rows), b_eq=np.array(known)
        )
        if -float(most.fun or 0) < FEWEST - ROUNDING:
            return False
    return True


def _shade(n: int | None, most: int) -> int:
    if n is None:
        return 0
    place = np.log(n / FEWEST) / np.log(max(most, FEWEST + 1) / FEWEST)
    return min(SHADES, 1 + int(place * SHADES))
