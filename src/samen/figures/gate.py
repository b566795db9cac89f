"""The gate: tables to publish and all that was published, attacked as one system of equations.

Tables of one run of a count share their cells. Of two runs, a cell whose number did not change
is taken to be one unknown, as an attacker would take it, and a cell that changed is two; and the
change itself, which everybody can work out, also that of hidden cells together, may not be a small
number of persons either, but for the total of a year, which says nothing of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

import numpy as np
from django.utils.translation import gettext_noop as _
from scipy import sparse

from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.program import NO_LIMIT, Limit
from samen.core.disclosure.protect import Status, audited, with_suppression
from samen.core.disclosure.system import (
    ByCell,
    Cell,
    Mask,
    System,
    Table,
    named,
    refuse_rings,
    rows_of,
    spoken,
    system_of,
)
from samen.core.errors import BadInput, Refused, SamenError
from samen.figures.cube import with_zeros
from samen.figures.values import TOTAL, YEAR, Codes, Groups

EVERY_YEAR, OTHER_YEARS = "every year", "other years"
"""The years do not add up to anything that is published: there are always others."""
EDITION = "edition"
PROTECTION = 1
WHO_LOOKS = (Attacker.OUTSIDER, Attacker.RULE, Attacker.CONTRIBUTOR, Attacker.REPORTER)


@dataclass(frozen=True)
class Shown:
    """A table as it is or would be published, with the exact counts below it.

    base: whom it counts; only tables of one base can tell of each other. edition: the run that it
    is of. dimensions: the year first. by_source: of each organisation, whom it registered of each
    cell; who was registered by two is of both. only: its last dimensions, each with the one code
    that it is of; the rows of other codes are there to be attacked, and are not of the table.
    """

    base: str
    edition: str
    dimensions: tuple[str, ...]
    counts: Mapping[Codes, int]
    hidden: frozenset[Codes] = frozenset()
    groups: Groups = field(default_factory=dict)
    by_source: Mapping[str, Mapping[Codes, int]] = field(default_factory=dict)
    only: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> dict[Codes, int | None]:
        """The rows of the table, without the codes that it is of; None where it shows no number."""
        return {self.short(codes): None if codes in self.hidden else n
                for codes, n in self.counts.items() if self.has(codes)}  # fmt: skip

    def has(self, codes: Codes) -> bool:
        """Whether a row is of the table."""
        return codes[len(codes) - len(self.only) :] == tuple(self.only.values())

    def shows(self, codes: Codes) -> bool:
        """Whether the number of a row is told."""
        return self.has(codes) and codes not in self.hidden

    def short(self, codes: Codes) -> Codes:
        return codes[: len(codes) - len(self.only)]


class Why(StrEnum):
    """What makes a cell unsafe."""

    INTERVAL = "interval"
    CHANGE = "change"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Close:
    """A cell of which somebody would get to know too much: between low and high persons."""

    cell: Cell
    attacker: str
    low: int
    high: int
    why: Why = Why.INTERVAL


@dataclass(frozen=True)
class Report:
    """What the gate says. reason: why it could not say more; then nothing is released."""

    status: Status
    close: tuple[Close, ...] = ()
    reason: SamenError | None = None


def policy_of(threshold: int) -> Policy:
    """Against who may look at a release."""
    return Policy(threshold, PROTECTION, WHO_LOOKS)


def audit(
    new: Sequence[Shown], earlier: Sequence[Shown], policy: Policy, limit: Limit = NO_LIMIT
) -> Report:
    """Attack the new tables together with all earlier ones.

    What cannot be attacked, or not in time, is refused: nothing is called safe that was not shown
    to be so.
    """
    close: list[Close] = []
    for base in sorted({each.base for each in new}):
        ours = [each for each in new if each.base == base]
        before = [each for each in earlier if each.base == base]
        try:
            system, hidden = joined([*before, *ours])
            found = audited(system, policy, hidden, limit)
        except BadInput as error:
            return Report(Status.REFUSED, reason=error)
        if found.reason is not None:
            return Report(Status.REFUSED, reason=found.reason)
        close += [
            Close(each.cell, str(each.attacker), each.low, each.high) for each in found.too_close
        ]
        close += small_changes([*before, *ours], ours, policy.threshold)
        close += changes_together([*before, *ours], ours, policy.threshold)
    return Report(Status.UNSAFE if close else Status.SAFE, tuple(close))


def made_safe(
    new: Sequence[Shown], earlier: Sequence[Shown], policy: Policy, limit: Limit = NO_LIMIT
) -> list[Shown]:
    """The new tables with the cells hidden that have to be, at the least loss.

    What an earlier release hid and did not change stays hidden. Raises Refused when there is no
    way; what comes out is audited like any other.
    """
    found: list[Shown] = []
    for base, edition in dict.fromkeys((each.base, each.edition) for each in new):
        ours = [each for each in new if (each.base, each.edition) == (base, edition)]
        before = [each for each in earlier if each.base == base]
        hierarchies = _hierarchies([*before, *ours])
        kept = _hidden_before(before, hierarchies)
        filled = _filled(ours, hierarchies)
        roots = {each.dimension: each.root for each in hierarchies}
        tables = [
            Table(each.dimensions, each.counts, frozenset(
                codes for codes, n in each.counts.items()
                if n and (not each.has(codes)
                          or kept.get(named(each.dimensions, codes, roots)) == n)
            ))
            for each in filled
        ]  # fmt: skip
        system = system_of(tables, hierarchies)
        called = {edition: {cell: cell for cell in system.cells}}
        known = _by_source(ours, called, system.cells, roots)
        made = with_suppression(replace(system, by_source=known), policy, limit)
        if made.reason is not None:
            raise made.reason
        hidden = {cell for cell, is_hidden in zip(made.system.cells, made.hidden, strict=True)
                  if is_hidden}  # fmt: skip
        found += [
            replace(each, hidden=frozenset(
                codes for codes in each.counts
                if each.has(codes) and named(each.dimensions, codes, roots) in hidden
            ))
            for each in ours
        ]  # fmt: skip
    return found


def joined(tables: Sequence[Shown]) -> tuple[System, Mask]:
    """All cells of all editions, and which are hidden wherever they stand. Raises BadInput, also
    where tables of different editions are linked in a ring."""
    refuse_rings([each.dimensions for each in tables])
    hierarchies = _hierarchies(tables)
    roots = {each.dimension: each.root for each in hierarchies}
    editions = _editions(tables, hierarchies)
    parts = [part for part, _hides in editions.values()]
    names = _names(parts)
    cells = tuple(sorted({name for each in names for name in each}))
    place = {cell: at for at, cell in enumerate(cells)}
    counts = np.zeros(len(cells), np.int64)
    hidden, unpublished = np.ones(len(cells), bool), np.ones(len(cells), bool)
    equations = []
    for (part, hides), own in zip(editions.values(), names, strict=True):
        at = np.array([place[name] for name in own])
        counts[at] = part.counts
        unpublished[at] &= part.unpublished
        hidden[at] &= np.array([cell in hides for cell in part.cells])
        moved = sparse.coo_array(part.equations)
        equations.append(sparse.csr_array(
            (moved.data, (moved.row, at[moved.col])), shape=(moved.shape[0], len(cells))
        ))  # fmt: skip
    whole = sparse.csr_array(sparse.vstack(equations))
    none = np.zeros(len(cells), bool)
    called = {edition: dict(zip(part.cells, own, strict=True))
              for edition, part, own in zip(editions, parts, names, strict=True)}  # fmt: skip
    system = System(cells, counts, whole, none, ~unpublished, shown_before=none, hidden_before=none,
                    by_source=_by_source(tables, called, cells, roots))  # fmt: skip
    return system, hidden & (counts > 0) & ~unpublished


def _editions(
    tables: Sequence[Shown], hierarchies: Sequence[Hierarchy]
) -> dict[str, tuple[System, set[Cell]]]:
    """Each edition as a system of its own, and the cells that it does not show."""
    roots = {each.dimension: each.root for each in hierarchies}
    found = {}
    for edition in dict.fromkeys(each.edition for each in tables):
        filled = _filled([each for each in tables if each.edition == edition], hierarchies)
        part = system_of([Table(t.dimensions, t.counts) for t in filled], hierarchies)
        shown = {named(t.dimensions, codes, roots)
                 for t in filled for codes in t.counts if t.shows(codes)}  # fmt: skip
        found[edition] = part, {cell for cell in part.cells if cell not in shown}
    return found


def _by_source(
    tables: Iterable[Shown], called: Mapping[str, Mapping[Cell, Cell]], cells: Sequence[Cell],
    roots: Mapping[str, str],
) -> ByCell:  # fmt: skip
    """What each organisation registered of each cell; of shape (organisations, cells).

    called: by edition what its cells are called among all of them.
    """
    place = {cell: at for at, cell in enumerate(cells)}
    rows = {name: np.zeros(len(cells)) for each in tables for name in each.by_source}
    for each in tables:
        for name, own in each.by_source.items():
            for codes, n in own.items():
                cell = called[each.edition][named(each.dimensions, codes, roots)]
                rows[name][place[cell]] = n
    known = np.array([rows[name] for name in sorted(rows)]).reshape(len(rows), len(cells))
    return sparse.csc_array(known)


def small_changes(out: Sequence[Shown], new: Sequence[Shown], threshold: int) -> list[Close]:
    """Cells that two editions show with a small difference, which is a small cell itself.

    out: all that will be out, the new tables too.
    """
    hierarchies = _hierarchies(out)
    roots = {each.dimension: each.root for each in hierarchies}
    before: dict[Cell, set[int]] = {}
    for each in out:
        for codes, n in each.counts.items():
            if each.shows(codes):
                before.setdefault(named(each.dimensions, codes, roots), set()).add(n)
    found: dict[Cell, Close] = {}
    for each in new:
        for codes, n in each.counts.items():
            cell = named(each.dimensions, codes, roots)
            moved = min((abs(n - was) for was in before.get(cell, ()) if n != was), default=0)
            if 0 < moved < threshold and each.shows(codes) and len(cell) > 1:
                found[cell] = Close(cell, Attacker.OUTSIDER, moved, moved, Why.CHANGE)
    return sorted(found.values(), key=lambda each: each.cell)


def changes_together(out: Sequence[Shown], new: Sequence[Shown], threshold: int) -> list[Close]:
    """Hidden cells that changed by a small number together, which what both editions show of a sum
    tells everybody. out: all that will be out, the new tables too."""
    editions = _editions(out, _hierarchies(out))
    ours = {each.edition for each in new}
    found: dict[Cell, Close] = {}
    for one, other in combinations(editions, 2):
        if not {one, other} & ours:
            continue
        (before, hid_then), (after, hid_now) = editions[one], editions[other]
        was, unseen = dict(zip(before.cells, before.counts, strict=True)), hid_then | hid_now
        there = np.array([cell in was for cell in after.cells])
        is_known = there & np.array([cell not in unseen for cell in after.cells])
        is_told = there & ~after.unpublished
        change = after.counts - [was.get(cell, 0) for cell in after.cells]
        for places, signs in rows_of(after.equations):
            left = ~is_known[places]
            beside = (signs < 0) & ~left  # with none, they are their parent, which is judged itself
            if not (left.any() and beside.any() and is_told[places].all()):
                continue
            if len(set(signs[left])) > 1:
                continue
            moved = abs(int(signs[left] @ change[places[left]]))
            if 0 < moved < threshold:
                found |= {after.cells[at]: Close(after.cells[at], Attacker.OUTSIDER, moved, moved,
                                                 Why.TOGETHER) for at in places[left]}  # fmt: skip
    return sorted(found.values(), key=lambda each: each.cell)


def _names(parts: Iterable[System]) -> list[list[Cell]]:
    """What each cell of each edition is called: alike only where the number is the same."""
    editions: dict[tuple[Cell, int], Cell] = {}
    many: dict[Cell, int] = {}
    names = []
    for part in parts:
        own = []
        for cell, n in zip(part.cells, part.counts.tolist(), strict=True):
            if (cell, n) not in editions:
                many[cell] = many.get(cell, 0) + 1
                nth = () if many[cell] == 1 else ((EDITION, str(many[cell])),)
                editions[cell, n] = (*cell, *nth)
            own.append(editions[cell, n])
        names.append(own)
    return names


def _hierarchies(tables: Sequence[Shown]) -> list[Hierarchy]:
    """How the codes of all tables add up; one way to take codes together a dimension."""
    codes: dict[str, set[str]] = {}
    wide: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in tables:
        for at, name in enumerate(each.dimensions):
            codes.setdefault(name, set()).update(cell[at] for cell in each.counts)
        for name, groups in each.groups.items():
            for group, members in groups.items():
                _refuse_other(name, group, members, wide.setdefault(name, {}))
                wide[name][group] = tuple(sorted(members))
    found = []
    for name, known in sorted(codes.items()):
        groups = wide.get(name, {})
        below = {code for members in groups.values() for code in members}
        root = EVERY_YEAR if name == YEAR else TOTAL
        more = {OTHER_YEARS} if name == YEAR else set()
        top = tuple(sorted((known | set(groups) | more) - below - {root}))
        found.append(Hierarchy(name, {root: top, **groups}))
    return found


def _refuse_other(
    name: str, group: str, members: Sequence[str], known: Mapping[str, tuple[str, ...]]
) -> None:
    same = known.get(group)
    others = {code for other, codes in known.items() if other != group for code in codes}
    if (same is not None and same != tuple(sorted(members))) or others & set(members):
        raise BadInput(
            _("Codes of {name} are taken together in two ways."),
            _("All releases of the same persons take codes together in one way, or not at all."),
            _("Take them together as the earlier release does."),
            name=name,
        )


def _filled(tables: Sequence[Shown], hierarchies: Sequence[Hierarchy]) -> list[Shown]:
    """The tables with a row of nobody for each code that others have."""
    wide = {each.dimension: each for each in hierarchies}
    found = []
    for each in tables:
        codes: list[Iterable[str]] = [()]
        for name in each.dimensions[1:]:
            tree = wide[name].children
            top = tree[wide[name].root]
            codes.append([TOTAL, *top] if each.groups.get(name) else [
                TOTAL, *(code for code in top if code not in tree),
                *(code for parent, below in tree.items() if parent != TOTAL for code in below),
            ])  # fmt: skip
        found.append(replace(each, counts=with_zeros(each.counts, codes)))
    return found


def _hidden_before(earlier: Sequence[Shown], hierarchies: Sequence[Hierarchy]) -> dict[Cell, int]:
    """The cells that no earlier release shows, with their numbers."""
    roots = {each.dimension: each.root for each in hierarchies}
    hidden: dict[Cell, int] = {}
    shown: set[Cell] = set()
    for each in earlier:
        for codes, n in each.counts.items():
            cell = named(each.dimensions, codes, roots)
            if each.shows(codes):
                shown.add(cell)
            elif each.has(codes):
                hidden[cell] = n
    return {cell: n for cell, n in hidden.items() if cell not in shown}


def unsafe(report: Report) -> SamenError:
    """The sentence for a proposal that is not safe: which cells, and what would make it so."""
    if report.reason is not None:
        return report.reason
    named_cells = [f"{spoken(each.cell)} [{each.low}, {each.high}]" for each in report.close[:5]]
    return Refused(
        _("Of {many} cells somebody would get to know too much: {cells}."),
        _("Nobody may come closer to a small number of persons than the policy says."),
        _("Hide cells, take coarser codes, or leave a dimension out."),
        many=len({each.cell for each in report.close}),
        cells="; ".join(named_cells),
    )
