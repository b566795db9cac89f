"""The acts on processings, teams and members. Each is one transaction and leaves a trail.

`by` is the account of who acts; None is the command line.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_noop as _

from samen.accounts.days import refuse_far
from samen.accounts.names import name_of
from samen.accounts.once import once
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.inside import ordered, retaining
from samen.purposes.keeping import legal_terms, longest_months, own_terms
from samen.purposes.models import Controller, Membership, Processing, Team
from samen.purposes.queries import ended_today


@dataclass(frozen=True, slots=True)
class Plan:
    """What a processing is to be. kept_months: how long data are kept, where the law leaves it."""

    name: str
    goal: str
    grounds: frozenset[Ground]
    controllers: frozenset[int]
    start: date
    review: date
    end: date | None = None
    kept_months: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What a member is to be: for which organisation, as what, how far, from when until when."""

    organisation: int
    role: MemberRole
    scope: Scope
    start: date
    end: date | None = None
    team: UUID | None = None
    region: str = ""


def open_processing(plan: Plan, *, today: date, by: int | None = None) -> Processing:
    """Open a processing; with several controllers it is a joint project."""
    refuse_plan(plan)
    with ordered(by=by, today=today):
        made = Processing.objects.create(
            name=name_of(plan.name), goal=name_of(plan.goal), grounds=sorted(plan.grounds),
            start=plan.start, review=plan.review, end=plan.end, kept_months=plan.kept_months,
        )  # fmt: skip
        Controller.objects.bulk_create(
            Controller(processing=made, organisation_id=number) for number in plan.controllers
        )
    return made


def refuse_plan(plan: Plan) -> None:
    """Raise BadInput for a plan that no processing may have."""
    name_of(plan.name)
    name_of(plan.goal)
    refuse_far(plan.start, plan.review, plan.end)
    if not plan.grounds or not plan.controllers:
        raise BadInput(
            _("A ground or a controller is missing."),
            _("A processing has at least one of each."),
            _("Choose one."),
        )
    if plan.review < plan.start or (plan.end is not None and plan.end < plan.start):
        raise BadInput(
            _("The review or the last day lies before the first day."), "", _("Change the days.")
        )
    _refuse_term(plan.grounds, plan.kept_months)


def _refuse_term(grounds: Collection[Ground], kept_months: int | None) -> None:
    longest = longest_months(grounds)
    if kept_months is None and any(legal_terms()[g].remove_months is None for g in grounds):
        raise BadInput(
            _("It is not said how long the data are kept."),
            _("The law has no term for one of these grounds."),
            _("Give the number of months."),
        )
    if kept_months is not None and not 1 <= kept_months <= (longest or 1200):
        raise BadInput(
            _("Data would be kept for {months} months."),
            _("These grounds allow 1 to {longest} months."),
            _("Give a shorter term."),
            months=kept_months,
            longest=longest or 1200,
        )


def end_processing(*, processing: UUID, today: date, by: int | None = None) -> None:
    """End a processing: yesterday was its last day, and nobody sees what is in it any more."""
    with ordered(by=by, today=today):
        found = running(processing, today)
        found.end = max(today - timedelta(days=1), found.start)
        found.save(update_fields=["end"])


def add_team(*, organisation: int, name: str, today: date, by: int | None = None) -> Team:
    """Add a team of an organisation; refused when its name is there already."""
    taken = Conflict(
        _("This organisation has a team with this name already."), "", _("Choose it from the list.")
    )
    with ordered(by=by, today=today), once(taken):
        return Team.objects.create(organisation_id=organisation, name=name_of(name))


def add_member(
    part: Part, *, user: int, processing: UUID, today: date, by: int | None = None
) -> Membership:
    """Make somebody a member, acting for one of the processing's controllers."""
    refuse_part(part, processing)
    with ordered(by=by, today=today):
        return Membership.objects.create(
            user_id=user, processing_id=processing, organisation_id=part.organisation,
            team_id=part.team, role=part.role, scope=part.scope, region=part.region,
            start=part.start, end=part.end, given_by_id=by,
        )  # fmt: skip


def refuse_part(part: Part, processing: UUID) -> None:
    """Raise BadInput for a part that no member of this processing may have."""
    refuse_far(part.start, part.end)
    if part.end is not None and part.end < part.start:
        raise BadInput(
            _("The last day lies before the first day."), "", _("Change one of the two.")
        )
    controllers = Controller.objects.filter(processing=processing)
    if not controllers.filter(organisation=part.organisation).exists():
        raise BadInput(
            _("The organisation is no controller of this processing."),
            _("A member acts for one of its controllers."),
            _("Choose one of these, or let the organisation join first."),
        )
    teams = Team.objects.filter(organisation=part.organisation)
    if part.team is not None and not teams.filter(pk=part.team).exists():
        raise BadInput(
            _("The team is not of this organisation."), "", _("Choose one of its own teams.")
        )
    is_without = part.team is None if part.scope == Scope.TEAM else not part.region
    if part.scope in (Scope.TEAM, Scope.REGION) and is_without:
        raise BadInput(
            _("The team or the region is missing."),
            _("Who sees a team or a region has one."),
            _("Choose it."),
        )


def remove_member(*, membership: UUID, today: date, by: int | None = None) -> None:
    """End a membership at once: yesterday was its last day.

    The row stays, also of one that began today: the log names it, and who looked has a name. Only
    one that has not begun is taken back.
    """
    with ordered(by=by, today=today):
        found = Membership.objects.select_for_update().filter(pk=membership).first()
        if found is None or (found.end is not None and found.end < today):
            raise Refused(_("This membership has ended already."), "", _("Load the page again."))
        if found.start > today:
            found.delete()
            return
        found.end = today - timedelta(days=1)
        found.save(update_fields=["end"])


def restore_member(*, membership: UUID, today: date, by: int | None = None) -> None:
    """Undo the end of a membership, on the day on which it was ended: it is as it was before.

    Raises Refused for one that ended by itself or was replaced: to go on takes two persons.
    """
    with ordered(by=by, today=today):
        found = Membership.objects.select_for_update().filter(pk=membership).first()
        before = ended_today([found] if found else [], today)
        if found is None or found.pk not in before:
            raise Refused(
                _("This membership was not ended today."),
                _("An end can be undone on its own day."),
                _("Propose the member anew."),
            )
        found.end = before[found.pk]
        found.save(update_fields=["end"])


def change_processing(
    *, processing: UUID, today: date, goal: str, review: date, end: date | None,
    by: int | None = None,
) -> None:  # fmt: skip
    """Give a processing that has not ended another goal, day of review or last day."""
    refuse_far(review, end)
    with ordered(by=by, today=today):
        found = running(processing, today)
        found.goal, found.review, found.end = name_of(goal), review, end
        found.save(update_fields=["goal", "review", "end"])


def running(processing: UUID, today: date) -> Processing:
    """A processing that has not ended, held until the act is done. Raises Refused else."""
    found = Processing.objects.select_for_update().filter(pk=processing).first()
    if found is None or (found.end is not None and found.end < today):
        raise Refused(_("This processing has ended already."), "", _("Load the page again."))
    return found


def add_controller(
    *, processing: UUID, organisation: int, today: date, by: int | None = None
) -> None:
    """Let an organisation join a processing, which is a joint project from then on."""
    taken = Conflict(
        _("This organisation answers for the processing already."), "", _("Choose another one.")
    )
    with ordered(by=by, today=today), once(taken):
        running(processing, today)
        Controller.objects.create(processing_id=processing, organisation_id=organisation)


def remove_controller(
    *, processing: UUID, organisation: int, today: date, by: int | None = None
) -> None:
    """Let an organisation leave a processing: its people see nothing of it from now on."""
    with ordered(by=by, today=today):
        gone = Controller.objects.filter(processing=processing, organisation=organisation).delete()
        if not gone[0]:
            raise Refused(_("This organisation has left already."), "", _("Load the page again."))


def empty_reasons(*, today: date) -> int:
    """Empty the reasons for ending holds whose term is over; return how many. Repeatable."""
    with retaining(today=today), connection.cursor() as cursor:
        cursor.execute("SELECT purposes_empty_reasons(%s)", [own_terms()["release"].months])
        return int(cursor.fetchone()[0])
