"""Why a pair may be one person, as one tells it to somebody who knows nothing of weights."""

from collections.abc import Iterable

from django.utils.translation import gettext

from samen.core.matching.explanation import Bar
from samen.linkage.queries import Explanation

RARE, COMMON = 2.0, -2.0
"""Log2: four times as rare, or as common, as a value of its kind usually is."""
SURE, NEARLY, HARDLY = 0.9995, 0.995, 0.005


def in_plain_words(why: Explanation, chance: float) -> str:
    """What speaks for one person, what against, and how often such pairs are one person."""
    *fields, _together = why.bars
    parts = [
        (gettext("Speaks for one person: {what}."), _listed(b for b in fields if _sum(b) > 0)),
        (gettext("Speaks against it: {what}."), _listed(b for b in fields if _sum(b) < 0)),
    ]
    told = [sentence.format(what=what) for sentence, what in parts if what]
    return " ".join([*told, gettext("Different people have such things in common too."),
                     how_often(chance)])  # fmt: skip


def how_often(chance: float) -> str:
    """A chance as a number of pairs. chance: from 0 to 1."""
    if chance >= SURE:
        return gettext("Of 1,000 pairs like this one, more than 999 are of one person.")
    if chance >= NEARLY:
        words = gettext("Of 1,000 pairs like this one, about {n} are of one person.")
        return words.format(n=round(1000 * chance))
    if chance < HARDLY:
        return gettext("Of 100 pairs like this one, fewer than 1 is of one person.")
    words = gettext("Of 100 pairs like this one, about {n} are of one person.")
    return words.format(n=round(100 * chance))


def _sum(bar: Bar) -> float:
    return bar.weight + bar.rarity


def _listed(bars: Iterable[Bar]) -> str:
    """What the fields say, the heaviest first."""
    ordered = sorted(bars, key=lambda bar: -abs(_sum(bar)))
    return "; ".join(bar.words + _how_rare(bar) for bar in ordered)


def _how_rare(bar: Bar) -> str:
    if bar.rarity > RARE:
        return " " + gettext("(which is rare)")
    return " " + gettext("(which is common)") if bar.rarity < COMMON else ""
