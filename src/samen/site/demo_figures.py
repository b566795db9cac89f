"""The demo's figures: two statisticians define, count, meet the gate and release.

The counts are of the demo's own small nation in the joint processing. Beside them goes the series
that CoMensha published, so that a reader sees two figures of one year with what each counts.
"""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta

from samen.accounts import actions as accounts
from samen.accounts import queries as who
from samen.core.terms import Ground, MemberRole, Role, Scope
from samen.figures.actions import count, define_query
from samen.figures.actions_of_releases import approve, propose
from samen.figures.queries import Run
from samen.figures.values import Proposal, QueryFacts, TableFacts
from samen.programme import actions as programme
from samen.programme import queries as register
from samen.programme.actions.wording import Actor
from samen.programme.values import IndicatorFacts, Wording
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import Purpose, inside
from samen.purposes.queries import memberships_of, processings
from samen.site.demo_register import DAY, JOINT, STARTS, TAKEN_IN, Member

YEARS = (2016, 2021)
NAMES = ("Statisticus", "Tweede statisticus")
CODE = "slachtoffers-gezamenlijk-beeld"
PUBLISHED = "comensha-meldingen"
INDICATOR = IndicatorFacts(
    code=CODE, unit="personen", source_organisation="CoMensha",
    definition="Personen die CoMensha, de opvang of de inspectie in het jaar als mogelijk "
    "slachtoffer registreerde, elk één keer per jaar, na koppeling. Het demoland is verzonnen.",
)  # fmt: skip
TITLE = "Mogelijke slachtoffers in het gezamenlijk beeld, 2016-2021"
STEPS = 4
type Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Told:
    """What the demo says of its figures."""

    members: list[Member]
    totals: dict[str, int]
    release: int


def make_figures(*, domain: str, by: Actor, report: Report) -> Told:
    """Everything from the indicator to a release that two persons made."""
    members = [_statistician(name, domain) for name in NAMES]
    indicator = programme.record_indicator(
        wording=Wording(title="Mogelijke slachtoffers in het gezamenlijk beeld"),
        indicator=INDICATOR, by=by, now=TAKEN_IN,
    )  # fmt: skip
    report(1, STEPS)
    first, second = members
    with _opened(first) as purpose:
        query = define_query(_facts(indicator), by=by, now=TAKEN_IN)
        counted = count(purpose, query, years=YEARS, now=TAKEN_IN)
        report(2, STEPS)
        made = propose(purpose, _proposal(counted), now=_after(1))
    report(3, STEPS)
    with _opened(second) as purpose:
        approve(purpose, made.number, now=_after(2))
    report(STEPS, STEPS)
    totals: dict[str, int] = {}
    for codes, n in counted.cells:
        totals[codes[0]] = totals.get(codes[0], 0) + n
    return Told(members, totals, made.number)


def _facts(indicator: int) -> QueryFacts:
    fields = ("sex", "age", "exploitation")
    return QueryFacts("slachtoffers", "Mogelijke slachtoffers", indicator, by=fields)


def _proposal(counted: Run) -> Proposal:
    tables = tuple(
        TableFacts(counted.pk, f"Naar jaar en {words}", (field,))
        for field, words in (("sex", "geslacht"), ("exploitation", "vorm van uitbuiting"))
    )
    number = register.indicator_with_code(code=PUBLISHED)
    reported = tuple(each.id for each in register.all_figures() if each.indicator == number)
    return Proposal(TITLE, tables, reported=reported)


def _statistician(name: str, domain: str) -> Member:
    body = who.organisation_by_name("CoMensha")
    email = f"{name.lower().replace(' ', '-')}@{domain}"
    invitation = accounts.invite_user(
        email=email, name=f"Demo {name}", organisation=body.pk if body else 0, role=Role.READER,
        today=STARTS,
    )  # fmt: skip
    password = secrets.token_urlsafe(12)
    accounts.set_first_password(number=invitation.number, token=invitation.token, password=password)
    person = who.person_by_email(email)
    joint = processings().get(name=JOINT)
    part = Part(body.pk if body else 0, MemberRole.STATISTICIAN, Scope.NATIONAL, STARTS)
    purposes.add_member(part, user=person.pk if person else 0, processing=joint.pk, today=STARTS)
    return Member(MemberRole.STATISTICIAN, email, password)


def _opened(member: Member) -> AbstractContextManager[Purpose]:
    person = who.person_by_email(member.email)
    part = next(iter(memberships_of(person.pk if person else 0, on=DAY)))
    ground = Ground(part.processing.grounds[0])
    return inside(membership=part.pk, user=part.user_id, ground=ground, today=DAY)


def _after(hours: int) -> datetime:
    return TAKEN_IN + timedelta(hours=hours)
