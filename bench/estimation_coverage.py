"""How often each interval holds the truth, on populations simulated from stepwise models.

    ./samen bench estimation_coverage [TABLES [SEED [NAME ...]]]

Chan, Silverman and Vincent 2021 report 90% for BCa on UKdat_5, with a root mean squared error of
3057. Each simulated table gets 1,000 replicates.
"""

import sys
import time

import numpy as np

from samen.core.estimation.bootstrap import bootstrap, fitted, jackknife, observed
from samen.core.estimation.intervals import Interval, bca, calibrated, percentile
from samen.core.estimation.poisson import Ints
from samen.core.estimation.procedures import Stepwise
from tests.core.estimation.published import table

NAMES = ("UKdat_5", "Western", "NewOrl_5", "UKdat", "NewOrl")
REPLICATES = 1000


def main(arguments: list[str]) -> int:
    tables = int(arguments[0]) if arguments else 500
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    for name in arguments[2:] or NAMES:
        _covered(name, tables, seed)
    return 0


def _covered(name: str, tables: int, seed: int) -> None:
    start = time.process_time()
    source = fitted(Stepwise().choose(table(name)).models[0][0])
    chance = np.random.default_rng(seed)
    found: list[tuple[float, tuple[Interval, ...]]] = []
    for number in range(tables):
        counts = np.zeros_like(table(name))
        counts[source.histories] = source.draw(chance, 1)[0]
        each = _intervals(counts, number)
        if each is not None:
            found.append(each)
    truth = source.persons
    print(f"{name}: truth {truth}, {len(found)} of {tables} tables with an estimate")
    for at, kind in enumerate(("percentile", "bca", "calibrated")):
        low = np.array([limits[at].low for _, limits in found])
        high = np.array([limits[at].high for _, limits in found])
        covered = ((low <= truth) & (truth <= high)).mean()
        error = np.sqrt(covered * (1 - covered) / len(found))
        print(
            f"  {kind:<11} {covered:6.1%} (± {error:.1%})  below {(truth < low).mean():5.1%}"
            f"  above {(truth > high).mean():5.1%}  median width {np.median(high - low):8.0f}"
        )
    totals = np.array([total for total, _ in found])
    print(
        f"  root mean squared error {np.sqrt(((totals - truth) ** 2).mean()):.0f},"
        f" of the logarithm {np.sqrt((np.log(totals / truth) ** 2).mean()):.3f};"
        f" {time.process_time() - start:.0f} s of processor time"
    )


def _intervals(counts: Ints, seed: int) -> tuple[float, tuple[Interval, ...]] | None:
    procedure = Stepwise()
    choice = procedure.choose(counts)
    if choice.total is None:
        return None
    draws = bootstrap(observed(counts), procedure, counts, REPLICATES, seed)
    return choice.total, (
        percentile(draws),
        bca(draws, choice.total, jackknife(counts, procedure)),
        calibrated(draws, counts, choice, procedure),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
