"""Which cells to hide beside the unsafe ones, at the least loss.

Fischetti and Salazar-González, Solving the cell suppression problem on tabular data with linear
constraints, Management Science 47 (2001): the master chooses the hidden cells, and an attacker
who knows all others tries to come too close to each unsafe cell; where he succeeds, what he could
not have known becomes a new row of the master.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from samen.core.disclosure.attackers import CLOSE, Attackers
from samen.core.disclosure.master import NO_END, Costs, Master, unforbidden
from samen.core.disclosure.mending import Mending
from samen.core.disclosure.neighbours import Neighbours
from samen.core.disclosure.policy import Policy, Zeros
from samen.core.disclosure.program import NO_LIMIT, Infeasible, Limit, TimedOut
from samen.core.disclosure.system import Mask, System, spoken
from samen.core.disclosure.views import views
from samen.core.errors import Refused

_ALL_ZEROS = 0.4
"""What all cells of nobody cost together, in persons."""
_SEARCHED = 0.7
"""Share of the time for the search; the rest is for the attack on what it finds."""
FIRST_NODES = 60
"""Of the first search of whole numbers among all cells."""


class Unprotectable(Refused):
    """No pattern keeps the policy."""


@dataclass(frozen=True)
class Pattern:
    """primary, secondary: bool of shape (cells,). objective: sum of the counts of the secondary
    cells; bound: what no pattern goes below."""

    primary: Mask
    secondary: Mask
    objective: int
    bound: int

    @property
    def hidden(self) -> Mask:
        """Every cell that is not shown."""
        return self.primary | self.secondary

    @property
    def gap(self) -> float:
        """How far the objective may lie above the least, as a share of it."""
        return (self.objective - self.bound) / self.objective if self.objective else 0.0


def suppress(system: System, policy: Policy, gap: float = 0.0, limit: Limit = NO_LIMIT) -> Pattern:
    """A pattern that keeps the policy, with a loss at most `gap` above the least.

    Raises Unprotectable when hiding every cell is not enough, and TimedOut beyond the limit.
    """
    patterns = _patterns(system, policy, gap, limit)
    best = next(patterns)
    try:
        while best.gap > gap:
            best = next(patterns)
    except (TimedOut, StopIteration):
        return best  # it protects; its gap says what more time could have gained
    return best


def _patterns(system: System, policy: Policy, gap: float, limit: Limit) -> Iterator[Pattern]:
    """Patterns that protect, each as good as the one before or with a better bound."""
    primary = policy.unsafe(system)
    attackers = Attackers(system, list(views(system, primary, policy)), limit)
    costs = _costs(system, primary, policy)
    if not gap or (costs.is_hidden & system.shown_before).any():
        _refuse_unprotectable(system, attackers)  # half a minute for a large table
    searching = replace(limit, seconds=_SEARCHED * limit.seconds)
    master, mending = Master(system, costs, searching), Mending(system, costs, limit)
    neighbours = Neighbours(system, costs, master, attackers)
    try:
        chosen = master.in_part(attackers)
    except Infeasible:
        _refuse_unprotectable(system, attackers)
        raise
    best, used, nodes, is_last = None, costs.is_hidden, FIRST_NODES if gap else NO_END, False
    while True:  # every round forbids what was chosen, so it ends
        hidden = mending.mended(chosen.values, attackers)
        used = used | hidden | (chosen.values > CLOSE)
        yield (best := _better(best, system, primary, hidden, chosen.bound - costs.zeros))
        if is_last:
            return  # what is left between pattern and bound is below what a solver tells apart
        hidden = neighbours.improved(hidden, used)
        yield (best := _better(best, system, primary, hidden, 0.0))
        close = best.gap / 4 if gap else 0.0  # closer is too soon while rows are missing
        chosen = master.whole(best.hidden | system.unpublished, close, nodes)
        successes = unforbidden(attackers.successes(chosen.values), chosen)
        master.forbid(successes)
        nodes = min(2 * nodes, NO_END)
        is_last = chosen.is_best and not successes and not close


def _costs(system: System, primary: Mask, policy: Policy) -> Costs:
    """What can be hidden: nothing that an earlier release shows, and nobody as the policy says."""
    is_hidden = primary | system.unpublished
    zeros = ~is_hidden & (system.counts == 0) & (policy.zeros is not Zeros.KNOWN)
    costs = np.where(zeros, _ALL_ZEROS / len(system.counts), system.counts.astype(float))
    can_hide = is_hidden | (((system.counts > 0) | zeros) & ~system.shown_before)
    return Costs(np.where(is_hidden, 0.0, costs), is_hidden, can_hide, float(costs[zeros].sum()))


def _refuse_unprotectable(system: System, attackers: Attackers) -> None:
    lost = {each.place for each in attackers.successes((~system.shown_before).astype(float))}
    if lost:
        shown = [place for place in sorted(lost) if system.shown_before[place]]
        if shown:
            raise Unprotectable("{n} unsafe cells stand in an earlier release, among them {cell}.",
                                "What is out cannot be hidden again.",
                                "Leave them out, and look at what was released.",
                                n=len(shown), cell=spoken(system.cells[shown[0]]))  # fmt: skip
        raise Unprotectable(
            "{n} cells cannot be protected by hiding, among them {cell}.",
            "What an attacker knows himself gives them away when nothing at all is shown.",
            "Take coarser codes, or publish rounded counts.",
            n=len(lost),
            cell=spoken(system.cells[min(lost)]),
        )


def _better(
    best: Pattern | None, system: System, primary: Mask, hidden: Mask, bound: float
) -> Pattern:
    secondary = hidden & ~primary & ~system.unpublished
    objective = int(system.counts[secondary].sum())
    least = max(ceil(bound - 1e-4), 0)
    if best is None:
        return Pattern(primary, secondary, objective, least)
    least = max(least, best.bound)
    if objective < best.objective:
        return Pattern(primary, secondary, objective, least)
    return Pattern(primary, best.secondary, best.objective, least)
