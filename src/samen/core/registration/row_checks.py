"""What the values of one row say about each other: dates and ages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samen.core.registration.columns import ORDER, Column
from samen.core.registration.dates import period_of
from samen.core.registration.kinds import NO
from samen.core.registration.problems import Fault, Problem, RowError, fault
from samen.core.terms import Precision, ValueForm, ValueState

OLDEST = 120
"""Years. Nobody in the Netherlands became older than 115."""
DAYS_A_YEAR = 365.2425
_EPOCH = date(1970, 1, 1).toordinal()
PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
_LENGTHS = pa.array([4, 7, 10], pa.int32())
"""Of a year, a month and a day in normal form."""
_WHOLE_DAY = r"^\d{4}-\d\d-\d\d$"

type Days = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """The dates of a column, a row each: the first and last day each can mean; NaN for none."""

    column: Column
    first: Days
    last: Days

    def as_columns(self) -> dict[str, pa.Array]:
        """`from`, `until` and `precision` of each row; null where there is no date."""
        days = {"from": self.first, "until": self.last}
        found = {name: pa.array(each, pa.float64(), from_pandas=True).cast(pa.int32())
                 for name, each in days.items()}  # fmt: skip
        lengths = pc.utf8_length(pc.utf8_rtrim(self.column.normals().cast(pa.string()), "~"))
        precision = pc.choose(pc.index_in(lengths, _LENGTHS), *PRECISIONS)
        return {name: each.cast(pa.date32()) for name, each in found.items()} | {
            "precision": precision
        }


def dates_of(column: Column) -> Dates:
    """The dates of a date column, in days since 1970."""
    whole = pc.match_substring_regex(column.normal, _WHOLE_DAY)
    days = pc.if_else(whole, column.normal, None).cast(pa.date32()).cast(pa.int32())
    first = np.append(days.cast(pa.float64()).fill_null(np.nan).to_numpy(), np.nan)
    last = first.copy()
    partial = pc.and_not(column.normal.is_valid(), whole.fill_null(False))
    for place in np.flatnonzero(np.asarray(partial)):
        period = period_of(column.normal[place].as_py())
        if period.earliest and period.latest:
            first[place] = period.earliest.toordinal() - _EPOCH
            last[place] = period.latest.toordinal() - _EPOCH
    return Dates(column, first[column.codes], last[column.codes])


def contradictions(
    columns: Mapping[str, Column], rows: NDArray[np.int64], today: date
) -> list[RowError]:
    """The rows whose dates and ages cannot all be true; rows: their numbers."""
    dates = {name: dates_of(column) for name, column in columns.items()
             if column.field.form is ValueForm.DATE}  # fmt: skip
    now = float(today.toordinal() - _EPOCH)
    found: list[RowError] = []
    for each in dates.values():
        found += _errors(each.column, each.first > now, rows, Fault(Problem.FUTURE))
    if birth := dates.pop("birth_date", None):
        for each in dates.values():
            found += _errors(each.column, each.last < birth.first, rows,
                             Fault(Problem.BEFORE_BIRTH))  # fmt: skip
        found += _ages(birth, dates.get("registration_date"), columns.get("age"), rows, now)
    start, end = dates.get("exploitation_start"), dates.get("exploitation_end")
    if start and end:
        found += _errors(end.column, end.last < start.first, rows, Fault(Problem.ENDS_FIRST))
    return found


def refusals(
    consent: Column, rows: NDArray[np.int64], is_new: NDArray[np.bool_]
) -> list[RowError]:  # fmt: skip
    """The new rows of which somebody gave no consent: that say so, or that it was refused."""
    said_no = np.asarray(pc.equal(consent.normals().cast(pa.string()), NO).fill_null(False))
    refused = consent.row_states() == ORDER.index(ValueState.REFUSED)
    return list(_errors(consent, is_new & (said_no | refused), rows, Fault(Problem.NO_CONSENT)))


def _errors(
    column: Column, wrong: NDArray[np.bool_], rows: NDArray[np.int64], found: Fault
) -> Iterator[RowError]:
    for place in np.flatnonzero(wrong):
        yield RowError(int(rows[place]), column.name, found)


def _ages(
    birth: Dates, registered: Dates | None, age: Column | None, rows: NDArray[np.int64], now: float
) -> Iterator[RowError]:
    """Persons who would be too old, and ages that differ by more than a year."""
    first = registered.first if registered else np.full(len(rows), now)
    last = registered.last if registered else np.full(len(rows), now)
    least = np.floor((np.where(np.isnan(first), now, first) - birth.last) / DAYS_A_YEAR)
    most = np.floor((last - birth.first) / DAYS_A_YEAR)
    for place in np.flatnonzero(least > OLDEST):
        found = fault(Problem.TOO_OLD, n=int(least[place]), most=OLDEST)
        yield RowError(int(rows[place]), birth.column.name, found)
    if age is not None and registered is not None:
        given = age.normal.cast(pa.float64()).fill_null(np.nan).to_numpy()
        told = np.append(given, np.nan)[age.codes]
        apart = (told < least - 1) | (told > most + 1)
        yield from _errors(age, apart, rows, Fault(Problem.AGE_CONFLICT))
