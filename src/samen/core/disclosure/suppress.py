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

from samen.core.disclosure.policy import Policy, Zeros
from samen.core.disclosure.program import (
    NO_LIMIT,
    Floats,
    Limit,
    Program,
    Row,
    Solution,
    TimedOut,
)
from samen.core.disclosure.system import Ints, Mask, System, rows_of, spoken
from samen.core.disclosure.views import View, views
from samen.core.errors import Refused

_CLOSE = 1e-6
_HALF = 0.5
_SURELY = 1.01
_ALL_ZEROS = 0.4
"""What all cells of nobody cost together, in persons."""
_SEARCHED = 0.7
"""Share of the time for the search; the rest is for the attack on what it finds."""
MOST_BRIDGED = 100
FIRST_NODES = 20
"""Of the first search of whole numbers in a large table."""


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


@dataclass(frozen=True)
class _Success:
    """An attack that comes too close to a cell, and the row that forbids it: what has to be hidden
    for the cell to move by `level` in the direction of `sign`."""

    view: View
    place: int
    sign: float
    level: float
    row: Row


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
    attackers = _Attackers(system, list(views(system, primary, policy)), limit)
    _refuse_unprotectable(system, attackers)
    costs, searched = _costs(system, primary, policy), _SEARCHED * limit.seconds
    master = _Master(system, costs, gap, replace(limit, seconds=searched))
    mending = _Mending(system, costs, limit)
    trimming = _Trimming(system, costs, replace(limit, seconds=searched)) if gap else None
    best: Pattern | None = None
    while True:  # every round forbids what was chosen, so it ends
        chosen = master.solve(best)
        successes = master.unforbidden(attackers.successes(chosen.values), chosen)
        master.forbid(successes)
        if successes and not master.is_whole:
            continue
        hidden = mending.mended(chosen.values, attackers)
        if trimming:
            hidden = trimming.trimmed(hidden, attackers, mending)
        best = _better(best, system, primary, hidden, chosen.bound - costs.zeros)
        yield best
        if master.is_whole and chosen.is_best and not successes:
            return  # what is left between pattern and bound is below what a solver tells apart
        master.whole(gap)


@dataclass(frozen=True)
class _Costs:
    """What hiding each cell costs, float64 of shape (cells,); is_hidden: those that are hidden in
    any case, for nothing; can_hide: those and the ones that may be. zeros: what all cells of nobody
    that can be hidden cost together, less than one person."""

    costs: Floats
    is_hidden: Mask
    can_hide: Mask
    zeros: float


def _costs(system: System, primary: Mask, policy: Policy) -> _Costs:
    """What can be hidden: nothing that an earlier release shows, and nobody as the policy says."""
    is_hidden = primary | system.unpublished
    zeros = ~is_hidden & (system.counts == 0) & (policy.zeros is not Zeros.KNOWN)
    costs = np.where(zeros, _ALL_ZEROS / len(system.counts), system.counts.astype(float))
    can_hide = is_hidden | (((system.counts > 0) | zeros) & ~system.shown_before)
    return _Costs(np.where(is_hidden, 0.0, costs), is_hidden, can_hide, float(costs[zeros].sum()))


def _refuse_unprotectable(system: System, attackers: "_Attackers") -> None:
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


class _Master:
    """min counts @ y, y = 1 where a cell is hidden; rows are added as attackers succeed."""

    def __init__(self, system: System, costs: _Costs, gap: float, limit: Limit) -> None:
        is_hidden, can_hide = costs.is_hidden, costs.can_hide
        self._program = Program(costs.costs, is_hidden.astype(float), can_hide.astype(float), limit)
        self._program.option("mip_rel_gap", gap / 4)
        self._is_hidden = is_hidden
        self._unpublished = system.unpublished
        self.is_whole = False
        self._nodes = FIRST_NODES
        self._program.add_rows(list(_bridges(system, can_hide)), 0.0, np.inf)

    def forbid(self, successes: list[_Success]) -> None:
        """Whoever succeeded has to miss at least one more cell."""
        self._program.add_rows([each.row for each in successes], 1.0, np.inf)

    def whole(self, gap: float) -> None:
        """From now on a cell is hidden or shown, nothing in between; where a gap is allowed, a
        search that takes long stops, is mended, and goes on from there twice as long."""
        if not self.is_whole:
            self._program.whole()
            self.is_whole = True
        if gap:
            self._program.stop_after(self._nodes)
            self._nodes *= 2

    def solve(self, start: Pattern | None) -> Solution:
        """The cells to hide, between 0 and 1, and the bound."""
        if start is not None:
            self._program.start_at((start.hidden | self._unpublished).astype(float))
        found = self._program.solve()
        # A solver's 0.9999999 of a large cell would be a whole person less to hide behind.
        return replace(found, values=np.round(found.values)) if self.is_whole else found

    def unforbidden(self, successes: Iterator[_Success], chosen: Solution) -> list[_Success]:
        """Those whose rows would change what is chosen, by more than a solver tells apart."""
        return [each for each in successes
                if each.row[1] @ chosen.values[each.row[0]] < 1.0 - _CLOSE]  # fmt: skip

    def within(self, hidden: Mask) -> None:
        """From now on only cells of `hidden` can be hidden; the unsafe ones are."""
        self._program.limit(self._is_hidden.astype(float), (self._is_hidden | hidden).astype(float))


def _bridges(system: System, can_hide: Mask) -> Iterator[Row]:
    """A cell hidden alone in an equation is not hidden: y_j <= sum of the others' y.

    Long equations go without: their rows would fill the memory, and attackers find as much.
    """
    for columns, _ in rows_of(system.equations):
        places = columns[can_hide[columns]]
        for one in range(len(places) if len(places) <= MOST_BRIDGED else 0):
            signs = np.ones(len(places))
            signs[one] = -1.0
            yield places, signs


class _Attackers:
    """max ±d at each target of each view, with equations @ d = 0 and d between what is known."""

    def __init__(self, system: System, seen: list[View], limit: Limit) -> None:
        self._counts = system.counts
        self._views = seen
        zero = np.zeros(len(self._counts))
        self._program = Program(zero, zero, zero, limit)
        # Only costs and limits change: the last answer is the best place to begin.
        self._program.option("presolve", "off")
        self._program.option("simplex_strategy", 4)
        self._program.add_rows(list(rows_of(system.equations)), 0.0, 0.0)

    def successes(self, hidden: Floats) -> Iterator[_Success]:
        """Each attack that comes too close when `hidden` (0 to 1, a cell each) is hidden."""
        share = np.clip(hidden, 0.0, 1.0)  # a solver's zero may lie below zero
        for view in self._views:
            yield from self._of_view(view, share)

    def succeed(self, success: _Success, hidden: Mask) -> bool:
        """Whether this attack still comes too close when `hidden` is hidden."""
        down, up = _room(success.view, self._counts)
        self._program.limit(-down * hidden, up * hidden)
        self._program.aim(success.place, -success.sign)
        moved = self._program.solve().values[success.place]
        self._program.aim(success.place, 0.0)
        return bool(success.sign * moved < success.level - _CLOSE)

    def _of_view(self, view: View, hidden: Floats) -> Iterator[_Success]:
        down, up = _room(view, self._counts)
        self._program.limit(-down * hidden, up * hidden)
        places = np.flatnonzero(view.targets)
        levels = _levels(view, self._counts)[:, places]
        reached = levels <= 0
        for side, sign in enumerate((1.0, -1.0)):
            for number, place in enumerate(places):
                if reached[side, number]:
                    continue
                self._program.aim(int(place), -sign)
                found = self._program.solve()
                self._program.aim(int(place), 0.0)
                # One answer often shows for many cells that the attack on them fails too.
                moved = found.values[places]
                reached |= np.array([moved, -moved]) >= levels - _CLOSE
                if not reached[side, number]:
                    level = float(levels[side, number])
                    row = _forbidding(found, (down, up), level)
                    yield _Success(view, int(place), sign, level, row)


def _forbidding(found: Solution, room: tuple[Floats, Floats], level: float) -> Row:
    # The reduced costs are of the minimum of -sign*d: positive at the lower limit.
    weights = np.maximum(found.reduced, 0) * room[0] + np.maximum(-found.reduced, 0) * room[1]
    places = np.flatnonzero(weights > 1e-9 * level)
    return places, np.minimum(weights[places] / level, 1.0)


def _room(view: View, counts: Ints) -> tuple[Floats, Floats]:
    """How far each cell can lie below and above its count, for all that an attacker knows."""
    return (counts - view.low).astype(float), (view.high - counts).astype(float)


def _levels(view: View, counts: Ints) -> Floats:
    """How far each cell has to be able to go, of shape (2, cells): upward, downward."""
    return np.array([view.needs_high - counts, counts - view.needs_low], dtype=float)


class _Mending:
    """Hides more where attackers succeed: the cheapest d that moves the attacked cell enough."""

    def __init__(self, system: System, costs: _Costs, limit: Limit) -> None:
        self._counts = system.counts
        self._cost, self._can_hide = costs.costs, costs.can_hide
        self._cells = len(self._cost)
        zero = np.zeros(2 * self._cells)  # what goes up, then what goes down
        self._program = Program(zero, zero, zero, limit)
        rows = [
            (np.concatenate([places, places + self._cells]), np.concatenate([signs, -signs]))
            for places, signs in rows_of(system.equations)
        ]
        self._program.add_rows(rows, 0.0, 0.0)

    def mended(self, chosen: Floats, attackers: _Attackers) -> Mask:
        """The cells chosen by more than half, with those that make every attack fail.

        chosen: 0 to 1, a cell each; what is chosen in part costs as much less.
        """
        hidden = chosen > _HALF
        left = list(attackers.successes(hidden.astype(float)))
        while left:
            each = left.pop()
            if not attackers.succeed(each, hidden):
                continue  # what was hidden for another was enough
            cost = np.where(hidden, 0.0, self._cost * (_SURELY - np.clip(chosen, 0.0, 1.0)))
            moved = self._moved(each, cost)
            hidden |= np.abs(moved) > _CLOSE
            left = [other for other in left
                    if other.view is not each.view
                    or other.sign * moved[other.place] < other.level - _CLOSE]  # fmt: skip
        return hidden

    def _moved(self, success: _Success, cost: Floats) -> Floats:
        """The cheapest d, of shape (cells,), that moves the attacked cell by its level."""
        self._program.aim_all(np.concatenate([cost, cost]))
        down, up = _room(success.view, self._counts)
        low = np.zeros(2 * self._cells)
        high = np.concatenate([up * self._can_hide, down * self._can_hide])
        side, other = (0, self._cells) if success.sign > 0 else (self._cells, 0)
        low[success.place + side] = success.level
        high[success.place + other] = 0.0
        self._program.limit(low, high)
        values = self._program.solve().values
        return values[: self._cells] - values[self._cells :]


class _Trimming:
    """Shows again what a mended pattern hides in vain: the same search without whole numbers,
    among the cells that it hides. Far smaller than the search among all."""

    def __init__(self, system: System, costs: _Costs, limit: Limit) -> None:
        self._cost = costs.costs
        self._master = _Master(system, costs, 0.0, limit)

    def trimmed(self, hidden: Mask, attackers: _Attackers, mending: _Mending) -> Mask:
        """A pattern that protects as well and loses no more."""
        while True:
            self._master.within(hidden)
            try:
                chosen = self._master.solve(None)
            except TimedOut:
                return hidden
            successes = self._master.unforbidden(attackers.successes(chosen.values), chosen)
            self._master.forbid(successes)
            if successes:
                continue
            found = mending.mended(chosen.values, attackers)
            if self._cost[found].sum() >= self._cost[hidden].sum():
                return hidden
            hidden = found
