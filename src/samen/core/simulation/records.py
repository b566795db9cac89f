"""Person records for linkage, with the truth beside them, as a stream of Arrow batches."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from samen.core.simulation.chance import Whole
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.nation import Nation
from samen.core.simulation.registering import record_ids
from samen.core.simulation.world import PARTNERS, Words, World
from samen.core.simulation.writing_down import Written, write_down

FIELDS = (
    *("given_name", "family_name_prefix", "family_name", "birth_date", "sex", "nationality"),
    *("address", "house_number", "postcode", "city", "phone", "document", "employer"),
)
RECORDS = pa.schema([(name, pa.string()) for name in ("id", *FIELDS, "source")])
TRUTH = pa.schema([("id", pa.string()), ("person", pa.int64()), ("group", pa.string())])
FEWEST_RECORDS_A_PLACE = 2.2
AT_ONCE = 4_000


def nation_for(world: World, seed: int, records: int) -> Nation:
    """A nation just large enough for so many records."""
    return Nation(world, seed, int(records / FEWEST_RECORDS_A_PLACE) + 50)


def registrations(
    nation: Nation, model: ErrorModel, most: int | None = None, at_once: int = AT_ONCE
) -> Iterator[Written]:
    """What partners wrote down, in pieces: in all `most` registrations, or every one.

    at_once: places of persons in a piece; the registrations do not depend on it.
    """
    left = most
    for places in nation.places(at_once):
        if left == 0:
            return
        written = write_down(nation, model, places).first(left)
        left = None if left is None else left - len(written.person)
        yield written


def linkage_records(nation: Nation, written: Written) -> tuple[pa.RecordBatch, pa.RecordBatch]:
    """A piece as `RECORDS` and `TRUTH`, line by line."""
    ids = id_column(nation, written.rows.number)
    return record_batch(ids, written), truth_batch(ids, written)


def record_batch(ids: pa.StringArray, written: Written) -> pa.RecordBatch:
    """The records as partners wrote them; what was left out is null."""
    sources = pa.DictionaryArray.from_arrays(pa.array(written.rows.partner), pa.array(PARTNERS))
    fields = [text_column(written.columns[name]) for name in FIELDS]
    return pa.RecordBatch.from_arrays([ids, *fields, sources.cast(pa.string())], schema=RECORDS)


def truth_batch(ids: pa.StringArray, written: Written) -> pa.RecordBatch:
    """Who each record truly is about."""
    columns = [ids, pa.array(written.person), pa.array(written.group, pa.string())]
    return pa.RecordBatch.from_arrays(columns, schema=TRUTH)


def id_column(nation: Nation, number: Whole) -> pa.StringArray:
    """Sixteen hexadecimal digits that tell nothing of the person."""
    numbers = record_ids(nation, number)
    digits = numbers.astype(">u8").tobytes().hex().encode()
    starts = np.arange(len(numbers) + 1, dtype=np.int32) * 16
    return pa.StringArray.from_buffers(
        len(numbers), pa.py_buffer(starts.tobytes()), pa.py_buffer(digits)
    )


def text_column(texts: Words) -> pa.StringArray:
    """Texts with null for what was left out."""
    return pa.array(texts, pa.string(), mask=texts == "")
