"""Which law a file says that its rows are under, in a column of its own.

Police data stay under the Wpg until they are provided (Wpg art. 16 to 20): a file that names
another law than the purpose is not wrong, but somebody must say on what it rests.
"""

import re
from collections.abc import Mapping

from samen.core.registration.columns import Batch
from samen.core.terms import Regime

NAMES: Mapping[Regime, re.Pattern[str]] = {
    Regime.WPG: re.compile(r"\bwpg|politiegegevens", re.I),
    Regime.AVG: re.compile(r"\b(avg|gdpr)|gegevensbescherming", re.I),
    Regime.WJSG: re.compile(r"\bwjsg|(justitiële|strafvorderlijke)( en \w+)? gegevens", re.I),
}
MOST_SIGNS, MOST_VALUES = 60, 20
"""A column that names a law has few and short values; a report may speak of one."""


def laws_said(batch: Batch | None) -> set[Regime]:
    """The laws that short values of a column with few of them name, in a first batch."""
    found: set[Regime] = set()
    for cells in batch.cells.values() if batch else ():
        if len(cells.dictionary) <= MOST_VALUES:
            words = [each for each in cells.dictionary.to_pylist() if each]
            found |= {law for law, name in NAMES.items() for each in words
                      if len(each) <= MOST_SIGNS and name.search(each)}  # fmt: skip
    return found
