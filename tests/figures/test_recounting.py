"""The counted figures of a letter are counted again, where a purpose is open to do so."""

from datetime import date

import pytest
from django.conf import LazySettings

from samen.accounts.models import User
from samen.core.terms import MemberRole
from samen.figures import actions_of_releases as acts
from samen.figures.actions import Replay
from samen.figures.models import Count
from samen.figures.recounting import recounted
from samen.programme.actions import record_figure
from samen.programme.queries import figures_of
from samen.programme.values import FigureFacts
from samen.purposes.models import Membership
from samen.register.actions import correct
from samen.register.models import Registration
from tests.figures.people import NOW
from tests.figures.test_releasing import of, out, run, second, table
from tests.register.given_files import DAY, Setting

__all__ = ["run", "second"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def signing(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32


@pytest.fixture
def released(setting: Setting, run: Count, second: Membership, indicator: int) -> list[int]:
    out(setting, second, table(run, "sex"))
    return [each.id for each in figures_of(indicator=indicator)]


def outcomes(figures: list[int], user: int | None, today: date = DAY) -> set[Replay | None]:
    found = recounted(figures, user=user, today=today)
    assert [each.figure for each in found] == sorted(figures)
    return {each.outcome for each in found}


def test_a_statistician_counts_the_figures_of_a_letter_again(
    setting: Setting, released: list[int], second: Membership
) -> None:
    assert len(released) == 3
    assert outcomes(released, second.user_id) == {Replay.SAME}
    with setting.inside() as purpose:
        number = Registration.objects.filter(sex="male").values_list("pk", flat=True)[0]
        correct(purpose, number, {"sex": "female"})
    assert outcomes(released, second.user_id) == {Replay.INPUTS_CHANGED}


def test_without_a_purpose_nothing_is_counted_and_that_is_said(
    setting: Setting, released: list[int]
) -> None:
    assert outcomes(released, None) == {None}
    assert outcomes(released, setting.members[MemberRole.ANALYST].user_id) == {None}


def test_figures_of_others_are_left_out(indicator: int, team: User) -> None:
    facts = FigureFacts(2019, "Jaarbeeld", words="veel")
    number = record_figure(indicator=indicator, figure=facts, by=team, now=NOW)
    assert recounted([number], user=None, today=DAY) == []


def test_a_withdrawn_figure_can_still_be_counted_again(
    released: list[int], second: Membership
) -> None:
    with of(second) as purpose:
        acts.withdraw(purpose, 1, reason="Verkeerd.", now=NOW)
    assert outcomes(released, second.user_id) == {Replay.SAME}
