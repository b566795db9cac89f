"""The invented nation and files: its lists read from `data/simulation`, what it gives written."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from samen.core.simulation.error_model import error_model
from samen.core.simulation.nation import Nation
from samen.core.simulation.records import RECORDS, TRUTH, linkage_records, nation_for
from samen.core.simulation.world import World, read_world
from samen.site.arguments import made_folder
from samen.site.database import ROOT

LISTS = ROOT / "data" / "simulation"
RECORDS_FILE, TRUTH_FILE = "records.parquet", "truth.parquet"


def world() -> World:
    """The lists of the checkout."""
    return read_world({path.name: path.read_bytes() for path in sorted(LISTS.glob("*.csv"))})


def nation(seed: int, persons: int | None = None, records: int | None = None) -> Nation:
    """At national size, or with so many persons, or just large enough for so many records."""
    if records is not None:
        return nation_for(world(), seed, records)
    return Nation(world(), seed, persons)


def write_records(of: Nation, model: str, out: Path, most: int | None = None) -> Iterator[int]:
    """Writes records and truth as Parquet; yields how many records come with each piece."""
    pieces = linkage_records(of, error_model(of.world, model), most)
    made_folder(out)
    with (
        pq.ParquetWriter(out / RECORDS_FILE, RECORDS) as records,
        pq.ParquetWriter(out / TRUTH_FILE, TRUTH) as truth,
    ):
        for part, true in pieces:
            records.write_batch(part)
            truth.write_batch(true)
            yield part.num_rows
