"""From checked rows of a partner's file to rows of the register: whole columns at a time.

What is searched or linked has a column of its own; `values` holds the rest, `raw` all of it.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

import pyarrow as pa

from samen.core.registration.checking import Checked
from samen.core.terms import RegistrationKind
from samen.register.names import family_key, given_key
from samen.register.values import COLUMNS, OWN, TYPES

SOURCES: Mapping[str, str] = {
    "kind": "registration_kind",
    "source_key": "key",
    "row_hash": "digest",
    "source_row": "row",
    "birth_from": "birth_date_from",
    "birth_until": "birth_date_until",
    "birth_precision": "birth_date_precision",
}
"""Columns of the register that have another name where rows are checked."""
KEYS: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "given_key": ("given_names", lru_cache(1 << 16)(given_key)),
    "family_key": ("family_name", lru_cache(1 << 16)(family_key)),
}


type Seal = Callable[[str, str], str]
"""Seals what is said of a row, by its key, as the database writes bytes."""


def filled(checked: Checked, *, kind: RegistrationKind, region: str, seal: Seal) -> pa.Table:
    """The good rows as the register has them. kind: of rows that do not say their own."""
    read = checked.table(OWN)
    without = {"kind": str(kind)}
    found: dict[str, pa.Array] = {"region": pa.repeat(region, read.num_rows)}
    for name, (source, folded) in KEYS.items():
        found[name] = _keys(read, source, folded)
    found["shelter"] = pa.array(
        [seal(key, said) if said else "" for key, said in zip(
            read["key"].to_pylist(), read["shelter"].to_pylist(), strict=True)],
        pa.string(),
    )  # fmt: skip
    for name in set(COLUMNS) - set(found):
        source, wanted = SOURCES.get(name, name), TYPES.field(name).type
        is_text = wanted == pa.string()
        if source not in read.column_names:
            found[name] = pa.repeat(pa.scalar(without.get(name, "") if is_text else None, wanted),
                                    read.num_rows)  # fmt: skip
            continue
        column = read[source].cast(wanted)
        found[name] = column.fill_null(without.get(name, "")) if is_text else column
    return pa.table([found[name] for name in COLUMNS], schema=TYPES)


def _keys(read: pa.Table, source: str, folded: Callable[[str], str]) -> pa.Array:
    """The key of a name in each row, made once for each distinct name."""
    if source not in read.column_names:
        return pa.repeat("", read.num_rows)
    names = read[source].combine_chunks()
    keys = pa.array([folded(each) if each else "" for each in names.dictionary.to_pylist()],
                    pa.string())  # fmt: skip
    return keys.take(names.indices).fill_null("")
