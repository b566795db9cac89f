"""Checked rows as JSON, for where a register keeps what has no column of its own."""

import json
from collections.abc import Collection, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from samen.core.registration.columns import KNOWN, ORDER, Column

_CONTROL = r"[\x00-\x1f]"


def values_json(
    columns: Mapping[str, Column], rows: int, beside: Collection[str] = ()
) -> pa.StringArray:
    """Of each row every field: `{"sex": {"state": "known", "value": "female"}, ...}`.

    beside: fields whose known values stand beside it already, and are not said again.
    """
    members = [_of_values(name, column, name in beside) for name, column in columns.items()]
    return _objects(members, rows)


def raw_json(columns: Mapping[str, Column], rows: int) -> pa.StringArray:
    """Of each row the cells as they came, by the name of their column; no empty ones."""
    return _objects([_of_cells(column) for column in columns.values()], rows)


def both_json(columns: Mapping[str, Column], rows: int) -> pa.StringArray:
    """Of each row `{"values": ..., "raw": ...}` of these columns; null where no cell is filled."""
    if not columns:
        return pa.nulls(rows, pa.string())
    is_filled = np.any([column.codes >= 0 for column in columns.values()], axis=0)
    both = pc.binary_join_element_wise(
        '{"values": ', values_json(columns, rows), ', "raw": ', raw_json(columns, rows), "}", ""
    )
    return pc.if_else(pa.array(is_filled), both, None)


def _of_values(name: str, column: Column, is_beside: bool) -> pa.Array:
    """A member of the object for each row; the last distinct one stands for an empty cell."""
    states = np.append(column.states, np.int8(ORDER.index(column.empty)))
    heads = pa.array([f', {json.dumps(name)}: {{"state": "{state}"' for state in ORDER])
    head = heads.take(pa.array(states))
    quoted = pa.concat_arrays([_quoted(column.normal), pa.nulls(1, pa.string())])
    is_known = pa.array(states == KNOWN)
    tail = pc.if_else(is_known, pc.binary_join_element_wise(', "value": ', quoted, "}", ""), "}")
    members = pc.binary_join_element_wise(head, tail, "")
    if is_beside:
        members = pc.if_else(is_known, None, members)
    codes = np.where(column.codes < 0, len(column.raw), column.codes)
    return members.take(pa.array(codes))


def _of_cells(column: Column) -> pa.Array:
    name = json.dumps(column.name, ensure_ascii=False)
    members = pc.binary_join_element_wise(f", {name}: ", _quoted(column.raw), "")
    return members.take(pa.array(column.codes, mask=column.codes < 0))


def _objects(members: list[pa.Array], rows: int) -> pa.StringArray:
    """The objects of the members of each row; a null is no member."""
    if not members:
        return pa.array(["{}"] * rows)
    # every member begins with its comma: Arrow loses a row in which it has to skip all
    inner = pc.binary_join_element_wise(*members, "", null_handling="replace", null_replacement="")
    return pc.binary_join_element_wise("{", pc.utf8_slice_codeunits(inner, 2), "}", "")


def _quoted(texts: pa.StringArray) -> pa.StringArray:
    """Texts as JSON writes them; null stays null."""
    if pc.any(pc.match_substring_regex(texts, _CONTROL)).as_py():
        found = [None if text is None else json.dumps(text, ensure_ascii=False)
                 for text in texts.to_pylist()]  # fmt: skip
        return pa.array(found, pa.string())
    escaped = pc.replace_substring_regex(texts, r'(["\\])', r"\\\1")
    return pc.binary_join_element_wise('"', escaped, '"', "")
