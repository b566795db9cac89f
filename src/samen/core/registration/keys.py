"""By what a row is known again: so that a second import of a file changes nothing."""

from collections.abc import Callable, Mapping
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from samen.core.registration.columns import KNOWN, ORDER, Column
from samen.core.registration.kinds import MOST_RAW

SIZE = 16
"""Bytes of a digest: two different rows have one in no file that can be made."""


def digests(columns: Mapping[str, Column], rows: int) -> list[str]:
    """What each row says, as a short text: another when a raw value is another, and when one is
    read otherwise.

    columns: by field. The order of the columns and their names in the file make no difference.
    """
    return _digests(columns, rows, _said)


def row_keys(columns: Mapping[str, Column], rows: int) -> list[str]:
    """The partner's own number of each row where it gives one, else a digest of what stood there:
    read otherwise, it is the same row."""
    column = columns.get("source_id")
    known = np.zeros(rows, bool) if column is None else column.row_states() == KNOWN
    normals = [None] * rows if column is None else column.normals().to_pylist()
    stood = [""] * rows if known.all() else _digests(columns, rows, _stood)
    return [f"id:{number}" if given else f"row:{digest}"
            for number, given, digest in zip(normals, known, stood, strict=True)]  # fmt: skip


def _digests(
    columns: Mapping[str, Column], rows: int, told: Callable[[Column], pa.StringArray]
) -> list[str]:
    names = sorted(columns)
    if not names:
        return [""] * rows
    head = blake2b("\0".join(names).encode() + b"\0\0", digest_size=SIZE)
    # No value holds a NUL, so no two rows give one text.
    texts = pc.binary_join_element_wise(*(told(columns[name]) for name in names), "\0")
    found = []
    for text in texts.cast(pa.binary()).to_pylist():
        whole = head.copy()
        whole.update(text)
        found.append(whole.hexdigest())
    return found


def _stood(column: Column) -> pa.StringArray:
    """What stood in the cells, without the end of what no field takes: such rows are refused."""
    return _of_rows(column, _bounded(column), "")


def _said(column: Column) -> pa.StringArray:
    """What stood in the cells, and as what it was read."""
    states = pa.array(ORDER, pa.string()).take(pa.array(column.states))
    normal = column.normal.fill_null("")
    said = pc.binary_join_element_wise(_bounded(column), states, normal, "\0")
    return _of_rows(column, said, f"\0{column.empty}\0")


def _bounded(column: Column) -> pa.StringArray:
    return pc.utf8_slice_codeunits(column.raw, 0, MOST_RAW)


def _of_rows(column: Column, values: pa.StringArray, empty: str) -> pa.StringArray:
    """For each row the text of its value; empty: of an empty cell."""
    every = pa.concat_arrays([values, pa.array([empty], pa.string())])
    return every.take(pa.array(np.where(column.codes < 0, len(values), column.codes)))
