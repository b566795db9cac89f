"""What a pass must be before the database shows anything: one test for each way it is not."""

import uuid
from collections.abc import Callable
from datetime import date

import psycopg
import pytest
from django.conf import settings
from django.db import ProgrammingError

from samen.accounts.models import User
from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes import actions, tokens
from samen.purposes.inside import ordered
from samen.purposes.models import Membership, Processing
from tests.register.world import DAY, TABLES, World, moment, on, passing, run, token_of
from tests.site_role import addresses

ANALYST = (0, MemberRole.ANALYST, Scope.NATIONAL)
OF_LINKS = ("entityevent", "linkrun", "pair", "pairjudgement", "placement", "standingdecision")


def rows_seen(token: str) -> int:
    with passing(token):
        return sum(int(on(table, "select count(*) from {}")[0][0]) for table in TABLES)


@pytest.fixture
def analyst(world: World) -> Membership:
    return world.members[ANALYST]


def test_the_pass_of_a_member_shows_rows(analyst: Membership) -> None:
    """The tests below mean nothing when a good pass shows nothing."""
    assert rows_seen(token_of(analyst, Ground.WPG10))


def forged(token: str) -> str:
    return token[:-1] + ("0" if token[-1] != "0" else "1")


BAD: dict[str, Callable[[str], str]] = {
    "missing": lambda _: "",
    "forged": forged,
    "without a signature": lambda token: token.rpartition("|")[0],
    "with another ground": lambda token: token.replace("wpg10", "avg6e"),
    "with words in it": lambda _: "pass|a|b|c|d|e|f|" + "0" * 64,
    "with a quote": lambda token: token + "'",
    "twice": lambda token: f"{token}|{token}",
    "very long": lambda token: token * 1000,
    "of bytes": lambda _: "\u202e\u200b😀",
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_pass_shows_nothing(analyst: Membership, bad: str) -> None:
    assert rows_seen(BAD[bad](token_of(analyst, Ground.WPG10))) == 0


def test_a_pass_that_ended_shows_nothing(analyst: Membership) -> None:
    assert rows_seen(token_of(analyst, Ground.WPG10, life=-1)) == 0


def test_a_pass_of_another_transaction_shows_nothing(analyst: Membership) -> None:
    """A pooled connection that kept a setting, and a pass that somebody saw, open nothing."""
    assert rows_seen(token_of(analyst, Ground.WPG10, at=moment() - 1)) == 0


def test_a_pass_signed_with_another_key_shows_nothing(
    analyst: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "SECRET_KEY", "een-ander-geheim-van-voldoende-lengte")
    assert rows_seen(token_of(analyst, Ground.WPG10)) == 0


def test_an_order_is_no_pass(analyst: Membership) -> None:
    parts = (analyst.pk, analyst.user_id, Ground.WPG10, DAY)
    assert rows_seen(tokens.token("order", moment(), *parts)) == 0


def test_a_pass_for_another_users_membership_shows_nothing(
    world: World, analyst: Membership
) -> None:
    other = world.registrars[1].user_id
    assert rows_seen(tokens.token("pass", moment(), analyst.pk, other, Ground.WPG10, DAY)) == 0


def test_a_ground_that_the_processing_has_not_shows_nothing(analyst: Membership) -> None:
    assert rows_seen(token_of(analyst, Ground.WPG9)) == 0


@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2021, 12, 1)])
def test_nothing_is_seen_before_or_after_the_processing(analyst: Membership, day: date) -> None:
    with ordered(by=None, today=DAY):
        Processing.objects.filter(pk=analyst.processing_id).update(end=date(2021, 11, 30))
    assert rows_seen(token_of(analyst, Ground.WPG10, date(2021, 11, 30)))
    assert rows_seen(token_of(analyst, Ground.WPG10, day)) == 0


def test_who_was_removed_sees_nothing_from_the_next_query_on(analyst: Membership) -> None:
    with passing(token_of(analyst, Ground.WPG10)):
        assert run("select count(*) from register_registration")[0][0]
        actions.remove_member(membership=analyst.pk, today=DAY)
        assert run("select count(*) from register_registration")[0][0] == 0


def test_who_has_a_closed_account_sees_nothing(analyst: Membership) -> None:
    User.objects.filter(pk=analyst.user_id).update(is_active=False)
    assert rows_seen(token_of(analyst, Ground.WPG10)) == 0


def test_whose_organisation_left_sees_nothing(analyst: Membership) -> None:
    actions.remove_controller(
        processing=analyst.processing_id, organisation=analyst.organisation_id, today=DAY
    )
    assert rows_seen(token_of(analyst, Ground.WPG10)) == 0


@pytest.mark.parametrize(
    "words",
    [
        "select * from purposes_key",
        "select purposes_key from purposes_key",
        "update purposes_key set inner_pad = ''",
        "delete from purposes_key",
    ],
)
def test_the_site_does_not_see_or_change_the_key(world: World, words: str) -> None:
    assert run(words) in ([], [(0,)])
    with psycopg.connect(addresses()[0]) as owner:
        assert owner.execute("select count(*) from purposes_key").fetchone() == (1,)


def test_every_table_of_rows_with_a_law_is_bound_also_for_its_owner(world: World) -> None:
    """A new table that stands on `Bound` and was not bound by its migration is found here."""
    with psycopg.connect(addresses()[0]) as owner:
        found = owner.execute(
            "select relname, relrowsecurity and relforcerowsecurity,"
            " (select count(*) from pg_policy where polrelid = c.oid)"
            " from pg_class c join pg_attribute a on a.attrelid = c.oid and attname = 'regime'"
            " join pg_attribute b on b.attrelid = c.oid and b.attname = 'processing_id'"
            " where relkind in ('r', 'p')"
        ).fetchall()
    # Who asks for access is known to privacy officers only: tests/register/test_access.py.
    policies = dict.fromkeys((*TABLES, "provision"), 7) | {"accessrequest": 5}
    policies |= dict.fromkeys(("shelteraddress", "partnerfile", "filepiece"), 8)
    bound = {f"register_{name}": n for name, n in policies.items()}
    bound |= dict.fromkeys((f"linkage_{name}" for name in OF_LINKS), 7)
    bound |= dict.fromkeys(("exchange_exchangequestion", "exchange_hit"), 7)
    bound |= dict.fromkeys(("figures_count", "figures_countpart", "figures_gatereport"), 7)
    assert sorted(found) == sorted((name, True, n) for name, n in bound.items())


def test_membership_does_not_change_without_an_order(world: World, analyst: Membership) -> None:
    """What runs as the site's role, but has no signature of the application, widens nothing."""
    changed = "update purposes_membership set scope = 'national', role = 'registrar'"
    assert run(changed) == [(0,)]
    assert run("delete from purposes_controller") == [(0,)]
    team = "insert into purposes_team (id, organisation_id, name) values (%s, %s, 'eigen')"
    with pytest.raises(ProgrammingError, match="row-level security"):
        run(team, uuid.uuid4(), analyst.organisation_id)
