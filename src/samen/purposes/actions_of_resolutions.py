"""What widens a processing takes two persons: an administrator proposes, an officer approves.

Who approves is a privacy officer of the processing: of one that is to be opened the officer
who is to supervise it, and of one that has none whoever is proposed as such. What narrows one
(an end, somebody who leaves) is one act, with effect at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from samen.accounts.names import name_of
from samen.accounts.queries import accounts_of_person
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import ordered
from samen.purposes.keeping import months_after, prolongation
from samen.purposes.models import Controller, Processing, Resolution, Team
from samen.purposes.queries import approvers, times_prolonged
from samen.purposes.values import ResolutionKind, ResolutionOutcome

type Content = dict[str, Any]
SUPERVISED = (Scope.ORGANISATION, Scope.NATIONAL)
"""How far a privacy officer sees. What is told to a person who asks goes no further."""


def propose_opening(
    plan: Plan, *, officer: int, organisation: int, reason: str, by: int, now: datetime
) -> Resolution:
    """Propose a processing. officer: who is to supervise it, for one of the controllers."""
    actions.refuse_plan(plan)
    if len(plan.controllers) > 1 and plan.end is None:
        raise BadInput(
            _("A joint project has no last day."),
            _("With several controllers a processing ends on a day, after which it is gone."),
            _("Give the last day."),
        )
    if organisation not in plan.controllers:
        raise BadInput(
            _("The privacy officer acts for an organisation that is no controller."),
            _("The officer acts for one of the controllers."),
            _("Choose one of these."),
        )
    given = asdict(plan) | {
        "grounds": sorted(plan.grounds),
        "controllers": sorted(plan.controllers),
    }
    content = given | {"officer": officer, "officer_for": organisation}
    return _propose(ResolutionKind.OPEN, None, content, reason, by, now)


def propose_change(
    processing: UUID, *, goal: str, review: date, reason: str, by: int, now: datetime
) -> Resolution:
    """Propose another goal or day of review."""
    content = {"goal": name_of(goal), "review": review}
    return _propose(ResolutionKind.CHANGE, processing, content, reason, by, now)


def propose_prolongation(
    processing: UUID, *, end: date, reason: str, by: int, now: datetime, today: date
) -> Resolution:
    """Propose a later last day: a limited number of times, each time by a limited term."""
    with ordered(by=by, today=today):
        refuse_prolongation(actions.running(processing, today), end)
    return _propose(ResolutionKind.PROLONG, processing, {"end": end}, reason, by, now)


def refuse_prolongation(found: Processing, end: date) -> None:
    """Raise Refused or BadInput for a prolongation that is one too many, or too long."""
    allowed = prolongation()
    done = times_prolonged(found.pk)
    if done >= allowed.most:
        raise Refused(
            _("This processing was prolonged {done} times."),
            _("A processing is prolonged at most {most} times."),
            _("Let it end, and open a new one if its goal still stands."),
            done=done, most=allowed.most,
        )  # fmt: skip
    if found.end is None:
        raise Refused(_("This processing has no last day."), "", _("There is nothing to prolong."))
    if not found.end < end <= months_after(found.end, allowed.months):
        raise BadInput(
            _("The new last day does not follow the old one, or lies too far after it."),
            _("A processing is prolonged by at most {months} months at a time."),
            _("Choose a day after {end}, at most {months} months later."),
            months=allowed.months, end=found.end,
        )  # fmt: skip


def propose_controller(
    processing: UUID, *, organisation: int, reason: str, by: int, now: datetime
) -> Resolution:
    """Propose that an organisation joins."""
    if Controller.objects.filter(processing=processing, organisation=organisation).exists():
        raise Conflict(
            _("This organisation answers for the processing already."), "",
            _("Choose another one."),
        )  # fmt: skip
    found = Processing.objects.filter(pk=processing).first()
    if found is not None and found.end is None:
        raise BadInput(
            _("A joint project has no last day."),
            _("With several controllers a processing ends on a day, after which it is gone."),
            _("Open a joint project with a last day instead."),
        )
    content = {"organisation": organisation}
    return _propose(ResolutionKind.JOIN, processing, content, reason, by, now)


def propose_member(
    processing: UUID, part: Part, *, user: int, team: str = "", instead_of: UUID | None = None,
    reason: str, by: int, now: datetime,
) -> Resolution:  # fmt: skip
    """Propose somebody as a member, or another part for somebody who is one.

    team: its name; a team that is not there yet is made with the membership.
    """
    if user in accounts_of_person(by):
        raise Refused(
            _("You propose yourself."),
            _("Nobody gives themselves a part in a processing."),
            _("Let another administrator propose you."),
        )
    if part.role is MemberRole.PRIVACY_OFFICER and part.scope not in SUPERVISED:
        raise BadInput(
            _("A privacy officer would supervise a part that nobody can name."),
            _("An officer sees all of the processing, or what the own organisation registered."),
            _("Choose one of these."),
        )
    team = team.strip()
    actions.refuse_part(_without_team(part, team), processing)
    if part.scope is Scope.TEAM and not team:
        raise BadInput(
            _("The team or the region is missing."),
            _("Who sees a team or a region has one."),
            _("Choose it."),
        )
    content = asdict(part) | {"team": team, "user": user, "instead_of": instead_of}
    return _propose(ResolutionKind.MEMBER, processing, content, reason, by, now)


def _without_team(part: Part, team: str) -> Part:
    """The part as it is before its team is made, for the checks of all else."""
    scope = Scope.ORGANISATION if part.scope is Scope.TEAM and team else part.scope
    return Part(part.organisation, part.role, scope, part.start, part.end, None, part.region)


def _propose(
    kind: ResolutionKind, processing: UUID | None, content: Content, reason: str, by: int,
    now: datetime,
) -> Resolution:  # fmt: skip
    written = {
        name: value if value is None or isinstance(value, int | list) else str(value)
        for name, value in content.items()
    }
    return Resolution.objects.create(
        kind=kind, processing_id=processing, content=written, reason=name_of(reason),
        proposed_by_id=by, proposed_at=now,
    )  # fmt: skip


@transaction.atomic
def approve(resolution: UUID, *, by: int, now: datetime, today: date) -> Resolution:
    """Approve what somebody else proposed: it has effect at once."""
    found = _waiting(resolution)
    _require_approver(found, by, today)
    with ordered(by=found.proposed_by_id, today=today):
        made = EFFECTS[ResolutionKind(found.kind)](found, today)
    if made is not None:
        found.processing_id = made
    return _decided(found, ResolutionOutcome.APPROVED, by, now)


@transaction.atomic
def refuse(resolution: UUID, *, by: int, now: datetime, today: date, note: str) -> Resolution:
    """Refuse what somebody else proposed, with the reason."""
    found = _waiting(resolution)
    _require_approver(found, by, today)
    found.note = name_of(note)
    return _decided(found, ResolutionOutcome.REFUSED, by, now)


@transaction.atomic
def withdraw(resolution: UUID, *, by: int, now: datetime) -> Resolution:
    """Take back what one proposed oneself."""
    found = _waiting(resolution)
    if found.proposed_by_id != by:
        raise Refused(_("Somebody else proposed this."), "", _("Ask them to withdraw it."))
    return _decided(found, ResolutionOutcome.WITHDRAWN, by, now)


def _waiting(number: UUID) -> Resolution:
    found = Resolution.objects.select_for_update().filter(pk=number).first()
    if found is None or found.outcome != ResolutionOutcome.WAITING:
        raise Refused(_("This was decided already."), "", _("Load the page again."))
    return found


def _require_approver(found: Resolution, by: int, today: date) -> None:
    if by not in approvers(found, today=today):
        raise Refused(
            _("You may not decide on this."),
            _("A privacy officer of the processing decides, and never who proposed it."),
            _("Ask one of them."),
        )


def _decided(found: Resolution, outcome: ResolutionOutcome, by: int, now: datetime) -> Resolution:
    found.outcome, found.decided_by_id, found.decided_at = outcome, by, now
    found.save()
    return found


def _open(found: Resolution, today: date) -> UUID:
    given = found.content
    plan = Plan(
        given["name"], given["goal"], frozenset(Ground(each) for each in given["grounds"]),
        frozenset(given["controllers"]), date.fromisoformat(given["start"]),
        date.fromisoformat(given["review"]), _day(given["end"]), given["kept_months"],
    )  # fmt: skip
    made = actions.open_processing(plan, today=today, by=found.proposed_by_id).pk
    officer = Part(
        given["officer_for"], MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, min(plan.start, today)
    )
    actions.add_member(officer, user=given["officer"], processing=made, today=today,
                       by=found.proposed_by_id)  # fmt: skip
    return made


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _of(found: Resolution, today: date) -> Processing:
    return actions.running(found.processing_id or UUID(int=0), today)


def _change(found: Resolution, today: date) -> None:
    of, given = _of(found, today), found.content
    actions.change_processing(
        processing=of.pk, today=today, goal=given["goal"], end=of.end,
        review=date.fromisoformat(given["review"]), by=found.proposed_by_id,
    )  # fmt: skip


def _prolong(found: Resolution, today: date) -> None:
    of, end = _of(found, today), date.fromisoformat(found.content["end"])
    refuse_prolongation(of, end)
    actions.change_processing(
        processing=of.pk, today=today, goal=of.goal, review=of.review, end=end,
        by=found.proposed_by_id,
    )  # fmt: skip


def _join(found: Resolution, today: date) -> None:
    actions.add_controller(
        processing=_of(found, today).pk, organisation=found.content["organisation"],
        today=today, by=found.proposed_by_id,
    )  # fmt: skip


def _let_in(found: Resolution, today: date) -> None:
    given = found.content
    # The log of a processing that ended has to be answered for too.
    may_have_ended = given["role"] == MemberRole.PRIVACY_OFFICER
    of = (found.processing_id if may_have_ended else None) or _of(found, today).pk
    if given["instead_of"]:
        actions.remove_member(
            membership=UUID(given["instead_of"]), today=today, by=found.proposed_by_id
        )
    part = Part(
        given["organisation"], MemberRole(given["role"]), Scope(given["scope"]),
        max(date.fromisoformat(given["start"]), today), _day(given["end"]),
        _team(given["organisation"], given["team"], found, today), given["region"],
    )  # fmt: skip
    actions.add_member(part, user=given["user"], processing=of, today=today,
                       by=found.proposed_by_id)  # fmt: skip


def _team(organisation: int, name: str, found: Resolution, today: date) -> UUID | None:
    if not name:
        return None
    known = Team.objects.filter(organisation=organisation, name=name).first()
    made = known or actions.add_team(
        organisation=organisation, name=name, today=today, by=found.proposed_by_id
    )
    return made.pk


EFFECTS: Mapping[ResolutionKind, Callable[[Resolution, date], UUID | None]] = {
    ResolutionKind.OPEN: _open,
    ResolutionKind.CHANGE: _change,
    ResolutionKind.PROLONG: _prolong,
    ResolutionKind.JOIN: _join,
    ResolutionKind.MEMBER: _let_in,
}
