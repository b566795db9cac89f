"""The doors of the register: what they give, what they write, and what stands in the log."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from itertools import batched
from uuid import UUID, uuid4

import pytest

from samen.core.errors import BadInput, Refused
from samen.core.terms import Ground, MemberRole, RegistrationKind, Scope
from samen.purposes.inside import Purpose, inside
from samen.purposes.models import LogEntry, Membership
from samen.purposes.queries import entries
from samen.register import actions, queries
from samen.register import actions_of_keeping as keeping
from samen.register.copying import ready
from samen.register.models import Delivery, Registration, RegistrationVersion
from samen.register.names import family_key, given_key
from samen.register.values import Row, table_of
from tests.register.taken_rows import ALL, taken_row
from tests.register.world import DAY, World

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
OFFICER = (0, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL)
TYPED = Row(
    kind=RegistrationKind.VICTIM, source_key="id:1", row_hash="h1", given_names="Mária",
    family_name="Voorbeeldova", given_key=given_key("Mária"),
    family_key=family_key("Voorbeeldova"), phone="0600000001",
    birth_from=date(1990, 1, 1), birth_until=date(1990, 12, 31), birth_precision="year",
    values='{"sex": {"state": "refused"}}', raw='{"naam": "Voorbeeld"}',
)  # fmt: skip


def opened(
    world: World, role: MemberRole, scope: Scope = Scope.TEAM
) -> AbstractContextManager[Purpose]:
    return of(world.members[0, role, scope])


def of(member: Membership) -> AbstractContextManager[Purpose]:
    return inside(membership=member.pk, user=member.user_id, ground=Ground.WPG10, today=DAY)


def log_of(world: World, person: UUID) -> list[LogEntry]:
    """What the privacy officer finds of one registration, newest first."""
    with of(world.members[OFFICER]) as purpose:
        return list(entries(purpose, person=person))


@pytest.fixture
def typed(world: World) -> UUID:
    """The number of a registration that a registrar of the team took in."""
    with opened(world, MemberRole.REGISTRAR) as purpose:
        return taken_row(purpose, TYPED)


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "Voorbeeldova"},
        {"name": "voorb MARIA"},
        {"name": "maría"},
        {"phone": "0600000001"},
        {"phone": "0600000001", "name": "Mar"},
    ],
)
def test_a_registration_is_found_by_what_is_known(
    world: World, typed: UUID, asked: dict[str, str]
) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        found = [each.pk for each in queries.search(purpose, **asked)]
    assert found == [typed]
    look = log_of(world, typed)[0]
    assert (look.act, look.fields) == (
        "read", sorted({"name" if key == "name" else key for key in asked}),
    )  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    [{}, {"name": "  "}, {"name": "%"}, {"name": "oorbeeld"}, {"phone": "0600000002"},
     {"name": "Maria", "phone": "0600000002"}],
)  # fmt: skip
def test_what_does_not_fit_is_not_found(world: World, typed: UUID, asked: dict[str, str]) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        assert queries.search(purpose, **asked) == []
    assert log_of(world, typed) == []


def test_a_look_at_one_registration_is_in_the_log(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        found = queries.registration(purpose, typed)
        assert found
        assert found.values == {"sex": {"state": "refused"}}
        assert found.raw == {"naam": "Voorbeeld"}
    assert [(each.act, each.fields) for each in log_of(world, typed)] == [("read", ["all"])]


def test_another_purpose_finds_nothing_and_the_look_is_noted_without_the_person(
    world: World, typed: UUID
) -> None:
    with of(world.members[1, MemberRole.ANALYST, Scope.NATIONAL]) as purpose:
        assert queries.registration(purpose, typed) is None
        assert queries.search(purpose, phone="0600000001") == []
    assert log_of(world, typed) == []


def test_a_closed_purpose_shows_nothing_and_says_so(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        pass
    with pytest.raises(Refused, match="no open purpose"):
        queries.registration(purpose, typed)


def test_clocks_follow_from_the_term_of_the_processing(world: World, typed: UUID) -> None:
    """Forty-eight months of the processing, then five years apart (Wpg art. 14)."""
    with opened(world, MemberRole.ANALYST) as purpose:
        found = queries.registration(purpose, typed)
    assert found
    assert (found.first_processed_at, found.last_necessary_at) == (DAY, DAY)
    assert (found.remove_due, found.destroy_due) == (date(2025, 11, 17), date(2030, 11, 17))


def test_a_correction_leaves_what_was_as_a_version(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.REGISTRAR) as purpose:
        actions.correct(purpose, typed, {"city": "Utrecht", "sex": "female"})
        actions.correct(purpose, typed, {"city": "Zeist"})
        now = queries.registration(purpose, typed)
        earlier = queries.versions(purpose, typed)
    assert now
    assert (now.city, now.sex) == ("Zeist", "female")
    assert now.said["sex"] == {"state": "known", "value": "female"}
    assert [each.said["sex"]["state"] for each in earlier] == ["known", "refused"]
    assert [(each.was["city"], each.was["sex"]) for each in earlier] == [
        ("Utrecht", "female"), ("", ""),
    ]  # fmt: skip
    assert {each.changed_by for each in earlier} == {now.registrar_id}
    assert ["city", "sex"] in [each.fields for each in log_of(world, typed)]


@pytest.mark.parametrize("field", ["raw", "row_hash", "processing_id", "remove_due", "no_such"])
def test_what_is_no_field_to_correct_stays(world: World, typed: UUID, field: str) -> None:
    with opened(world, MemberRole.REGISTRAR) as purpose, pytest.raises(BadInput, match=field):
        actions.correct(purpose, typed, {field: "x"})


def test_who_may_only_read_is_told_so(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        with pytest.raises(Refused, match="does not let you write"):
            taken_row(purpose, TYPED)
        with pytest.raises(Refused, match="no such registration that you may change"):
            actions.correct(purpose, typed, {"city": "Utrecht"})


def test_a_necessary_look_begins_the_term_anew(world: World, typed: UUID) -> None:
    member = world.members[0, MemberRole.CASE_HOLDER, Scope.TEAM]
    later = date(2022, 11, 17)
    with inside(
        membership=member.pk, user=member.user_id, ground=Ground.WPG10, today=later
    ) as purpose:
        found = actions.note_necessity(purpose, typed)
    assert (found.last_necessary_at, found.remove_due) == (later, date(2026, 11, 17))


def test_a_hold_is_a_decision_with_a_reason_that_ends(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.CASE_HOLDER) as purpose:
        with pytest.raises(BadInput, match="reason"):
            keeping.hold(purpose, typed, reason=" ")
        made = keeping.hold(purpose, typed, reason="klacht loopt")
        keeping.end_hold(purpose, made.pk)
        with pytest.raises(Refused, match="ended already"):
            keeping.end_hold(purpose, made.pk)
        assert [(h.reason, h.ended_on) for h in queries.holds(purpose, typed)] == [
            ("klacht loopt", DAY)
        ]


def rows(n: int, city: str = "") -> Iterator[Row]:
    for number in range(n):
        yield TYPED._replace(
            source_key=f"id:{number}", row_hash=f"{city}{number}", source_row=number + 2,
            region="Noord", city=city if number % 2 else "", raw=json.dumps({"n": number}),
        )._replace(row_hash=f"{city if number % 2 else ''}{number}")  # fmt: skip


def take_in(purpose: Purpose, sha256: str, given: Iterator[Row]) -> Delivery:
    return actions.take_in(
        purpose, name="proef.csv", sha256=sha256, mapping=ALL,
        batches=(ready(table_of(batch)) for batch in batched(given, 7)), now=NOW,
    )  # fmt: skip


def counted(delivery: Delivery) -> tuple[int, int, int]:
    return delivery.rows, delivery.added, delivery.changed


def test_a_file_is_taken_in_once(world: World) -> None:
    """The same file again adds nothing; another with the same rows neither; a changed row is a
    new version of what was there."""
    with opened(world, MemberRole.REGISTRAR) as purpose:
        first = take_in(purpose, "a", rows(20))
        assert counted(first) == (20, 20, 0)
        assert take_in(purpose, "a", rows(20)) == first
        assert counted(take_in(purpose, "b", rows(20))) == (20, 0, 0)
        changed = take_in(purpose, "c", rows(21, "Zeist"))
        assert counted(changed) == (21, 1, 10)
        mine = Registration.objects.filter(source_key__startswith="id:")
        assert mine.count() == 21
        assert set(mine.filter(city="Zeist").values_list("delivery", flat=True)) == {changed.pk}
        kept = RegistrationVersion.objects.filter(registration__in=mine.values("pk"))
        assert kept.count() == 10
        assert {each.was["city"] for each in kept} == {""}
        row = mine.get(source_key="id:3")
        assert (row.source_row, row.raw, row.birth_precision) == (5, {"n": 3}, "year")


def test_a_row_that_stands_twice_counts_as_it_stands_last(world: World) -> None:
    twice = [TYPED._replace(source_row=n, city=f"stad {n}", row_hash=str(n)) for n in (2, 9, 4)]
    with opened(world, MemberRole.REGISTRAR) as purpose:
        assert counted(take_in(purpose, "a", iter(twice))) == (3, 1, 0)
        assert Registration.objects.get(source_key="id:1").city == "stad 9"


def test_a_file_that_breaks_half_way_leaves_nothing(world: World) -> None:
    def broken() -> Iterator[Row]:
        yield from rows(5)
        raise BadInput("The file ends half-way.")

    with opened(world, MemberRole.REGISTRAR) as purpose:
        before = Registration.objects.count()
        with pytest.raises(BadInput):
            take_in(purpose, "a", broken())
        assert Registration.objects.count() == before
        assert not Delivery.objects.filter(sha256="a").exists()
        assert counted(take_in(purpose, "a", rows(5))) == (5, 5, 0)


def test_who_may_not_write_takes_nothing_in(world: World) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        with pytest.raises(Refused, match="does not let you write"):
            take_in(purpose, "a", rows(5))
        assert not Delivery.objects.filter(sha256="a").exists()


@pytest.mark.parametrize("by", queries.FACETS)
def test_counts_tell_what_the_purpose_shows(world: World, typed: UUID, by: str) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.TEAM]
    with of(member) as purpose:
        expected = len(world.may_see("registration", member, Ground.WPG10)) + 1
        assert sum(queries.counts(purpose, by).values()) == expected


def test_a_statistician_gets_fives_and_no_small_cells(world: World) -> None:
    member = world.members[0, MemberRole.REGISTRAR, Scope.TEAM]
    with of(member) as purpose:
        for number, region in enumerate(["Oost"] * 12 + ["West"] * 4):
            row = TYPED._replace(source_key=f"s{number}", region=region, sex="male")
            taken_row(purpose, row)
    with opened(world, MemberRole.STATISTICIAN, Scope.NATIONAL) as purpose:
        told = queries.statistics(purpose, ["sex", "region"])
        assert Registration.objects.count() == 0
    assert ({"sex": "male", "region": "Oost"}, 10) in told
    assert ({"sex": "male", "region": "West"}, None) in told
    assert all(n is None or n % 5 == 0 for _cell, n in told)


@pytest.mark.parametrize("role", [r for r in MemberRole if r != MemberRole.STATISTICIAN])
def test_nobody_else_is_counted_for(world: World, role: MemberRole) -> None:
    with opened(world, role) as purpose, pytest.raises(Refused, match="statistician"):
        queries.statistics(purpose, ["sex"])


def test_a_number_that_nobody_has_is_nothing(world: World) -> None:
    with opened(world, MemberRole.ANALYST) as purpose:
        assert queries.registration(purpose, uuid4()) is None
