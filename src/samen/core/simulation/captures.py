"""Which notifiers register the same person, and how many persons none of them sees.

A pattern is a set of notifiers as bits. Its weight is the product of their chances for the
form of exploitation, and of the odds by which two register together (`captures.csv`); the
chance of the police is moved each year until its share of the seen is the published one.
Whoever no notifier sees stands in no register, but is counted: that is what multiple systems
estimation must find.
"""

from dataclasses import dataclass

import numpy as np

from samen.core.simulation.calibration import published, values_of
from samen.core.simulation.chance import Shares, Whole
from samen.core.simulation.world import FORMS, NOTIFIERS, World

PATTERNS = 1 << len(NOTIFIERS)
_STEPS = 50


@dataclass(frozen=True, eq=False, slots=True)
class Captures:
    """upto: shares of the patterns 1 … 31 up to and with each, shape (forms, 31).

    unseen: persons that no notifier sees for each one that is seen, by form.
    """

    upto: Shares
    unseen: Shares

    def patterns(self, forms: Whole, shares: Shares) -> Whole:
        """The pattern of each person, never 0."""
        flat = (np.arange(len(FORMS))[:, None] + self.upto).ravel()
        at = np.searchsorted(flat, forms + shares, side="right")
        return at - forms * (PATTERNS - 1) + 1


def captures(world: World, year: int, cells: Whole) -> Captures:
    """How the persons of one year, counted by cell, are registered."""
    forms = cells.sum(axis=tuple(at for at in range(cells.ndim) if at != 1))
    chances, odds = _chances(world)
    police = published(world, "police")[year][""]
    total = published(world, "total")[year][""]
    wanted = police / total if police >= 1 else police
    low, high = -8.0, 8.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        weights = _weights(_shifted(chances, middle), odds)
        seen = weights[:, 1:] / weights[:, 1:].sum(axis=1, keepdims=True)
        share = float(forms @ (seen @ _holds(0)[1:])) / max(int(forms.sum()), 1)
        low, high = (middle, high) if share < wanted else (low, middle)
    upto = np.cumsum(seen, axis=1)
    upto[:, -1] = 1.0
    return Captures(upto, weights[:, 0] / weights[:, 1:].sum(axis=1))


def _chances(world: World) -> tuple[Shares, dict[tuple[int, int], float]]:
    chances = np.zeros((len(FORMS), len(NOTIFIERS)))
    odds = {}
    for row in world.tables["captures"]:
        partner = NOTIFIERS.index(row["partner"])
        if row["form"]:
            chances[values_of(world)["form"].index(row["form"]), partner] = float(row["chance"])
        else:
            odds[partner, NOTIFIERS.index(row["with_partner"])] = float(row["chance"])
    return chances, odds


def _shifted(chances: Shares, by: float) -> Shares:
    """The same chances, with the logit of the first notifier, the police, moved."""
    moved = chances.copy()
    first = chances[:, 0]
    moved[:, 0] = 1 / (1 + (1 - first) / first * np.exp(-by))
    return moved


def _holds(partner: int) -> Shares:
    """1.0 for the patterns that hold the partner."""
    return (np.arange(PATTERNS) >> partner & 1).astype(np.float64)


def _weights(chances: Shares, odds: dict[tuple[int, int], float]) -> Shares:
    weights = np.ones((len(FORMS), PATTERNS))
    for partner in range(len(NOTIFIERS)):
        chance, holds = chances[:, partner, None], _holds(partner)
        weights *= np.where(holds > 0, chance, 1 - chance)
    for (one, other), times in odds.items():
        weights *= times ** (_holds(one) * _holds(other))
    return weights
