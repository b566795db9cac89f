"""Rows as columns: each distinct value stands once, and is read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samen.core.registration.fields import Field
from samen.core.registration.kinds import Converter, read_value
from samen.core.registration.problems import Fault, RowError
from samen.core.registration.quick import read_quickly
from samen.core.registration.values import LOST, Reading, Value
from samen.core.terms import ValueState

MOST_KEPT = 20_000
"""Readings of one column that are remembered from batch to batch."""
ORDER = tuple(ValueState)
"""What the numbers in `Column.states` stand for."""
KNOWN = ORDER.index(ValueState.KNOWN)


@dataclass(frozen=True, slots=True)
class Broken:
    """A row whose cells cannot be told apart, with what there is of them."""

    row: int
    cells: tuple[str, ...]
    fault: Fault


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some rows of a file. rows: their numbers; cells: by column, null where nothing stands."""

    rows: NDArray[np.int64]
    cells: Mapping[str, pa.DictionaryArray]
    broken: Sequence[Broken] = ()


def batch_of(
    names: Sequence[str], columns: Sequence[Sequence[str | None] | pa.Array],
    rows: NDArray[np.int64], broken: Sequence[Broken] = (),
) -> Batch:  # fmt: skip
    """A batch from the texts of each column; an empty text is nothing."""
    cells = {name: encoded(column) for name, column in zip(names, columns, strict=True)}
    return Batch(rows, cells, broken)


def encoded(column: Sequence[str | None] | pa.Array) -> pa.DictionaryArray:
    """A column of texts with each distinct one once. A sign that cannot be stored is LOST."""
    try:
        texts = column if isinstance(column, pa.Array) else pa.array(column, pa.string())
    except UnicodeEncodeError:
        texts = pa.array([each and storable(each) for each in column], pa.string())
    if not pa.types.is_dictionary(texts.type):
        texts = texts.dictionary_encode()
    values = pc.replace_substring(texts.dictionary.cast(pa.string()), "\0", LOST)
    empty = pc.equal(values, "").fill_null(True)
    codes = texts.indices.cast(pa.int32())
    if pc.any(empty).as_py():
        blank = np.asarray(empty)[np.asarray(codes.fill_null(0))]
        codes = pc.if_else(pa.array(blank), None, codes)
    return pa.DictionaryArray.from_arrays(codes, values)


def storable(text: str) -> str:
    """Half signs, which stand for bytes that could not be read, become LOST."""
    return "".join(LOST if "\ud800" <= sign <= "\udfff" else sign for sign in text)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """The values of a field in a batch.

    codes: for each row the place of its value, -1 where the cell is empty. raw, normal and
    states: of each distinct value; normal is null unless known. faults: by place.
    """

    name: str
    field: Field
    empty: ValueState
    codes: NDArray[np.int32]
    raw: pa.StringArray
    normal: pa.StringArray
    states: NDArray[np.int8]
    faults: Mapping[int, tuple[Fault, ...]]

    def value(self, place: int, row: int) -> Value:
        """The value at a place of the batch, which is that row of the file."""
        code = int(self.codes[place])
        if code < 0:
            return Value(self.field.name, self.empty, "", "", row, self.name)
        normal = self.normal[code].as_py() or ""
        state = ORDER[int(self.states[code])]
        return Value(self.field.name, state, normal, self.raw[code].as_py(), row, self.name)

    def normals(self) -> pa.DictionaryArray:
        """The normal form of each row; null where it is not known."""
        return pa.DictionaryArray.from_arrays(self._places(), self.normal)

    def raws(self) -> pa.DictionaryArray:
        """What stood in the cell of each row; null where it was empty."""
        return pa.DictionaryArray.from_arrays(self._places(), self.raw)

    def row_states(self) -> NDArray[np.int8]:
        """The state of each row, as a number of ORDER."""
        states = np.append(self.states, np.int8(ORDER.index(self.empty)))
        return states[self.codes]

    def errors(self, rows: NDArray[np.int64]) -> list[RowError]:
        """The faults of each row, by the numbers of the rows."""
        if not self.faults:
            return []
        bad = np.zeros(len(self.raw) + 1, bool)
        bad[list(self.faults)] = True
        return [
            RowError(int(rows[place]), self.name, each)
            for place in np.flatnonzero(bad[self.codes])
            for each in self.faults[int(self.codes[place])]
        ]

    def _places(self) -> pa.Array:
        return pa.array(self.codes, mask=self.codes < 0)


class ColumnReader:
    """Reads one column of a file, batch after batch; a value that comes back is not read again."""

    def __init__(self, name: str, field: Field, converter: Converter) -> None:
        self.name, self.field, self.converter = name, field, converter
        self._known: dict[str, Reading] = {}

    def read(self, cells: pa.DictionaryArray) -> Column:
        """The values of the cells."""
        raw = cells.dictionary
        normal = read_quickly(raw, self.field, self.converter)
        states = np.full(len(raw), KNOWN, np.int8)
        slow = np.flatnonzero(np.asarray(normal.is_null()))
        readings = [self._reading(each) for each in raw.take(pa.array(slow)).to_pylist()]
        states[slow] = [ORDER.index(each.state) for each in readings]
        faults = {
            int(place): each.faults
            for place, each in zip(slow, readings, strict=True)
            if each.faults
        }
        codes = np.asarray(cells.indices.fill_null(-1))
        return Column(self.name, self.field, self.converter.empty, codes, raw,
                      _filled(normal, slow, readings), states, faults)  # fmt: skip

    def _reading(self, raw: str) -> Reading:
        found = self._known.get(raw)
        if found is None:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = self._known[raw] = read_value(raw, self.field, self.converter)
        return found


def _filled(
    normal: pa.StringArray, slow: NDArray[np.intp], readings: Sequence[Reading]
) -> pa.StringArray:
    """The normal forms with those that were read one by one; null unless known."""
    mask = np.zeros(len(normal), bool)
    mask[slow] = True
    found = [each.normal or None for each in readings]
    return pc.replace_with_mask(normal, pa.array(mask), pa.array(found, pa.string()))
