"""An attacker of releases with programs of his own: he reads what was signed, and knows no gate.

His cells are named by their codes, his equations come from the rows of the released tables alone,
and his solver is the mixed integer one of scipy. Only what he is held against, the exact counts and
who registered whom, comes from the house.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

ALL = "total"
WIDTH = 1
"""How far above and below the true number has to stay possible."""
type Named = frozenset[tuple[str, str]]
type Exact = Mapping[Named, int]


@dataclass(frozen=True)
class Told:
    """What a release tells of one table: each cell with its number, None where it is hidden."""

    rows: Mapping[Named, int | None]
    sums: Sequence[tuple[Named, tuple[Named, ...]]]
    wide: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Truth:
    """Whom the cells hold: all of them, and of each organisation its own."""

    counts: Exact
    by_source: Mapping[str, Exact]


@dataclass
class Outcome:
    """tried: targets times attackers by kind; won: cells of which somebody came too close."""

    tried: dict[str, int] = field(default_factory=dict)
    won: list[tuple[str, Named, int, int]] = field(default_factory=list)


def attacked(tables: Sequence[tuple[Told, Truth]], threshold: int) -> Outcome:
    """Every table of every release together, attacked by each of the four."""
    system = _System(tables)
    small = {cell for cell, n in system.true.items() if 0 < n < threshold}
    outcome = Outcome()
    for kind, known in _attackers(system, small, threshold):
        years = {_year(each) for each in known}
        for cell in sorted(small, key=sorted):
            if kind == "contributor" and _year(cell) not in years:
                continue  # no table adds years up: of others he knows what everybody knows
            low, high = known.get(cell, (0, None))
            if low == high:
                continue  # his own: he gets to know nothing
            outcome.tried[kind] = outcome.tried.get(kind, 0) + 1
            least, most = system.extremes(cell, known)
            wants = max(system.true[cell] - WIDTH, low), system.true[cell] + WIDTH
            wants = wants[0], wants[1] if high is None else min(wants[1], high)
            if least > wants[0] or most < wants[1]:
                outcome.won.append((kind, cell, least, most))
    for cell, before, after in system.changes:
        outcome.tried["differences"] = outcome.tried.get("differences", 0) + 1
        if abs(after - before) < threshold:
            outcome.won.append(("differences", cell, before, after))
    return outcome


def told(table: Mapping[str, Any]) -> Told:
    """A table as the bytes of its release have it; a coarser code is the sum of what is in it."""
    only = {name: "+".join(codes) for name, codes in table["only"].items()}
    names = ("year", *table["by"], *only)
    told = [((*codes, *only.values()), n) for codes, n in table["rows"]]
    rows = {_named(names, codes): n for codes, n in told}
    known = [sorted({codes[at] for codes, _n in told} - {ALL}) for at in range(len(names))]
    sums = [
        (_named(names, codes), tuple(_with(names, codes, at, code) for code in known[at]))
        for codes, _n in told for at in range(1, len(names)) if codes[at] == ALL
    ]  # fmt: skip
    wide = {(name, code): tuple(below) for name, groups in table["groups"].items()
            for code, below in groups.items()}  # fmt: skip
    coarse = [
        (_named(names, codes), tuple(_with(names, codes, at, code) for code in below))
        for codes, _n in told for at, name in enumerate(names)
        if (below := wide.get((name, codes[at])))
    ]  # fmt: skip
    unseen: dict[Named, int | None] = {part: None for _total, parts in coarse for part in parts}
    return Told(unseen | rows, [*sums, *coarse], wide)


def exact(
    cells: Mapping[tuple[str, ...], int], order: Sequence[str], like: Told
) -> dict[Named, int]:
    """The true number of each cell of a table, added up from the count below it."""
    found = dict.fromkeys(like.rows, 0)
    for cell in found:
        places = [(order.index(name), like.wide.get((name, code), (code,))) for name, code in cell]
        found[cell] = sum(
            n for codes, n in cells.items() if all(codes[at] in any_of for at, any_of in places)
        )
    return found


def _with(names: Sequence[str], codes: Sequence[str], at: int, code: str) -> Named:
    return _named(names, [*codes[:at], code, *codes[at + 1 :]])


def _named(names: Iterable[str], codes: Iterable[str]) -> Named:
    return frozenset((name, code) for name, code in zip(names, codes, strict=True) if code != ALL)


def _year(cell: Named) -> str:
    return dict(cell)["year"]


class _System:
    """All tables as one system; a cell of two editions is one unknown where it did not change."""

    def __init__(self, tables: Sequence[tuple[Told, Truth]]) -> None:
        self.true: dict[Named, int] = {}
        self.own: dict[str, dict[Named, int]] = {}
        shown: dict[Named, int] = {}
        seen: dict[Named, list[int]] = {}
        sums: list[tuple[Named, tuple[Named, ...]]] = []
        self.changes: list[tuple[Named, int, int]] = []
        for table, truth in tables:
            name = {cell: self._edition(cell, truth.counts[cell]) for cell in table.rows}
            for cell, n in table.rows.items():
                if n is not None:
                    shown[name[cell]] = n
                    before = seen.setdefault(cell, [])
                    self.changes += [(cell, was, n) for was in before if was != n and len(cell) > 1]
                    before.append(n)
            for source, counts in truth.by_source.items():
                own = self.own.setdefault(source, {})
                own |= {name[cell]: counts[cell] for cell in table.rows}
            sums += [
                (name[total], tuple(map(name.__getitem__, parts))) for total, parts in table.sums
            ]
        self.hidden = self.true.keys() - shown.keys()
        self._place = {cell: at for at, cell in enumerate(sorted(self.true, key=sorted))}
        self._low = np.array([shown.get(cell, 0) for cell in self._place], float)
        self._high = np.array([shown.get(cell, np.inf) for cell in self._place], float)
        rows = np.zeros((len(sums), len(self._place)))
        for at, (total, parts) in enumerate(sums):
            rows[at, self._place[total]] -= 1
            for part in parts:
                rows[at, self._place[part]] += 1
        self._rows = rows

    def _edition(self, cell: Named, n: int) -> Named:
        """The cell's own name, or one with its edition where it held another number before."""
        nth = 1
        while True:
            name = cell if nth == 1 else cell | {("edition", str(nth))}
            if self.true.setdefault(name, n) == n:
                return name
            nth += 1

    def extremes(
        self, cell: Named, known: Mapping[Named, tuple[int, int | None]]
    ) -> tuple[int, int]:
        """The least and the most whole number that a cell can hold; one past the truth for more."""
        low, high = self._low.copy(), self._high.copy()
        for each, (least, most) in known.items():
            at = self._place[each]
            low[at] = max(low[at], least)
            high[at] = min(high[at], np.inf if most is None else most)
        far = self.true[cell] + WIDTH
        at = self._place[cell]
        high[at] = min(high[at], far)
        return self._solved(at, low, high, 1), self._solved(at, low, high, -1)

    def _solved(self, at: int, low: Any, high: Any, sign: int) -> int:
        aim = np.zeros(len(low))
        aim[at] = sign
        sums = LinearConstraint(self._rows, 0, 0) if len(self._rows) else ()
        found = milp(
            aim, constraints=sums, bounds=Bounds(low, high), integrality=np.ones(len(low), int)
        )
        assert found.x is not None, found.message
        return round(float(found.x[at]))


type Known = dict[Named, tuple[int, int | None]]


def _attackers(system: _System, small: set[Named], threshold: int) -> Iterator[tuple[str, Known]]:
    """What each attacker knows of cells beside what is released: at least, and at most."""
    yield "outsider", {}
    yield "rule", dict.fromkeys(small, (1, threshold - 1))
    for cell in sorted(system.hidden, key=sorted):
        if n := system.true[cell]:
            yield "contributor", {cell: (1, 1 if n == 1 else None)}
    for _source, own in sorted(system.own.items()):
        yield "reporter", {
            cell: (n, n if n == system.true[cell] else None)
            for cell, n in own.items() if n and cell in system.hidden
        }  # fmt: skip
