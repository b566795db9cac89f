"""The demo counts a nation of its own, linked, and two statisticians release what they counted."""

from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.conf import LazySettings

from samen.core.simulation.nation import Nation
from samen.core.terms import MemberRole, Role
from samen.figures.models import Count
from samen.figures.queries_of_releases import released
from samen.site import demo
from samen.site.demo_counting import (
    NAME,
    PERSONS,
    PLACES,
    by_unit,
    make_counting,
    rows_of_book,
    rows_of_csv,
    units_of_places,
)
from samen.site.demo_figures import make_figures
from samen.site.demo_register import opened
from samen.site.simulation import PARTNERS_FOLDER, Order, world, write_nation
from tests.figures.released import attack_all

pytestmark = pytest.mark.django_db(transaction=True)
FEW = 5000


def say_nothing(_done: int, _total: int) -> None:
    pass


def test_the_nation_that_is_counted_is_as_large_as_published() -> None:
    totals = Nation(world(), 1, PERSONS, demo.LETTER_DAY).totals
    assert (totals[2019], totals[2020]) == (1372, 1013)


def test_what_is_counted_is_who_was_registered_but_for_a_few_links(settings: LazySettings) -> None:
    settings.CHECKPOINT_KEY = "11" * 32
    by = demo.account(demo.make_accounts(), Role.PROGRAMME_TEAM)
    demo.load_facts(by=by)
    members, added = make_counting(
        domain=demo.DEMO_DOMAIN, report=say_nothing, linking=say_nothing, persons=FEW
    )
    told = make_figures(members, by=by, report=say_nothing)
    there = Nation(world(), 1, FEW, demo.LETTER_DAY).totals
    assert added > FEW
    for year, n in told.totals.items():
        assert n == pytest.approx(there[int(year)], rel=0.1)
    assert [state.release.number for state in released()] == [told.release]
    statistician = next(each for each in members if each.role is MemberRole.STATISTICIAN)
    with opened(statistician, NAME) as purpose:
        answers = [each.answer for each in Count.objects.all() if each.answer]
        outcome = attack_all(purpose)
    assert outcome.won == []
    assert {*outcome.tried} - {"differences"} == {"outsider", "rule", "contributor", "reporter"}
    assert [list(each) for each in answers] == [["2020"]]


def test_partners_that_work_by_region_give_their_files_by_police_unit(tmp_path: Path) -> None:
    for _ in write_nation(Order(persons=200, victims=True), tmp_path):
        pass
    for name, (column, letters) in PLACES.items():
        content = (tmp_path / PARTNERS_FOLDER / name).read_bytes()
        parts = by_unit(name, content)
        read = partial(rows_of_csv, letters=letters) if letters else rows_of_book
        head, *rows = read(content)
        assert sorted(map(str, rows)) == sorted(
            str(row) for part in parts.values() for row in read(part)[1:]
        )
        assert all(read(part)[0] == head for part in parts.values())
        assert len(parts.keys() - {""}) > 5
        for unit, part in parts.items():
            places = {str(row[head.index(column)]) for row in read(part)[1:]}
            assert {units_of_places().get(place, "") for place in places} == {unit}


def test_a_nation_of_victims_has_no_other_rows(tmp_path: Path) -> None:
    for _ in write_nation(Order(persons=60, victims=True), tmp_path):
        pass
    truth = pq.read_table(tmp_path / "partners/truth.parquet")
    assert set(truth["kind"].to_pylist()) == {"victim"}
