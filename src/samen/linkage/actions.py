"""The acts of linking: a standing decision, and a run over all registrations of a processing.

Each takes an open purpose, in whose transaction it is done.
"""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Conflict, Refused
from samen.core.matching.acting import STRICT
from samen.core.matching.engines import duck
from samen.core.matching.link import compared
from samen.core.terms import LogAct
from samen.linkage.holding import allowed, hold_state, run_alone
from samen.linkage.judging import decision_on
from samen.linkage.models import LinkRun, StandingDecision
from samen.linkage.running import look, write_run
from samen.linkage.values import NEVER
from samen.purposes.inside import Purpose
from samen.purposes.keeping import months_after
from samen.register.actions import bound
from samen.register.queries_of_linkage import deliveries_compared, linkable
from samen.work.actions import start_work

JOB = "linkage.link_all"
LEAST_STRICT = 0.9
LONGEST_MONTHS = 12
STEPS = ("read", "standardise", "block", "learn", "score", "write")


def decide(
    purpose: Purpose, *, reason: str, until: date, strict: float = STRICT, needs_two: bool = False
) -> StandingDecision:
    """Decide that links above a strict chance, or by the same document, act by themselves.

    needs_two: whether every merge by people takes two of them. One decision stands at a time,
    for a year at most.
    """
    last = months_after(purpose.day, LONGEST_MONTHS)
    if not reason.strip():
        raise BadInput(
            _("The reason is missing."),
            _("A standing decision is a decision with a reason."),
            _("Give it."),
        )
    if not LEAST_STRICT <= strict < 1:
        raise BadInput(
            _("A link would act by itself from a chance of {strict}."),
            _("It may from {least}, and below 1."),
            _("Give a higher chance; what lies below it is a suggestion."),
            strict=strict, least=LEAST_STRICT,
        )  # fmt: skip
    if not purpose.day <= until <= last:
        raise BadInput(
            _("The last day is {until}."),
            _("A standing decision stands from today, and until {last} at most."),
            _("Give a day in between; decide anew after it."),
            until=until, last=last,
        )  # fmt: skip
    with allowed(purpose):
        hold_state(purpose)
        if decision_on(purpose, purpose.day) is not None:
            raise Conflict(
                _("A standing decision stands already."),
                _("There is one at a time."),
                _("End it first."),
            )
        made = StandingDecision.objects.create(
            **bound(purpose, NEVER), strict=strict, needs_two=needs_two, reason=reason.strip(),
            start=purpose.day, until=until,
        )  # fmt: skip
    purpose.note(LogAct.WRITE, [made.pk], ["standing decision"])
    return made


def end_decision(purpose: Purpose, number: UUID) -> None:
    """End a standing decision from today; what it brought about stays as it is."""
    with allowed(purpose):
        found = decision_on(purpose, purpose.day)
        if found is None or found.pk != number:
            raise Refused(
                _("This standing decision does not stand any more."), "", _("Load the page again.")
            )
        StandingDecision.objects.filter(pk=number).update(
            ended_on=purpose.day, ended_by=purpose.membership.user_id
        )
    purpose.note(LogAct.WRITE, [number], ["standing decision"])


def order_run(purpose: Purpose, *, now: datetime, new: bool = False) -> int:
    """Ask for a run, as long work that the person who asks can look at; the number of the work.

    new: only of what came in since the last run.
    """
    title = _("Linking what is new in {processing}") if new else _("Linking {processing}")
    with allowed(purpose):
        work = start_work(
            title=title, job=JOB, started_by=purpose.membership.user_id,
            now=now, processing=purpose.membership.processing.name,
            arguments={
                "membership": str(purpose.membership.pk), "user": purpose.membership.user_id,
                "ground": str(purpose.ground), "new": new,
            },
            result_url=reverse(
                "linkage:overview", args=(purpose.membership.pk, purpose.ground)
            ),
        )  # fmt: skip
    return work.pk


def renewing(purpose: Purpose, told: Callable[[str], None]) -> Callable[[str], None]:
    """Tells each step as it begins, and that the purpose is still being worked in."""

    def step(name: str) -> None:
        purpose.renew()
        told(name)

    return step


def link_all(purpose: Purpose, *, now: datetime, told: Callable[[str], None]) -> LinkRun:
    """Link all registrations of persons that the purpose shows, whole or not at all.

    Under a standing decision strict links act; without one every registration stays where it
    stands, and all links are suggestions. The same registrations again change nothing but the
    run. told: one of STEPS as each begins. Raises Conflict when somebody else is linking.
    """
    step = renewing(purpose, told)
    with allowed(purpose):
        run_alone(purpose)
        step("read")
        numbers, columns = linkable(purpose)
        if not numbers:
            raise Refused(
                _("There are no registrations of persons here."),
                _("Victims and suspects are linked."),
                _("Take in a partner's file first."),
            )
        found = compared(columns, len(numbers), duck(), step)
        step("write")
        hold_state(purpose)
        decision = decision_on(purpose, purpose.day)
        run = write_run(purpose, found, look(purpose, numbers), decision, now)
    purpose.note(LogAct.WRITE, [run.pk, *deliveries_compared(purpose)], ["links"])
    return run
