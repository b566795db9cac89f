"""What goes into the register: one row as it was read, in the order of the columns."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

import pyarrow as pa

from samen.core.registration.fields import APART
from samen.core.registration.whole_names import WHOLE, NameParts
from samen.core.terms import RegistrationKind, ValueState
from samen.register.known_fields import fields


class NoNeed(StrEnum):
    """Why a registration is no longer necessary."""

    REACHED = "reached"
    NOBODY = "nobody"
    TWICE = "twice"
    ASKED = "asked"


class Row(NamedTuple):
    """One registration of a partner's file, ready to be taken in.

    source_key: what the partner calls it, or a hash of the row where it has no name.
    row_hash: a hash of the row as it came and as it was read; another is a new version. values:
    JSON of
    every field with its state, without what is known and stands in OWN. raw: JSON of the row as
    it came. origin, shelter: what is kept apart of both, as JSON `{"values": ..., "raw": ...}`,
    and sealed for the address of a shelter; "" for nothing.
    """

    kind: RegistrationKind
    source_key: str
    row_hash: str
    source_row: int | None = None
    region: str = ""
    given_names: str = ""
    family_name_prefix: str = ""
    family_name: str = ""
    given_key: str = ""
    family_key: str = ""
    birth_from: date | None = None
    birth_until: date | None = None
    birth_precision: str = ""
    sex: str = ""
    street: str = ""
    house_number: str = ""
    house_number_addition: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    document_number: str = ""
    employer: str = ""
    values: str = "{}"
    raw: str = "{}"
    origin: str = ""
    shelter: str = ""


DELIVERED = "delivery"
"""How the log calls that a file was taken in, of which it names the delivery."""
COLUMNS = Row._fields
STORED = tuple(name for name in COLUMNS if name not in APART)
"""The columns of the register's own row."""
OF_EACH_ROW = frozenset({"source_key", "row_hash", "source_row", "region", "raw", "values"})
"""Columns that a row of a file has whatever fields it says."""
OWN = frozenset(COLUMNS).intersection(fields())
"""Fields with a column of their own: what is known of them stands there and nowhere else."""
BESIDE: Mapping[str, tuple[str, ...]] = {
    "given_names": ("given_names", "given_key"),
    "family_name": ("family_name", "family_key"),
    "birth_date": ("birth_from", "birth_until", "birth_precision"),
    "registration_kind": ("kind",),
}
"""Fields that several columns follow from, or one with another name."""
CORRECTABLE = frozenset(STORED) - {"source_key", "row_hash", "source_row", "raw", "kind"}
"""What a person may correct; the row as it came stays as it came."""
TYPED = "registration"
"""In the findings of a delivery that was typed: the number of its one registration."""
TYPES = pa.schema(
    [
        (name, {"source_row": pa.int64(), "birth_from": pa.date32(), "birth_until": pa.date32()}
         .get(name, pa.string()))
        for name in COLUMNS
    ]
)  # fmt: skip
"""The columns of many rows at once."""


def columns_of(field: str) -> tuple[str, ...]:
    """The columns of their own that follow from a field; none where `values` alone says it."""
    return BESIDE.get(field, (field,) if field in OWN else ())


def brought(mapping: Mapping[str, Any]) -> set[str]:
    """The fields that a file under this mapping has a column for; whole names are of their
    parts."""
    named = {each["field"] for each in mapping.get("columns", ())}
    return named | set(NameParts._fields) if WHOLE in named else named


def table_of(rows: Iterable[Row]) -> pa.Table:
    """Rows as columns, which is how a batch goes into the register."""
    return pa.Table.from_pylist([row._asdict() for row in rows], schema=TYPES)


def said(row: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Every field of a registration with its state and, where that is known, its value.

    row: a registration's columns by name, as they are or as a version tells that they were.
    """
    known = str(ValueState.KNOWN)
    told: dict[str, dict[str, str]] = row.get("values", {})
    return told | {name: {"state": known, "value": row[name]} for name in OWN if row.get(name)}
