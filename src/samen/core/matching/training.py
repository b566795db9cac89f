"""The chances of each level, learnt without truth by expectation-maximisation.

The pairs that blocking gives are a mixture of the same person and of several ways to be somebody
else (a namesake, a housemate, a colleague): one class each, so that what housemates share is not
taken for what one person keeps. Source: McLachlan and Peel, Finite Mixture Models, 2000, ch. 2.
"""

from dataclasses import dataclass

import numpy as np

from samen.core.matching.blocking import Pairs
from samen.core.matching.model import COMPARISONS, Chances, Levels, Model, summed
from samen.core.matching.scoring import Floats, Scorer, shares
from samen.core.matching.standardise import Standardised

RANDOM_PAIRS = 200_000
SAMPLE = 700_000
OTHERS = 3
"""Ways to be somebody else."""
_ROUNDS = 300
_SETTLED = 1e-7
_PSEUDO = 1e-3
_START_SHARE = 0.15
_SEED = 6


@dataclass(frozen=True)
class _Patterns:
    """Distinct rows of levels and how many pairs have each."""

    rows: Levels
    counts: Floats


def learnt(records: Standardised, scorer: Scorer, pairs: Pairs) -> Model:
    """The model of these records. pairs: of blocking; at most SAMPLE of them are looked at."""
    chance = np.random.default_rng(_SEED)
    sample = pairs
    if len(pairs) > SAMPLE:
        sample = pairs[np.sort(chance.choice(len(pairs), SAMPLE, replace=False))]
    levels = scorer.levels(sample)
    rows, place, counts = np.unique(levels, axis=0, return_inverse=True, return_counts=True)
    shares, classes, members = _mixture(_Patterns(rows, counts.astype(float)), chance)
    strangers = 1.0 - members[place.ravel(), 0]
    random = _frequencies(_random_levels(records, scorer, chance))
    u = _with_rarity(random, records, sample, levels, strangers)
    possible = records.size * (records.size - 1) / 2
    prior = float(np.clip(shares[0] * len(pairs) / max(possible, 1.0), 1e-12, 0.5))
    return Model(prior, classes[0], u, tuple(zip(shares, classes, strict=True)))


def _mixture(
    of: _Patterns, chance: np.random.Generator
) -> tuple[list[float], list[Chances], Floats]:
    """Shares and chances of the classes, and of which each pattern is, (patterns, classes)."""
    overall = _frequencies(of.rows, of.counts)
    classes: list[Chances] = [_START, *(_scattered(overall, chance) for _ in range(OTHERS))]
    shares = np.array([_START_SHARE] + [(1 - _START_SHARE) / OTHERS] * OTHERS)
    members = np.zeros((len(of.rows), len(classes)))
    before = -np.inf
    for _ in range(_ROUNDS):
        logs = np.stack(
            [
                np.log2(share) + summed(each, of.rows)
                for share, each in zip(shares, classes, strict=True)
            ],
            axis=1,
        )
        total = np.logaddexp2.reduce(logs, axis=1)
        members = np.exp2(logs - total[:, None])
        weights = members * of.counts[:, None]
        shares = np.maximum(weights.sum(axis=0) / max(weights.sum(), 1.0), 1e-9)
        classes = [_frequencies(of.rows, column) for column in weights.T]
        now = float((total * of.counts).sum() / max(of.counts.sum(), 1.0))
        if abs(now - before) < _SETTLED:
            break
        before = now
    return [float(share) for share in shares], classes, members


def _descending(levels: int) -> tuple[float, ...]:
    steps = 0.5 ** (0.5 * np.arange(levels))
    return tuple(float(x) for x in steps / steps.sum())


_START: Chances = tuple(_descending(len(of.levels)) for of in COMPARISONS)
"""Where the search for one person begins: the stronger a level, the likelier."""


def _scattered(chances: Chances, by: np.random.Generator) -> Chances:
    moved = [np.array(each) * by.uniform(0.3, 3.0, len(each)) for each in chances]
    return tuple(tuple(float(x) for x in each / each.sum()) for each in moved)


def _frequencies(levels: Levels, weights: Floats | None = None) -> Chances:
    """How often each level is met where something could be compared."""
    found = []
    for at, of in enumerate(COMPARISONS):
        seen = levels[:, at] >= 0
        counted = np.bincount(
            levels[seen, at], None if weights is None else weights[seen], len(of.levels)
        )
        smooth = counted + _PSEUDO
        found.append(tuple(float(x) for x in smooth / smooth.sum()))
    return tuple(found)


def _random_levels(records: Standardised, scorer: Scorer, chance: np.random.Generator) -> Levels:
    one, other = chance.integers(0, records.size, (2, RANDOM_PAIRS))
    apart = one != other
    low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    return scorer.levels(np.unique(low * records.size + high))


def _with_rarity(
    u: Chances, records: Standardised, pairs: Pairs, levels: Levels, strangers: Floats
) -> Chances:
    """The chances of levels with a rarity: the typical frequency of what strangers agree on."""
    left, right = pairs // records.size, pairs % records.size
    found = []
    for at, of in enumerate(COMPARISONS):
        chances = list(u[at])
        for number, level in enumerate(of.levels):
            here = levels[:, at] == number
            if level.rarity and strangers[here].sum() > _PSEUDO:
                _, share, value = shares(records, level.rarity)
                often = np.log2(share)[value]
                larger = np.maximum(often[left[here]], often[right[here]])
                chances[number] = float(np.exp2(np.average(larger, weights=strangers[here])))
        found.append(tuple(chances))
    return tuple(found)
