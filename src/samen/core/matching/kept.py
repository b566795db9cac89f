"""What a run leaves behind for new records, in memory: `Known` over numpy arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samen.core.matching.arrivals import Arrived, Evidence, Findable, Holders, Numbers, index
from samen.core.matching.blocking import RULES, among
from samen.core.matching.clusters import components
from samen.core.matching.link import Linked, contradicting
from samen.core.matching.standardise import Marks, Standardised

type Places = npt.NDArray[np.int32]

MOST_HELD = max(rule.cap for rule in RULES) + 1
"""Records of one key that are held: one more than any cap, so that a crowded key is known."""


@dataclass(frozen=True)
class Part:
    """Records that came together, numbered on. ready: their columns; keys: in order, and
    records: the number of a record for each; evidence: in order of its left records."""

    ready: Standardised
    keys: Marks
    records: Places
    evidence: Evidence

    def bounds(self, keys: Marks) -> tuple[Numbers, Numbers]:
        """Where the rows of each key begin and end."""
        first = np.searchsorted(self.keys, keys)
        return first, np.searchsorted(self.keys, keys, "right")


@dataclass(frozen=True)
class Kept:
    """Known records, numbered from 0. run: what the run left; late: what came in since;
    component: of each record, the number of its first record, of shape (records,)."""

    run: Part
    late: Part
    component: Places

    def holders(self, keys: Marks, most: Numbers) -> Holders:
        """As of `Known`."""
        parts = [(part, *part.bounds(keys)) for part in (self.run, self.late)]
        counts = sum((end - begin for _, begin, end in parts), np.zeros(len(keys), np.int64))
        free = np.flatnonzero(counts <= most)
        at, records = [], []
        for part, begin, end in parts:
            sizes = (end - begin)[free]
            at.append(np.repeat(free, sizes))
            rows = np.arange(sizes.sum()) + np.repeat(begin[free] - np.cumsum(sizes) + sizes, sizes)
            records.append(part.records[rows].astype(np.int64))
        return Holders(np.concatenate(at), np.concatenate(records), counts)

    def ready(self, numbers: Numbers) -> Standardised:
        """As of `Known`."""
        many = self.run.ready.size
        late = self.late.ready.take(numbers[numbers >= many] - many)
        return self.run.ready.take(numbers[numbers < many]).before(late)

    def companions(self, numbers: Numbers) -> Numbers:
        """As of `Known`."""
        component = self.component.astype(np.int64)
        return np.flatnonzero(among(component, np.unique(component[numbers])))

    def evidence(self, numbers: Numbers) -> Evidence:
        """As of `Known`."""
        return _joined([_among_them(part.evidence, numbers) for part in (self.run, self.late)])

    def after(self, ready: Standardised, came: Arrived) -> "Kept":
        """These records and those that arrived; ready: the new ones, standardised."""
        size = len(self.component)
        number = np.concatenate([came.numbers, size + np.arange(ready.size)])
        keys, places = index(ready)
        low, high = came.scored.pairs // came.size, came.scored.pairs % came.size
        new = Evidence(number[low], number[high], came.scored.totals, contradicting(came.scored))
        late = Part(
            self.late.ready.before(ready),
            *_in_order(
                np.concatenate([self.late.keys, keys]),
                np.concatenate([self.late.records, size + places]),
            ),
            _by_left(_joined([self.late.evidence, new])),
        )
        component = np.concatenate([self.component, np.zeros(ready.size, np.int32)])
        component[number[came.touched]] = number[came.component[came.touched]]
        return Kept(self.run, late, component)


def kept(ready: Standardised, found: Linked, odds: float) -> Kept:
    """What a run leaves behind. ready: its records, standardised; odds: its threshold, log2."""
    scored = found.scored
    left, right = scored.pairs // ready.size, scored.pairs % ready.size
    evidence = Evidence(left, right, scored.totals, contradicting(scored))
    number = components(ready.size, left, right, scored.totals > odds)
    _, first = np.unique(number, return_index=True)
    return _first(ready, evidence, first[number])


def findable(ready: Standardised) -> Findable:
    """Records of which nothing is known but themselves."""
    none = np.zeros(0, np.int64)
    nothing = Evidence(none, none, np.zeros(0), np.zeros(0, bool))
    return _first(ready, nothing, np.arange(ready.size))


def _first(ready: Standardised, evidence: Evidence, component: Numbers) -> Kept:
    none = np.zeros(0, np.int64)
    nobody = Part(
        ready.take(none), none, none.astype(np.int32),
        evidence.where(np.zeros(len(evidence.left), bool)),
    )  # fmt: skip
    run = Part(ready, *_in_order(*index(ready)), evidence)
    return Kept(run, nobody, component.astype(np.int32))


def _in_order(keys: Marks, records: Numbers) -> tuple[Marks, Places]:
    """Rows in order of their keys, at most MOST_HELD of each."""
    order = np.argsort(keys)
    keys = keys[order]
    held = np.ones(len(keys), dtype=bool)
    held[MOST_HELD:] = keys[MOST_HELD:] != keys[:-MOST_HELD]
    return keys[held], records[order[held]].astype(np.int32)


def _by_left(of: Evidence) -> Evidence:
    order = np.argsort(of.left, kind="stable")
    return Evidence(of.left[order], of.right[order], of.totals[order], of.against[order])


def _joined(parts: Sequence[Evidence]) -> Evidence:
    return Evidence(
        np.concatenate([each.left for each in parts]),
        np.concatenate([each.right for each in parts]),
        np.concatenate([each.totals for each in parts]),
        np.concatenate([each.against for each in parts]),
    )


def _among_them(of: Evidence, numbers: Numbers) -> Evidence:
    """The pairs of which both records are among numbers, which are in order."""
    begin, end = (np.searchsorted(of.left, numbers, side) for side in ("left", "right"))
    sizes = end - begin
    rows = np.arange(sizes.sum()) + np.repeat(begin - np.cumsum(sizes) + sizes, sizes)
    found = Evidence(of.left[rows], of.right[rows], of.totals[rows], of.against[rows])
    return found.where(among(found.right, numbers))
