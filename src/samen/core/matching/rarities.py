"""How frequent values are, as a run saw them: what agreement on a rare value weighs."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samen.core.matching.model import COMPARISONS
from samen.core.matching.standardise import NONE, Marks, Standardised
from samen.core.matching.typical import TYPICAL

type Floats = npt.NDArray[np.float64]

_USUAL_RECORDS = 1_000.0


@dataclass(frozen=True)
class Rarities:
    """By column: values in order, the share of the records that has each, and the share that is
    taken for any other value. Values that few records have are not held."""

    values: Mapping[str, Marks]
    shares: Mapping[str, Floats]
    rest: Mapping[str, float]

    def of(self, column: str, values: Marks) -> Floats:
        """The share of each value."""
        known, shares = self.values[column], self.shares[column]
        if not len(known):
            return np.full(len(values), self.rest[column])
        at = np.minimum(np.searchsorted(known, values), len(known) - 1)
        found: Floats = np.where(known[at] == values, shares[at], self.rest[column])
        return found


def rare_columns() -> list[str]:
    """The columns whose frequency weighs in, each once."""
    return sorted({level.rarity for of in COMPARISONS for level in of.levels if level.rarity})


def rarities(records: Standardised) -> Rarities:
    """How frequent the values of these records are.

    Two records of a value are not counted: they may be the pair that is asked about. What few
    records cannot tell is taken from what is typical.
    """
    values, shares, rest = {}, {}, {}
    for column in rare_columns():
        each, counts = np.unique(records[column], return_counts=True)
        known = int((records[column] != NONE).sum())
        usual = _usual_share(column)
        share = (np.maximum(counts - 2.0, 0.0) + _USUAL_RECORDS * usual) / (known + _USUAL_RECORDS)
        least = 1.0 / (known + 1.0 / usual)
        often = (counts > 2) & (each != NONE)
        values[column] = each[often]
        shares[column] = np.maximum(share[often], least)
        rest[column] = max(_USUAL_RECORDS * usual / (known + _USUAL_RECORDS), least)
    return Rarities(values, shares, rest)


def _usual_share(column: str) -> float:
    """How frequent the values of a column are on which strangers typically agree."""
    return next(
        chance
        for of, chances in zip(COMPARISONS, TYPICAL.u, strict=True)
        for level, chance in zip(of.levels, chances, strict=True)
        if level.rarity == column
    )
