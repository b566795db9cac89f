"""Parquet: columns with their types; every value becomes the text that a person would read."""

import json
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from samen.core.errors import TooBig, Unreadable
from samen.core.registration.columns import Batch, batch_of
from samen.core.registration.readers.table import ROWS_A_BATCH, FileFormat, Layout, column_names
from samen.core.registration.values import LOST

MOST_ROWS = 20_000_000
MOST_UNPACKED = 2 << 30
"""Bytes of one group of rows when unpacked; a group is read as a whole."""

BROKEN_OFF = Unreadable(
    "The Parquet file is damaged or not whole.",
    "A whole Parquet file can be read.",
    "Fetch or save it again.",
)


class ParquetTable:
    """A Parquet file that is being read."""

    layout = Layout(FileFormat.PARQUET)

    def __init__(self, stream: BinaryIO) -> None:
        try:
            self._file = parquet.ParquetFile(stream, pre_buffer=False)
            _refuse_big(self._file.metadata)
            self.names = column_names(_flat(self._file.schema_arrow.empty_table()).column_names)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise BROKEN_OFF from error

    def batches(self) -> Iterator[Batch]:
        """The rows, in their groups."""
        row = 1
        try:
            for part in self._file.iter_batches(ROWS_A_BATCH):
                table = _flat(pa.Table.from_batches([part]))
                columns = [as_text(column.combine_chunks()) for column in table.columns]
                yield batch_of(self.names, columns, np.arange(row, row + len(part)))
                row += len(part)
        except (pa.ArrowException, OSError, ValueError) as error:
            raise BROKEN_OFF from error


def _refuse_big(found: parquet.FileMetaData) -> None:
    if found.num_rows > MOST_ROWS:
        raise TooBig("The file has {n} rows.", "At most {most} rows are read.",
                     "Send it in parts.", n=found.num_rows, most=MOST_ROWS)  # fmt: skip
    sizes = [found.row_group(place).total_byte_size for place in range(found.num_row_groups)]
    if max(sizes, default=0) > MOST_UNPACKED:
        raise TooBig("A group of rows of the file takes {n} MB.", "At most {most} MB are read.",
                     "Save it in smaller groups.",
                     n=max(sizes) >> 20, most=MOST_UNPACKED >> 20)  # fmt: skip


def _flat(table: pa.Table) -> pa.Table:
    """A record in a cell becomes columns of its own, as `person.name`."""
    while any(pa.types.is_struct(kind) for kind in table.schema.types):
        table = table.flatten()
    return table


def as_text(column: pa.Array) -> pa.Array:
    """The column as texts; a whole number has no point, a list has ; between its values."""
    if pa.types.is_dictionary(column.type):
        return pa.DictionaryArray.from_arrays(column.indices, as_text(column.dictionary))
    if pa.types.is_floating(column.type):
        column = _whole(column)
    try:
        if pa.types.is_list(column.type) or pa.types.is_large_list(column.type):
            return pc.binary_join(column.cast(pa.list_(pa.string())), ";")
        texts = column.cast(pa.string())
        texts.validate(full=True)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        # Text that is no UTF-8, or a kind that Arrow has no cast to text for, such as a struct.
        return _one_by_one(column)
    return texts


def _whole(column: pa.Array) -> pa.Array:
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        return column


def _one_by_one(column: pa.Array) -> pa.Array:
    """Bytes that are no UTF-8 as LOST; other values as JSON."""
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.binary())
    values = column.to_pylist()
    return pa.array([None if each is None else _said(each) for each in values], pa.string())


def _said(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="replace").replace("\0", LOST)
    return json.dumps(value, ensure_ascii=False, default=str)
