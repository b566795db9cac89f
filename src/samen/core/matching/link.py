"""One call: records in, who is the same out, with why."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from samen.core.matching.blocking import Capped, blocked
from samen.core.matching.clusters import BEST, Judged, Labels, clustered, components
from samen.core.matching.columns import Column
from samen.core.matching.engines import Engine
from samen.core.matching.model import COMPARISONS, Model
from samen.core.matching.scoring import Scored, Scorer
from samen.core.matching.standardise import standardised
from samen.core.matching.training import learnt

EVEN = 0.5
"""The default threshold. The chances are learnt from the data that are linked, their size included,
so that at even odds a link is as likely right as wrong: the point where counting errs least."""
LEAST_TOLD = 0.02
"""Pairs less likely than this are not told."""
_NAMES = [each.name for each in COMPARISONS]


@dataclass(frozen=True)
class Linked:
    """labels: the entity of each record, as the place of its first record. scored: the pairs that
    may be one person. ceiling: the estimated share of the true pairs that was looked at."""

    labels: Labels
    scored: Scored
    model: Model
    threshold: float
    pairs: int
    ceiling: float
    capped: tuple[Capped, ...]

    @property
    def entities(self) -> int:
        """How many persons there are."""
        return len(np.unique(self.labels))

    @property
    def is_linked(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Of each scored pair whether it ended in one entity."""
        size = len(self.labels)
        pairs = self.scored.pairs
        same: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
            self.labels[pairs // size] == self.labels[pairs % size]
        )
        return same


@dataclass(frozen=True)
class Compared:
    """Records of which all pairs are scored, before anybody is called the same.

    pairs: how many were looked at. ceiling, capped: as of Linked.
    """

    size: int
    scored: Scored
    model: Model
    pairs: int
    ceiling: float
    capped: tuple[Capped, ...]

    def linked(
        self, threshold: float = EVEN, judged: Judged | None = None, drawn: float = BEST
    ) -> Linked:
        """Who is the same. threshold: the chance from which records are one entity.

        judged: what people said; it is followed whatever the chance. drawn: as of `clustered`.
        """
        scored = self.scored
        odds = math.log2(threshold / (1 - threshold))
        against = contradicting(scored)
        labels = clustered(self.size, scored.pairs, scored.totals, odds, against, judged, drawn)
        is_told = scored.probabilities >= LEAST_TOLD
        is_told |= _same(labels, scored) | _same(_component(self.size, scored, odds), scored)
        told = scored.where(is_told)
        return Linked(
            labels, told, self.model, threshold, self.pairs, self.ceiling, self.capped
        )  # fmt: skip


def compared(
    records: Mapping[Column, pa.ChunkedArray],
    size: int,
    engine: Engine,
    on_step: Callable[[str], None],
    model: Model | None = None,
) -> Compared:
    """Every pair of `size` records that may be one person, scored.

    records: raw columns of text; nationality is not read. model: of an earlier run; else one is
    learnt. on_step: told as each step begins.
    """
    on_step("standardise")
    ready = standardised(records, size)
    on_step("block")
    found = blocked(ready)
    on_step("learn")
    scorer = Scorer(ready, engine)
    model = model or learnt(ready, scorer, found)
    on_step("score")
    scored = scorer.scored(found.pairs, model)
    chances = np.zeros(len(found.pairs))
    chances[np.searchsorted(found.pairs, scored.pairs)] = scored.probabilities
    return Compared(
        size, scored, model, len(found.pairs), found.ceiling(chances), found.capped
    )  # fmt: skip


def linked(
    records: Mapping[Column, pa.ChunkedArray],
    size: int,
    engine: Engine,
    on_step: Callable[[str], None],
    threshold: float = EVEN,
    model: Model | None = None,
) -> Linked:
    """Who is the same among `size` records: `compared`, and `Compared.linked`."""
    found = compared(records, size, engine, on_step, model)
    on_step("cluster")
    return found.linked(threshold)


def _same(labels: Labels, scored: Scored) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Pairs of which both records have one label."""
    size = len(labels)
    same: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
        labels[scored.pairs // size] == labels[scored.pairs % size]
    )
    return same


def _component(size: int, scored: Scored, odds: float) -> Labels:
    """The component of each record: what was said for and against its entities is in its pairs."""
    left, right = scored.pairs // size, scored.pairs % size
    return components(size, left, right, scored.totals > odds)


def contradicting(scored: Scored) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Pairs with two documents of one kind and two birth dates that have nothing in common."""
    found = np.ones(len(scored.pairs), dtype=bool)
    for name in ("document", "birth_date"):
        at = _NAMES.index(name)
        found &= scored.levels[:, at] == len(COMPARISONS[at].levels) - 1
    return found
