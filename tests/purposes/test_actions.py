"""The acts on processings, teams and members: what they make, end and refuse."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samen.accounts.models import User
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions, queries
from samen.purposes.actions import Part, Plan
from samen.purposes.models import Membership
from tests.register.world import DAY, World, user

TODAY = DAY


def plan(world: World) -> Plan:
    controllers = frozenset(body.pk for body in world.organisations)
    return Plan(
        "Themaverwerking", "Zicht op uitbuiting", frozenset({Ground.WPG10}), controllers, DAY, DAY
    )


def test_a_processing_with_several_controllers_is_a_joint_project(world: World) -> None:
    made = actions.open_processing(plan(world), today=TODAY)
    found = queries.processing(made.pk)
    assert found
    assert {each.organisation_id for each in found.controllers.all()} == {
        body.pk for body in world.organisations
    }


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no ground": ({"grounds": frozenset()}, "ground or a controller is missing"),
    "no controller": ({"controllers": frozenset()}, "ground or a controller is missing"),
    "ends before it starts": ({"end": date(2020, 1, 1)}, "lies before the first day"),
    "review before it starts": ({"review": date(2020, 1, 1)}, "lies before the first day"),
    "no name": ({"name": "  "}, "name is empty"),
    "a far year": ({"start": date(1, 1, 1)}, "year 1 is too far"),
    "kept too long": ({"kept_months": 61}, "kept for 61 months. These grounds allow 1 to 60"),
    "kept no time": ({"kept_months": 0}, "kept for 0 months"),
    "kept as long as nobody says": ({"grounds": frozenset({Ground.AVG6E})}, "not said how long"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_processing_that_cannot_be_is_refused(world: World, case: str) -> None:
    given, words = WRONG[case]
    with pytest.raises(BadInput, match=words):
        actions.open_processing(replace(plan(world), **given), today=TODAY)


def test_an_ended_processing_is_nobodys_purpose_any_more(world: World) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.TEAM]
    assert member in queries.memberships_of(member.user_id, on=TODAY)
    actions.end_processing(processing=member.processing_id, today=TODAY)
    assert member not in queries.memberships_of(member.user_id, on=TODAY)
    with pytest.raises(Refused, match="ended already"):
        actions.end_processing(processing=member.processing_id, today=TODAY)


def test_a_team_is_there_once(world: World) -> None:
    with pytest.raises(Conflict, match="team with this name"):
        actions.add_team(organisation=world.organisations[0].pk, name="1", today=TODAY)


def part(world: World) -> Part:
    return Part(world.organisations[0].pk, MemberRole.ANALYST, Scope.ORGANISATION, TODAY)


def add(world: World, given: Part) -> Membership:
    person = user(f"proef{User.objects.count()}")
    return actions.add_member(
        given, user=person.pk, processing=world.processings[0].pk, today=TODAY
    )


def test_a_member_of_no_controller_of_another_team_or_without_one_is_refused(
    world: World,
) -> None:
    good = part(world)
    wrong = [
        (replace(good, organisation=987654321), "no controller"),
        (replace(good, team=world.teams[2].pk), "not of this organisation"),
        (replace(good, scope=Scope.TEAM), "team or the region is missing"),
        (replace(good, scope=Scope.REGION), "team or the region is missing"),
        (replace(good, end=date(2020, 1, 1)), "before the first day"),
    ]
    for given, words in wrong:
        with pytest.raises(BadInput, match=words):
            add(world, given)


def test_who_leaves_had_yesterday_as_last_day(world: World) -> None:
    early = add(world, replace(part(world), start=TODAY - timedelta(days=9)))
    actions.remove_member(membership=early.pk, today=TODAY)
    early.refresh_from_db()
    assert early.end == TODAY - timedelta(days=1)
    assert early not in queries.members_on(early.processing_id, TODAY)
    with pytest.raises(Refused, match="ended already"):
        actions.remove_member(membership=early.pk, today=TODAY)


def test_who_came_today_and_leaves_stays_known_to_the_log(world: World) -> None:
    made = add(world, part(world))
    actions.remove_member(membership=made.pk, today=TODAY)
    assert made in queries.parts_of(made.processing_id)
    assert made not in queries.members_on(made.processing_id, TODAY)
    actions.restore_member(membership=made.pk, today=TODAY)
    assert made in queries.members_on(made.processing_id, TODAY)


def test_who_was_to_come_later_and_leaves_was_never_there(world: World) -> None:
    made = add(world, replace(part(world), start=TODAY + timedelta(days=1)))
    actions.remove_member(membership=made.pk, today=TODAY)
    assert not Membership.objects.filter(pk=made.pk).exists()


def test_an_organisation_leaves_once(world: World) -> None:
    given = (world.processings[0].pk, world.organisations[1].pk)
    actions.remove_controller(processing=given[0], organisation=given[1], today=TODAY)
    with pytest.raises(Refused, match="left already"):
        actions.remove_controller(processing=given[0], organisation=given[1], today=TODAY)
