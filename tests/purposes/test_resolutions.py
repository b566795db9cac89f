"""What widens a processing takes two persons; what narrows one takes one, at once."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings

from samen.accounts.models import Organisation, User
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import Ground, MemberRole, OrganisationKind, Scope
from samen.purposes import actions, queries
from samen.purposes import actions_of_resolutions as resolving
from samen.purposes.actions import Part, Plan
from samen.purposes.models import Destruction, Membership, Processing, Resolution, Team
from samen.purposes.values import ResolutionOutcome
from tests.cast import Cast, make_cast, signed_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2022, 11, 15), datetime(2022, 11, 15, 9, tzinfo=UTC)
LAST_DAY = date(2023, 11, 14)


@dataclass(frozen=True)
class Desk:
    """An administrator, a privacy officer, somebody else, and two organisations."""

    cast: Cast
    officer: User
    other: User
    bodies: tuple[Organisation, Organisation]

    @property
    def by(self) -> int:
        return self.cast["administrator"].pk

    @property
    def plan(self) -> Plan:
        numbers = frozenset(body.pk for body in self.bodies)
        return Plan(
            "Gezamenlijk beeld", "Weten wie hulp nodig heeft", frozenset({Ground.AVG6E}), numbers,
            TODAY, date(2023, 6, 1), LAST_DAY, 12,
        )  # fmt: skip

    def propose(self, plan: Plan | None = None) -> Resolution:
        return resolving.propose_opening(
            plan or self.plan, officer=self.officer.pk, organisation=self.bodies[0].pk,
            reason="Afgesproken in de stuurgroep", by=self.by, now=NOW,
        )  # fmt: skip

    def approve(self, asked: Resolution, by: User | None = None) -> Resolution:
        return resolving.approve(asked.pk, by=(by or self.officer).pk, now=NOW, today=TODAY)

    def opened(self) -> UUID:
        number = self.approve(self.propose()).processing_id
        assert number
        return number

    def propose_member(self, of: UUID, part: Part | None = None, **given: Any) -> Resolution:
        default = Part(self.bodies[0].pk, MemberRole.ANALYST, Scope.NATIONAL, TODAY)
        every: dict[str, Any] = {
            "user": self.other.pk,
            "reason": "Nieuwe collega",
            "by": self.by,
            "now": NOW,
        }
        return resolving.propose_member(of, part or default, **every | given)

    def prolong(self, of: UUID, end: date) -> Resolution:
        return resolving.propose_prolongation(
            of, end=end, reason="Het doel geldt nog", by=self.by, now=NOW, today=TODAY
        )


@pytest.fixture
def desk() -> Desk:
    cast = make_cast()
    bodies = tuple(
        Organisation.objects.create(name=f"dienst {name}", kind=OrganisationKind.AGENCY)
        for name in "AB"
    )
    return Desk(cast, cast["approver"], cast["nobody"], (bodies[0], bodies[1]))


def test_a_processing_opens_when_its_privacy_officer_approves(desk: Desk) -> None:
    asked = desk.propose()
    assert not Processing.objects.exists()
    desk.approve(asked)
    opened = Processing.objects.get()
    assert (opened.name, opened.end, opened.controllers.count()) == (
        "Gezamenlijk beeld", LAST_DAY, 2,
    )  # fmt: skip
    member = Membership.objects.get(processing=opened)
    assert (member.user, member.role) == (desk.officer, MemberRole.PRIVACY_OFFICER)


def test_nobody_else_approves_and_nobody_twice(desk: Desk) -> None:
    asked = desk.propose()
    for somebody in (desk.cast["administrator"], desk.other):
        with pytest.raises(Refused):
            desk.approve(asked, somebody)
    desk.approve(asked)
    with pytest.raises(Refused):
        desk.approve(asked)


def test_the_database_refuses_who_approves_their_own_proposal(desk: Desk) -> None:
    asked = desk.propose()
    with pytest.raises(IntegrityError), transaction.atomic():
        Resolution.objects.filter(pk=asked.pk).update(
            outcome=ResolutionOutcome.APPROVED, decided_by=desk.by
        )


def test_a_joint_project_without_a_last_day_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        desk.propose(replace(desk.plan, end=None))


def test_a_member_sees_nothing_before_the_officer_approves(desk: Desk) -> None:
    of = desk.opened()
    asked = desk.propose_member(of)
    assert not queries.memberships_of(desk.other.pk, on=TODAY).exists()
    desk.approve(asked)
    part = queries.memberships_of(desk.other.pk, on=TODAY).get()
    assert (part.role, part.scope, part.given_by_id) == ("analyst", "national", desk.by)


def test_nobody_proposes_themselves(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.propose_member(desk.opened(), user=desk.by)


def test_another_role_or_scope_takes_the_place_of_the_old_one(desk: Desk) -> None:
    of = desk.opened()
    desk.approve(desk.propose_member(of))
    old = queries.memberships_of(desk.other.pk, on=TODAY).get()
    narrower = Part(desk.bodies[0].pk, MemberRole.ANALYST, Scope.TEAM, TODAY)
    desk.approve(desk.propose_member(of, narrower, team="Team Noord", instead_of=old.pk))
    part = queries.memberships_of(desk.other.pk, on=TODAY).get()
    assert (part.scope, part.team) == ("team", Team.objects.get(name="Team Noord"))


@pytest.mark.parametrize("scope", [Scope.TEAM, Scope.REGION])
def test_a_scope_without_its_team_or_region_is_refused(desk: Desk, scope: Scope) -> None:
    part = Part(desk.bodies[0].pk, MemberRole.ANALYST, scope, TODAY)
    with pytest.raises(BadInput):
        desk.propose_member(desk.opened(), part)


def test_a_processing_is_prolonged_twice_at_most_and_by_a_year_at_most(desk: Desk) -> None:
    of = desk.opened()
    for end in (LAST_DAY, LAST_DAY - timedelta(days=1), date(2024, 11, 15)):
        with pytest.raises(BadInput):
            desk.prolong(of, end)
    for end in (date(2024, 11, 14), date(2025, 11, 14)):
        desk.approve(desk.prolong(of, end))
    assert Processing.objects.get(pk=of).end == date(2025, 11, 14)
    with pytest.raises(Refused):
        desk.prolong(of, date(2026, 1, 1))


def test_two_proposals_at_once_prolong_no_more_than_is_allowed(desk: Desk) -> None:
    of = desk.opened()
    asked = [desk.prolong(of, date(2024, 11, 14)) for _ in range(2)]
    desk.approve(asked[0])
    with pytest.raises(BadInput):
        desk.approve(asked[1])


def test_goal_and_review_change_with_a_reason(desk: Desk) -> None:
    of = desk.opened()
    asked = resolving.propose_change(
        of, goal="Weten hoeveel", review=date(2023, 9, 1), reason="Scherper", by=desk.by, now=NOW
    )
    desk.approve(asked)
    found = Processing.objects.get(pk=of)
    assert (found.goal, found.review, found.end) == (
        "Weten hoeveel", date(2023, 9, 1), LAST_DAY,
    )  # fmt: skip


def test_an_organisation_joins_once_and_leaves_at_once(desk: Desk) -> None:
    of = desk.opened()
    new = Organisation.objects.create(name="dienst C", kind=OrganisationKind.AGENCY)
    given: dict[str, Any] = {"reason": "Doet mee", "by": desk.by, "now": NOW}
    desk.approve(resolving.propose_controller(of, organisation=new.pk, **given))
    with pytest.raises(Conflict):
        resolving.propose_controller(of, organisation=new.pk, **given)
    actions.remove_controller(processing=of, organisation=new.pk, today=TODAY, by=desk.by)
    assert Processing.objects.get(pk=of).controllers.count() == 2


def test_the_end_of_a_membership_is_undone_on_its_own_day_only(desk: Desk) -> None:
    of = desk.opened()
    desk.approve(desk.propose_member(of))
    part = queries.memberships_of(desk.other.pk, on=TODAY).get()
    tomorrow = TODAY + timedelta(days=1)
    actions.remove_member(membership=part.pk, today=tomorrow, by=desk.by)
    assert not queries.memberships_of(desk.other.pk, on=tomorrow).exists()
    with pytest.raises(Refused):
        actions.restore_member(membership=part.pk, today=tomorrow + timedelta(days=1), by=desk.by)
    with override_settings(TODAY=tomorrow):
        page = desk.cast.client("administrator").get(f"/verwerkingen/{of}/").content.decode()
    assert str(part.pk) in page
    actions.restore_member(membership=part.pk, today=tomorrow, by=desk.by)
    assert queries.memberships_of(desk.other.pk, on=tomorrow).get().end is None


def test_what_was_proposed_is_refused_with_a_reason_or_withdrawn_by_who_proposed(
    desk: Desk,
) -> None:
    asked, other = desk.propose(), desk.propose()
    resolving.refuse(asked.pk, by=desk.officer.pk, now=NOW, today=TODAY, note="Doel te ruim")
    with pytest.raises(Refused):
        resolving.withdraw(other.pk, by=desk.officer.pk, now=NOW)
    resolving.withdraw(other.pk, by=desk.by, now=NOW)
    outcomes = {each.outcome for each in queries.resolutions()}
    assert outcomes == {ResolutionOutcome.REFUSED, ResolutionOutcome.WITHDRAWN}
    assert not Processing.objects.exists()


def test_the_pages_do_it_for_an_administrator_and_an_officer(desk: Desk) -> None:
    administrator, officer = desk.cast.client("administrator"), signed_in(desk.officer)
    asked = {
        "name": "Beeld", "goal": "Weten", "grounds": ["wpg10"], "controllers": [desk.bodies[0].pk],
        "start": "2022-11-15", "review": "2023-06-01", "end": "", "kept_months": "12",
        "officer": desk.officer.pk, "officer_for": desk.bodies[0].pk, "reason": "Nodig",
    }  # fmt: skip
    with override_settings(TODAY=TODAY):
        page = administrator.post("/verwerkingen/nieuw/", asked)
        assert page.status_code == 302, page.content.decode()
        assert "Weten" in officer.get(page["Location"]).content.decode()
        assert "Wacht op u" in officer.get("/verwerkingen/").content.decode()
        assert signed_in(desk.other).get(page["Location"]).status_code == 403
        officer.post(page["Location"] + "goedkeuren")
        of = Processing.objects.get()
        assert administrator.get(f"/verwerkingen/{of.pk}/").status_code == 200
        assert officer.get(f"/verwerkingen/{of.pk}/").status_code == 200
        assert officer.get(f"/verwerkingen/{of.pk}/deelnemer/").status_code == 403
        refused = administrator.post(f"/verwerkingen/{of.pk}/verlengen/",
                                     {"end": "2024-01-01", "reason": "x"})  # fmt: skip
        assert refused.status_code == 400
        assert "heeft geen laatste dag" in refused.content.decode()
        assert (
            administrator.post(f"/verwerkingen/{of.pk}/beeindigen/", {"x": "1"}).status_code == 400
        )
        administrator.post(f"/verwerkingen/{of.pk}/beeindigen/", {"sure": "on"})
    of.refresh_from_db()
    assert of.end == TODAY


def test_what_went_of_a_processing_that_ended_is_still_told(desk: Desk) -> None:
    number = desk.approve(desk.propose()).processing_id
    assert number
    actions.end_processing(processing=number, today=TODAY, by=desk.by)
    Destruction.objects.create(
        day=TODAY + timedelta(days=1), processing=number, ground="wpg10", rows=412,
        table="register_registration", act="destroyed", reason="end",
    )  # fmt: skip
    with override_settings(TODAY=TODAY + timedelta(days=400)):
        page = desk.cast.client("administrator").get(f"/verwerkingen/{number}/").content.decode()
    for said in ("registraties", "412", "vernietigd", "de verwerking was beëindigd"):
        assert said in page


def test_who_ended_by_themselves_comes_back_by_two_persons_only(desk: Desk) -> None:
    """An administrator alone could undo an end that nobody had made, and without a last day."""
    of = desk.opened()
    ends = Part(desk.bodies[0].pk, MemberRole.ANALYST, Scope.NATIONAL, TODAY, TODAY)
    desk.approve(desk.propose_member(of, ends))
    part = queries.memberships_of(desk.other.pk, on=TODAY).get()
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(Refused):
        actions.restore_member(membership=part.pk, today=tomorrow, by=desk.by)
    with override_settings(TODAY=tomorrow):
        page = desk.cast.client("administrator").get(f"/verwerkingen/{of}/").content.decode()
    assert str(part.pk) not in page


def test_a_part_that_was_replaced_does_not_come_back_beside_the_new_one(desk: Desk) -> None:
    of = desk.opened()
    desk.approve(desk.propose_member(of))
    old = queries.memberships_of(desk.other.pk, on=TODAY).get()
    narrower = Part(desk.bodies[0].pk, MemberRole.STATISTICIAN, Scope.NATIONAL, TODAY)
    desk.approve(desk.propose_member(of, narrower, instead_of=old.pk))
    with pytest.raises(Refused):
        actions.restore_member(membership=old.pk, today=TODAY, by=desk.by)
    assert queries.memberships_of(desk.other.pk, on=TODAY).get().role == "statistician"


def test_an_officer_of_an_organisation_that_left_decides_on_nothing(desk: Desk) -> None:
    """Such an officer could let the own organisation in again."""
    of = desk.opened()
    officer = Part(desk.bodies[1].pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, TODAY)
    desk.approve(desk.propose_member(of, officer))
    actions.remove_controller(
        processing=of, organisation=desk.bodies[1].pk, today=TODAY, by=desk.by
    )
    back = resolving.propose_controller(
        of, organisation=desk.bodies[1].pk, reason="Toch weer", by=desk.by, now=NOW
    )
    with pytest.raises(Refused):
        desk.approve(back, desk.other)
    assert queries.officers_of(of, on=TODAY) == [desk.officer.pk]
    assert not queries.supervised(desk.other.pk, on=TODAY)
    desk.approve(back)
