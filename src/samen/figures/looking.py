"""What the gate makes of tables that are asked for, and which others it would let through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.disclosure.program import Limit
from samen.core.disclosure.protect import Status
from samen.core.errors import BadInput, Refused
from samen.figures import cube
from samen.figures.counting import fields_of
from samen.figures.cube import BOTH
from samen.figures.gate import Report, Shown, audit, made_safe, policy_of
from samen.figures.models import Count
from samen.figures.queries import count_with
from samen.figures.queries_of_releases import State, counts_below, releases_in
from samen.figures.values import YEAR, Codes, Groups, Proposal, TableFacts, cells_of
from samen.purposes.inside import Purpose

SECONDS = 60.0
SECONDS_FOR_OTHERS = 20.0
"""For all that could be asked instead, together."""
SECONDS_AT_ONCE = 3.0
"""For all of it while a page waits; what takes longer is long work."""
MUCH = 0.2
"""The share of cells that is hidden from which on another table may tell more."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What the gate made of a proposal: its report, and the tables as they would be shown."""

    report: Report
    tables: tuple[Shown, ...]

    @property
    def is_safe(self) -> bool:
        return self.report.status is Status.SAFE

    @property
    def hidden(self) -> int:
        """Cells that would not be shown."""
        return sum(len(each.hidden) for each in self.tables)

    @property
    def cells(self) -> int:
        """Cells with somebody in them."""
        return sum(n > 0 for each in self.tables for codes, n in each.counts.items()
                   if each.has(codes))  # fmt: skip

    @property
    def helps(self) -> bool:
        """Whether other tables may tell more: these are not let through, or hide much."""
        return self.report.reason is None and (
            not self.is_safe or self.hidden > MUCH * max(self.cells, 1)
        )


@dataclass(frozen=True, slots=True)
class Instead:
    """Other tables than were asked for, at which the gate looked.

    without: the field that is left out; "" where all fields stay and cells are hidden.
    """

    without: str
    asked: tuple[TableFacts, ...]
    tried: Tried


def looked(purpose: Purpose, proposal: Proposal, within: Limit) -> Tried:
    """The report of the gate; cells are hidden by it where the proposal does not say which."""
    before = earlier(purpose, releases_in(purpose))
    asked = [(facts, _shown(purpose, facts)) for facts in proposal.tables]
    policy = policy_of(proposal.threshold)
    given = [shown for facts, shown in asked if facts.hidden is not None]
    left = [shown for facts, shown in asked if facts.hidden is None]
    try:
        made = iter(made_safe(left, [*before, *given], policy, within))
    except (BadInput, Refused) as error:
        return Tried(Report(Status.REFUSED, reason=error), ())
    tables = tuple(shown if facts.hidden is not None else next(made) for facts, shown in asked)
    return Tried(audit(tables, before, policy, within), tables)


def others(purpose: Purpose, proposal: Proposal, within: Limit) -> Iterator[Instead]:
    """What the gate makes of other tables: each field left out in turn, and all of them with
    cells hidden."""
    for without, asked in _others(proposal.tables):
        yield Instead(without, asked, looked(purpose, replace(proposal, tables=asked), within))


def many_others(proposal: Proposal) -> int:
    """How many other tables there are to look at."""
    return sum(1 for _each in _others(proposal.tables))


def as_hidden(
    purpose: Purpose, proposal: Proposal, hidden: Sequence[frozenset[Codes]]
) -> list[Shown]:
    """The tables of a proposal, with the cells hidden that an earlier look hid."""
    return [_shown(purpose, replace(facts, hidden=cells))
            for facts, cells in zip(proposal.tables, hidden, strict=True)]  # fmt: skip


def _others(tables: Sequence[TableFacts]) -> Iterator[tuple[str, tuple[TableFacts, ...]]]:
    for name in dict.fromkeys(name for each in tables for name in each.by):
        left: dict[frozenset[str], TableFacts] = {}
        for each in tables:
            by = tuple(field for field in each.by if field != name)
            groups = {field: wide for field, wide in each.groups.items() if field != name}
            left.setdefault(frozenset(by), replace(each, by=by, groups=groups, hidden=None))
        yield name, tuple(left.values())
    if any(each.hidden is not None for each in tables):
        yield "", tuple(replace(each, hidden=None) for each in tables)


def earlier(purpose: Purpose, states: Sequence[State]) -> list[Shown]:
    """All tables that were ever out, with the exact counts below them."""
    out = [state for state in states if state.is_out]
    rows = counts_below(purpose, out)
    return [from_content(table, rows) for state in out for table in state.content["tables"]]


def from_content(table: dict[str, Any], rows: dict[str, Count]) -> Shown:
    """A table of a release, with the counts that it was made of."""
    row = rows.get(str(table["count"]))
    if row is None:
        raise Refused(
            _("An earlier release was made of a count that is not here any more."),
            _("A release is attacked together with all earlier ones."),
            _("Nothing can be released in this processing."),
        )
    hidden = frozenset(tuple(codes) for codes, n in table["rows"] if n is None)
    return _as_shown(row, tuple(table["by"]), table["groups"], hidden)


def count_here(purpose: Purpose, number: UUID) -> Count:
    """A count of this processing. Raises Refused where there is none."""
    row = count_with(purpose, number)
    if row is None:
        raise Refused(_("There is no such count here."), "", _("Choose one of the list of counts."))
    return row


def limit(seconds: float) -> Limit:
    """So many seconds from now, for all programs together."""
    started = monotonic()
    return Limit(seconds, lambda: monotonic() - started)


def _shown(purpose: Purpose, facts: TableFacts) -> Shown:
    row = count_here(purpose, facts.count)
    return _as_shown(row, facts.by, facts.groups, facts.hidden or frozenset())


def _as_shown(row: Count, by: tuple[str, ...], groups: Groups, hidden: frozenset[Codes]) -> Shown:
    """hidden: without the codes of which the count only is."""
    cells, order = cells_of(row.cells), (YEAR, *fields_of(row.query))
    limits = {name: tuple(row.query.only[name]) for name in sorted(row.query.only)}
    only = {name: BOTH.join(codes) for name, codes in limits.items()}
    wide = {name: {only[name]: codes} for name, codes in limits.items() if len(codes) > 1}
    every, together = (*by, *only), {**groups, **wide}
    return Shown(
        _base(row), str(row.pk), (YEAR, *every), cube.table(cells, order, every, together),
        frozenset((*codes, *only.values()) for codes in hidden), together,
        cube.by_source(cells, order, every, together), only,
    )  # fmt: skip


def _base(row: Count) -> str:
    units = "persons" if row.query.persons else "registrations"
    return f"{row.query.about} {units}"
