"""What each attacker knows before he sees a release, and what the policy keeps from him."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from samen.core.disclosure.coalitions import coalitions
from samen.core.disclosure.policy import Attacker, Policy, Zeros, sources_of
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
    """Everybody against whom the policy protects; of contributors each coalition, of reporting
    organisations each. Raises BadInput when a reporting organisation is one and none is known."""
    outsider = _outsider(system, primary, policy)
    if Attacker.OUTSIDER in policy.attackers:
        yield outsider
    if Attacker.RULE in policy.attackers:
        yield _who_knows_the_rule(system, outsider, policy)
    if Attacker.CONTRIBUTOR in policy.attackers:
        for own in coalitions(system, primary, policy.coalition):
            yield _insider(system, outsider, Attacker.CONTRIBUTOR, own)
    if Attacker.REPORTER in policy.attackers:
        by_source = system.by_source
        if by_source is None:
            by_source = sources_of(system).by_source
        for row in by_source.tocsr().toarray():
            yield _insider(system, outsider, Attacker.REPORTER, row.astype(np.int64))


def _outsider(system: System, primary: Mask, policy: Policy) -> View:
    counts, needs = system.counts, policy.needs(system)
    most = max(int(counts.max(initial=0)), int(needs.above.max(initial=0)), policy.protection)
    can_be = (counts > 0) | (policy.zeros is not Zeros.KNOWN)
    return View(
        Attacker.OUTSIDER,
        np.zeros_like(counts),
        np.where(can_be, counts + most, 0),
        primary,
        np.maximum(counts - needs.below, 0),
        counts + needs.above,
    )


def _who_knows_the_rule(system: System, outsider: View, policy: Policy) -> View:
    """Also knows that cells hidden by the threshold lie below it; of other values that tells
    nothing."""
    given = system.contributions
    if given is not None and not given.are_persons:
        return replace(outsider, attacker=Attacker.RULE)
    small = outsider.targets & (system.counts < policy.threshold)
    low, high = int(policy.zeros is not Zeros.UNSAFE), policy.threshold - 1
    return View(
        Attacker.RULE,
        np.where(small, low, outsider.low),
        np.where(small, high, outsider.high),
        outsider.targets,
        np.where(small, np.maximum(outsider.needs_low, low), outsider.needs_low),
        np.where(small, np.minimum(outsider.needs_high, high), outsider.needs_high),
    )


def _insider(system: System, outsider: View, attacker: Attacker, own: Ints) -> View:
    """Knows that a cell holds at least his own, and whose all is his own exactly."""
    whole = (own == system.counts) & (own > 0)
    return View(
        attacker,
        own,
        np.where(whole, own, outsider.high),
        outsider.targets & ~whole,
        np.maximum(outsider.needs_low, own),
        outsider.needs_high,
    )
