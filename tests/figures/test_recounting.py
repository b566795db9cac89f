"""The counted figures of a letter are counted again, where a purpose is open to do so."""

from argparse import Namespace
from datetime import date
from decimal import Decimal

import pytest
from django.conf import LazySettings
from django.test import override_settings

from samen.accounts.models import User
from samen.core.terms import MemberRole
from samen.figures import actions_of_releases as acts
from samen.figures.actions import Replay
from samen.figures.models import Count, ReleasedFigure
from samen.figures.recounting import recounted
from samen.letters.actions import writing
from samen.programme.actions import record_figure
from samen.programme.queries import figures_of
from samen.programme.values import FigureFacts
from samen.purposes.models import Membership
from samen.register.actions import correct
from samen.register.models import Registration
from samen.site.commands.letter import check
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


def letter_with(figures: list[int], by: User) -> None:
    """The letter of 2022, with these figures in a section of its own."""
    plan = writing.LetterPlan(year=2022, on=date(2022, 11, 15), subject="Brief", sender="Dienst")
    number = writing.start_letter(plan=plan, by=by, now=NOW)
    key = writing.add_section(letter=number, title="Cijfers", by=by, now=NOW)
    fields = " en ".join(f"[[figure:{each}]]" for each in figures)
    writing.save_section(
        letter=number, key=key, title="Cijfers", body=f"Er waren {fields} mensen.", seen=1, by=by,
        now=NOW,
    )  # fmt: skip


def check_of_letter(address: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    with override_settings(TODAY=DAY):
        code = check(Namespace(year=2022, by=address))
    said = capsys.readouterr().out.splitlines()
    return code, sorted({line.split(": ")[1] for line in said if "counted figure" in line})


@pytest.fixture
def wrong(setting: Setting, released: list[int], run: Count, indicator: int, team: User) -> int:
    """A released figure of a count that was not right."""
    with setting.inside(MemberRole.STATISTICIAN):
        count = Count.objects.create(**{
            field.attname: getattr(run, field.attname)
            for field in Count._meta.concrete_fields if field.name not in ("id", "cells_sha256")
        }, cells_sha256="0" * 64)  # fmt: skip
    facts = FigureFacts(2019, "Vrijgave 2", value=Decimal(3))
    number = record_figure(indicator=indicator, figure=facts, by=team, now=NOW)
    release = ReleasedFigure.objects.get(figure=released[0]).release
    ReleasedFigure.objects.create(release=release, figure_id=number, count=count.pk, cell=["2019"])
    return number


def test_the_check_of_a_letter_counts_its_figures_again_and_tells_which_differs(
    released: list[int], wrong: int, second: Membership, team: User,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    letter_with([*released, wrong], team)
    code, said = check_of_letter(second.user.email, capsys)
    assert (code, said) == (1, ["differs", "same"])
    assert check_of_letter("", capsys)[1] == ["not counted again"]
