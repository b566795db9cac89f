"""Inside a purpose: what opens it, what refuses it in words, and what its end leaves."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import psycopg
import pytest
from django.conf import settings

from samen.accounts.models import Organisation, User
from samen.core.errors import CannotRun, Refused, SamenError
from samen.core.terms import Ground, LogAct, MemberRole, OrganisationKind, Scope
from samen.purposes import actions, tokens
from samen.purposes.actions import Part, Plan
from samen.purposes.inside import inside, ordered
from samen.purposes.models import LogEntry, Membership, Processing
from samen.purposes.queries import entries
from tests.register.world import DAY, TABLES, World, on, run
from tests.site_role import addresses, give_rights

COUNT = "select count(*) from register_registration"
ANALYST = (0, MemberRole.ANALYST, Scope.NATIONAL)
OFFICER = (0, MemberRole.PRIVACY_OFFICER, Scope.NATIONAL)


def count() -> int:
    return int(run(COUNT)[0][0])


@pytest.fixture
def analyst(world: World) -> Membership:
    return world.members[ANALYST]


def log_of(world: World) -> list[LogEntry]:
    """The log as the privacy officer of the first processing sees it, newest first."""
    part = world.members[OFFICER]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY) as purpose:
        return list(entries(purpose))


def look(member: Membership, then: Callable[[], object], *persons: UUID) -> None:
    """A look that is noted, after which something happens before its end."""
    with inside(
        membership=member.pk, user=member.user_id, ground=Ground.WPG10, today=DAY
    ) as purpose:
        purpose.note(LogAct.READ, persons)
        then()


def test_rows_are_seen_inside_and_not_after(analyst: Membership) -> None:
    before = count()
    with inside(
        membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY
    ) as purpose:
        assert count()
    assert (before, count()) == (0, 0)
    with pytest.raises(Refused, match="no open purpose"):
        purpose.note(LogAct.READ, [])


def test_a_purpose_in_a_purpose_leaves_the_first_one_open(world: World) -> None:
    """Each shows its own law only; the outer one is as it was when the inner one closes."""
    part = world.members[ANALYST]
    opened = partial(inside, membership=part.pk, user=part.user_id, today=DAY)
    laws = "select distinct regime from register_registration"
    with opened(ground=Ground.WPG10):
        with opened(ground=Ground.AVG6E):
            assert run(laws) == [("avg",)]
        assert run(laws) == [("wpg",)]


def test_an_act_is_in_the_log_with_who_what_for_and_on_what_ground(
    world: World, analyst: Membership
) -> None:
    person = world.rows[0].id
    with inside(
        membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY, request="r1"
    ) as purpose:
        purpose.note(LogAct.READ, [person, person], ["city"])
        purpose.note(LogAct.READ, [world.rows[1].id], ["city"])
        purpose.note(LogAct.EXPORT, [], [])
    export, read = log_of(world)[:2]
    assert (read.user, read.processing) == (analyst.user_id, analyst.processing_id)
    assert (read.act, read.ground, read.fields, read.request) == ("read", "wpg10", ["city"], "r1")
    assert len(read.subjects) == 2
    assert str(person) not in "".join(read.subjects)
    assert (export.act, export.number) == ("export", read.number + 1)


def test_a_privacy_officer_finds_who_looked_at_a_person(world: World, analyst: Membership) -> None:
    person, other = world.rows[0].id, world.rows[1].id
    with inside(
        membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY
    ) as purpose:
        purpose.note(LogAct.READ, [person], [])
    part = world.members[OFFICER]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY) as purpose:
        assert [each.user for each in entries(purpose, person=person)] == [analyst.user_id]
        assert list(entries(purpose, person=other)) == []
        assert count() == 0


def test_after_the_last_day_the_privacy_officer_has_the_log_and_nothing_else(
    world: World, analyst: Membership
) -> None:
    person, after = world.rows[0].id, DAY + timedelta(days=1)
    look(analyst, lambda: None, person)
    part = world.members[OFFICER]
    actions.end_processing(processing=part.processing_id, today=DAY)
    opened = partial(inside, membership=part.pk, user=part.user_id, ground=Ground.WPG10)
    with pytest.raises(Refused, match="processing ended"), opened(today=after):
        pass
    with opened(today=after, for_trace=True) as purpose:
        assert [each.user for each in entries(purpose, person=person)] == [analyst.user_id]
        assert {each.processing for each in LogEntry.objects.all()} == {part.processing_id}
        for table in (*TABLES, "accessrequest", "provision"):
            assert on(table, "select 1 from {}") == []
        for verb in ("any", "log", "access", "read", "count", "version"):
            assert run("select (purposes_pass(%s)).membership_id", verb) == [(None,)]


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "privacy_officer"])
def test_after_the_last_day_the_log_opens_to_nobody_else(world: World, role: MemberRole) -> None:
    part = world.members[0, role, Scope.NATIONAL]
    actions.end_processing(processing=part.processing_id, today=DAY)
    with (
        pytest.raises(Refused, match="processing ended"),
        inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10,
               today=DAY + timedelta(days=1), for_trace=True),
    ):  # fmt: skip
        pass


@pytest.mark.parametrize("role", [role for role in MemberRole if role != "privacy_officer"])
def test_nobody_else_reads_the_log(world: World, analyst: Membership, role: MemberRole) -> None:
    with inside(
        membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY
    ) as purpose:
        purpose.note(LogAct.READ, [], [])
    part = world.members[0, role, Scope.NATIONAL]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY) as purpose:
        assert list(entries(purpose)) == []


def test_a_privacy_officer_does_not_read_the_log_of_another_processing(world: World) -> None:
    part = world.members[1, MemberRole.ANALYST, Scope.NATIONAL]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY) as purpose:
        purpose.note(LogAct.READ, [], [])
    assert [each for each in log_of(world) if each.processing != world.processings[0].pk] == []


def test_what_failed_is_not_logged(world: World, analyst: Membership) -> None:
    with pytest.raises(ZeroDivisionError):
        look(analyst, lambda: 1 // 0)
    assert log_of(world) == []


def test_who_is_removed_while_a_page_is_made_gets_no_page(
    world: World, analyst: Membership
) -> None:
    with pytest.raises(Refused, match="ended while you worked"):
        look(analyst, lambda: actions.remove_member(membership=analyst.pk, today=DAY))
    assert log_of(world) == []


def test_long_work_renews_its_pass(analyst: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass ends some time after its transaction began; a renewed one, after it was renewed."""
    monkeypatch.setattr("samen.purposes.tokens.LIFE_SECONDS", 1)
    with inside(
        membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY
    ) as purpose:
        run("select pg_sleep(1.1 + extract(epoch from statement_timestamp() - now()))")
        purpose.renew()
        assert count()


def end_processing(member: Membership) -> None:
    actions.end_processing(processing=member.processing_id, today=DAY)


def remove_member(member: Membership) -> None:
    actions.remove_member(membership=member.pk, today=DAY)


def remove_controller(member: Membership) -> None:
    actions.remove_controller(
        processing=member.processing_id, organisation=member.organisation_id, today=DAY
    )


def close_account(member: Membership) -> None:
    User.objects.filter(pk=member.user_id).update(is_active=False)


def take_ground(member: Membership) -> None:
    with ordered(by=None, today=DAY):
        Processing.objects.filter(pk=member.processing_id).update(grounds=[Ground.AVG6E])


REFUSALS: dict[Callable[[Membership], None], tuple[type[SamenError], str]] = {
    end_processing: (Refused, "its last day was 2021-11-16"),
    remove_member: (Refused, "no member of this processing today"),
    remove_controller: (Refused, "Your organisation does not take part"),
    close_account: (Refused, "not of a part that you have"),
    take_ground: (Refused, r"has no ground .*Wpg art. 10.* Its grounds are .*art. 6"),
}


@pytest.mark.parametrize("act", REFUSALS, ids=lambda act: act.__name__)
def test_who_may_not_in_is_told_why(analyst: Membership, act: Callable[[Membership], None]) -> None:
    kind, words = REFUSALS[act]
    act(analyst)
    with (
        pytest.raises(kind, match=words),
        inside(membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY),
    ):
        pass


def test_another_persons_membership_opens_nothing(world: World, analyst: Membership) -> None:
    other = world.registrars[1].user_id
    with (
        pytest.raises(Refused, match="not of a part"),
        inside(membership=analyst.pk, user=other, ground=Ground.WPG10, today=DAY),
    ):
        pass


def test_a_secret_that_the_database_does_not_know_is_told(
    analyst: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SECRET_KEY", "een-ander-geheim-van-voldoende-lengte")
    with (
        pytest.raises(CannotRun, match="samen manage migrate"),
        inside(membership=analyst.pk, user=analyst.user_id, ground=Ground.WPG10, today=DAY),
    ):
        pass


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_kept_a_pass_shows_nothing_with_it() -> None:
    """A pool hands the connection on with a setting of the session; the next sees nothing."""
    give_rights()
    body = Organisation.objects.create(name="dienst", kind=OrganisationKind.AGENCY)
    person = User.objects.create_user("proef@voorbeeld.example", None, name="Proef")
    plan = Plan(
        "P", "Proef", frozenset({Ground.WPG10}), frozenset({body.pk}), date(2020, 1, 1), DAY
    )
    processing = actions.open_processing(plan, today=DAY)
    part = actions.add_member(
        Part(body.pk, MemberRole.ANALYST, Scope.NATIONAL, date(2020, 1, 1)),
        user=person.pk, processing=processing.pk, today=DAY,
    )  # fmt: skip
    asked = "select (purposes_pass('any')).membership_id"
    with psycopg.connect(addresses()[1]) as kept:
        begun = kept.execute("select (extract(epoch from now()) * 1000000)::bigint").fetchone()
        assert begun
        token = tokens.token("pass", begun[0], part.pk, person.pk, Ground.WPG10, DAY)
        kept.execute("select set_config('samen.pass', %s, false)", [token])
        assert kept.execute(asked).fetchone() == (part.pk,)
        kept.commit()
        assert kept.execute("select current_setting('samen.pass')").fetchone() == (token,)
        assert kept.execute(asked).fetchone() == (None,)
