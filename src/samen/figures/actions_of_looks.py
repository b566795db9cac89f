"""The acts of asking the gate: have it look, and keep what it said.

A page waits for a look of a few seconds. What takes longer raises TimedOut and is asked for as
long work, which has a minute.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.disclosure.program import Limit, TimedOut
from samen.core.errors import BadInput, Refused
from samen.core.terms import LogAct
from samen.figures.actions import require_counting
from samen.figures.gate import Close
from samen.figures.looking import (
    SECONDS,
    SECONDS_AT_ONCE,
    SECONDS_FOR_OTHERS,
    Instead,
    Tried,
    limit,
    looked,
    many_others,
    others,
)
from samen.figures.models import GateReport
from samen.figures.queries_of_releases import releases_in
from samen.figures.values import Asked, Progress, Proposal, in_parts, say_nothing
from samen.linkage.values import NEVER
from samen.purposes.inside import Purpose
from samen.register.actions import bound
from samen.work.actions import start_work

LOOK, PROPOSE, APPROVE = "figures.look", "figures.propose", "figures.approve"
TITLES = {
    LOOK: _("The gate looks at a release"),
    PROPOSE: _("Proposing a release"),
    APPROVE: _("Approving a release"),
}
FIRST = _("The gate looks at what is asked.")
THEN = _("The gate looks at what could be asked instead.")
LEAST_THRESHOLD = 5


def try_release(
    purpose: Purpose, proposal: Proposal, *, now: datetime, at_once: bool = False
) -> Tried:
    """Let the gate look at a proposal, and keep what it said.

    at_once: somebody waits. Raises BadInput and Refused for what is no proposal, and TimedOut
    where somebody waits and the gate needs longer.
    """
    tried = _tried(purpose, proposal, _within(SECONDS, at_once=at_once), at_once=at_once)
    _keep(purpose, proposal, tried, now)
    return tried


def look(
    purpose: Purpose, proposal: Proposal, asked: Asked, *, now: datetime, at_once: bool = False,
    told: Progress = say_nothing,
) -> UUID:  # fmt: skip
    """Let the gate look at a proposal, and at what could be asked instead where that helps; keep
    all that with what was asked, to be read again. The number of what is kept.

    Raises as `try_release` does. told: which look it is at.
    """
    many = 1 + many_others(proposal)
    told(FIRST, 0, many)
    within = _within(SECONDS, at_once=at_once)
    tried = _tried(purpose, proposal, within, at_once=at_once)
    found: list[Instead] = []
    if tried.helps:
        within = within if at_once else limit(SECONDS_FOR_OTHERS)
        for each in _others(purpose, proposal, within, at_once=at_once):
            told(THEN if not found else "", len(found) + 1, many)
            found.append(each)
    return _keep_all(purpose, proposal, tried, found, now, asked=asked)


def instead(purpose: Purpose, proposal: Proposal, *, now: datetime) -> list[Instead]:
    """Other tables that the gate lets through, the one that shows most cells first.

    Each look is kept as any other, also at what is not let through.
    """
    found = list(_others(purpose, proposal, limit(SECONDS_FOR_OTHERS), at_once=False))
    for each in found:
        _keep(purpose, proposal, each.tried, now, without=each.without)
    return _let_through(found)


def order(purpose: Purpose, job: str, *, now: datetime, back: str, **arguments: Any) -> int:
    """Ask for what takes longer than a page waits; the number of the work. back: where it leads
    when it fails."""
    require_counting(purpose)
    part = purpose.membership
    who: dict[str, Any] = {"membership": str(part.pk), "user": part.user_id}
    work = start_work(
        title=TITLES[job], job=job,
        arguments={**who, "ground": str(purpose.ground), **arguments}, now=now, result_url=back,
        started_by=purpose.membership.user_id,
    )  # fmt: skip
    return work.pk


def refuse_replaced(purpose: Purpose, replaces: UUID | None) -> None:
    """Refuse what replaces nothing that stands; it may have been withdrawn since the proposal."""
    if replaces is None:
        return
    replaced = next((each for each in releases_in(purpose) if each.release.pk == replaces), None)
    if replaced is None or not replaced.is_out:
        raise Refused(
            _("What this would replace was not released here."),
            _("A revision replaces a release of the same processing."),
            _("Choose one of the list, or none."),
        )
    if replaced.is_withdrawn:
        raise Refused(
            _("Release {number} was withdrawn, and cannot be replaced any more."),
            _("A revision replaces what stands."),
            _("Propose it as a new release; the gate attacks it together with what was out."),
            number=replaced.release.number,
        )


def _tried(purpose: Purpose, proposal: Proposal, within: Limit, *, at_once: bool) -> Tried:
    require_counting(purpose)
    _refuse_odd(purpose, proposal)
    return _in_time(looked(purpose, proposal, within), at_once=at_once)


def _others(
    purpose: Purpose, proposal: Proposal, within: Limit, *, at_once: bool
) -> Iterator[Instead]:
    for each in others(purpose, proposal, within):
        _in_time(each.tried, at_once=at_once)
        yield each


def _within(seconds: float, *, at_once: bool) -> Limit:
    return limit(SECONDS_AT_ONCE if at_once else seconds)


def _in_time(tried: Tried, *, at_once: bool) -> Tried:
    if at_once and isinstance(tried.report.reason, TimedOut):
        raise tried.report.reason
    return tried


def _let_through(found: Sequence[Instead]) -> list[Instead]:
    safe = (each for each in found if each.tried.is_safe)
    return sorted(safe, key=lambda each: each.tried.hidden - each.tried.cells)


def _keep_all(
    purpose: Purpose, proposal: Proposal, tried: Tried, found: Sequence[Instead], now: datetime,
    *, asked: Asked,
) -> UUID:  # fmt: skip
    for each in found:
        _keep(purpose, proposal, each.tried, now, without=each.without)
    offered = [
        {"without": each.without, "by": [list(table.by) for table in each.asked],
         "hidden": each.tried.hidden, "shown": each.tried.cells - each.tried.hidden}
        for each in _let_through(found)
    ]  # fmt: skip
    return _keep(purpose, proposal, tried, now, asked=asked, instead=offered).pk


def _keep(
    purpose: Purpose, proposal: Proposal, tried: Tried, now: datetime, *,
    asked: Asked | None = None, instead: Sequence[object] = (),
    **offered: str,
) -> GateReport:  # fmt: skip
    report = tried.report
    made = GateReport.objects.create(
        **bound(purpose, NEVER), at=now, status=str(report.status),
        found=[_as_kept(each) for each in report.close],
        policy={"threshold": proposal.threshold, **offered},
        reason=in_parts(report.reason) if report.reason else None,
        asked=asked or {}, instead=list(instead),
        hidden=[sorted(map(each.short, each.hidden)) for each in tried.tables]
        if tried.is_safe else [],
    )  # fmt: skip
    purpose.note(LogAct.WRITE, [made.pk], ["gate"])
    return made


def _as_kept(close: Close) -> dict[str, object]:
    return {"cell": dict(close.cell), "attacker": close.attacker, "low": close.low,
            "high": close.high, "why": str(close.why)}  # fmt: skip


def _refuse_odd(purpose: Purpose, proposal: Proposal) -> None:
    if not proposal.title.strip():
        raise BadInput(_("The release has no title."), _("It has one."), _("Give it."))
    if not (proposal.tables or proposal.estimates or proposal.reported):
        raise BadInput(
            _("There is nothing to release."),
            _("A release has a table, an estimate or a published figure."),
            _("Choose at least one."),
        )
    if proposal.threshold < LEAST_THRESHOLD:
        raise BadInput(
            _("The threshold is {threshold}."),
            _("It is {least} at least."),
            _("Choose a higher one."),
            threshold=proposal.threshold, least=LEAST_THRESHOLD,
        )  # fmt: skip
    refuse_replaced(purpose, proposal.replaces)
