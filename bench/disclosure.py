"""Hiding cells: loss and time by size of the table, and beside tau-Argus.

    ./samen bench disclosure [size | peer [TABLES]]

The peer is pytauargus, which holds the optimal and the modular method of tau-Argus; it is left out
with a sentence where it is not installed (`pip install pytauargus`).
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import numpy as np

from samen.core.disclosure.policy import Policy
from samen.core.disclosure.suppress import suppress
from samen.core.disclosure.system import System
from tests.core.disclosure.stored_tables import AGE, FORM, PROVINCES, invented

type Codes = dict[str, tuple[str, ...]]

SEX: Codes = {"T": ("M", "V")}
YEAR: Codes = {"T": ("J1", "J2", "J3", "J4", "J5")}
PLACES: Codes = {
    "T": tuple(f"P{at}" for at in range(12)),
    **{f"P{at}": tuple(f"M{at}{part}" for part in "abcd") for at in range(12)},
}
YEARS: Codes = {"T": tuple(f"J{at:02}" for at in range(12))}
"""With PLACES and FORM 4,758 cells, 2,304 of them lowest: what an office has, 12 or 60 persons in
each on average."""
SIZES: tuple[tuple[tuple[Codes, ...], int, float], ...] = (
    ((PROVINCES, FORM), 1_000, 0.0),
    ((PROVINCES, FORM, SEX), 1_000, 0.0),
    ((PROVINCES, FORM, AGE), 1_000, 0.0),
    ((PROVINCES, FORM, AGE), 10_000, 0.0),
    ((PROVINCES, FORM, AGE, SEX), 5_000, 0.02),
    ((PROVINCES, FORM, AGE, YEAR), 10_000, 0.02),
    ((PLACES, FORM, YEARS), 12 * 2_304, 0.02),
    ((PLACES, FORM, YEARS), 60 * 2_304, 0.02),
)
PEER_TABLES = 50
PEERS = ("OPT(1)", "MOD(1)")


def main(arguments: list[str]) -> int:
    if arguments[:1] != ["peer"]:
        size()
    if arguments[:1] != ["size"]:
        peer(int(arguments[1]) if len(arguments) > 1 else PEER_TABLES)
    return 0


def size() -> None:
    """Processor seconds, loss and gap by the number of cells."""
    print(f"{'cells':>6}{'unsafe':>8}{'beside':>8}{'persons':>9}{'gap':>7}{'seconds':>9}")
    for shape, persons, gap in SIZES:
        for seed in range(1, 4 if gap == 0 else 2):
            system = invented(shape, persons, seed)
            found, seconds = timed(partial(suppress, system, Policy(), gap))
            print(
                f"{len(system.cells):>6}{found.primary.sum():>8}{found.secondary.sum():>8}"
                f"{found.objective:>9}{found.gap:>7.1%}{seconds:>9.2f}",
                flush=True,
            )


def peer(tables: int) -> None:
    """Loss and time beside tau-Argus on random tables of two and three dimensions."""
    if find_spec("pytauargus") is None:
        print("pytauargus is not installed: no figures beside ours (pip install pytauargus).")
        return
    losses: dict[str, list[float]] = {"Samen": [], **{name: [] for name in PEERS}}
    times: dict[str, list[float]] = {name: [] for name in losses}
    for seed in range(tables):
        shape = SIZES[seed % 2][0]
        system = invented(shape, 1_000, 1_000 + seed)
        found, seconds = timed(partial(suppress, system, Policy()))
        losses["Samen"].append(found.objective)
        times["Samen"].append(seconds)
        for name in PEERS:
            loss, seconds = timed(partial(argus, system, shape, name))
            losses[name].append(loss)
            times[name].append(seconds)
    ours = np.array(losses["Samen"])
    for name, lost in losses.items():
        theirs = np.array(lost)
        done = np.isfinite(theirs)
        print(
            f"{name:<8} {done.sum()} of {tables} tables done; loses more on"
            f" {(theirs[done] > ours[done]).sum()}, less on {(theirs[done] < ours[done]).sum()};"
            f" {theirs[done].sum() / ours[done].sum():.3f} times our loss;"
            f" median {median(times[name]):.2f} s"
        )


def argus(system: System, shape: tuple[Codes, ...], method: str) -> float:
    """The persons in the cells that tau-Argus hides beside the unsafe ones; NaN when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for at, below in enumerate(shape):
            paths[f"d{at}"] = str(Path(folder) / f"d{at}.hrc")
            Path(paths[f"d{at}"]).write_text("\n".join(_lines(below, "T", "")) + "\n")
        protect = import_module("pytauargus").protect
        try:
            result = protect(
                _persons(system, shape), list(paths), "one", "FREQ(5,1)", method, hrc=paths,
                hierleadstring="@", totcode="T", workdir=folder,
            )  # fmt: skip
        except import_module("pytauargus.batch").BatchError:
            return float("nan")
        rows = result.tables[0].dataframe()
        rows = rows.to_dict("records") if hasattr(rows, "to_dict") else rows
        return float(sum(row["freq"] for row in rows if row["status"] not in "SU" and row["freq"]))


def _lines(below: Codes, code: str, lead: str) -> Iterator[str]:
    for child in below.get(code, ()):
        yield lead + child
        yield from _lines(below, child, lead + "@")


def _persons(system: System, shape: tuple[Codes, ...]) -> dict[str, list[object]]:
    """A row a person, from the lowest cells."""
    lowest = [
        (dict(cell), int(count))
        for cell, count in zip(system.cells, system.counts, strict=True)
        if len(cell) == len(shape) and not any(code in shape[int(d[1:])] for d, code in cell)
    ]
    rows = [cell for cell, count in lowest for _ in range(count)]
    names = [f"d{at}" for at in range(len(shape))]
    return {**{name: [row[name] for row in rows] for name in names}, "one": [1] * len(rows)}


def timed[T](act: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    return act(), time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
