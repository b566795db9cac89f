"""The rows of a file under a mapping: their values, what is wrong with them, what to make of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samen.core.registration.columns import KNOWN, Batch, Broken, Column, ColumnReader
from samen.core.registration.documents import both_json, raw_json, values_json
from samen.core.registration.duplicates import Seen
from samen.core.registration.fields import APART, Fields
from samen.core.registration.keys import digests, row_keys
from samen.core.registration.mapping import Mapping as Profile
from samen.core.registration.mapping import refuse_mapping
from samen.core.registration.problems import Fault, Problem, RowError
from samen.core.registration.row_checks import contradictions, dates_of, refusals
from samen.core.registration.summary import Summary, Tally
from samen.core.registration.values import Value
from samen.core.registration.whole_names import with_parts
from samen.core.terms import Ground, ValueForm

NUMBER, CONSENT = "source_id", "consent"
ON_CONSENT = frozenset({Ground.AVG6A, Ground.AVG9_2_A})
"""Grounds of which consent is the whole: GDPR art. 6(1)(a) and art. 9(2)(a)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a partner's file. key: by what it is known again; digest: what it said and
    as what it was read.

    What is kept apart is not in the digest: who has that and the rest could try it out.
    """

    number: int
    key: str
    digest: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """Rows that were checked. columns: by field; cells: those of the file; is_good: whether a row
    is taken in. Columns and cells differ in whole names, which are told by their parts.

    errors: also the flags of rows that are taken in; broken: rows without columns.
    """

    batch: Batch
    columns: Mapping[str, Column]
    cells: Mapping[str, Column]
    keys: Sequence[str]
    digests: Sequence[str]
    errors: Sequence[RowError]
    is_good: NDArray[np.bool_]

    @property
    def broken(self) -> Sequence[Broken]:
        """Rows whose cells cannot be told apart; they have errors too."""
        return self.batch.broken

    @property
    def is_numbered(self) -> bool:
        """Whether each good row has a number of the partner's, so that no other row has its key."""
        column = self.columns.get(NUMBER)
        return column is not None and bool((column.row_states() == KNOWN)[self.is_good].all())

    def rows(self) -> Iterator[Row]:
        """The good rows, one by one."""
        for place in map(int, np.flatnonzero(self.is_good)):
            number = int(self.batch.rows[place])
            values = {name: column.value(place, number)
                      for name, column in self.columns.items()}  # fmt: skip
            yield Row(number, self.keys[place], self.digests[place], values)

    def table(self, beside: Collection[str] = ()) -> pa.Table:
        """The good rows, as a register takes them in.

        Columns: `row`, `key`, `digest`; the normal form of each field, null unless known; for a
        date also `_from`, `_until` (its first and last day) and `_precision`; `values` and
        `raw` as JSON, without the fields that are kept apart: these stand in a column for each
        of APART, as one object with both, null where their cells are empty. beside: fields of
        which `values` does not say what is known, for who keeps their columns too.
        """
        rows = len(self.batch.rows)
        found = {"row": pa.array(self.batch.rows), "key": pa.array(self.keys),
                 "digest": pa.array(self.digests)}  # fmt: skip
        for name, column in self.columns.items():
            found[name] = column.normals()
            if column.field.form is ValueForm.DATE:
                days = dates_of(column).as_columns()
                found |= {f"{name}_{end}": each for end, each in days.items()}
        found["values"] = values_json(_about(self.columns, ""), rows, beside)
        found["raw"] = raw_json(_about(self.cells, ""), rows)
        found |= {about: both_json(_about(self.columns, about), rows) for about in APART}
        return pa.table(found).filter(pa.array(self.is_good))


class Check:
    """Checks a file, batch after batch, in bounded memory but for 16 bytes a row."""

    def __init__(
        self, names: Sequence[str], mapping: Profile, fields: Fields, today: date,
        ground: Ground | None = None, known: Collection[str] = (),
    ) -> None:  # fmt: skip
        """names: the columns of the file; ground: on which it is held; known: the keys of what the
        register has, of which consent may be withdrawn. Raises BadInput where the mapping does not
        fit the file."""
        refuse_mapping(mapping, fields, names)
        self._readers = [ColumnReader(each.column, fields[each.field], each.converter)
                         for each in mapping.columns]  # fmt: skip
        self._fields, self._today, self._seen = fields, today, Seen()
        self._rests_on_consent, self._in_register = ground in ON_CONSENT, known
        self._tally = Tally({reader.field.name: reader.name for reader in self._readers})

    def check(self, batch: Batch) -> Checked:
        """The rows of a batch with their faults; a row without any cell is passed over."""
        columns = {each.field.name: each.read(batch.cells[each.name]) for each in self._readers}
        errors = [RowError(each.row, "", each.fault) for each in batch.broken]
        for column in columns.values():
            errors += column.errors(batch.rows)
        errors += contradictions(columns, batch.rows, self._today)
        if NUMBER in columns:
            errors += self._seen.errors(columns[NUMBER], batch.rows)
        shared = _about(columns, "")
        said, keys = digests(shared, len(batch.rows)), row_keys(shared, len(batch.rows))
        if self._rests_on_consent and CONSENT in columns:
            is_new = np.array([key not in self._in_register for key in keys], bool)
            errors += refusals(columns[CONSENT], batch.rows, is_new)
        is_filled, is_mapped = (
            _filled(batch.cells.values()),
            _filled(batch.cells[each.name] for each in columns.values()),
        )
        errors += [RowError(int(row), "", Fault(Problem.EMPTY))
                   for row in batch.rows[is_filled & ~is_mapped]]  # fmt: skip
        refused = [error.row for error in errors if error.refuses]
        is_good = is_mapped & ~np.isin(batch.rows, refused)
        errors.sort(key=lambda each: each.row)
        checked = Checked(batch, with_parts(columns, self._fields), columns,
                          keys, said, errors, is_good)  # fmt: skip
        self._tally.add(columns, is_filled, is_good, errors, len(batch.broken))
        return checked

    def summary(self) -> Summary:
        """What the rows so far came to."""
        return self._tally.summary()


def _about(columns: Mapping[str, Column], about: str) -> dict[str, Column]:
    """The columns of a group that is kept apart; for "" all that are not."""
    return {name: each for name, each in columns.items()
            if (each.field.about if each.field.about in APART else "") == about}  # fmt: skip


def _filled(cells: Iterable[pa.DictionaryArray]) -> NDArray[np.bool_]:
    """Whether a row has anything in one of the columns."""
    return np.any([np.asarray(column.indices.is_valid()) for column in cells], axis=0)
