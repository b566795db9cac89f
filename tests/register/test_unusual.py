"""Which days of looks a privacy officer is pointed at, in words."""

import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from samen.core.terms import MemberRole
from samen.register import queries, queries_of_keeping
from samen.register.models import Registration
from samen.register.names import family_key, given_key
from samen.register.unusual import Look, Member, MembersDay, days_of
from tests.register.given_files import HEAD, Setting, csv_file, make_setting, taken

WHO, DAY = UUID(int=1), date(2021, 11, 17)
NOON = datetime(2021, 11, 17, 12, tzinfo=UTC)


def look(at: datetime = NOON, *persons: str) -> Look:
    return Look(at, 7, WHO, frozenset(persons))


def people(n: int, mark: str = "p") -> list[str]:
    return [f"{mark}{each}" for each in range(n)]


def days(*looks: Look, end: date | None = None, colleagues: str = "") -> list[MembersDay]:
    names = {3: frozenset([colleagues])} if colleagues else {}
    return days_of(looks, {WHO: Member(3, end)}, names, since=DAY)


def words(*looks: Look, end: date | None = None, colleagues: str = "") -> list[str]:
    return [each.sentence.format(**each.values)
            for each in days(*looks, end=end, colleagues=colleagues)[0].remarks()]  # fmt: skip


def before(n: int, *persons: str) -> Look:
    return look(NOON - timedelta(days=n), *persons)


def test_a_usual_day_has_no_remark() -> None:
    assert words(look(NOON, *people(20))) == []


def test_many_more_than_the_usual_day() -> None:
    usual = [before(n, *people(10, f"d{n}-")) for n in (1, 2, 3)]
    assert words(*usual, look(NOON, *people(30))) == []
    assert words(*usual, look(NOON, *people(31))) == [
        "Persons: 31, against 10 on this member's usual day."
    ]
    assert words(look(NOON, *people(21))) == [
        "Persons: 21. There are no days before to compare with."
    ]


@pytest.mark.parametrize(
    ("hour", "is_night"), [(4, True), (5, False), (20, False), (21, True), (22, True)]
)
def test_night_is_by_the_clock_of_the_netherlands(hour: int, is_night: bool) -> None:
    """In winter the clock stands an hour later than UTC."""
    said = words(look(NOON.replace(hour=hour), "p"))
    assert said == (["Looks between 22:00 and 06:00: 1."] if is_night else [])


def test_a_search_that_shows_nobody_is_no_look_at_night() -> None:
    assert words(look(NOON.replace(hour=2))) == []


def test_a_look_after_the_membership_ended() -> None:
    assert words(look(NOON, "p"), end=DAY) == []
    said = words(look(NOON, "p"), end=DAY - timedelta(days=1))
    assert said == ["Looks after this membership ended: 1. Have the system examined."]


def test_a_look_on_the_day_of_an_end_at_once_counts_from_the_moment_of_the_end() -> None:
    ended = Member(3, DAY - timedelta(days=1), NOON)
    looks = [look(NOON + timedelta(minutes=n), "p") for n in (-1, 1)]
    (day,) = days_of(looks, {WHO: ended}, {}, since=DAY)
    assert [each.values for each in day.remarks()] == [{"n": 1}]


def test_a_colleague_and_the_same_person_again() -> None:
    assert words(look(NOON, "p"), colleagues="p") == [
        "Persons with the name of a colleague of this member: 1."
    ]
    often = [before(n, "p") for n in (1, 2, 3, 4)]
    assert words(*often[:3], look(NOON, "p")) == []
    assert words(*often, look(NOON, "p")) == [
        "Persons whom this member looked at on five days or more: 1."
    ]


def test_days_before_are_not_shown() -> None:
    found = days(before(1, "p"), look(NOON, "p"), look(NOON, "q"))
    assert [(each.day, len(each.looks), len(each.persons)) for each in found] == [(DAY, 2, 2)]


@pytest.fixture
def seen() -> tuple[Setting, UUID]:
    """A registration with the name of a member, at which the analyst looked today."""
    setting = make_setting()
    today = timezone.localdate()
    with setting.inside(today=today) as purpose:
        taken(purpose, csv_file(["P1;Registrar;Voorbeeld;;vrouw;"], HEAD))
        number = Registration.objects.get().pk
    with setting.inside(MemberRole.ANALYST, today=today) as purpose:
        queries.registration(purpose, number)
    return setting, number


@pytest.mark.django_db(transaction=True)
def test_the_privacy_officer_sees_who_read_this_and_why(seen: tuple[Setting, UUID]) -> None:
    setting, number = seen
    part = setting.members[MemberRole.PRIVACY_OFFICER]
    client = Client()
    client.force_login(part.user, backend="django.contrib.auth.backends.ModelBackend")
    base = f"/register/{part.pk}/avg6e/toezicht/"
    with override_settings(TODAY=timezone.localdate()):
        page = client.get(base).content.decode()
        assert "Analyst Voorbeeld" in page
        assert "met de naam van een collega" in page
        one = client.get(f"{base}registratie/?number={number}").content.decode()
        assert "Analyst Voorbeeld" in one
        assert "taak van algemeen belang" in one
        for day in ("gisteren", "0001-01-01", "9999-12-31"):
            assert client.get(f"{base}?since={day}").status_code == 400
        other = client.get(f"{base}registratie/?number=d6885c71a90178a1")
        assert other.status_code == 400
        assert "Dit is geen nummer in Samen" in other.content.decode()


@pytest.mark.django_db(transaction=True)
def test_an_officer_tests_no_name_by_sql(seen: tuple[Setting, UUID]) -> None:
    """The application signs which names are asked about: those of members."""
    setting, _number = seen
    names = [[setting.organisation.pk, given_key("Registrar"), family_key("Voorbeeld")]]
    with setting.inside(MemberRole.PRIVACY_OFFICER, today=timezone.localdate()) as purpose:
        (own,) = queries_of_keeping.of_colleagues(purpose).values()
        assert len(own) == 1
        for words, given in (
            ("select * from register_of_colleagues(%s::jsonb)", json.dumps(names)),
            ("select register_of_colleagues() from set_config('samen.members', %s, true)",
             f"members|{purpose.moment}|{2**62}|{json.dumps(names).encode().hex()}|{'0' * 64}"),
        ):  # fmt: skip
            with (
                pytest.raises(DatabaseError, match=r"does not exist|no purpose"),
                transaction.atomic(), connection.cursor() as cursor,
            ):  # fmt: skip
                cursor.execute(words, [given])
