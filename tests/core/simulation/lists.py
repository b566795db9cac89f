"""The lists of the checkout, read once, and records of a nation as plain rows."""

from functools import cache

import pyarrow as pa

from samen.core.simulation.error_model import error_model
from samen.core.simulation.nation import Nation
from samen.core.simulation.records import linkage_records, registrations
from samen.core.simulation.world import World, read_world
from tests.house.tree import ROOT

LISTS = ROOT / "data" / "simulation"


def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in LISTS.glob("*.csv")}


@cache
def world() -> World:
    return read_world(files())


def tables(
    nation: Nation, model: str, most: int | None = None, at_once: int = 5000
) -> tuple[pa.Table, pa.Table]:
    """Records and truth of a nation."""
    written = registrations(nation, error_model(nation.world, model), most, at_once)
    pieces = [linkage_records(nation, each) for each in written]
    return (
        pa.Table.from_batches([records for records, _ in pieces]).combine_chunks(),
        pa.Table.from_batches([truth for _, truth in pieces]).combine_chunks(),
    )
