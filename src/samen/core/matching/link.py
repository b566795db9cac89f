"""One call: records in, who is the same out, with why."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from samen.core.matching.blocking import Capped, blocked
from samen.core.matching.clusters import Labels, clustered
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


def linked(
    records: Mapping[Column, pa.ChunkedArray],
    size: int,
    engine: Engine,
    on_step: Callable[[str], None],
    threshold: float = EVEN,
    model: Model | None = None,
) -> Linked:
    """Who is the same among `size` records.

    records: raw columns of text; nationality is not read. threshold: the chance from which records
    are one entity. model: of an earlier run; else one is learnt. on_step: told as each step begins.
    """
    on_step("standardise")
    ready = standardised(records, size)
    on_step("block")
    found = blocked(ready)
    on_step("learn")
    scorer = Scorer(ready, engine)
    model = model or learnt(ready, scorer, found.pairs)
    on_step("score")
    scored = scorer.scored(found.pairs, model)
    on_step("cluster")
    chances = np.zeros(len(found.pairs))
    chances[np.searchsorted(found.pairs, scored.pairs)] = scored.probabilities
    odds = math.log2(threshold / (1 - threshold))
    labels = clustered(size, scored.pairs, scored.totals, odds, _contradicting(scored))
    told = scored.where((scored.probabilities >= LEAST_TOLD) | _together(labels, scored.pairs))
    return Linked(
        labels, told, model, threshold, len(found.pairs), found.ceiling(chances), found.capped
    )


def _together(labels: Labels, pairs: Labels) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    together: np.ndarray[tuple[int], np.dtype[np.bool_]] = (
        labels[pairs // len(labels)] == labels[pairs % len(labels)]
    )
    return together


def _contradicting(scored: Scored) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Pairs with two documents of one kind and two birth dates that have nothing in common."""
    found = np.ones(len(scored.pairs), dtype=bool)
    for name in ("document", "birth_date"):
        at = _NAMES.index(name)
        found &= scored.levels[:, at] == len(COMPARISONS[at].levels) - 1
    return found
