"""A count says what went in and by which code, and gives the same bytes again."""

import pytest
from django.db import DatabaseError, transaction

from samen.accounts.models import User
from samen.core.errors import BadInput, Refused
from samen.core.terms import FigureMethod, MemberRole
from samen.figures.actions import Replay, count, define_query, recompute
from samen.figures.counting import count_changed, counting_of
from samen.figures.models import Count, CountingQuery
from samen.figures.queries import defined
from samen.figures.values import QueryFacts
from samen.linkage.queries_of_counts import BUCKETS
from samen.programme.actions import define_indicator
from samen.register.actions import correct
from tests.figures.people import NOW, YEARS, counted, query, victims
from tests.register.given_files import Setting

pytestmark = pytest.mark.django_db
MANY = {(2020, "female", "sexual"): 4, (2020, "male", "labour"): 3, (2019, "male", "labour"): 2}


def test_a_count_holds_every_cell_and_what_went_in(
    setting: Setting, indicator: int, team: User
) -> None:
    victims(setting, MANY)
    made = counted(setting, query(indicator, team, "sex", "exploitation"))
    by = str(setting.organisation.pk)
    assert made.cells == [
        [["2019", "male", "labour", by], 2], [["2020", "female", "sexual", by], 4],
        [["2020", "male", "labour", by], 3],
    ]  # fmt: skip
    assert sum(1 for _ in made.inputs) <= 9
    assert made.code_version.startswith("samen ")
    assert made.registrar_id == setting.members[MemberRole.STATISTICIAN].user_id


def test_counted_again_the_bytes_are_the_same(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    made = counted(setting, query(indicator, team))
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        again = recompute(purpose, made.pk)
    assert (again.outcome, again.sha256) == (Replay.SAME, made.cells_sha256)


def test_what_changed_in_the_register_is_told_as_that(
    setting: Setting, indicator: int, team: User
) -> None:
    numbers = victims(setting, MANY)
    made = counted(setting, query(indicator, team))
    with setting.inside() as purpose:
        correct(purpose, numbers[0], {"sex": "transgender_male"})
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        again = recompute(purpose, made.pk)
    assert (again.outcome, again.parts) == (Replay.INPUTS_CHANGED, 1)


def test_after_one_change_one_part_is_counted_again(
    setting: Setting, indicator: int, team: User
) -> None:
    numbers = victims(setting, MANY)
    counting = counting_of(query(indicator, team), *YEARS)
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        first = count_changed(purpose, counting)
        second = count_changed(purpose, counting)
    assert (first.again, second.again) == (len(BUCKETS), 0)
    assert second.cells == first.cells
    with setting.inside() as purpose:
        correct(purpose, numbers[0], {"sex": "transgender_male"})
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        third = count_changed(purpose, counting)
        again = recompute(purpose, count(purpose, query(indicator, team), years=YEARS, now=NOW).pk)
    assert third.again == 1
    assert sum(third.cells.values()) == sum(first.cells.values())
    assert any("transgender_male" in cell for cell in third.cells)
    assert again.outcome is Replay.SAME


def test_estimates_stand_with_their_interval_or_the_reason_why_not(
    setting: Setting, indicator: int, team: User
) -> None:
    victims(setting, MANY)
    facts = QueryFacts("schatting", "Schatting", indicator, method=FigureMethod.ESTIMATED)
    made = counted(setting, define_query(facts, by=team, now=NOW))
    assert made.answer is not None
    assert made.answer["2020"]["verdict"] == "refuse"
    assert "at least two lists" in made.answer["2020"]["reasons"][0]["allowed"]
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        assert recompute(purpose, made.pk).outcome is Replay.SAME


def test_another_way_to_count_is_a_next_version(indicator: int, team: User) -> None:
    first = query(indicator, team, "sex")
    assert query(indicator, team, "sex").pk == first.pk
    second = query(indicator, team, "age")
    assert (first.version, second.version) == (1, 2)
    assert [(each.name, each.version) for each in defined()] == [("slachtoffers", 2)]
    define_indicator(indicator=indicator, words="Personen, met huisgenoten.")
    assert query(indicator, team, "age").version == 3
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        CountingQuery.objects.filter(pk=first.pk).update(title="Anders")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (QueryFacts("", "x", 0), "no name"),
        (QueryFacts("a", "x", 0, by=("shoe_size",)), "no shoe_size"),
        (QueryFacts("a", "x", 0, by=("sex", "sex")), "by 2 fields"),
        (QueryFacts("a", "x", 0, persons=False, method=FigureMethod.ESTIMATED), "of registrations"),
    ],
)
def test_what_cannot_be_counted_is_refused(facts: QueryFacts, words: str, team: User) -> None:
    with pytest.raises(BadInput, match=words):
        define_query(facts, by=team, now=NOW)


def test_an_indicator_without_a_definition_is_not_counted(indicator: int, team: User) -> None:
    with pytest.raises(Refused, match="no definition"):
        define_query(QueryFacts("a", "x", 0), by=team, now=NOW)
    with pytest.raises(BadInput, match="no definition 9"):
        define_query(QueryFacts("a", "x", indicator, definition=9), by=team, now=NOW)


def test_nobody_in_the_years_is_said(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    with pytest.raises(Refused, match="nobody to count in 2001 to 2002"):
        counted(setting, query(indicator, team), (2001, 2002))


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "statistician"])
def test_only_a_statistician_counts_and_sees_counts(
    setting: Setting, indicator: int, team: User, role: MemberRole
) -> None:
    victims(setting, MANY)
    made = counted(setting, query(indicator, team))
    with pytest.raises(Refused, match="statistician"), setting.inside(role) as purpose:
        count(purpose, query(indicator, team), years=YEARS, now=NOW)
    with pytest.raises(Refused, match="statistician"), setting.inside(role) as purpose:
        recompute(purpose, made.pk)


def test_without_a_purpose_no_count_is_seen(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    counted(setting, query(indicator, team))
    assert not Count.objects.exists()


def test_a_count_stays_as_it_is(setting: Setting, indicator: int, team: User) -> None:
    victims(setting, MANY)
    made = counted(setting, query(indicator, team))
    with (
        pytest.raises(DatabaseError, match="what was written stays"),
        setting.inside(MemberRole.STATISTICIAN),
    ):
        Count.objects.filter(pk=made.pk).update(cells=[])
