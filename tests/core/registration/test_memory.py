"""A file of any length is read and checked in the memory of a few batches."""

import io
import tracemalloc
from collections.abc import Iterator

import pyarrow as pa
import pytest
from pyarrow import csv, parquet

from samen.core.registration import Check, open_table
from samen.core.registration.columns import Batch
from samen.core.registration.readers import delimited
from tests.core.registration.given import HEAD, TODAY, fields, guessed

A_ROW = 16
"""Bytes that are kept of a row, to know its number again."""


def rows(n: int) -> pa.Table:
    """So many persons, no two alike, under the heads of the tests."""
    numbers = range(n)
    said = {
        "registratienummer": [f"P{each}" for each in numbers],
        "voornaam": [f"Anna{'abcdefghij'[each % 10]}" for each in numbers],
        "achternaam": [f"Vermeulen {chr(97 + each % 26)}{chr(97 + each // 26 % 26)}"
                       for each in numbers],
        "geboortedatum": [f"{each % 28 + 1:02}-{each % 12 + 1:02}-{1950 + each % 50}"
                          for each in numbers],
        "geslacht": ["vrouw"] * n,
        "registratiedatum": ["01-03-2020"] * n,
    }  # fmt: skip
    return pa.table(said).select(HEAD.split(";"))


def in_form(table: pa.Table, form: str) -> bytes:
    out = io.BytesIO()
    if form == "csv":
        csv.write_csv(table, out, csv.WriteOptions(delimiter=";"))
    else:
        parquet.write_table(table, out, row_group_size=4_096)
    return out.getvalue()


def most(content: bytes) -> int:
    """The most bytes that Python and Arrow held together while a file was checked."""
    table = open_table(io.BytesIO(content))
    check = Check(table.names, guessed(content), fields(), TODAY)
    before = pa.total_allocated_bytes()
    tracemalloc.start()
    try:
        held: int = max(
            pa.total_allocated_bytes() - before for _ in _checked(check, table.batches())
        )
        return held + tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _checked(check: Check, batches: Iterator[Batch]) -> Iterator[int]:
    for batch in batches:
        yield len(check.check(batch).table())


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_eight_times_the_rows_need_no_more_memory(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(delimited, "PIECE", 1 << 17)
    few, many = 10_000, 80_000
    most(in_form(rows(few), form))  # what is remembered of columns is there from now on
    small, large = (most(in_form(rows(n), form)) for n in (few, many))
    assert large < 1.3 * small + 4 * A_ROW * (many - few)
