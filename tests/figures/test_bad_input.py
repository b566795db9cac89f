"""What cannot be counted or released is refused in a sentence, and nothing goes out."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.test import override_settings

from samen.accounts.models import User
from samen.core.disclosure.protect import Status
from samen.core.errors import BadInput, Refused, TooBig
from samen.core.terms import MemberRole
from samen.figures import actions_of_looks
from samen.figures.cube import table as cube_of
from samen.figures.gate import audit, made_safe
from samen.figures.models import Count, Release
from tests.figures.people import counted, query, victims
from tests.figures.test_gate import CELLS, ORDER, POLICY, shown
from tests.figures.test_releasing import MANY, proposed, table
from tests.register.given_files import DAY, Setting


@pytest.fixture
def run(setting: Setting, indicator: int, team: User, settings: LazySettings) -> Count:
    settings.CHECKPOINT_KEY = "11" * 32
    victims(setting, MANY)
    return counted(setting, query(indicator, team, "sex", "exploitation"))


def test_totals_that_do_not_add_up_are_refused() -> None:
    given = shown()
    odd = replace(given, counts={**given.counts, ("2020", "female", "total"): 1000})
    report = audit([odd], [], POLICY)
    assert report.status is Status.REFUSED
    assert "1000" in str(report.reason)


def test_codes_that_stand_in_each_other_are_refused() -> None:
    with pytest.raises(BadInput, match="or in itself"):
        cube_of(CELLS, ORDER, ("form",), {"form": {"a": ("b",), "b": ("a",)}})


def test_a_table_in_which_everything_is_small_is_refused_with_what_helps() -> None:
    with pytest.raises(Refused, match=r"cannot be protected by hiding.*coarser codes"):
        made_safe([shown(cells=dict.fromkeys(CELLS, 1))], [], POLICY)


def test_a_table_of_a_hundred_thousand_cells_is_refused_before_it_is_made() -> None:
    cells: Mapping[tuple[str, ...], int] = {("2020", f"s{n}", f"f{n}"): 9 for n in range(320)}
    with pytest.raises(TooBig, match="103041 cells"):
        cube_of(cells, ORDER, ("sex", "form"), {})


@pytest.mark.django_db
def test_a_gate_that_runs_out_of_time_lets_nothing_out(
    setting: Setting, run: Count, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions_of_looks, "SECONDS", 0.0)
    with pytest.raises(Refused):
        proposed(setting, table(run, "sex", "exploitation"))
    assert not Release.objects.exists()


def recompute(setting: Setting, role: MemberRole) -> None:
    part = setting.members[role]
    with override_settings(TODAY=DAY):
        call_command(
            "recompute_figures", processing=part.processing.name, member=part.user.email,
            ground="avg6e",
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_statistician_counts_all_runs_again_in_a_terminal(
    setting: Setting, run: Count, capsys: pytest.CaptureFixture[str]
) -> None:
    recompute(setting, MemberRole.STATISTICIAN)
    assert f"slachtoffers/1 2015-2021 {run.cells_sha256[:16]}: the same bytes" in (
        capsys.readouterr().out
    )
    with pytest.raises(Refused, match="Nobody with this address counts"):
        recompute(setting, MemberRole.ANALYST)


@pytest.mark.django_db(transaction=True)
def test_a_run_that_was_not_right_ends_in_an_error(
    setting: Setting, run: Count, capsys: pytest.CaptureFixture[str]
) -> None:
    with setting.inside(MemberRole.STATISTICIAN):
        Count.objects.create(**{
            field.attname: getattr(run, field.attname)
            for field in Count._meta.concrete_fields if field.name not in ("id", "cells_sha256")
        }, cells_sha256="0" * 64)  # fmt: skip
    with pytest.raises(CommandError, match="1 counts are not what they were"):
        recompute(setting, MemberRole.STATISTICIAN)
    said = capsys.readouterr().out
    assert "DIFFERS" in said
    assert "the same bytes" in said
