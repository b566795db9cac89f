"""What a file came to: rows, problems, and columns that do not look like their field."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from samen.core.registration.columns import ORDER, Column
from samen.core.registration.problems import Language, Problem, RowError
from samen.core.terms import ValueForm, ValueState

ENOUGH = 20
"""Values before a column is judged."""
FEW = 0.8
"""Share of values that fit, below which a column is perhaps another field."""
MOST_ROWS = 20
"""Rows with a remark that are named."""


class Oddity(StrEnum):
    """What is strange about a whole column."""

    FEW_FIT = "few_fit"
    ALL_EQUAL = "all_equal"


SAID: Mapping[Oddity, tuple[str, str]] = {
    Oddity.FEW_FIT: (
        "Van de waarden in deze kolom past {percent}% bij het veld. Kijk of kolommen zijn"
        " verwisseld, of pas de koppeling aan.",
        "Of the values in this column {percent}% fit the field. See whether columns were"
        " swapped, or change the mapping.",
    ),
    Oddity.ALL_EQUAL: (
        "Alle waarden in deze kolom zijn gelijk. Kijk of zij echt zijn ingevuld.",
        "All values in this column are equal. See whether they were really filled in.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """A column of a file. states: values by state, without those that do not fit."""

    column: str
    field: str
    states: Mapping[ValueState, int]
    wrong: int
    oddities: tuple[Oddity, ...]

    @property
    def fits(self) -> float:
        """The share of the values that are values of the field; 1 where there are none."""
        known = self.states[ValueState.KNOWN]
        return known / (known + self.wrong) if known + self.wrong else 1.0

    def sentences(self, language: Language = "nl") -> list[str]:
        """The oddities in words."""
        place, percent = 0 if language == "nl" else 1, round(100 * self.fits)
        return [SAID[each][place].format(percent=percent) for each in self.oddities]


@dataclass(frozen=True, slots=True)
class Summary:
    """rows: with anything in them; good: taken in; flagged: good with a flag.

    problems: rows by problem; a row counts once for each. remarks: of a flag the rows that are
    taken in, the first MOST_ROWS.
    """

    rows: int
    good: int
    flagged: int
    problems: Mapping[Problem, int]
    remarks: Mapping[Problem, Sequence[int]]
    columns: tuple[ColumnSummary, ...]

    @property
    def refused(self) -> int:
        """Rows that are not taken in."""
        return self.rows - self.good


@dataclass(slots=True)
class _Counts:
    states: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(ORDER), np.int64))
    wrong: int = 0
    only: str = ""
    varies: bool = False


class Tally:
    """Counts as batches come. columns: the column of each field."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns
        self._counts = {name: _Counts() for name in columns}
        self._rows = self._good = self._flagged = 0
        self._problems: Counter[Problem] = Counter()
        self._remarks: dict[Problem, list[int]] = {}

    def add(
        self, columns: Mapping[str, Column], is_filled: NDArray[np.bool_],
        is_good: NDArray[np.bool_], errors: Sequence[RowError], broken: int,
    ) -> None:  # fmt: skip
        """Counts one batch."""
        self._rows += int(is_filled.sum()) + broken
        self._good += int(is_good.sum())
        refused = {each.row for each in errors if each.refuses}
        found = sorted({(each.row, each.fault.problem) for each in errors})
        self._flagged += len({row for row, _ in found} - refused)
        self._problems.update(problem for _, problem in found)
        for row, problem in found:
            told = self._remarks.setdefault(problem, [])
            if row not in refused and len(told) < MOST_ROWS:
                told.append(row)
        for name, column in columns.items():
            _count(self._counts[name], column, is_filled)

    def summary(self) -> Summary:
        """What was counted so far."""
        columns = tuple(self._column(name, counts) for name, counts in self._counts.items())
        remarks = {problem: rows for problem, rows in self._remarks.items() if rows}
        return Summary(
            self._rows, self._good, self._flagged, dict(self._problems), remarks, columns
        )

    def _column(self, name: str, counts: _Counts) -> ColumnSummary:
        states = {state: int(n) for state, n in zip(ORDER, counts.states, strict=True)}
        known = states[ValueState.KNOWN]
        few = known + counts.wrong >= ENOUGH and known < FEW * (known + counts.wrong)
        equal = known >= ENOUGH and not counts.varies and "name" in name
        oddities = [each for each, is_so in ((Oddity.FEW_FIT, few), (Oddity.ALL_EQUAL, equal))
                    if is_so]  # fmt: skip
        return ColumnSummary(self._columns[name], name, states, counts.wrong, tuple(oddities))


def _count(counts: _Counts, column: Column, is_filled: NDArray[np.bool_]) -> None:
    """Adds the values of the rows that are not blank."""
    refused = np.zeros(len(column.raw) + 1, bool)
    refused[[place for place, found in column.faults.items()
             if any(RowError(0, "", each).refuses for each in found)]] = True  # fmt: skip
    wrong = refused[column.codes] & is_filled
    counts.wrong += int(wrong.sum())
    counts.states += np.bincount(column.row_states()[is_filled & ~wrong], minlength=len(ORDER))
    if column.field.form is ValueForm.NAME and not counts.varies:
        found = [*pc.unique(column.normal).drop_null()[:2].to_pylist(), counts.only]
        counts.varies = len(set(found) - {""}) > 1
        counts.only = found[0]
