"""What each attacker knows before he sees a release, and what the policy keeps from him."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.system import Ints, Mask, System


@dataclass(frozen=True)
class View:
    """One attacker. All arrays have shape (cells,).

    low, high: what he knows of each cell, whole numbers of persons. targets: the primary cells that
    are kept from him; needs_low, needs_high: the numbers that have to stay possible in each.
    """

    attacker: Attacker
    low: Ints
    high: Ints
    targets: Mask
    needs_low: Ints
    needs_high: Ints


def views(system: System, primary: Mask, policy: Policy) -> Iterator[View]:
    """Everybody against whom the policy protects; of contributors one a cell of one person."""
    counts = system.counts
    most = max(int(counts.max(initial=0)), policy.protection)
    low = np.zeros_like(counts)
    high = np.where(counts > 0, counts + most, 0)
    needs = np.maximum(counts - policy.protection, 0), counts + policy.protection
    if Attacker.OUTSIDER in policy.attackers:
        yield View(Attacker.OUTSIDER, low, high, primary, *needs)
    if Attacker.RULE in policy.attackers:
        small = primary & (counts < policy.threshold)
        top = policy.threshold - 1
        yield View(
            Attacker.RULE,
            np.where(small, 1, low),
            np.where(small, top, high),
            primary,
            np.where(small, np.maximum(needs[0], 1), needs[0]),
            np.where(small, np.minimum(needs[1], top), needs[1]),
        )
    if Attacker.CONTRIBUTOR in policy.attackers:
        for place in np.flatnonzero(primary & (counts == 1)):
            own = np.arange(len(counts)) == place
            known = np.where(own, 1, low), np.where(own, 1, high)
            yield View(Attacker.CONTRIBUTOR, *known, primary & ~own, *needs)
