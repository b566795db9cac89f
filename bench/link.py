"""Linking beside standard Splink: pairs, entities and groups, calibration, time and memory.

    ./samen bench link DIR…

Each folder holds records.parquet (an id and the columns of a person) and truth.parquet (id,
person, group) of an invented nation. Both run in a process of their own, one after the other,
so that their times can be compared. Standard is what a competent user takes from the manual of
Splink; its threshold is the one that is best with the truth, ours is the default one. Who takes
more processor time than LIMIT is ended, and told so.

Four figures say how good clusters are: the pairs that the entities imply; exact clusters, right to
the last record, of two records or more, and with single records; and B-cubed, the mean over the
records of how much of its cluster belongs there and how much of its person is in it (Bagga and
Baldwin, 1998). Groups of fewer than a hundred true pairs are shown, and left out of the difference.
"""

import os
import resource
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from bench.link_standard import standard

type Ints = npt.NDArray[np.int64]
type Floats = npt.NDArray[np.float64]

BINS = 10
LIMIT = 600
"""Seconds of processor time after which a tool is ended."""
LEAST_PAIRS = 100


@dataclass(frozen=True)
class Truth:
    """ids: of the records; pairs: low * size + high of the true pairs; group: of each record."""

    ids: npt.NDArray[np.object_]
    person: Ints
    pairs: Ints
    group: npt.NDArray[np.object_]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        return one(arguments[1], Path(arguments[2]), Path(arguments[3]))
    if not arguments:
        print("usage: ./samen bench link DIR…   (records.parquet and truth.parquet)")
        return 2
    for folder in map(Path, arguments):
        truth = truth_of(folder)
        print(f"{folder.name}: {len(truth.ids)} records, {len(truth.pairs)} true pairs")
        for tool in ("standard", "samen"):
            with tempfile.TemporaryDirectory() as made:
                report(tool, folder, Path(made), truth)
    return 0


def one(tool: str, folder: Path, made: Path) -> int:
    """Run one tool in this process: links.parquet and links.pairs.parquet."""
    records, out = folder / "records.parquet", made / "links.parquet"
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 10))
    if tool == "standard":
        standard(records, out.with_suffix(".pairs.parquet"))
        return 0
    from samen.site.cli import main as samen

    return samen(["link", str(records), "--unique-id", "id", "--out", str(out), "--json"])


def report(tool: str, folder: Path, made: Path, truth: Truth) -> None:
    """Run a tool in a process of its own and print what came of it."""
    begin = time.monotonic()
    command = [sys.executable, "-m", "bench.link", "--one", tool, str(folder), str(made)]
    process = os.posix_spawn(sys.executable, command, dict(os.environ))
    _, status, used = os.wait4(process, 0)
    seconds = time.monotonic() - begin
    if status:
        ended = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
        why = f"did not end in {LIMIT} s of processor time" if ended else "failed"
        print(f"  {tool}: {why}")
        return
    found = pq.read_table(made / "links.pairs.parquet")
    pairs, chance = scored(found, truth)
    right = np.isin(pairs, truth.pairs)
    if tool == "standard":
        threshold = best_threshold(chance, right, len(truth.pairs))
        entity = components(pairs[chance >= threshold], len(truth.ids))
    else:
        links = pq.read_table(made / "links.parquet")
        entity = numbers(links["entity_id"].to_pylist())
    print(
        f"  {tool:9} {seconds:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processor time,"
        f" {used.ru_maxrss / 1e6:.1f} GB"
    )
    told(pairs, chance, right, entity, truth)


def told(pairs: Ints, chance: Floats, right: Any, entity: Ints, truth: Truth) -> None:
    if len(pairs):
        sure = chance >= 0.5
        hit = int((sure & right).sum())
        print(f"    pairs at .5    {line(hit, int(sure.sum()), len(truth.pairs))}")
        ceiling = right.sum() / len(truth.pairs)
        print(f"    ceiling {ceiling:.3f}, calibration error {ece(chance, right):.4f}")
    implied = pairs_of(entity)
    kept = np.isin(implied, truth.pairs)
    print(f"    entities       {line(int(kept.sum()), len(implied), len(truth.pairs))}")
    for least, of in ((2, "of two or more"), (1, "with single ones")):
        ours, theirs = signatures(entity, least), signatures(truth.person, least)
        hit = int(np.isin(ours, theirs).sum())
        print(f"    exact clusters {of:16} {line(hit, len(ours), len(theirs))}")
    print(f"    B-cubed        {b_cubed(entity, truth.person)}")
    size = len(truth.ids)
    scores = []
    for group in sorted(set(truth.group)):
        mine = truth.group[implied // size] == group
        true = int((truth.group[truth.pairs // size] == group).sum())
        hit = int(kept[mine].sum())
        if true >= LEAST_PAIRS:
            scores.append(2 * hit / max(int(mine.sum()) + true, 1))
        print(f"      {group:12} {line(hit, int(mine.sum()), true)}")
    print(f"    best minus worst group {max(scores) - min(scores):.3f}", flush=True)


def line(hit: int, said: int, true: int) -> str:
    precision, recall = hit / max(said, 1), hit / max(true, 1)
    return f"P {precision:.4f}  R {recall:.4f}  F1 {2 * hit / max(said + true, 1):.4f}"


def ece(chance: Floats, right: Any) -> float:
    """Expected calibration error over bins of equal width."""
    place = np.clip((chance * BINS).astype(int), 0, BINS - 1)
    said = np.bincount(place, chance, BINS)
    held = np.bincount(place, right.astype(float), BINS)
    return float(np.abs(said - held).sum() / max(len(chance), 1))


def truth_of(folder: Path) -> Truth:
    ids = pq.read_table(folder / "records.parquet", columns=["id"])["id"].to_pylist()
    table = pq.read_table(folder / "truth.parquet").to_pydict()
    at = {key: number for number, key in enumerate(table["id"])}
    order = [at[key] for key in ids]
    person = numbers([table["person"][number] for number in order])
    group = np.array([str(table["group"][number]) for number in order], dtype=object)
    return Truth(np.array(ids, dtype=object), person, pairs_of(person), group)


def numbers(values: list[Any]) -> Ints:
    """A number for each distinct value."""
    found: Ints = pa.array(values).dictionary_encode().indices.to_numpy().astype(np.int64)
    return found


def scored(found: pa.Table, truth: Truth) -> tuple[Ints, Floats]:
    """The pairs of a table as low * size + high, and their chance."""
    size = len(truth.ids)
    index = pa.array(truth.ids)
    one, other = (
        np.asarray(pa.compute.index_in(found[name], index).to_numpy(), dtype=np.int64)
        for name in ("id_l", "id_r")
    )
    chance = found["probability"].to_numpy().astype(float)
    return np.minimum(one, other) * size + np.maximum(one, other), chance


def best_threshold(chance: Floats, right: Any, true: int) -> float:
    order = np.argsort(-chance)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + true)
    return float(chance[order[int(f1.argmax())]])


def components(pairs: Ints, size: int) -> Ints:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(pairs), bool), (pairs // size, pairs % size)), (size, size))
    found: Ints = connected_components(graph, directed=False)[1].astype(np.int64)
    return found


def pairs_of(labels: Ints) -> Ints:
    """All pairs within the entities, low * size + high."""
    size = len(labels)
    order = np.argsort(labels, kind="stable")
    sorted_labels = labels[order]
    found = [np.array([], np.int64)]
    for step in range(1, size):
        same = np.flatnonzero(sorted_labels[step:] == sorted_labels[:-step])
        if not len(same):
            break
        one, other = order[same], order[same + step]
        found.append(np.minimum(one, other) * size + np.maximum(one, other))
    return np.concatenate(found)


def b_cubed(entity: Ints, person: Ints) -> str:
    both = records_with(entity * len(person) + person)
    precision = float((both / records_with(entity)).mean())
    recall = float((both / records_with(person)).mean())
    f1 = 2 * precision * recall / (precision + recall)
    return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"


def records_with(labels: Ints) -> Ints:
    """Of each record how many have its label."""
    _, place, counts = np.unique(labels, return_inverse=True, return_counts=True)
    found: Ints = counts[place.ravel()]
    return found


def signatures(labels: Ints, least: int) -> Ints:
    """A number for the set of records of each entity of so many or more."""
    _, place, counts = np.unique(labels, return_inverse=True, return_counts=True)
    marks = np.random.default_rng(0).integers(0, 2**62, len(labels))
    sums = np.zeros(len(counts), np.int64)
    np.add.at(sums, place.ravel(), marks)
    return sums[counts >= least]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
