"""Somebody can always be made to answer for the log, also after a processing ended."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.test import override_settings

from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions, queries
from samen.purposes import actions_of_resolutions as resolving
from samen.purposes.actions import Part
from samen.purposes.inside import inside
from samen.purposes.models import Membership
from tests.purposes.test_resolutions import LAST_DAY, NOW, TODAY, Desk, desk

__all__ = ["desk"]

pytestmark = pytest.mark.django_db
AFTER = LAST_DAY + timedelta(days=30)


def officer(desk: Desk) -> Part:
    return Part(desk.bodies[0].pk, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL, TODAY)


def test_a_processing_that_ended_without_an_officer_gets_one_who_opens_its_log(desk: Desk) -> None:
    of = desk.opened()
    first = Membership.objects.get(processing=of)
    actions.remove_member(membership=first.pk, today=TODAY + timedelta(days=9), by=desk.by)
    assert not queries.supervising(desk.officer.pk, on=AFTER).exists()
    asked = desk.propose_member(of, officer(desk))
    resolving.approve(asked.pk, by=desk.other.pk, now=NOW, today=AFTER)
    part = queries.supervising(desk.other.pk, on=AFTER).get()
    opened = partial(inside, membership=part.pk, user=desk.other.pk, ground=Ground.AVG6E,
                     today=AFTER)  # fmt: skip
    with opened(for_trace=True) as purpose:
        assert purpose.has_ended
    with pytest.raises(Refused), opened():
        pass


@pytest.mark.parametrize("role", [each for each in MemberRole if each != "privacy_officer"])
def test_nobody_else_comes_into_a_processing_that_ended(desk: Desk, role: MemberRole) -> None:
    of = desk.opened()
    asked = desk.propose_member(of, replace(officer(desk), role=role))
    with pytest.raises(Refused, match="ended already"):
        resolving.approve(asked.pk, by=desk.officer.pk, now=NOW, today=AFTER)


@pytest.mark.parametrize("scope", [Scope.SELF, Scope.TEAM, Scope.REGION])
def test_an_officer_sees_all_of_a_processing_or_of_an_organisation(
    desk: Desk, scope: Scope
) -> None:
    """What a person is told would else be part of what is held, without saying so."""
    of = desk.opened()
    part = replace(officer(desk), scope=scope, region="Noord")
    with pytest.raises(BadInput, match="own organisation registered"):
        desk.propose_member(of, part, team="Team")


def test_the_page_of_an_ended_processing_offers_an_officer_and_nobody_else(desk: Desk) -> None:
    of = desk.opened()
    client = desk.cast.client("administrator")
    with override_settings(TODAY=AFTER):
        page = client.get(f"/verwerkingen/{of}/").content.decode()
        assert "Privacyfunctionaris voorstellen" in page
        form = client.get(f"/verwerkingen/{of}/deelnemer/").context["form"]
    assert [value for value, _label in form.fields["role"].choices] == ["", "privacy_officer"]


def test_a_processing_without_an_officer_says_so(desk: Desk) -> None:
    of = desk.opened()
    client, day = desk.cast.client("administrator"), TODAY + timedelta(days=9)
    with override_settings(TODAY=day):
        assert "Niemand houdt toezicht" not in client.get(f"/verwerkingen/{of}/").content.decode()
        first = Membership.objects.get(processing=of)
        actions.remove_member(membership=first.pk, today=day, by=desk.by)
        assert "Niemand houdt toezicht" in client.get(f"/verwerkingen/{of}/").content.decode()
