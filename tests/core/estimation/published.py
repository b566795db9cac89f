"""The published capture tables and what other software makes of them."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from samen.core.estimation.poisson import Ints
from samen.core.estimation.table import CaptureTable, from_counts
from tests.house.tree import ROOT

TABLES = ROOT / "data" / "estimation"
RUNS = Path(__file__).parent / "stored_runs.json"
LISTS = {
    "UKdat": ("LA", "NG", "PF", "GO", "GP", "NCA"),
    "UKdat_5": ("LA", "NG", "PFNCA", "GO", "GP"),
    "NewOrl": tuple("ABCDEFGH"),
    "NewOrl_5": ("A", "BEFG", "C", "D", "H"),
    "Western": tuple("ABCDE"),
}


@cache
def table(name: str) -> Ints:
    """Persons by capture history, shape (2**L,)."""
    return read(list(csv.reader((TABLES / f"{name}.csv").open())))


def read(rows: list[list[str]]) -> Ints:
    n_lists = len(rows[0]) - 1
    counts = np.zeros(1 << n_lists, dtype=np.int64)
    for *on, persons in rows[1:]:
        counts[sum(1 << bit for bit, listed in enumerate(on) if listed == "1")] += int(persons)
    return counts


@cache
def runs() -> list[dict[str, Any]]:
    """The stored runs of R packages."""
    found: list[dict[str, Any]] = json.loads(RUNS.read_text())["runs"]
    return found


def run(dataset: str, package: str, **asked: object) -> dict[str, Any]:
    """The first stored run of a package on a table."""
    return next(
        each
        for each in runs()
        if each["dataset"] == dataset
        and each["package"].startswith(package)
        and all(each.get(key) == value for key, value in asked.items())
    )


def named(counts: Ints) -> CaptureTable:
    """Counts by capture history as a table of lists A, B, C and so on."""
    n_lists = counts.size.bit_length() - 1
    return from_counts(
        [chr(ord("A") + bit) for bit in range(n_lists)],
        {history: int(n) for history, n in enumerate(counts) if history},
    )
