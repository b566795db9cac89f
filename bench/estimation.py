"""Speed of the estimates beside R packages, and existence against a linear program.

    ./samen bench estimation [speed|existence]

The packages' processor seconds are those of single runs of R 4.2.2 on a machine with two cores;
ours are medians of five runs on this one.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import numpy as np

from samen.core.estimation.bootstrap import bootstrap, jackknife, observed
from samen.core.estimation.existence import check
from samen.core.estimation.procedures import Searched, Stepwise
from samen.site.database import ROOT
from tests.core.estimation.published import table
from tests.core.estimation.test_existence import brute_force, sparse_table

STEPWISE = {"NewOrl_5": 36.933, "Western": 52.491, "UKdat_5": 121.464}
TABLES = 10_000


def main(arguments: list[str]) -> int:
    parts: dict[str, Callable[[], int]] = {"speed": speed, "existence": existence}
    return max(parts[name]() for name in arguments or parts)


def speed() -> int:
    """Processor seconds beside those of the packages."""
    print(f"{'task':<52}{'peer':>9}{'Samen':>9}{'ratio':>9}")
    for name, peer in STEPWISE.items():
        counts = table(name)
        told(f"stepwise bootstrap 1000 + jackknife, {name}", peer,
             partial(stepwise, counts))  # fmt: skip
    five = table("UKdat_5")
    told("best of all models to order 3, UKdat_5 (MSE 1.2.0)", 17.614,
         lambda: Searched("bic", 3).choose(five))  # fmt: skip
    told("best of all models to order 2, UKdat_5 (Rcapture)", 6.706,
         lambda: Searched("bic", 2).choose(five))  # fmt: skip
    told("bootstrap 1000 over all models to order 3, UKdat_5", 4.9 * 3600,
         lambda: bootstrap(observed(five), Searched("bic", 3), five, 1000))  # fmt: skip
    for arguments in (["--bootstrap", "0"], []):
        cold = median(started(arguments) for _ in range(5))
        print(f"cold process, UKdat_5 {' '.join(arguments):<36} {cold:>17.2f} s on the clock")
    return 0


def stepwise(counts: np.ndarray) -> None:
    bootstrap(observed(counts), Stepwise(), counts, 1000)
    jackknife(counts, Stepwise())


def told(task: str, peer: float, work: Callable[[], object]) -> None:
    work()
    ours = median(seconds(work) for _ in range(5))
    print(f"{task:<52}{peer:>9.1f}{ours:>9.4f}{peer / ours:>8,.0f}x")


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def started(arguments: list[str]) -> float:
    file = ROOT / "data" / "estimation" / "UKdat_5.csv"
    start = time.perf_counter()
    subprocess.run([ROOT / "samen", "estimate", file, "--json", *arguments],
                   check=True, capture_output=True)  # fmt: skip
    return time.perf_counter() - start


def existence() -> int:
    """Answers that differ from a linear program over random sparse tables: there must be none."""
    chance = np.random.default_rng(1)
    wrong = 0
    for _ in range(TABLES):
        counts, model = sparse_table(chance)
        found = check(counts, model)
        wrong += (found.exists, found.identifiable) != brute_force(counts, model)
    print(f"existence and identifiability: {wrong} of {TABLES:,} answers differ")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
