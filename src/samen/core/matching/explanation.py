"""Why two records are linked, in words a layman reads, and what would have to differ."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from samen.core.matching.level_words import FIELDS, LEVELS
from samen.core.matching.model import COMPARISONS, Model, patterns
from samen.core.matching.scoring import Scored

_RARE, _COMMON = 2.0, -2.0
_HOW_RARE = {1: (" (zeldzaam)", " (rare)"), -1: (" (komt veel voor)", " (common)"), 0: ("", "")}


@dataclass(frozen=True)
class Bar:
    """One bar of a waterfall: what a field weighs and where the sum stands after it, in log2."""

    field: str
    words: str
    weight: float
    rarity: float
    sum_after: float


def sentences(scored: Scored, dutch: bool = True) -> tuple[np.ndarray[Any, Any], list[str]]:
    """A sentence for each pair: the number of each, of shape (pairs,), and the sentences."""
    rare = (scored.rarities > _RARE).astype(np.int8) - (scored.rarities < _COMMON)
    both = np.concatenate([scored.levels, rare], axis=1)
    rows, number, _ = patterns(both)
    many = len(COMPARISONS)
    told = [_sentence(row[:many], row[many:], dutch) for row in rows.tolist()]
    return number, told


def _sentence(levels: list[int], rare: list[int], dutch: bool) -> str:
    side = 0 if dutch else 1
    parts = [
        LEVELS[of.name, of.levels[level].name][side] + _HOW_RARE[how][side]
        for of, level, how in zip(COMPARISONS, levels, rare, strict=True)
        if level >= 0
    ]
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


def waterfall(scored: Scored, at: int, dutch: bool = True) -> list[Bar]:
    """The bars of one pair, from nothing to the total; what could not be compared has no bar."""
    side = 0 if dutch else 1
    total = 0.0
    bars = []
    for number, of in enumerate(COMPARISONS):
        level = int(scored.levels[at, number])
        if level < 0:
            continue
        weight, rarity = float(scored.weights[at, number]), float(scored.rarities[at, number])
        total += weight + rarity
        words = LEVELS[of.name, of.levels[level].name][side]
        bars.append(Bar(FIELDS[of.name][side], words, weight, rarity, total))
    context = float(scored.context[at])
    words = ("hoe vaak dit samen bij anderen voorkomt", "how often others agree on all this")[side]
    return [*bars, Bar(FIELDS["context"][side], words, context, 0.0, total + context)]


def counter_explanation(
    scored: Scored, at: int, model: Model, threshold: float, dutch: bool = True
) -> str:
    """What would have to differ for the answer to be the other one: the least change of one field.

    threshold: log2 odds. Looks at each field with each of its levels, the others as they are.
    """
    side = 0 if dutch else 1
    base = float(scored.totals[at])
    wanted = base <= threshold
    row = scored.levels[at]
    changes = [
        (number, level)
        for number, of in enumerate(COMPARISONS)
        for level in range(len(of.levels))
        if row[number] >= 0 and level != row[number]
    ]
    if not changes:
        return ("Er is niets te vergelijken.", "There is nothing to compare.")[side]
    moved = np.tile(row, (len(changes), 1))
    for line, (number, level) in enumerate(changes):
        moved[line, number] = level
    others = scored.rarities[at].sum() - scored.rarities[at][[number for number, _ in changes]]
    totals = model.alone(moved) + model.context(moved, others) + others
    turned = [line for line, total in enumerate(totals) if (total > threshold) == wanted]
    if not turned:
        return ("Geen enkel veld alleen verandert de uitkomst.", "No single field turns this.")[
            side
        ]
    number, level = changes[min(turned, key=lambda line: abs(float(totals[line]) - base))]
    words = LEVELS[COMPARISONS[number].name, COMPARISONS[number].levels[level].name][side]
    if dutch:
        return f"De uitkomst zou anders zijn als gold: {words}."
    return f"The answer would turn if this held: {words}."
