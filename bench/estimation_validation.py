"""Estimates put to the proof.

    ./samen bench estimation_validation [coverage [WORLDS [REPLICATES]]]

Without a word: each list of the published tables as a population of known size, and the estimate
under other assumptions. `coverage`: how often intervals hold the truth in worlds made by the
stepwise model of each table, beside the published and the stored study.
"""

import sys
import time

from bench.estimation_bayes import SHARED, table
from samen.core.estimation.coverage import QUICK, WHOLE, Effort, simulated_coverage
from samen.core.estimation.linkage_errors import linkage_errors
from samen.core.estimation.procedures import Procedure, Searched, Stepwise
from samen.core.estimation.procedures import main as independent
from samen.core.estimation.sensitivity import highest_order, leave_out, merged, thresholds
from samen.core.estimation.table import CaptureTable, from_counts
from samen.core.estimation.validation import Consistency, internal_consistency

TABLES = ("UKdat", "UKdat_5", "NewOrl", "NewOrl_5", "Western")


def published(name: str) -> CaptureTable:
    counts = table(SHARED / f"{name}.csv")
    n_lists = counts.size.bit_length() - 1
    return from_counts(
        [str(at + 1) for at in range(n_lists)],
        {history: int(n) for history, n in enumerate(counts) if history},
    )


def coverage(worlds: int, replicates: int) -> None:
    """Coverage of 95% intervals, the truth below and above them, and the error of estimates."""
    for name in ("UKdat_5", "NewOrl_5", "Western"):
        start = time.process_time()
        found = simulated_coverage(published(name), Stepwise(), worlds, Effort(QUICK, replicates))
        seconds = time.process_time() - start
        print(f"{name}: truth {found.truth}, RMSE {found.rmse:.0f}, log-RMSE {found.log_rmse:.3f}, "
              f"{seconds:.0f} s processor")  # fmt: skip
        for kind in found.kinds:
            print(f"  {kind.kind:<11} {kind.coverage:.1%} (standard error {kind.error:.1%}), "
                  f"truth below {kind.truth_below:.1%}, above {kind.truth_above:.1%}, "
                  f"upper / lower {kind.width:.2f}", flush=True)  # fmt: skip


def consistency() -> None:
    """Mean log of estimated to known, and coverage, by procedure and table."""
    for name in TABLES:
        captured = published(name)
        ways: list[Procedure] = [independent(len(captured.lists)), Stepwise()]
        if len(captured.lists) <= 5:
            ways += [Searched("bic", 3), Searched("bic", 3, 10.0)]
        for way in ways:
            print(
                f"{name:<9} {way.name:<9}", told(internal_consistency(captured, way, WHOLE, 1000))
            )


def told(found: Consistency) -> str:
    asked = [each for each in found.lists if each.ratio is not None]
    if found.mean_log_bias is None or found.coverage is None:
        return "no list with an estimate"
    return (
        f"{len(asked)} of {len(found.lists)} lists, mean log bias {found.mean_log_bias:+.2f}, "
        f"covered {found.coverage:.0%}, {found.without_limit} without an upper limit"
    )


def assumptions() -> None:
    """The range of stepwise estimates under each kind of other choice."""
    for name in TABLES:
        captured, way = published(name), Stepwise()
        start = time.process_time()
        kinds = {
            "a list left out": [each.outcome for each in leave_out(captured, way)],
            "two lists merged": [each.outcome for each in merged(captured, way)],
            "threshold .001 to .2": [each.outcome for each in thresholds(captured)],
            "all-list odds 1/4 to 4": [each for _, each in highest_order(captured, way).points],
            "to 10% links wrong": [each.outcome for each in linkage_errors(captured, way)],
        }
        ranges = [
            f"{kind} {min(known):.0f}-{max(known):.0f}"
            for kind, found in kinds.items()
            if (known := [each.total for each in found if each.total is not None])
        ]
        print(f"{name}: {'; '.join(ranges)}; {time.process_time() - start:.1f} s processor")


def main() -> int:
    numbers = [int(word) for word in sys.argv[2:]]
    if sys.argv[1:2] == ["coverage"]:
        coverage(*(numbers + [500, 1000][len(numbers) :])[:2])
    else:
        assumptions()
        consistency()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
