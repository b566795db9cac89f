"""Contributors who put together what they know: of which cells that tells more than others know.

Of counts these are the coalitions that fill a whole unsafe cell, or several. Of other values every
contributor knows a part worth knowing, so each coalition counts.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from samen.core.disclosure.system import Contributions, Ints, Mask, System
from samen.core.errors import TooBig

MOST_COALITIONS = 1000

type Members = frozenset[int]
"""Contributors by number; where they are not known, a cell's place stands for all who fill it."""


def coalitions(system: System, primary: Mask, size: int) -> Iterator[Ints]:
    """What each coalition of at most `size` gave to each cell, int64 of shape (cells,).

    Raises TooBig when there are more than can be attacked.
    """
    given = system.contributions
    if given is None:
        yield from _of_counts(system, primary, size)
        return
    by = given.by_contributor
    seeds = _in_cells(given, primary, size) if given.are_persons else _singles(by.shape[0])
    rows = by.tocsr()
    for members in _unions(seeds, {member: 1 for seed in seeds for member in seed}, size):
        yield np.asarray(rows[sorted(members)].sum(axis=0)).ravel().astype(np.int64)


def _of_counts(system: System, primary: Mask, size: int) -> Iterator[Ints]:
    counts = system.counts
    places = np.flatnonzero(primary & (counts > 0) & (counts <= size))
    weights = {int(place): int(counts[place]) for place in places}
    for members in _unions([frozenset([place]) for place in weights], weights, size):
        yield np.where(np.isin(np.arange(len(counts)), sorted(members)), counts, 0)


def _in_cells(given: Contributions, primary: Mask, size: int) -> list[Members]:
    """Who fill an unsafe cell."""
    by = given.by_contributor
    found = {
        frozenset(by.indices[by.indptr[place] : by.indptr[place + 1]].tolist())
        for place in np.flatnonzero(primary)
    }
    return sorted((each for each in found if 1 <= len(each) <= size), key=sorted)


def _singles(contributors: int) -> list[Members]:
    _refuse_many(contributors)
    return [frozenset([number]) for number in range(contributors)]


def _unions(seeds: Iterable[Members], weights: dict[int, int], size: int) -> list[Members]:
    """Every union of seeds that is not too large, the smallest first."""
    seeds = list(seeds)
    found = dict.fromkeys(seeds)
    fresh = list(found)
    while fresh:
        joined = dict.fromkeys(
            one | other
            for one in fresh
            for other in seeds
            if sum(weights[each] for each in one | other) <= size
        )
        fresh = [each for each in joined if each not in found]
        found |= dict.fromkeys(fresh)
        _refuse_many(len(found))
    return list(found)


def _refuse_many(found: int) -> None:
    if found > MOST_COALITIONS:
        raise TooBig("There are {n} coalitions of contributors, or more.",
                     "At most {most} can be attacked.",
                     "Take smaller coalitions, or a coarser table.",
                     n=found, most=MOST_COALITIONS)  # fmt: skip
