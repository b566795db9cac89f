"""Rows as a binary COPY reads them, in an order that is cheap to write.

Source: PostgreSQL, COPY, "Binary Format".
"""

import os
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

BY_ADDRESS = ("postcode", "house_number")
BEFORE, AFTER = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"
BYTES = pa.large_binary()
NOTHING = pa.scalar(b"", BYTES)
JSONB = pa.scalar(b"\1", BYTES)
"""The version of the form in which jsonb is sent."""
DAYS_BEFORE_2000 = date(2000, 1, 1).toordinal() - date(1970, 1, 1).toordinal()


class Ready(NamedTuple):
    """A batch as the database reads it, with how many rows it came from.

    may_repeat: whether other rows of the file may have its keys.
    """

    rows: int
    content: pa.Buffer
    has_shelters: bool
    may_repeat: bool


def latest(batch: pa.Table) -> pa.Table:
    """The last row of each key: a file that says a thing twice means what it says last."""
    if pc.count_distinct(batch["source_key"]).as_py() == len(batch):
        return batch
    ordered = batch.sort_by("source_row")
    last = {key: place for place, key in enumerate(ordered["source_key"].to_pylist())}
    return ordered.take(sorted(last.values()))


def ready(batch: pa.Table, *, may_repeat: bool = True) -> Ready:
    """A batch to send: work that another thread can do while the database has the last one.

    Rows lie by address, under numbers in order: neighbours in the batch are neighbours in
    three of the indexes, which are then written where they were read last.
    """
    has_shelters = pc.any(pc.not_equal(batch["shelter"], "")).as_py() or False
    rows = latest(batch).sort_by([(name, "ascending") for name in BY_ADDRESS])
    numbered = rows.add_column(0, "id", _numbers(len(rows)))
    return Ready(len(batch), _lines(numbered), has_shelters, may_repeat)


def _numbers(count: int) -> pa.Array:
    """So many random numbers in order (RFC 9562, version 4).

    The server would open its source of chance anew for each.
    """
    signs = np.frombuffer(os.urandom(16 * count), np.uint8).reshape(count, 16).copy()
    signs[:, 6] = signs[:, 6] & 0x0F | 0x40
    signs[:, 8] = signs[:, 8] & 0x3F | 0x80
    return _of_width(16, np.sort(signs.view("S16"), axis=None))


def _of_width(width: int, content: NDArray[Any], valid: pa.Buffer | None = None) -> pa.Array:
    """Cells of so many bytes each; one that is not valid is nothing."""
    cells = pa.py_buffer(content.tobytes())
    return pa.Array.from_buffers(pa.binary(width), len(content), [valid, cells])


def _lines(batch: pa.Table) -> pa.Buffer:
    """The rows as a binary COPY reads them: how many cells, and each behind its length."""
    parts = [pa.repeat(pa.scalar(len(batch.columns).to_bytes(2), BYTES), len(batch))]
    for name, column in zip(batch.column_names, batch.columns, strict=True):
        cells = _cells(name, column.combine_chunks())
        length = pc.fill_null(pc.binary_length(cells), -1).to_numpy(zero_copy_only=False)
        parts += [_of_width(4, length.astype(">i4")).cast(BYTES), cells.fill_null(NOTHING)]
    lines = pc.binary_join_element_wise(*parts, NOTHING)
    return lines.buffers()[2] if len(batch) else pa.py_buffer(b"")


def _cells(name: str, column: pa.Array) -> pa.Array:
    """The cells of a column as PostgreSQL sends and receives its type."""
    if column.type in (pa.int64(), pa.date32()):
        since = DAYS_BEFORE_2000 if column.type == pa.date32() else 0
        numbers = pc.fill_null(column.cast(pa.int32()), 0).to_numpy(zero_copy_only=False) - since
        return _of_width(4, numbers.astype(">i4"), column.is_valid().buffers()[1]).cast(BYTES)
    cells = column.cast(BYTES)
    return pc.binary_join_element_wise(JSONB, cells, NOTHING) if name == "values" else cells
