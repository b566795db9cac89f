"""By what a row is known again: so that a second import of a file changes nothing."""

from collections.abc import Mapping
from hashlib import blake2b

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from samen.core.registration.columns import KNOWN, Column
from samen.core.registration.kinds import MOST_RAW

SIZE = 16
"""Bytes of a digest: two different rows have one in no file that can be made."""


def digests(columns: Mapping[str, Column], rows: int) -> list[str]:
    """What each row says, as a short text: another when a raw value is another.

    columns: by field. The order of the columns and their names in the file make no difference.
    """
    names = sorted(columns)
    if not names:
        return [""] * rows
    head = blake2b("\0".join(names).encode() + b"\0\0", digest_size=SIZE)
    # No raw value holds a NUL, so no two rows give one text.
    texts = pc.binary_join_element_wise(
        *(_bounded(columns[name]) for name in names), "\0",
        null_handling="replace", null_replacement="",
    )  # fmt: skip
    found = []
    for text in texts.cast(pa.binary()).to_pylist():
        whole = head.copy()
        whole.update(text)
        found.append(whole.hexdigest())
    return found


def _bounded(column: Column) -> pa.StringArray:
    """What stood in the cells, without the end of what no field takes: such rows are refused."""
    start = pc.utf8_slice_codeunits(column.raw, 0, MOST_RAW)
    return pa.DictionaryArray.from_arrays(column.raws().indices, start).cast(pa.string())


def row_keys(columns: Mapping[str, Column], row_digests: list[str]) -> list[str]:
    """The partner's own number of each row where it gives one, else the digest of the row."""
    column = columns.get("source_id")
    if column is None:
        return [f"row:{each}" for each in row_digests]
    known = column.row_states() == KNOWN
    normals = column.normals().cast(pa.string()).to_pylist()
    return [f"id:{number}" if given else f"row:{digest}"
            for number, given, digest in zip(normals, np.asarray(known), row_digests,
                                             strict=True)]  # fmt: skip
