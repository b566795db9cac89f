"""Estimates put to the proof: `./samen bench estimation_validation`.

The stepwise estimate of each published table under other assumptions, and each list of it as a
population of known size.
"""

import time

from samen.core.estimation.linkage_errors import linkage_errors
from samen.core.estimation.procedures import Procedure, Searched, Stepwise
from samen.core.estimation.procedures import main as independent
from samen.core.estimation.sensitivity import highest_order, leave_out, merged, thresholds
from samen.core.estimation.validation import Consistency, internal_consistency
from tests.core.estimation.published import named, table

TABLES = ("UKdat", "UKdat_5", "NewOrl", "NewOrl_5", "Western")


def consistency() -> None:
    """Mean log of estimated to known, and coverage, by procedure and table."""
    for name in TABLES:
        captured = named(table(name))
        ways: list[Procedure] = [independent(len(captured.lists)), Stepwise()]
        if len(captured.lists) <= 5:
            ways += [Searched("bic", 3), Searched("bic", 3, 10.0)]
        for way in ways:
            found = internal_consistency(captured, way, replicates=1000)
            print(f"{name:<9} {way.name:<9}", told(found))


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
        captured, way = named(table(name)), Stepwise()
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


def main() -> None:
    assumptions()
    consistency()


if __name__ == "__main__":
    main()
