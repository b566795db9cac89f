"""Persons are counted exactly, by who counts only, and what did not change is not counted again."""

import json
from datetime import date

import pytest
from django.db import DatabaseError

from samen.core.errors import BadInput, Refused
from samen.core.terms import MemberRole, RegistrationKind
from samen.linkage.models import BucketChange
from samen.linkage.queries_of_counts import Bucket, Counting, changes, counted
from samen.linkage.queries_of_entities import entity_of
from samen.register import actions
from samen.register.models import Registration
from samen.register.values import Row
from tests.linkage.people import SURE, decided, person, registered, run
from tests.register.given_files import DAY, Setting
from tests.register.taken_rows import note_origin

pytestmark = pytest.mark.django_db
VICTIMS = Counting(RegistrationKind.VICTIM, True, ("sex",), 2010, 2022)


def victim(key: str, given: str, year: int = 2020, sex: str = "female") -> Row:
    row = person(key, given, kind=RegistrationKind.VICTIM)
    day = f'{{"registration_date": {{"state": "known", "value": "{year}-05-01"}}}}'
    return row._replace(values=day, sex=sex)


def of_nation(code: str) -> str:
    said = {"nationality": {"state": "known", "value": code}}
    return json.dumps({"values": said, "raw": {}})


def whole(parts: list[Bucket]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for part in parts:
        for cell, n in part.cells.items():
            found[cell] = found.get(cell, 0) + n
    return found


def told(setting: Setting, counting: Counting = VICTIMS, today: date = DAY) -> list[Bucket]:
    with setting.inside(MemberRole.STATISTICIAN, today=today) as purpose:
        return counted(purpose, counting)


def test_a_person_with_two_registrations_is_one_in_a_year(setting: Setting) -> None:
    decided(setting)
    numbers = registered(setting, [victim("a", "Anna"), victim("b", "Ana"),
                                   victim("c", "Bo", 2019, "male")])  # fmt: skip
    with setting.inside(MemberRole.ANALYST) as purpose:
        women = sorted(Registration.objects.filter(sex="female").values_list("pk", flat=True))
        run(purpose, {(women[0], women[1]): SURE})
    assert len(numbers) == 3
    assert whole(told(setting)) == {("2020", "female"): 1, ("2019", "male"): 1}
    rows = Counting(RegistrationKind.VICTIM, False, ("sex",), 2010, 2022)
    assert whole(told(setting, rows)) == {("2020", "female"): 2, ("2019", "male"): 1}


def test_registrations_that_were_not_placed_yet_are_persons_of_their_own(setting: Setting) -> None:
    registered(setting, [victim("a", "Anna"), victim("b", "Ana")])
    assert whole(told(setting)) == {("2020", "female"): 2}


def test_the_first_that_is_known_of_a_person_is_told(setting: Setting) -> None:
    decided(setting)
    numbers = registered(setting, [victim("a", "Anna", sex=""), victim("b", "Ana")])
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(numbers[0], numbers[1]): SURE})
    assert whole(told(setting)) == {("2020", "female"): 1}


def test_only_what_was_asked_for_is_counted_again_and_says_how_often_it_changed(
    setting: Setting,
) -> None:
    (number,) = registered(setting, [victim("a", "Anna")])
    bucket = str(number)[:2]
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        before = changes(purpose)
        (part,) = counted(purpose, VICTIMS, [bucket])
        others = counted(purpose, VICTIMS, [f"{(int(bucket, 16) + 1) % 256:02x}"])
    assert (part.name, part.changes, dict(part.cells)) == (bucket, before[bucket],
                                                          {("2020", "female"): 1})  # fmt: skip
    assert whole(others) == {}
    with setting.inside() as purpose:
        actions.correct(purpose, number, {"sex": "male"})
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        after = changes(purpose)
        (again,) = counted(purpose, VICTIMS, [bucket])
    assert {name for name in after if after[name] != before.get(name)} == {bucket}
    assert again.inputs != part.inputs
    assert dict(again.cells) == {("2020", "male"): 1}


def test_a_correction_marks_the_bucket_of_the_person_too(setting: Setting) -> None:
    decided(setting)
    (number,) = registered(setting, [victim("a", "Anna")])
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {})
        entity = entity_of(purpose, number)
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        before = changes(purpose)
    with setting.inside() as purpose:
        actions.correct(purpose, number, {"sex": "male"})
    with setting.inside(MemberRole.STATISTICIAN) as purpose:
        after = changes(purpose)
    assert {name for name in after if after[name] != before.get(name)} == {
        str(entity)[:2], str(number)[:2],
    }  # fmt: skip


def test_persons_are_counted_by_what_is_kept_apart_and_a_change_of_it_marks_them(
    setting: Setting,
) -> None:
    decided(setting)
    rows = [victim(key, name)._replace(origin=of_nation(code))
            for key, name, code in (("a", "Anna", "NL"), ("b", "Bo", "RO"))]  # fmt: skip
    registered(setting, [*rows, victim("c", "Cor")])
    by_nation = Counting(RegistrationKind.VICTIM, True, ("nationality",), 2010, 2022)
    assert whole(told(setting, by_nation)) == {("2020", "NL"): 1, ("2020", "RO"): 1,
                                               ("2020", "unknown"): 1}  # fmt: skip
    assert whole(told(setting)) == {("2020", "female"): 3}
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {})
        who = {each.given_names: each.pk for each in Registration.objects.all()}
        entities = {number: entity_of(purpose, number) for number in who.values()}
    for number, code in ((who["Anna"], "BG"), (who["Cor"], "NL")):
        with setting.inside(MemberRole.STATISTICIAN) as purpose:
            before = changes(purpose)
        with setting.inside() as purpose:
            note_origin(number, of_nation(code))
        with setting.inside(MemberRole.STATISTICIAN) as purpose:
            after = changes(purpose)
        marked = {name for name in after if after[name] != before.get(name)}
        assert marked == {str(number)[:2], str(entities[number])[:2]}
    assert whole(told(setting, by_nation)) == {("2020", "BG"): 1, ("2020", "RO"): 1,
                                               ("2020", "NL"): 1}  # fmt: skip


def test_a_count_says_until_when_what_it_counts_is_in_sight(setting: Setting) -> None:
    registered(setting, [victim("a", "Anna")])
    (part,) = [each for each in told(setting) if each.cells]
    assert whole(told(setting, today=date(2022, 3, 1))) == {("2020", "female"): 1}
    assert part.holds > date(2022, 3, 1)


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "statistician"])
def test_nobody_else_counts(setting: Setting, role: MemberRole) -> None:
    with pytest.raises(Refused, match="statistician"), setting.inside(role) as purpose:
        counted(purpose, VICTIMS)


def test_what_cannot_be_counted_by_is_refused() -> None:
    with pytest.raises(BadInput, match="no shoe_size to count by"):
        Counting(RegistrationKind.VICTIM, True, ("shoe_size",), 2010, 2022)
    with pytest.raises(BadInput, match="first year is 2022"):
        Counting(RegistrationKind.VICTIM, True, (), 2022, 2010)


def test_marks_stay(setting: Setting) -> None:
    registered(setting, [victim("a", "Anna")])
    with pytest.raises(DatabaseError, match="Cannot update or delete"):
        BucketChange.objects.all().delete()
