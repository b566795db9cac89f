"""Records into entities: connected components are candidates; inside each, evidence is averaged.

Two groups of records are joined while the weight between them stays above the threshold: the mean
over every pair of their records, drawn to the best pair where one group is small. So a record is
put with a person whom one registration shows it to be, though the others tell nothing of it, and
yet one strong link does not chain two persons together; a cut in one corner of a component changes
nothing elsewhere. A pair that was never scored speaks against, a little; a pair that cannot be
(`against`) speaks against, a lot. What people judged is no evidence to be averaged: who they call
the same is joined first, who they call different never.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from samen.core.matching.blocking import Pairs
from samen.core.matching.rarities import Floats

type Labels = npt.NDArray[np.int64]

UNSCORED = -5.0
"""Log2 odds of a pair that shares no key."""
BEST = 0.6
"""How far the mean is drawn to the best pair for a group of one record; for more, as much less.
It serves counting: of such records some 9 in 10 are rightly put, which is too few to act on."""
MOST = 12.0
"""Log2 odds beyond which a pair says no more."""
IMPOSSIBLE = -180.0
LARGEST = 600
"""Records of a component that is looked into; larger ones are cut at higher weights first."""
CERTAIN = 1e9
"""A weight that no average outweighs; one of minus infinity stays that in every sum."""


def no_pairs() -> Pairs:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Judged:
    """What people said of pairs: left * size + right, left < right, each once.

    Of who is the same by one judgement and different by another, different wins.
    """

    same: Pairs = field(default_factory=no_pairs)
    different: Pairs = field(default_factory=no_pairs)


def clustered(
    size: int, pairs: Pairs, totals: Floats, threshold: float, against: npt.NDArray[np.bool_],
    judged: Judged | None = None, drawn: float = BEST,
) -> Labels:  # fmt: skip
    """The entity of each record, int64 of shape (size,): the place of its first record.

    totals: log2 odds of the pairs; threshold: log2 odds; against: pairs that cannot be one person;
    drawn: as BEST, or 0 for the mean alone.
    """
    weights = np.where(against, IMPOSSIBLE, np.clip(totals, -MOST, MOST))
    highest = totals.max(initial=0.0)
    if judged is not None:
        pairs, totals, weights = _with_judged(pairs, totals, weights, judged)
    left, right = pairs // size, pairs % size
    labels = components(size, left, right, totals > threshold)
    floor = threshold
    while np.bincount(labels).max(initial=0) > LARGEST and floor < highest:
        floor += 1.0
        large = np.bincount(labels)[labels] > LARGEST
        finer = components(size, left, right, (totals > floor) & large[left] & large[right])
        labels = np.where(large, finer + size, labels)
        labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    inside = labels[left] == labels[right]
    labels = _agglomerated(labels, left[inside], right[inside], weights[inside], threshold, drawn)
    return _named_by_first(labels)


def _with_judged(
    pairs: Pairs, totals: Floats, weights: Floats, judged: Judged
) -> tuple[Pairs, Floats, Floats]:
    """Pairs, totals and weights with what people said in the place of what was scored."""
    different = np.unique(judged.different)
    same = np.setdiff1d(judged.same, different)
    said = np.concatenate([same, different])
    weight = np.repeat([CERTAIN, -np.inf], [len(same), len(different)])
    kept = ~np.isin(pairs, said)
    return (
        np.concatenate([pairs[kept], said]),
        np.concatenate([totals[kept], weight]),
        np.concatenate([weights[kept], weight]),
    )


def parted(size: int, pairs: Pairs, totals: Floats, judged: Judged) -> Labels:
    """The records of one entity, taken apart only where people said that they are different.

    Who was not spoken of goes where the evidence for it is strongest.
    """
    weights = np.clip(totals, -MOST, MOST)
    pairs, _, weights = _with_judged(pairs, totals, weights, judged)
    matrix = np.full((1, size, size), UNSCORED)
    matrix[0, pairs // size, pairs % size] = weights
    matrix[0, pairs % size, pairs // size] = weights
    return _named_by_first(_groups(matrix, -CERTAIN, 0.0)[0])


def components(size: int, left: Pairs, right: Pairs, kept: npt.NDArray[np.bool_]) -> Labels:
    """The number of the connected component of each record; kept: the pairs that connect."""
    graph = coo_matrix((np.ones(int(kept.sum()), bool), (left[kept], right[kept])), (size, size))
    labels: Labels = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels


def _named_by_first(labels: Labels) -> Labels:
    _, first, place = np.unique(labels, return_index=True, return_inverse=True)
    named: Labels = first[place.ravel()].astype(np.int64)
    return named


def _agglomerated(
    labels: Labels, left: Pairs, right: Pairs, weights: Floats, threshold: float, drawn: float
) -> Labels:
    """Labels after each component was looked into; components of one size go through together."""
    order = np.argsort(labels, kind="stable")
    sizes = np.bincount(labels)
    starts = np.cumsum(sizes) - sizes
    place = np.empty(len(labels), dtype=np.int64)
    place[order] = np.arange(len(labels)) - np.repeat(starts, sizes)
    out = starts[labels]
    for many in np.unique(sizes[sizes > 1]):
        chosen = np.flatnonzero(sizes == many)
        at_once = max(1, 4_000_000 // int(many) ** 2)
        number = np.full(len(sizes), -1)
        number[chosen] = np.arange(len(chosen))
        mine = number[labels[left]] >= 0
        rows, one, other = number[labels[left[mine]]], place[left[mine]], place[right[mine]]
        for begin in range(0, len(chosen), at_once):
            part = chosen[begin : begin + at_once]
            here = (rows >= begin) & (rows < begin + at_once)
            matrix = np.full((len(part), many, many), UNSCORED)
            at = rows[here] - begin, one[here], other[here]
            matrix[at] = matrix[at[0], at[2], at[1]] = weights[mine][here]
            groups = _groups(matrix, threshold, drawn)
            members = starts[part][:, None] + np.arange(many)
            out[order[members.ravel()]] = (starts[part][:, None] + groups).ravel()
    return out


def _groups(matrix: Floats, threshold: float, drawn: float) -> Labels:
    """The group of each record, of shape (components, records), by the weight between groups.

    matrix: log2 odds, of shape (components, records, records).
    """
    count, many, _ = matrix.shape
    groups = np.tile(np.arange(many), (count, 1))
    matrix[:, np.arange(many), np.arange(many)] = -np.inf
    best = np.maximum(matrix, -CERTAIN)
    sizes = np.ones((count, many))
    active = np.arange(count)
    while len(active):
        flat = _between(matrix, best, sizes, drawn).reshape(len(active), -1)
        chosen = flat.argmax(axis=1)
        joins = flat[np.arange(len(active)), chosen] > threshold
        active, chosen, sizes = active[joins], chosen[joins], sizes[joins]
        matrix, best = matrix[joins], best[joins]
        keep, gone = np.sort(np.divmod(chosen, many), axis=0)
        at = np.arange(len(active))
        matrix[at, keep] += matrix[at, gone]
        matrix[at, :, keep] = matrix[at, keep]
        matrix[at, gone] = matrix[at, :, gone] = -np.inf
        matrix[at, keep, keep] = -np.inf
        best[at, keep] = np.maximum(best[at, keep], best[at, gone])
        best[at, :, keep] = best[at, keep]
        sizes[at, keep] += sizes[at, gone]
        mine = groups[active]
        groups[active] = np.where(mine == gone[:, None], keep[:, None], mine)
    return groups


def _between(total: Floats, best: Floats, sizes: Floats, drawn: float) -> Floats:
    """The weight between each two groups, of shape (components, groups, groups); minus infinity
    where a pair may never be joined.

    total, best: of the weights of their pairs, best a number; sizes: records of each group.
    """
    one, other = sizes[:, :, None], sizes[:, None, :]
    share = drawn / np.minimum(one, other)
    between: Floats = (1.0 - share) * total / (one * other) + share * best
    return between
