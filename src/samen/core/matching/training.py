"""The chances of each level, learnt without truth by expectation-maximisation.

The pairs that blocking gives are a mixture of the same person and of several ways to be somebody
else (a namesake, a housemate, a colleague): one class each, so that what housemates share is not
taken for what one person keeps. Source: McLachlan and Peel, Finite Mixture Models, 2000, ch. 2.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

from samen.core.matching.blocking import Blocked, Pairs
from samen.core.matching.model import (
    BIRTH_DATE,
    COMPARISONS,
    LEAST,
    Chances,
    Levels,
    Model,
    patterns,
)
from samen.core.matching.rarities import Floats, Rarities
from samen.core.matching.scoring import Scored, Scorer, scored_again
from samen.core.matching.standardise import NONE, Standardised
from samen.core.matching.typical import TYPICAL

RANDOM_PAIRS = 100_000
SAMPLE = 400_000
_ROUNDS = 150
_SETTLED = 1e-6
_PSEUDO = 20.0
"""Pairs that what is typical counts for, so that a few records teach a little."""
_SEED = 6
_SURE, _STEPS = 30.0, 25
_NAME, _SAME_DATE = 0, 0
_NOT_KIN = frozenset(
    [
        "same_name",
        "same_letters",
        "same_sound",
        "same_names",
        "swapped",
        "others_differ",
        "given_and_like_family",
        "family_and_like_given",
        "family_and_initial",
        "family_only_known",
        "like_names",
        "like_swapped",
    ]
)
"""Levels of names that two of a family with one birth date, so twins, do not have but seldom."""
_WHOLE = ("name_text", "name_letters", "name_sound", "name_pair")
SLACK = 2.0
"""How many times more strangers share both than if the two were independent: names go with years
and sexes."""


@dataclass(frozen=True)
class _Patterns:
    """Distinct rows of levels and how many pairs have each. by_chance: of strangers with one birth
    date, how many have each level of names at most; infinite where kin may have it."""

    rows: Levels
    counts: Floats
    by_chance: Floats

    def bounded(self, members: Floats) -> None:
        """Take what is more than chance gives from the strangers, in place.

        Without it a class of strangers with one birth date takes in persons who moved house.
        Source: Ganchev and others, 2010, Posterior regularization.
        """
        for level in np.flatnonzero(np.isfinite(self.by_chance)):
            here = (self.rows[:, _NAME] == level) & (self.rows[:, BIRTH_DATE] == _SAME_DATE)
            strangers = float(((1.0 - members[here, 0]) * self.counts[here]).sum())
            if strangers > self.by_chance[level]:
                members[here, 1:] *= self.by_chance[level] / strangers
                members[here, 0] = 1.0 - members[here, 1:].sum(axis=1)


def learnt(
    records: Standardised,
    scorer: Scorer,
    found: Blocked,
    start: Model = TYPICAL,
    slack: float = SLACK,
) -> Model:
    """The model of these records. found: the pairs; at most SAMPLE of them are looked at.

    start: where learning begins, and what a few records lean on. slack: how many times as often
    as by chance strangers may share a name and a birth date.
    """
    chance = np.random.default_rng(_SEED)
    pairs = found.pairs
    drawn = np.arange(len(pairs))
    if len(pairs) > SAMPLE:
        drawn = np.sort(chance.choice(len(pairs), SAMPLE, replace=False))
    sample = pairs[drawn]
    levels = scorer.levels(sample)
    rows, place, counts = patterns(levels)
    random = _frequencies(_random_levels(records, scorer, chance), start.u)
    by_chance = _by_chance(records, random) * slack * max(len(sample), 1) / max(len(pairs), 1)
    known = _Patterns(rows, counts.astype(float), by_chance)
    shares, classes, members = _mixture(known, start)
    strangers = 1.0 - members[place, 0]
    u = _with_rarity(random, start.u, records, scorer.rarities, (sample, levels, strangers))
    possible = records.size * (records.size - 1) / 2
    prior = float(np.clip(shares[0] * len(pairs) / max(possible, 1.0), 1e-12, 0.5))
    model = Model(prior, classes[0], u, tuple(zip(shares, classes, strict=True)))
    scored = scored_again(sample, levels, scorer.rare(sample, levels, model), model)
    return replace(model, undated=_undated(scored.where(found.undated[drawn]), model, start))


def _undated(of: Scored, model: Model, start: Model) -> tuple[float, float]:
    """What makes the odds of pairs without a birth date right, from pairs that have one.

    With their dates such pairs tell who is the same; scored once more as if they had none, they
    tell how much too sure a score without dates is. of: pairs that would be looked at without.
    Source: Platt, 1999, Probabilistic outputs; drawn to what is typical as by _PSEUDO pairs.
    """
    dated = of.where(of.levels[:, BIRTH_DATE] >= 0)
    levels, rarities = dated.levels.copy(), dated.rarities.copy()
    levels[:, BIRTH_DATE], rarities[:, BIRTH_DATE] = -1, 0.0
    bare = np.clip(scored_again(dated.pairs, levels, rarities, model).totals, -_SURE, _SURE)
    usual = np.array(start.undated)
    found, columns = usual, np.stack([np.ones(len(bare)), bare], axis=1)
    for _ in range(_STEPS):
        chances = 1.0 / (1.0 + np.exp2(-columns @ found))
        slope = columns.T @ (dated.probabilities - chances) - _PSEUDO * (found - usual)
        curve = (columns.T * (chances * (1.0 - chances))) @ columns + _PSEUDO * np.eye(2)
        found = found + np.linalg.solve(curve, slope)
    return float(found[0]), float(found[1])


def _by_chance(records: Standardised, random: Chances) -> Floats:
    """How many pairs of strangers share a birth date and have each level of names, were the two
    independent."""
    alone = {each: _shared(records, each) for each in _WHOLE}
    possible = records.size * (records.size - 1) / 2 * _shared(records, "date")
    return np.array(
        [
            possible * alone.get(level.rarity, chance) if level.name in _NOT_KIN else np.inf
            for level, chance in zip(COMPARISONS[_NAME].levels, random[_NAME], strict=True)
        ]
    )


def _shared(records: Standardised, column: str) -> float:
    """How often two records share a value."""
    marks = records[column]
    _, counts = np.unique(marks[marks != NONE], return_counts=True)
    return float((counts * (counts - 1.0)).sum() / max(records.size * (records.size - 1.0), 1.0))


def _mixture(of: _Patterns, start: Model) -> tuple[list[float], list[Chances], Floats]:
    """Shares and chances of the classes, and of which each pattern is, (patterns, classes)."""
    usual = np.array([share for share, _ in start.classes])
    met, sizes = _met(of.rows), [len(each.levels) for each in COMPARISONS]
    starts = np.cumsum([0, *sizes[:-1]])
    typical = _PSEUDO * np.array([np.concatenate(chances) for _, chances in start.classes]).T
    chances, shares = typical / _PSEUDO, usual
    members = np.zeros((len(of.rows), len(usual)))
    before = -np.inf
    for _ in range(_ROUNDS):
        logs = met @ np.log2(np.maximum(chances, LEAST)) + np.log2(shares)
        largest = logs.max(axis=1, keepdims=True)
        members = np.exp2(logs - largest)
        mass = members.sum(axis=1, keepdims=True)
        members /= mass
        of.bounded(members)
        weights = members * of.counts[:, None]
        shares = weights.sum(axis=0) + _PSEUDO * usual
        shares /= shares.sum()
        chances = met.T @ weights + typical
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes, axis=0)
        total = (largest + np.log2(mass)).ravel()
        now = float((total * of.counts).sum() / max(of.counts.sum(), 1.0))
        if abs(now - before) < _SETTLED:
            break
        before = now
    classes = [tuple(tuple(map(float, part)) for part in np.split(each, starts[1:]))
               for each in chances.T]  # fmt: skip
    return [float(share) for share in shares], classes, members


def _met(rows: Levels) -> csr_matrix:
    """Which levels each pattern has, of shape (patterns, levels of all comparisons)."""
    starts = np.cumsum([0, *(len(each.levels) for each in COMPARISONS)])
    pattern, comparison = np.nonzero(rows >= 0)
    level = starts[comparison] + rows[pattern, comparison]
    return csr_matrix((np.ones(len(level)), (pattern, level)), (len(rows), starts[-1]))


def _frequencies(levels: Levels, usual: Chances) -> Chances:
    """How often each level is met where it can be; usual: where something is seldom compared."""
    found = []
    for at, of in enumerate(COMPARISONS):
        counted = np.bincount(levels[levels[:, at] >= 0, at], minlength=len(of.levels))
        smooth = counted + _PSEUDO * np.array(usual[at])
        found.append(tuple(float(x) for x in smooth / smooth.sum()))
    return tuple(found)


def _random_levels(records: Standardised, scorer: Scorer, chance: np.random.Generator) -> Levels:
    one, other = chance.integers(0, max(records.size, 1), (2, RANDOM_PAIRS))
    apart = one != other
    low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
    return scorer.levels(np.unique(low * records.size + high))


def _with_rarity(
    u: Chances,
    usual: Chances,
    records: Standardised,
    rarities: Rarities,
    seen: tuple[Pairs, Levels, Floats],
) -> Chances:
    """The chances of levels with a rarity: the typical frequency of what strangers agree on.

    seen: pairs, their levels, and the chance that each is of strangers.
    """
    pairs, levels, strangers = seen
    left, right = pairs // records.size, pairs % records.size
    found = []
    for at, of in enumerate(COMPARISONS):
        chances = list(u[at])
        for number, level in enumerate(of.levels):
            here = levels[:, at] == number
            if level.rarity and strangers[here].sum() <= _PSEUDO:
                chances[number] = usual[at][number]
            elif level.rarity:
                one, other = (
                    rarities.of(level.rarity, records[level.rarity][side[here]])
                    for side in (left, right)
                )
                larger = np.log2(np.maximum(one, other))
                chances[number] = float(np.exp2(np.average(larger, weights=strangers[here])))
        found.append(tuple(chances))
    return tuple(found)
