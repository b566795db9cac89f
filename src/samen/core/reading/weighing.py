"""Weights of features as log odds, and the chance that follows from them.

A table of weights is one string, `key=weight` after one another, with `(bias)=` for what no
feature explains; `bench/learning.py` fits and writes it.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BIAS = "(bias)"
"""In brackets, as no word of a text is."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature speaks for something; one that is not weighed says nothing."""

    bias: float
    each: Mapping[str, float]

    def points(self, strengths: Mapping[str, float]) -> float:
        """The log odds of what has these features, each as strong as is said."""
        # summed exactly: a set has no order, and the last bit should not hang on it
        return self.bias + math.fsum(
            self.each.get(key, 0.0) * strength for key, strength in strengths.items()
        )

    def chance(self, features: Iterable[str]) -> float:
        """The chance of what has these features."""
        return chance_of(self.points(dict.fromkeys(features, 1.0)))


def chance_of(points: float) -> float:
    """The chance of log odds."""
    return 1 / (1 + math.exp(-points))


def weights_in(table: str) -> Weights:
    """The weights of a table."""
    pairs = (entry.rsplit("=", 1) for entry in table.split())
    each = {key: float(weight) for key, weight in pairs}
    return Weights(each.pop(BIAS), each)
