"""Ids of entities: minted once, carried over by the greatest overlap of records.

`heirs` and `keepers` say the same with numbers, where an entity has a history that counts.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from samen.core.matching.clusters import Labels

_BYTES = 16


def minted(count: int, seed: int) -> list[str]:
    """New ids in the form of a random UUID, the same for the same seed."""
    digits = np.random.default_rng(seed).bytes(count * _BYTES).hex()
    ids = []
    for at in range(0, len(digits), 2 * _BYTES):
        d = digits[at : at + 2 * _BYTES]
        ids.append(f"{d[:8]}-{d[8:12]}-4{d[13:16]}-a{d[17:20]}-{d[20:]}")
    return ids


def entity_ids(
    labels: Labels, keys: Sequence[str], before: Mapping[str, str], seed: int
) -> list[str]:
    """The id of each record's entity. keys: of the records; before: key to id, of an earlier run.

    An id goes to the entity that holds most of its records; on a tie to the one that comes first.
    An entity that takes several ids together keeps the one with most records.
    """
    distinct, place = np.unique(labels, return_inverse=True)
    ids = minted(len(distinct), seed)
    if before:
        overlaps: dict[tuple[int, str], int] = {}
        for number, key in zip(place.tolist(), keys, strict=True):
            if old := before.get(key):
                overlaps[number, old] = overlaps.get((number, old), 0) + 1
        named: set[int] = set()
        given: set[str] = set()
        for (number, old), _ in sorted(overlaps.items(), key=lambda each: (-each[1], each[0])):
            if number not in named and old not in given:
                ids[number] = old
                named.add(number)
                given.add(old)
    return [ids[number] for number in place.tolist()]


def heirs(groups: Labels, before: Labels, entities: int) -> Labels:
    """The group in which most records of each entity are, int64 of shape (entities,).

    groups: the number of each record's group. before: the number of the entity in which each
    record stood, -1 for none. -1 for an entity without records; of equals the first group.
    """
    stood = before >= 0
    many = int(groups.max(initial=0)) + 1
    codes, counts = np.unique(before[stood] * many + groups[stood], return_counts=True)
    order = np.lexsort((codes, -counts))[::-1]
    found = np.full(entities, -1, dtype=np.int64)
    found[codes[order] // many] = codes[order] % many
    return found


def keepers(heir: Labels, first: Sequence[int]) -> dict[int, int]:
    """Which entity each group is from now on: group to entity.

    heir: of each entity. first: the entities that share a group, who keeps its id before who
    does not.
    """
    kept: dict[int, int] = {}
    for entity in first:
        kept.setdefault(int(heir[entity]), entity)
    for entity in np.flatnonzero(heir >= 0).tolist():
        kept.setdefault(int(heir[entity]), entity)
    return kept


def rivals(heir: Labels) -> npt.NDArray[np.int64]:
    """The entities that share a group with another one: one of them keeps its id."""
    known = heir[heir >= 0]
    shared = np.flatnonzero(np.bincount(known) > 1) if len(known) else known
    found: npt.NDArray[np.int64] = np.flatnonzero(np.isin(heir, shared))
    return found
