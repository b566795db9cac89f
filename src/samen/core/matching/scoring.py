"""Pairs scored: Splink finds the level of each comparison, the model says what it weighs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from splink import Linker

from samen.core.matching.blocking import Pairs
from samen.core.matching.engines import Engine, linker
from samen.core.matching.model import (
    COMPARISONS,
    RARITY,
    Levels,
    Model,
    compared_columns,
    level_of,
    settings,
)
from samen.core.matching.rarities import Floats, Rarities, rare_columns, rarities
from samen.core.matching.standardise import NONE, Marks, Standardised

LEAST_WEIGHT = -15.0
"""Pairs that weigh less, prior included, are nobody's."""
_AT_ONCE = 1_500_000


@dataclass(frozen=True)
class Scored:
    """Pairs in order. levels: int8 and weights, rarities: log2, of shape (pairs, comparisons);
    context: log2, of shape (pairs,)."""

    pairs: Pairs
    levels: Levels
    weights: Floats
    rarities: Floats
    context: Floats

    @property
    def totals(self) -> Floats:
        """Log2 odds of being one person."""
        total: Floats = self.weights.sum(axis=1) + self.rarities.sum(axis=1) + self.context
        return total

    @property
    def probabilities(self) -> Floats:
        """Of being one person."""
        found: Floats = 1.0 / (1.0 + np.exp2(-np.clip(self.totals, -60, 60)))
        return found

    def where(self, kept: npt.NDArray[np.bool_]) -> "Scored":
        """Some of the pairs."""
        return Scored(
            self.pairs[kept],
            self.levels[kept],
            self.weights[kept],
            self.rarities[kept],
            self.context[kept],
        )

    def among(self, many: int, places: npt.NDArray[np.int64], size: int) -> "Scored":
        """These pairs of `size` records as pairs of `many`. places: of each record among those."""
        one, other = places[self.pairs // size], places[self.pairs % size]
        pairs = np.minimum(one, other) * many + np.maximum(one, other)
        return replace(self, pairs=pairs)._in_order()

    def beside(self, others: "Scored") -> "Scored":
        """These pairs and others."""
        return _joined([self, others])._in_order()

    def _in_order(self) -> "Scored":
        order = np.argsort(self.pairs)
        return Scored(
            self.pairs[order],
            self.levels[order],
            self.weights[order],
            self.rarities[order],
            self.context[order],
        )


def _joined(parts: Sequence[Scored]) -> Scored:
    """The pairs of one part after those of another."""
    columns = (each.name for each in fields(Scored))
    return Scored(*(np.concatenate([getattr(part, name) for part in parts]) for name in columns))


class Scorer:
    """Ready columns on an engine, against which pairs are scored.

    seen: how frequent values are; else as in these records.
    """

    def __init__(self, records: Standardised, engine: Engine, seen: Rarities | None = None) -> None:
        self.rarities = seen or rarities(records)
        self._size = records.size
        self._engine = engine
        self._shares = {column: self._share(records[column], column) for column in rare_columns()}
        self._records = engine.register(records.as_arrow(compared_columns()))

    def _share(self, values: Marks, column: str) -> Floats:
        """log2 of the share of the records that has the value of each; nothing weighs no more."""
        return np.where(values == NONE, -np.inf, np.log2(self.rarities.of(column, values)))

    def levels(self, pairs: Pairs) -> Levels:
        """The levels of pairs, in their order, whatever they weigh."""
        asked_of = linker(self._records, settings())
        parts = [self._levels(asked_of, part) for part in _parts(pairs)]
        return np.concatenate(parts)

    def scored(self, pairs: Pairs, model: Model) -> Scored:
        """The pairs that may be one person."""
        asked_of = linker(self._records, settings())
        parts = [self._scored(part, self._levels(asked_of, part), model) for part in _parts(pairs)]
        return _joined(parts)

    def _scored(self, pairs: Pairs, levels: Levels, model: Model) -> Scored:
        rarities = self.rare(pairs, levels, model)
        alone = model.alone(levels) + rarities.sum(axis=1)
        kept = alone + math.log2(model.prior / (1 - model.prior)) >= LEAST_WEIGHT
        return scored_again(pairs[kept], levels[kept], rarities[kept], model)

    def rare(self, pairs: Pairs, levels: Levels, model: Model) -> Floats:
        """What it weighs that a value is rarer or more common than those strangers agree on, in
        log2, of shape (pairs, comparisons)."""
        found = np.zeros(levels.shape)
        left, right = pairs // self._size, pairs % self._size
        for at, of in enumerate(COMPARISONS):
            for number, level in enumerate(of.levels):
                if level.rarity:
                    here = np.flatnonzero(levels[:, at] == number)
                    shares = self._shares[level.rarity]
                    share = np.maximum(shares[left[here]], shares[right[here]])
                    usual = math.log2(model.u[at][number])
                    found[here, at] = np.where(np.isinf(share), 0.0, RARITY * (usual - share))
        return found

    def _levels(self, asked_of: Linker, pairs: Pairs) -> Levels:
        blocked = self._engine.register(
            pa.table(
                {
                    "match_key": pa.array(np.zeros(len(pairs), np.int32)),
                    "join_key_l": pa.array(pairs // self._size),
                    "join_key_r": pa.array(pairs % self._size),
                }
            )
        )
        asked_of.table_management.register_blocked_pairs_for_predict(blocked)
        found = asked_of.inference.predict(warning_mode="never")
        columns = [f"mw_{each.name}" for each in COMPARISONS]
        got = self._engine.rows(found, ["record_l", "record_r", *columns])
        found.drop_table_from_database_and_remove_from_cache()
        one, other = got["record_l"].to_numpy(), got["record_r"].to_numpy()
        order = np.argsort(np.minimum(one, other) * self._size + np.maximum(one, other))
        levels = np.stack([level_of(got[column].to_numpy()) for column in columns], axis=1)
        return levels[order]


def _parts(pairs: Pairs) -> list[Pairs]:
    """Pairs in parts that memory holds; at least one."""
    return [pairs[at : at + _AT_ONCE] for at in range(0, max(len(pairs), 1), _AT_ONCE)]


def scored_again(pairs: Pairs, levels: Levels, rarities: Floats, model: Model) -> Scored:
    """Pairs as a run scored them: levels give the weights, the model what they are together."""
    context = model.context(levels, rarities.sum(axis=1))
    return Scored(pairs, levels, model.weights(levels), rarities, context)
