"""Pairs scored by Splink: the level, weight and rarity of each comparison."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samen.core.matching.blocking import Pairs
from samen.core.matching.engines import Engine, linker
from samen.core.matching.model import COMPARISONS, Chances, Levels, Model, settings
from samen.core.matching.rarities import Floats, Rarities, rare_columns, rarities
from samen.core.matching.standardise import Standardised

LEAST_WEIGHT = -15.0
"""Pairs that weigh less, prior included, are nobody's."""
_AT_ONCE = 1_500_000
_NULL = 0.0
_STEP = 1e-7


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
        return Scored(
            np.concatenate([self.pairs, others.pairs]),
            np.concatenate([self.levels, others.levels]),
            np.concatenate([self.weights, others.weights]),
            np.concatenate([self.rarities, others.rarities]),
            np.concatenate([self.context, others.context]),
        )._in_order()

    def _in_order(self) -> "Scored":
        order = np.argsort(self.pairs)
        return Scored(
            self.pairs[order],
            self.levels[order],
            self.weights[order],
            self.rarities[order],
            self.context[order],
        )


class Scorer:
    """Ready columns on an engine, against which pairs are scored.

    seen: how frequent values are; else as in these records.
    """

    def __init__(self, records: Standardised, engine: Engine, seen: Rarities | None = None) -> None:
        self.rarities = seen or rarities(records)
        self._size = records.size
        self._engine = engine
        self._records = engine.register(records.as_arrow())
        self._frequencies = {
            column: engine.register(self.rarities.table(records, column))
            for column in rare_columns()
        }

    def levels(self, pairs: Pairs) -> Levels:
        """The levels of pairs, in their order, whatever they weigh."""
        m, u = _probe()
        found = self._scored(pairs, settings(0.5, m, u, rarity=0.0), m, u, None)
        return found.levels

    def scored(self, pairs: Pairs, model: Model) -> Scored:
        """The pairs that may be one person."""
        asked = settings(model.prior, model.m, model.u)
        parts = [
            self._scored(pairs[at : at + _AT_ONCE], asked, model.m, model.u, LEAST_WEIGHT)
            for at in range(0, max(len(pairs), 1), _AT_ONCE)
        ]
        levels = np.concatenate([part.levels for part in parts])
        return Scored(
            np.concatenate([part.pairs for part in parts]),
            levels,
            np.concatenate([part.weights for part in parts]),
            np.concatenate([part.rarities for part in parts]),
            model.context(levels),
        )

    def _scored(
        self, pairs: Pairs, asked: dict[str, Any], m: Chances, u: Chances, least: float | None
    ) -> Scored:
        asked_of = linker(self._records, asked)
        for column, table in self._frequencies.items():
            asked_of.table_management.register_term_frequency_lookup(table, column)
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
        sifted = least if self._engine.sifts else None
        found = asked_of.inference.predict(threshold_match_weight=sifted, warning_mode="never")
        scored = self._read(found, m, u)
        found.drop_table_from_database_and_remove_from_cache()
        if least is None or self._engine.sifts:
            return scored
        chance = asked["probability_two_random_records_match"]
        alone = scored.weights.sum(axis=1) + scored.rarities.sum(axis=1)
        return scored.where(alone + np.log2(chance / (1 - chance)) >= least)

    def _read(self, found: Any, m: Chances, u: Chances) -> Scored:
        """The scored pairs of a table, which comes in any order."""
        there = {column.unquote().name for column in found.columns}
        weighed = [[f"{kind}_{each.name}" for each in COMPARISONS] for kind in ("mw", "mw_tf_adj")]
        wanted = [column for kind in weighed for column in kind if column in there]
        got = self._engine.rows(found, ["record_l", "record_r", *wanted])
        one, other = got["record_l"].to_numpy(), got["record_r"].to_numpy()
        pairs = np.minimum(one, other) * self._size + np.maximum(one, other)
        order = np.argsort(pairs)
        weights, rarities = (
            np.stack([_numbers(got, column) for column in kind], axis=1)[order] for kind in weighed
        )
        known = enumerate(zip(m, u, strict=True))
        levels = np.stack([_levels(weights[:, at], *each) for at, each in known], axis=1)
        return Scored(pairs[order], levels, weights, rarities, np.zeros(len(levels)))


def scored_again(pairs: Pairs, levels: Levels, rarities: Floats, model: Model) -> Scored:
    """Pairs as a run scored them: levels give the weights, the model what they are together."""
    weights = np.zeros(levels.shape)
    for at, (m, u) in enumerate(zip(model.m, model.u, strict=True)):
        weights[:, at] = np.append(np.log2(m) - np.log2(u), _NULL)[levels[:, at]]
    return Scored(pairs, levels, weights, rarities, model.context(levels))


def _numbers(table: pa.Table, column: str) -> Floats:
    """A column, or nothing for a comparison without rarity."""
    if column not in table.column_names:
        return np.zeros(table.num_rows)
    return np.asarray(table[column].to_numpy(), dtype=float)


def _levels(weights: Floats, m: tuple[float, ...], u: tuple[float, ...]) -> npt.NDArray[np.int8]:
    """Which level has each weight; a weight of nothing is none."""
    known = np.log2(m) - np.log2(u)
    order = np.argsort(known)
    at = np.clip(np.searchsorted(known[order], weights - _STEP), 0, len(m) - 1)
    return np.where(weights == _NULL, -1, order[at]).astype(np.int8)


def _probe() -> tuple[Chances, Chances]:
    """Chances that give each level a weight of its own, from which it is read back."""
    m = tuple(tuple(2.0 ** -(at + 1) for at in range(len(of.levels))) for of in COMPARISONS)
    u = tuple((2.0**-30,) * len(of.levels) for of in COMPARISONS)
    return m, u
