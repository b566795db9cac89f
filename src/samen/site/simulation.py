"""The invented nation and files: its lists read from `data/simulation`, what it gives written."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from samen.core.simulation.error_model import ErrorModel, error_model
from samen.core.simulation.layouts import LAYOUTS
from samen.core.simulation.nation import Nation
from samen.core.simulation.partner_files import Rows, other_rows, victim_rows
from samen.core.simulation.profiles import profile_of
from samen.core.simulation.records import (
    RECORDS,
    TRUTH,
    linkage_records,
    nation_for,
    registrations,
)
from samen.core.simulation.world import World, read_world
from samen.site.arguments import made_folder
from samen.site.database import ROOT
from samen.site.partner_writers import Write, partner_file

LISTS = ROOT / "data" / "simulation"
RECORDS_FILE, TRUTH_FILE = "records.parquet", "truth.parquet"
PARTNERS_FOLDER, PROFILES_FOLDER = "partners", "profiles"
_PARTNERS_TRUTH = pa.schema(
    [
        *((name, pa.string()) for name in ("partner", "number", "kind")),
        *(("person", pa.int64()), ("group", pa.string())),
    ]
)


def world() -> World:
    """The lists of the checkout."""
    return read_world({path.name: path.read_bytes() for path in sorted(LISTS.glob("*.csv"))})


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: `size` records exactly, or `persons`; national where neither is given.

    until: a day after which nobody is registered, where `size` is not given. victims: whether
    the partners' files hold registrations of victims only.
    """

    seed: int = 1
    model: str = "typical"
    persons: int | None = None
    size: int | None = None
    partners: bool = True
    until: date | None = None
    victims: bool = False

    def nation(self) -> tuple[Nation, ErrorModel]:
        """The nation and how partners err. Raises BadInput for an unknown model or a wrong size."""
        lists = world()
        model = error_model(lists, self.model)
        if self.size is not None:
            return nation_for(lists, self.seed, self.size), model
        return Nation(lists, self.seed, self.persons, self.until), model


def write_nation(order: Order, out: Path) -> Iterator[int]:
    """Writes all files; yields how many records came with each piece."""
    nation, model = order.nation()
    made_folder(out / PARTNERS_FOLDER if order.partners else out)
    with ExitStack() as stack:
        records = stack.enter_context(pq.ParquetWriter(out / RECORDS_FILE, RECORDS))
        truth = stack.enter_context(pq.ParquetWriter(out / TRUTH_FILE, TRUTH))
        partners = _Partners(out / PARTNERS_FOLDER, stack) if order.partners else None
        for written in registrations(nation, model, order.size):
            ours, theirs = linkage_records(nation, written)
            records.write_batch(ours)
            truth.write_batch(theirs)
            if partners:
                partners.write(victim_rows(nation, written))
            yield len(written.person)
        if partners and not order.victims:
            partners.write(other_rows(nation, model))
        if partners:
            _write_profiles(nation.world, out / PARTNERS_FOLDER / PROFILES_FOLDER)


def _write_profiles(lists: World, folder: Path) -> None:
    """The mapping of each partner's file, for whoever takes it in."""
    folder.mkdir(exist_ok=True)
    for partner, layout in LAYOUTS.items():
        profile = profile_of(lists, partner).as_json() + "\n"
        (folder / f"{Path(layout.file).stem}.json").write_text(profile, encoding="utf-8")


class _Partners:
    """The six files, and who their rows are about."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._files: dict[str, Write] = {
            partner: stack.enter_context(partner_file(folder / layout.file, layout))
            for partner, layout in LAYOUTS.items()
        }
        self._truth: Any = stack.enter_context(
            pq.ParquetWriter(folder / TRUTH_FILE, _PARTNERS_TRUTH)
        )

    def write(self, pieces: Iterator[Rows]) -> None:
        for rows in pieces:
            self._files[rows.partner](rows.columns)
            n = len(rows.number)
            known = [[rows.partner] * n, rows.number, [rows.kind] * n, rows.person, rows.group]
            arrays = [
                pa.array(each, of.type) for each, of in zip(known, _PARTNERS_TRUTH, strict=True)
            ]
            self._truth.write_batch(pa.RecordBatch.from_arrays(arrays, schema=_PARTNERS_TRUTH))
