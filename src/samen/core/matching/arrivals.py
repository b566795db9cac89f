"""New records into linked ones, in place: only what they touch is looked at again.

A run leaves behind its model, how frequent values were, and the keys, pairs and components of its
records. New records ask who shares a key with them, are scored against those with the model of
that run, and the components that a link touches are clustered again. Caps count all records that
share a key, so that they mean what they mean in a run over all.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samen.core.matching.blocking import RULES, Flags, among, blocked, hashed, keys_of
from samen.core.matching.clusters import Labels, clustered, components
from samen.core.matching.columns import Column
from samen.core.matching.engines import Engine
from samen.core.matching.link import EVEN, contradicting
from samen.core.matching.model import Model
from samen.core.matching.rarities import Floats, Rarities
from samen.core.matching.scoring import Scored, Scorer
from samen.core.matching.standardise import Marks, Standardised, standardised

type Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Holders:
    """Who holds keys: the place of a key among those asked for and the number of a record that
    holds it, a row each; counts: how often each key is held, of shape (keys asked for,)."""

    keys: Numbers
    records: Numbers
    counts: Numbers


@dataclass(frozen=True)
class Evidence:
    """Pairs of records, by number, that were scored: log2 odds, and whether they cannot be one
    person. In any order, each once."""

    left: Numbers
    right: Numbers
    totals: Floats
    against: Flags

    def where(self, kept: Flags) -> "Evidence":
        """Some of the pairs."""
        return Evidence(self.left[kept], self.right[kept], self.totals[kept], self.against[kept])


class Findable(Protocol):
    """Known records as new ones find them, wherever they are held. Each has a number."""

    def holders(self, keys: Marks, most: Numbers) -> Holders:
        """Who holds keys (`index`): distinct and in order. Records of a key that is held more
        often than `most` says of it may be left out; its count may then be any larger number."""

    def ready(self, numbers: Numbers) -> Standardised:
        """The ready columns of records, whose numbers are in order."""


class Known(Findable, Protocol):
    """Known records of which it is held, too, who hangs together."""

    def companions(self, numbers: Numbers) -> Numbers:
        """All records in the components of these, themselves included: in order, each once. A
        component is who hangs together by pairs above the threshold."""

    def evidence(self, numbers: Numbers) -> Evidence:
        """The scored pairs among records, whose numbers are in order: at least those that were
        told (`Linked.scored`)."""


@dataclass(frozen=True)
class Near:
    """New records beside the known ones that share a key with one of them.

    numbers: of the known ones, in order, of shape (known,). scored: pairs that may be one person,
    of places among the known ones and then the new ones; each has a new one. pairs: how many were
    scored.
    """

    numbers: Numbers
    scored: Scored
    pairs: int


@dataclass(frozen=True)
class Arrived:
    """What new records touch. Places: the known records that share a key with a new one or are in
    a touched component, then the new ones.

    numbers: of the known ones, in order, of shape (known,). touched: places of the records that
    were clustered, in order: all new ones and whole components. labels: the entity of each place,
    as the place of its first record; a record that is not touched has -1, and its entity stays.
    scored: pairs of places with a new record that may be one person. pairs: how many were scored.
    component: the place of the first record of each place's component, -1 as with labels.
    """

    numbers: Numbers
    touched: Numbers
    labels: Labels
    scored: Scored
    pairs: int
    component: Labels

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self.labels)


def index(records: Standardised) -> tuple[Marks, Numbers]:
    """The keys of records, by which new ones find them: a hash in 64 bits and a place, a row each.

    In any order. A key of a batch is that of a whole, so batches can be indexed one by one.
    """
    keys, places = [], []
    for rule in RULES:
        at, mine = keys_of(rule, records)
        keys.append(hashed(rule, mine))
        places.append(at)
    return np.concatenate(keys), np.concatenate(places)


def arrived(
    records: Mapping[Column, pa.ChunkedArray],
    size: int,
    known: Known,
    engine: Engine,
    model: Model,
    rarities: Rarities,
    on_step: Callable[[str], None],
    threshold: float = EVEN,
) -> Arrived:
    """Who `size` new records are, among known ones and each other.

    records: raw columns, as of a run. model, rarities: of the run that linked the known ones.
    """
    on_step("standardise")
    new = standardised(records, size)
    found = near(new, known, engine, model, rarities, on_step)
    on_step("cluster")
    return _clustered(known, found, size, math.log2(threshold / (1 - threshold)))


def near(
    new: Standardised,
    known: Findable,
    engine: Engine,
    model: Model,
    rarities: Rarities,
    on_step: Callable[[str], None],
) -> Near:
    """New records scored against the known ones that share a key with them, and each other."""
    on_step("block")
    numbers, crowded = _sharing(new, known)
    ready = known.ready(numbers).before(new)
    pairs = blocked(ready, since=len(numbers), crowded=crowded).pairs
    on_step("score")
    return Near(numbers, Scorer(ready, engine, rarities).scored(pairs, model), len(pairs))


def _sharing(new: Standardised, known: Findable) -> tuple[Numbers, Marks]:
    """The known records that share a key with a new one, and the keys that are crowded."""
    caps = []
    keys = []
    for rule in RULES:
        _, mine = keys_of(rule, new)
        keys.append(hashed(rule, mine))
        caps.append(np.full(len(mine), rule.cap))
    asked, first, own = np.unique(np.concatenate(keys), return_index=True, return_counts=True)
    most = np.concatenate(caps)[first] - own
    found = known.holders(asked, most)
    free = found.counts <= most
    return np.unique(found.records[free[found.keys]]), asked[~free]


def _clustered(known: Known, found: Near, size: int, odds: float) -> Arrived:
    """What the pairs touch, clustered again."""
    near, scored = found.numbers, found.scored
    many = len(near) + size
    low, high = scored.pairs // many, scored.pairs % many
    reached = low[(scored.totals > odds) & (low < len(near))]
    whole = known.companions(near[np.unique(reached)])
    numbers = np.union1d(near, whole)
    new = np.arange(len(numbers), len(numbers) + size)
    place = np.concatenate([np.searchsorted(numbers, near), new])
    touched = np.concatenate([np.searchsorted(numbers, whole), new])
    before = known.evidence(whole)
    evidence = Evidence(
        np.concatenate([np.searchsorted(numbers, before.left), place[low]]),
        np.concatenate([np.searchsorted(numbers, before.right), place[high]]),
        np.concatenate([before.totals, scored.totals]),
        np.concatenate([before.against, contradicting(scored)]),
    )
    evidence = evidence.where(among(evidence.left, touched) & among(evidence.right, touched))
    one, other = (np.searchsorted(touched, side) for side in (evidence.left, evidence.right))
    pairs = np.minimum(one, other) * len(touched) + np.maximum(one, other)
    entity = clustered(len(touched), pairs, evidence.totals, odds, evidence.against)
    _, first, group = np.unique(
        components(len(touched), one, other, evidence.totals > odds),
        return_index=True,
        return_inverse=True,
    )
    labels, component = np.full((2, len(numbers) + size), -1)
    labels[touched], component[touched] = touched[entity], touched[first[group]]
    moved = scored.among(len(labels), place, many)
    return Arrived(numbers, touched, labels, moved, found.pairs, component)
