"""The audit on seeded patterns that are known to be safe or unsafe.

    ./samen bench disclosure_audit [PATTERNS]

A safe pattern of an invented table is opened cell by cell, in a seeded order, until programs of
another library, which know nothing of the audit, find a cell too close: that is an unsafe pattern,
and the one before it a safe one. Tables of counts, of amounts with who gave them, and of counts
beside an earlier version, in turn.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count

import numpy as np

from samen.core.disclosure.earlier import before_of
from samen.core.disclosure.hierarchy import flat
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.protect import Protected, Status, audited, with_suppression
from samen.core.disclosure.system import Mask, System, system_of
from samen.core.disclosure.table_file import Earlier
from tests.core.disclosure.amounts import added_up, codes_of_rows, invented_rows, table_of
from tests.core.disclosure.oracle import protects, protects_amounts
from tests.core.disclosure.stored_tables import AGE, FORM, invented

PATTERNS = 500
COUNTS = Policy()
AMOUNTS = Policy(threshold=2, p=15, dominance=(2, 90), attackers=tuple(Attacker))


def main(arguments: list[str]) -> int:
    wanted = int(arguments[0]) if arguments else PATTERNS
    start = time.process_time()
    right: Counter[tuple[str, bool]] = Counter()
    wrong: Counter[tuple[str, bool]] = Counter()
    for name, system, policy, hidden, is_safe in patterns(wanted):
        found = audited(system, policy, hidden).status is Status.SAFE
        (right if found is is_safe else wrong)[name, is_safe] += 1
    for name in KINDS:
        print(
            f"{name:<9} unsafe found {right[name, False]}, missed {wrong[name, False]};"
            f" safe passed {right[name, True]}, refused {wrong[name, True]}"
        )
    print(f"{time.process_time() - start:.0f} s of processor time, the other library's included")
    return int(bool(wrong))


def patterns(wanted: int) -> Iterator[tuple[str, System, Policy, Mask, bool]]:
    """As many unsafe patterns as are wanted, each after the safe one that it came from."""
    found = 0
    for seed in count():
        name = list(KINDS)[seed % len(KINDS)]
        system, policy, protecting = KINDS[name](seed)
        start = with_suppression(system, policy)
        if start.status is not Status.SAFE or not start.secondary.any():
            continue
        before, after = opened(start, protecting, seed)
        if after is not None:
            yield name, system, policy, before, True
            yield name, system, policy, after, False
            found += 1
        if found == wanted:
            return


def opened(
    start: Protected, protecting: Callable[[Protected], bool], seed: int
) -> tuple[Mask, Mask | None]:
    """The last pattern that protects and the first that does not, cells being shown in turn."""
    before = start.hidden
    for place in np.random.default_rng(seed).permutation(np.flatnonzero(start.secondary)):
        after = before.copy()
        after[place] = False
        if not protecting(replace(start, hidden=after)):
            return before, after
        before = after
    return before, None


type Kind = tuple[System, Policy, Callable[[Protected], bool]]


def of_counts(seed: int) -> Kind:
    return invented((FORM, AGE), 150, seed), COUNTS, protecting_counts


def of_amounts(seed: int) -> Kind:
    system = table_of(invented_rows(seed, contributors=8), codes_of_rows())
    return system, AMOUNTS, lambda found: protects_amounts(found, AMOUNTS)


def of_versions(seed: int) -> Kind:
    """Counts of now beside counts of before that are out, protected as they were then."""
    codes = codes_of_rows()
    rows = invented_rows(seed, size=60, most=1)
    first = replace(rows, codes=rows.codes[:50], values=rows.values[:50])
    table, earlier = (added_up(each, codes) for each in (rows, first))
    hierarchies = [flat(name, [*each, "T"], "T") for name, each in codes.items()]
    then = with_suppression(system_of([earlier], hierarchies), COUNTS)
    cells = dict(zip(then.system.cells, then.hidden.tolist(), strict=True))
    hidden = frozenset(
        each for each in earlier.counts
        if cells[tuple((n, c) for n, c in sorted(zip(codes, each, strict=True)) if c != "T")]
    )  # fmt: skip
    out = Earlier(earlier.dimensions, dict(earlier.counts), hidden)
    before = before_of([out], [table], hierarchies)
    return system_of([table], hierarchies, before), COUNTS, protecting_counts


def protecting_counts(found: Protected) -> bool:
    system = found.system
    unknown = (found.hidden | system.unpublished) & ~system.shown_before & (system.counts > 0)
    return protects(system, unknown, found.primary, found.policy)


KINDS: dict[str, Callable[[int], Kind]] = {
    "counts": of_counts,
    "amounts": of_amounts,
    "versions": of_versions,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
