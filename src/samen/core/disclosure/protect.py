"""One call: make tables safe, or audit a pattern; and attack what comes out in any case."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from samen.core.disclosure import cellkey, rounding
from samen.core.disclosure.attack import Interval, Release, as_shown, attack, suppressed
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.program import NO_LIMIT, Limit, NoAnswer
from samen.core.disclosure.suppress import Unprotectable, suppress
from samen.core.disclosure.system import Ints, Mask, System
from samen.core.disclosure.views import views
from samen.core.errors import Refused, SamenError

LARGE = 1000
"""Cells above which a pattern may lose up to _GAP more than the least."""
_GAP = 0.02


_NOTHING_LEFT = Refused(
    "Every cell that counts somebody would be hidden.",
    "A release shows at least something.",
    "Take coarser codes, or a lower threshold if the rules allow it.",
)


class Status(StrEnum):
    """What came of it."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    REFUSED = "refused"


@dataclass(frozen=True)
class Privacy:
    """What a release with noise costs, and what is left of the budget; all in `unit`, epsilon or
    rho, as they are written."""

    unit: str
    cost: str
    left: str
    budget: str


@dataclass(frozen=True)
class Protected:
    """An answer. hidden: bool of shape (cells,); values: what is shown instead of the counts, int64
    of shape (cells,), or None when shown cells keep their counts. bound: what no pattern loses less
    than; None when nothing was searched. reason: why nothing can be released, when refused.
    privacy: of counts with noise, which are not attacked: it withstands everybody at that cost."""

    system: System
    policy: Policy
    primary: Mask
    hidden: Mask
    intervals: tuple[Interval, ...] = ()
    bound: int | None = None
    values: Ints | None = None
    reason: SamenError | None = None
    privacy: Privacy | None = None

    @property
    def status(self) -> Status:
        """Whether it can be released."""
        if self.reason is not None:
            return Status.REFUSED
        return Status.UNSAFE if self.too_close else Status.SAFE

    @property
    def secondary(self) -> Mask:
        """Cells hidden beside the unsafe ones."""
        return self.hidden & ~self.primary

    @property
    def objective(self) -> int:
        """The persons in the secondary cells."""
        return int(self.system.counts[self.secondary].sum())

    @property
    def gap(self) -> float | None:
        """How far the objective may lie above the least, as a share; None when not searched."""
        if self.bound is None:
            return None
        return max(0, self.objective - self.bound) / self.objective if self.objective else 0.0

    @property
    def too_close(self) -> tuple[Interval, ...]:
        """Where an attacker comes closer than the policy allows."""
        if self.values is not None:
            return tuple(each for each in self.intervals if each.is_too_narrow)
        return tuple(each for each in self.intervals if each.is_too_close)


def with_suppression(system: System, policy: Policy, limit: Limit = NO_LIMIT) -> Protected:
    """Hide cells, at the least loss; to within 2% of it above a thousand cells."""
    try:
        pattern = suppress(system, policy, _GAP if len(system.cells) > LARGE else 0.0, limit)
    except (Unprotectable, NoAnswer) as error:
        return refused(system, policy, error)
    shows = (system.counts > 0) & system.released
    if shows.any() and pattern.hidden[shows].all():
        return refused(system, policy, _NOTHING_LEFT)
    found = _attacked(system, policy, pattern.hidden, suppressed(system, pattern.hidden), limit)
    return replace(found, bound=pattern.bound)


def with_rounding(system: System, policy: Policy, limit: Limit = NO_LIMIT) -> Protected:
    """Round every count to a multiple of the threshold, so that totals still add up."""
    try:
        values, steps = rounding.rounded(system, policy.threshold, limit)
    except NoAnswer as error:
        return refused(system, policy, error)
    release = rounding.as_release(values, system.counts, policy.threshold, steps)
    return replace(
        _attacked(system, policy, _none(system), as_shown(system, release), limit), values=values
    )


def with_cell_keys(
    system: System, policy: Policy, key: bytes, limit: Limit = NO_LIMIT
) -> Protected:
    """Move every count by the noise of its cell."""
    values = cellkey.perturbed(system, key)
    release = cellkey.as_release(values, system.counts)
    return replace(
        _attacked(system, policy, _none(system), as_shown(system, release), limit), values=values
    )


def audited(system: System, policy: Policy, hidden: Mask, limit: Limit = NO_LIMIT) -> Protected:
    """Attack a pattern that somebody else made. Unsafe cells that it shows are known at once, and
    so is what an earlier release shows."""
    hidden = hidden & ~system.shown_before
    return _attacked(system, policy, hidden, suppressed(system, hidden), limit)


def _attacked(
    system: System, policy: Policy, hidden: Mask, release: Release, limit: Limit
) -> Protected:
    primary = policy.unsafe(system)
    try:
        intervals = tuple(
            found
            for view in views(system, primary, policy)
            for found in attack(system, release, view, limit)
        )
    except NoAnswer as error:
        return refused(system, policy, error)
    return Protected(system, policy, primary, hidden, intervals)


def refused(system: System, policy: Policy, reason: SamenError) -> Protected:
    """The answer when nothing can be released."""
    return Protected(
        system,
        policy,
        policy.unsafe(system),
        (system.counts > 0) & system.released,
        reason=reason,
    )


def _none(system: System) -> Mask:
    return np.zeros(len(system.cells), dtype=bool)
