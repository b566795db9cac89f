"""Bayesian estimates beside LCMCR and dga: `./samen bench estimation_bayes [--shared DIR]`.

Prints processor seconds and figures beside those of the stored runs of the R packages, which were
made on another machine; a run's time is the better of two, after compilation.
"""

import argparse
import csv
import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from samen.core.estimation.decomposable import MOST_LISTS, average_over_graphs
from samen.core.estimation.latent_classes import latent_classes
from samen.core.estimation.poisson import Ints
from samen.core.estimation.posterior import Verdict

SHARED = Path(__file__).parents[2] / "shared" / "reference" / "estimation"
ROW = "{:<10} {:<22} {:>8} {:>8}  {:<24} {:<24} {}"


def table(file: Path) -> Ints:
    """Persons by capture history."""
    heads, *rows = csv.reader(file.open())
    counts = np.zeros(1 << len(heads) - 1, dtype=np.int64)
    for *on, persons in rows:
        counts[sum(1 << bit for bit, listed in enumerate(on) if listed == "1")] += int(persons)
    return counts


def seconds[T](task: Callable[[Ints], T], counts: Ints) -> tuple[str, T]:
    """Processor seconds, the better of two runs, and the result."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        found = task(counts)
        taken.append(time.process_time() - start)
    return f"{min(taken):.2f}", found


def said(verdict: Verdict) -> str:
    if verdict.quantiles is None:
        return "refused"
    low, high = verdict.quantiles.interval
    return f"{verdict.quantiles.estimate:.0f} ({low:.0f}-{high:.0f})"


def stored(runs: list[dict[str, Any]], name: str, package: str) -> tuple[str, str]:
    """Seconds and figures of the stored runs; two seeds of LCMCR stand side by side."""
    found = [run for run in runs if run["dataset"] == name and run["package"].startswith(package)]
    if not found:
        return "-", "-"
    figures = [
        f"{run['estimate']:.0f} ({run['lower']:.0f}-{run['upper']:.0f})" for run in found[:1]
    ] + [f"{run['estimate']:.0f}" for run in found[1:]]
    return f"{found[0]['cpu_seconds']:.2f}", " / ".join(figures)


def rows(folder: Path) -> Iterator[tuple[str, ...]]:
    runs = json.loads((folder / "reference.json").read_text())["runs"]
    for file in sorted(folder.glob("*.csv")):
        counts = table(file)
        peer_seconds, peer = stored(runs, file.stem, "LCMCR")
        method, taken, ours, more = by_classes(counts)
        yield file.stem, method, taken, peer_seconds, ours, peer, more
        if counts.size.bit_length() - 1 <= MOST_LISTS:
            peer_seconds, peer = stored(runs, file.stem, "dga")
            method, taken, ours, more = by_graphs(counts)
            yield file.stem, method, taken, peer_seconds, ours, peer, more


def by_classes(counts: Ints) -> tuple[str, str, str, str]:
    taken, result = seconds(partial(latent_classes, seed=1), counts)
    length, found = result.length, result.convergence
    steps = length.chains * length.thinning * (length.draws + length.burn_in)
    return (
        f"classes, {steps // 1000}k steps",
        taken,
        said(result.verdict),
        f"R-hat {found.r_hat:.3f}, worth {found.bulk:.0f} and {found.tail:.0f} draws",
    )


def by_graphs(counts: Ints) -> tuple[str, str, str, str]:
    taken, result = seconds(average_over_graphs, counts)
    model, weight = result.weights[0]
    return (
        f"{result.n_graphs} graphs",
        taken,
        said(result.verdict),
        f"{model} {weight:.3f}; {result.tail:.0e} above {result.totals[-1]:.0f}",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the tables and stored runs")
    folder: Path = parser.parse_args().shared
    print(ROW.format("table", "method", "s", "peer s", "ours", "peer", ""))
    for row in rows(folder):
        print(ROW.format(*row))


if __name__ == "__main__":
    main()
