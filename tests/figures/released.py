"""A small release that two persons made, for pages that need one."""

from contextlib import AbstractContextManager

from samen.accounts.models import User
from samen.core.terms import Ground, MemberRole, Scope
from samen.figures import actions_of_releases as acts
from samen.figures.counting import fields_of
from samen.figures.models import CountingQuery, Release
from samen.figures.queries_of_releases import counts_below, released
from samen.figures.values import YEAR, Proposal, TableFacts, cells_of
from samen.programme.queries import figures_of
from samen.purposes import actions as purposes
from samen.purposes.actions import Part
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import Membership
from tests.figures.attacker import Outcome, Told, Truth, attacked, exact, told
from tests.figures.people import NOW, counted, query, victim
from tests.linkage.people import registered
from tests.register.given_files import DAY, START, Setting

THRESHOLD = 5
SECOND = "tweede@voorbeeld.example"
VICTIMS = {
    (2019, "female", "sexual"): 21, (2019, "male", "labour"): 9,
    (2020, "female", "sexual"): 12, (2020, "female", "labour"): 8, (2020, "female", "begging"): 2,
    (2020, "male", "sexual"): 6, (2020, "male", "labour"): 14, (2020, "male", "begging"): 1,
}  # fmt: skip


def make_release(
    setting: Setting, indicator: int, team: User, *, reported: int = 0, region: str = ""
) -> Release:
    """By year and sex and by year and form, with one cell and its neighbours not shown.

    reported: an indicator whose values go with it. region: of all; then the table is by region.
    """
    _registered(setting, region)
    by = ("region",) if region else ("sex", "exploitation")
    run = counted(setting, query(indicator, team, *by))
    tables = tuple(TableFacts(run.pk, f"Naar {each}", (each,)) for each in by)
    others = tuple(each.id for each in figures_of(indicator=reported)) if reported else ()
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        made = acts.propose(
            purpose, Proposal("Slachtoffers 2019-2020", tables, reported=others), now=NOW
        )
    with _second(setting) as purpose:
        acts.approve(purpose, made.number, now=NOW)
    return made


def revise(setting: Setting, made: Release, query: CountingQuery) -> Release:
    """The same tables of a later count in the place of a release."""
    run = counted(setting, query)
    tables = tuple(TableFacts(run.pk, f"Naar {each}", (each,)) for each in query.by)
    proposal = Proposal("Slachtoffers 2019-2020, herzien", tables, replaces=made.pk)
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        revised = acts.propose(purpose, proposal, now=NOW)
    second = Membership.objects.get(user__email=SECOND)
    with inside(
        membership=second.pk, user=second.user_id, ground=Ground.AVG6E, today=DAY
    ) as purpose:
        acts.approve(purpose, revised.number, now=NOW)
    return revised


def withdraw_it(setting: Setting, made: Release) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        acts.withdraw(purpose, made.number, reason="Verkeerde jaren.", now=NOW)


def _registered(setting: Setting, region: str) -> None:
    rows = [
        victim(f"{year}{sex}{form}{n}", year, sex, form)._replace(region=region)
        for (year, sex, form), size in VICTIMS.items() for n in range(size)
    ]  # fmt: skip
    registered(setting, rows)


def _second(setting: Setting) -> AbstractContextManager[Purpose]:
    person = User.objects.create_user(SECOND, None, name="Tweede Voorbeeld")
    part = Part(setting.organisation.pk, MemberRole.STATISTICIAN, Scope.NATIONAL, START)
    member = purposes.add_member(
        part, user=person.pk, processing=setting.processing.pk, today=START
    )
    return inside(membership=member.pk, user=person.pk, ground=Ground.AVG6E, today=DAY)


def read_all(purpose: Purpose) -> list[tuple[Told, Truth]]:
    """Every table that was ever released, with whom its cells hold."""
    states = released()
    rows = counts_below(purpose, states)
    found = []
    for state in states[::-1]:
        for table in state.content["tables"]:
            row = rows[table["count"]]
            cells, order = cells_of(row.cells), (YEAR, *fields_of(row.query))
            public = told(table)
            names = {name for codes in cells for name in codes[-1].split("+")}
            by_source = {
                name: exact({codes: n for codes, n in cells.items()
                             if name in codes[-1].split("+")}, order, public)
                for name in names
            }  # fmt: skip
            found.append((public, Truth(exact(cells, order, public), by_source)))
    return found


def attack_all(purpose: Purpose) -> Outcome:
    return attacked(read_all(purpose), THRESHOLD)
