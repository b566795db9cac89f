"""New records into linked ones, in place, beside a full run over all of them.

    ./samen bench arrivals [DIR | RECORDS] [NEW] [--same-model]

DIR holds records.parquet, an id and the columns of a person; without it as many records of an
invented nation are made (100,000). All but NEW (1,000), drawn by chance, are linked; those are put
in place, and all together are linked anew. Seconds are on the clock, of one process, one after the
other. The full run learns its own model; with --same-model there is another one with the model of
the first, which tells what putting in place leaves out. Renamed: entities that neither merged nor
split and yet have another id afterwards, beside ids that are the least of an entity's records.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from samen.core.matching.arrivals import Arrived, arrived
from samen.core.matching.blocking import blocked
from samen.core.matching.clusters import Labels, clustered
from samen.core.matching.columns import Column
from samen.core.matching.engines import duck
from samen.core.matching.entities import entity_ids
from samen.core.matching.kept import Kept, kept
from samen.core.matching.link import Linked, contradicting, linked
from samen.core.matching.rarities import Rarities, rarities
from samen.core.matching.scoring import Scorer
from samen.core.matching.standardise import Standardised, standardised
from samen.site.person_files import read_persons
from samen.site.simulation import Order, write_nation

RECORDS, NEW = 100_000, 1_000
SEED = 20261129
SAME_MODEL = "--same-model"
type Columns = dict[Column, pa.ChunkedArray]
type Places = npt.NDArray[np.int64]


def main(arguments: list[str]) -> int:
    plain = [each for each in arguments if each != SAME_MODEL]
    given = plain[0] if plain else str(RECORDS)
    new = int(plain[1]) if plain[1:] else NEW
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) if given.isdigit() else Path(given)
        if given.isdigit():
            order = Order(seed=1, model="typical", size=int(given), partners=False)
            sum(write_nation(order, folder))
        records = read_persons([folder / "records.parquet"], "id", {})
        measure(
            dict(records.columns), records.ids.to_pylist(), new, same_model=SAME_MODEL in arguments
        )
    return 0


def measure(columns: Columns, ids: list[str], new: int, *, same_model: bool) -> None:
    """The known records first, the new ones behind them, in an order of chance."""
    size, many = len(ids), len(ids) - new
    order = np.random.default_rng(SEED).permutation(size)
    columns = {name: column.take(pa.array(order)) for name, column in columns.items()}
    ids = [str(ids[at]) for at in order]
    print(f"{many:,} records linked, {new:,} new")
    first = timed("first run", lambda: run(rows(columns, 0, many), many))[0]
    (known, seen), _ = timed("keep", lambda: leave(rows(columns, 0, many), first))
    (labels, came), quick = timed(
        "put in place", lambda: put(rows(columns, many, size), new, known, seen, first)
    )
    print(f"  {'of it touched':<36}{len(came.touched):>9,} records, {came.pairs:,} pairs")
    full, slow = timed("full run, model learnt", lambda: run(columns, size))
    print(f"  {'full run / put in place':<36}{slow / quick:>9.0f} x")
    print(f"  {'same answer':<36}{same(labels, full.labels, many):>9.2%}")
    if same_model:
        other, _ = timed("full run, model of the first", lambda: again(columns, size, first, seen))
        print(f"  {'same answer':<36}{same(labels, other, many):>9.2%}")
    renamed(first.labels, labels, ids)


def timed[T](what: str, act: Callable[[], T]) -> tuple[T, float]:
    """Does it and prints how long it took, on the clock and on the processor."""
    start, work = time.perf_counter(), time.process_time()
    made = act()
    took = time.perf_counter() - start
    print(f"  {what:<36}{took:>9.2f} s {time.process_time() - work:>9.2f} s of work", flush=True)
    return made, took


def rows(columns: Columns, begin: int, end: int) -> Columns:
    return {name: column.slice(begin, end - begin) for name, column in columns.items()}


def run(columns: Columns, size: int) -> Linked:
    return linked(columns, size, duck(), lambda _: None)


def leave(columns: Columns, found: Linked) -> tuple[Kept, Rarities]:
    """What a run leaves behind for those that come later."""
    ready = standardised(columns, len(found.labels))
    return kept(ready, found, 0.0), rarities(ready)


def put(
    columns: Columns, new: int, known: Kept, seen: Rarities, first: Linked
) -> tuple[Labels, Arrived]:
    """The entity of each record by then, as the place of its first; and what was touched."""
    came = arrived(columns, new, known, duck(), first.model, seen, lambda _: None)
    many = len(first.labels)
    number = np.concatenate([came.numbers, many + np.arange(new)])
    labels = np.concatenate([first.labels, np.zeros(new, np.int64)])
    labels[number[came.touched]] = number[came.labels[came.touched]]
    return labels, came


def again(columns: Columns, size: int, first: Linked, seen: Rarities) -> Labels:
    """A run over all with the model and the frequencies of the first one."""
    ready: Standardised = standardised(columns, size)
    scored = Scorer(ready, duck(), seen).scored(blocked(ready).pairs, first.model)
    return clustered(size, scored.pairs, scored.totals, 0.0, contradicting(scored))


def same(one: Labels, other: Labels, since: int) -> float:
    """The share of the records from a place on whose entity holds the same records in both."""
    marks = np.random.default_rng(SEED).integers(0, 2**62, len(one))
    return float((sums(one, marks) == sums(other, marks))[since:].mean())


def sums(labels: Labels, marks: Places) -> Places:
    """Of each record the sum of the marks of its entity, which names the set of its records."""
    added = np.zeros(len(labels), np.int64)
    np.add.at(added, labels, marks)
    return added[labels]


def renamed(before: Labels, after: Labels, ids: list[str]) -> None:
    """How many entities that hold the same known records as before have another id."""
    many = len(before)
    old_ids = entity_ids(before, ids[:many], {}, seed=1)
    new_ids = entity_ids(after, ids, dict(zip(ids, old_ids, strict=False)), seed=2)
    marks = np.random.default_rng(SEED).integers(0, 2**62, many)
    stayed = sums(before, marks) == sums(group(after[:many]), marks)
    heads = np.flatnonzero(stayed & (before == np.arange(many))).tolist()
    least_before, least_after = least(before, ids[:many]), least(after, ids)
    ours = sum(old_ids[at] != new_ids[at] for at in heads)
    theirs = sum(least_before[at] != least_after[at] for at in heads)
    print(f"  entities before {len(np.unique(before)):,}, neither merged nor split {len(heads):,}")
    print(f"  renamed {ours:,}; by least-record ids {theirs:,} ({theirs / max(len(heads), 1):.1%})")


def group(labels: Labels) -> Labels:
    """The same groups, numbered from 0."""
    found: Labels = np.unique(labels, return_inverse=True)[1].astype(np.int64)
    return found


def least(labels: Labels, ids: list[str]) -> list[str]:
    """The least id among the records of each record's entity."""
    found: dict[int, str] = {}
    for label, own in zip(labels.tolist(), ids, strict=True):
        found[label] = min(own, found.get(label, own))
    return [found[label] for label in labels.tolist()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
