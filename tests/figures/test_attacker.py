"""An attacker with programs of his own wins from no release, until a cell is shown again."""

import json
from dataclasses import replace

import pytest

from samen.core.errors import Refused
from samen.core.terms import MemberRole
from samen.figures.models import CountingQuery, Release
from tests.figures.attacker import Told, Truth, attacked
from tests.figures.people import victim
from tests.figures.released import THRESHOLD, attack_all, read_all, revise
from tests.linkage.people import registered
from tests.register.given_files import Setting


@pytest.mark.django_db
@pytest.mark.usefixtures("that_day")
def test_nobody_wins_from_a_release(setting: Setting, release: Release) -> None:
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        outcome = attack_all(purpose)
    assert outcome.won == []
    assert outcome.tried.keys() >= {"outsider", "rule", "contributor"}
    assert json.loads(bytes(release.content))["threshold"] == THRESHOLD


@pytest.mark.django_db
@pytest.mark.usefixtures("that_day", "release")
def test_every_cell_that_hides_another_is_needed(setting: Setting) -> None:
    """Shown again, each gives a small cell away: so the attacker is no straw man."""
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        tables = read_all(purpose)
    shown = 0
    for at, (table, truth) in enumerate(tables):
        for cell, n in table.rows.items():
            if n is None and truth.counts[cell] >= THRESHOLD:
                open_ = replace(table, rows={**table.rows, cell: truth.counts[cell]})
                others = [*tables[:at], (open_, truth), *tables[at + 1 :]]
                assert attacked(others, THRESHOLD).won
                shown += 1
    assert shown


@pytest.mark.django_db
@pytest.mark.usefixtures("that_day")
def test_nobody_wins_from_a_release_and_what_took_its_place(
    setting: Setting, release: Release
) -> None:
    """More people were registered in some cells; those of all years and of the others stay."""
    rows = [victim(f"later{n}", 2020, "male", "labour") for n in range(9)]
    rows += [victim(f"anders{n}", 2019, "female", "sexual") for n in range(7)]
    registered(setting, rows)
    revise(setting, release, CountingQuery.objects.get())
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        outcome = attack_all(purpose)
    assert outcome.won == []
    assert outcome.tried["differences"] > 0


@pytest.mark.django_db
@pytest.mark.usefixtures("that_day")
def test_a_revision_by_a_few_persons_is_refused_and_the_attacker_sees_why(
    setting: Setting, release: Release
) -> None:
    registered(setting, [victim(f"later{n}", 2020, "male", "labour") for n in range(2)])
    with pytest.raises(Refused, match="would get to know too much"):
        revise(setting, release, CountingQuery.objects.get())
    cell = frozenset({("year", "2020"), ("sex", "male")})
    before, after = ((Told({cell: n}, ()), Truth({cell: n}, {})) for n in (21, 23))
    assert attacked([before, after], THRESHOLD).won == [("differences", cell, 21, 23)]
