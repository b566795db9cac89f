"""How well records are linked, estimated from a sample of pairs that people judged.

Pairs are drawn and judged by strata: bands of the chance, apart for pairs that stand in one
entity and pairs that do not. Of a stratum everything judged is known; of the rest the share of
true pairs follows Jeffreys' posterior (Brown, Cai and DasGupta 2001, Statistical Science 16,
equation 4), and its number the binomial of that share. Precision and recall are made from draws
of all strata together, so that they carry the doubt of each.

Recall is over the pairs that were looked at and told; what blocking never looked at is outside
it and stands beside it as the ceiling of the run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BANDS = (0.0, 0.1, 0.5, 0.9, 0.99, 0.999)
"""Where the bands of the chance begin; the last ends at 1."""
LEAST = 10
"""Judged pairs below which nothing is said of a group."""
WORSE = 0.05
"""How much lower than that of all others the F1 of a group may be."""
_DRAWS = 4000
_LEVEL = 0.95

type Draws = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Tally:
    """One stratum: how many pairs there are, and how many of them were judged same or different.

    together: whether its pairs stand in one entity.
    """

    pairs: int
    same: int
    different: int
    together: bool


@dataclass(frozen=True)
class Share:
    """A share between 0 and 1 with the ends of its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Quality:
    """Of the pairs in one entity the share that is right, of the true pairs the share that is in
    one entity, and their harmonic mean; `judged`: pairs that this rests on."""

    judged: int
    precision: Share
    recall: Share
    f1: Share


@dataclass(frozen=True)
class Served:
    """How well one group is served. quality: none where fewer than LEAST pairs were judged.
    behind: how much lower its F1 is than that of all others, with its interval."""

    quality: Quality | None
    behind: Share | None

    @property
    def is_worse(self) -> bool:
        """Whether the group is served worse: by chance alone it would rarely look like this."""
        return self.behind is not None and self.behind.low > 0 and self.behind.value > WORSE


def band(chance: float) -> int:
    """The number of the band that a chance falls in, from 0."""
    return int(np.searchsorted(BANDS, chance, side="right")) - 1


def quality(tallies: Sequence[Tally], seed: int = 0) -> Quality:
    """Precision, recall and F1 of all strata together. The same seed gives the same digits."""
    return _told(tallies, *_drawn(tallies, np.random.default_rng(seed)))


def served(groups: Mapping[str, Sequence[Tally]], seed: int = 0) -> dict[str, Served]:
    """How well each group is served, beside all others together.

    groups: the strata of each group; a group names where a pair is counted and weighs in no link.
    """
    found: dict[str, Served] = {}
    for place, (name, tallies) in enumerate(groups.items()):
        if _judged(tallies) < LEAST:
            found[name] = Served(None, None)
            continue
        generator = np.random.default_rng([seed, place])
        drawn = _drawn(tallies, generator)
        rest = [each for other, those in groups.items() if other != name for each in those]
        behind = None
        if _judged(rest) >= LEAST:
            behind = _share(_f1(*_drawn(rest, generator)) - _f1(*drawn))
        found[name] = Served(_told(tallies, *drawn), behind)
    return found


def _judged(tallies: Sequence[Tally]) -> int:
    return sum(each.same + each.different for each in tallies)


def _drawn(tallies: Sequence[Tally], generator: np.random.Generator) -> tuple[Draws, Draws, Draws]:
    """Draws of: true pairs in one entity, all pairs in one entity, all true pairs."""
    right, made, true = np.zeros(_DRAWS), np.zeros(_DRAWS), np.zeros(_DRAWS)
    for each in tallies:
        share = generator.beta(each.same + 0.5, each.different + 0.5, _DRAWS)
        rest = max(0, each.pairs - each.same - each.different)
        same = each.same + generator.binomial(rest, share)
        true += same
        if each.together:
            right += same
            made += each.pairs
    return right, made, true


def _told(tallies: Sequence[Tally], right: Draws, made: Draws, true: Draws) -> Quality:
    return Quality(
        _judged(tallies),
        _share(_part(right, made)),
        _share(_part(right, true)),
        _share(_f1(right, made, true)),
    )


def _f1(right: Draws, made: Draws, true: Draws) -> Draws:
    return _part(2 * right, made + true)


def _part(some: Draws, all_: Draws) -> Draws:
    """The share of each draw; of nothing it is 1: where nothing is, nothing is wrong."""
    return np.divide(some, all_, out=np.ones_like(some), where=all_ > 0)


def _share(draws: Draws) -> Share:
    low, high = np.quantile(draws, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Share(float(np.median(draws)), float(low), float(high))
