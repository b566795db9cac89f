"""Role x scope x purpose x law x table x verb on the tables of links and of questions without
names, as the site's own role.

Both are seen and made by analysts and case holders who see the whole of a processing; privacy
officers see the questions too.
"""

import itertools
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import Error, models, transaction

from samen.core.terms import Ground, MemberRole, Scope
from samen.exchange.models import ExchangeQuestion, Hit
from samen.linkage.models import (
    EntityEvent,
    LinkRun,
    Pair,
    PairJudgement,
    Placement,
    StandingDecision,
)
from samen.linkage.values import LINKERS
from samen.purposes.models import Membership
from tests.register.world import DAY, EARLIER, GROUNDS, World, passing, run, token_of

NOW = datetime(2021, 11, 17, 12, tzinfo=UTC)
LATER = date(2023, 1, 1)


def two() -> dict[str, Any]:
    """What a row about two registrations has."""
    days = {f"{side}_{day}": LATER for side in ("left", "right") for day in ("remove", "destroy")}
    return days | {"left_id": uuid.uuid4(), "right_id": uuid.uuid4()}


MADE: dict[type[models.Model], Callable[[], dict[str, Any]]] = {
    StandingDecision: lambda: {"strict": 0.999, "reason": "proef", "start": DAY, "until": LATER},
    LinkRun: lambda: {
        "at": NOW, "model": "{}", "model_sha256": "a", "code_version": "1", "strict": 0.999,
        "even": 0.5, "records": 1, "looked_at": 1, "ceiling": 1.0, "linked": 0, "suggested": 0,
        "entities": 1,
    },
    Pair: lambda: two() | {
        "run": uuid.uuid4(), "weight": 1.0, "chance": 0.6, "levels": [0], "rarities": [0.0],
        "together": True, "acts": False,
    },
    EntityEvent: lambda: {
        "number": uuid.uuid4().int % 10**15, "change": "born", "reason": "run", "before": [],
        "after": [], "at": NOW,
    },
    Placement: lambda: {
        "registration": uuid.uuid4(), "entity": uuid.uuid4(),
        "known_from": EntityEvent.objects.values_list("pk", flat=True).first() or uuid.uuid4(),
    },
    PairJudgement: lambda: two() | {"answer": "same", "at": NOW},
    ExchangeQuestion: lambda: {
        "number": uuid.uuid4(), "peer": uuid.uuid4(), "side": "asked", "state": "waiting",
        "at": NOW, "on": DAY, "size": 1,
    },
    Hit: lambda: {
        "question": uuid.uuid4(), "token": "a", "registration": uuid.uuid4(), "keys": ["document"],
    },
}  # fmt: skip
TABLES = list(MADE)
OF_LINKS = [table for table in TABLES if table._meta.app_label == "linkage"]


@dataclass(frozen=True)
class Signed:
    """What a row says of who wrote it and why."""

    processing: uuid.UUID
    ground: Ground
    organisation: int
    team: uuid.UUID | None
    registrar: int


def signed(member: Membership, ground: Ground) -> Signed:
    return Signed(member.processing_id, ground, member.organisation_id, member.team_id,
                  member.user_id)  # fmt: skip


def write(table: type[models.Model], by: Signed, remove: date = LATER) -> uuid.UUID:
    row = table(
        **MADE[table](), processing_id=by.processing, ground=by.ground, regime=by.ground.regime,
        organisation_id=by.organisation, team_id=by.team, registrar_id=by.registrar,
        remove_due=remove, destroy_due=LATER,
    )  # fmt: skip
    row.save(force_insert=True)
    return uuid.UUID(str(row.pk))


def is_added(table: type[models.Model], by: Signed) -> bool:
    try:
        with transaction.atomic():
            write(table, by)
            transaction.set_rollback(True)
            return True
    except Error:
        return False


def of(table: type[models.Model], words: str) -> str:
    """A statement on a table; {} stands for its name."""
    return words.format(table._meta.db_table)


def touched(words: str, *values: object) -> int:
    """How many rows a statement touches; 0 for one that is refused. Undone at once."""
    try:
        with transaction.atomic():
            count = int(run(words, *values)[0][0])
            transaction.set_rollback(True)
            return count
    except Error:
        return 0


type Rows = dict[tuple[int, Ground, type[models.Model]], uuid.UUID]


@pytest.fixture
def rows(world: World) -> Rows:
    """By processing, ground and table the row that is in sight; another one is past."""
    found: Rows = {}
    for number, ground, table in itertools.product((0, 1), GROUNDS, TABLES):
        writer = world.members[number, MemberRole.ANALYST, Scope.NATIONAL]
        with passing(token_of(writer, ground, EARLIER)):
            write(table, signed(writer, ground), DAY)
        with passing(token_of(writer, ground)):
            found[number, ground, table] = write(table, signed(writer, ground))
    return found


@pytest.mark.parametrize("role", MemberRole)
def test_who_links_the_whole_of_a_processing_sees_its_links_and_nobody_else(
    world: World, rows: Rows, role: MemberRole
) -> None:
    wrong = []
    for number, scope, ground, table in itertools.product((0, 1), Scope, GROUNDS, TABLES):
        member = world.members[number, role, scope]
        may_link = role in LINKERS and scope == Scope.NATIONAL
        is_account = table is ExchangeQuestion and role == MemberRole.PRIVACY_OFFICER
        expected = {rows[number, ground, table]} if may_link or is_account else set()
        name = table._meta.db_table
        with passing(token_of(member, ground)):
            found = {
                "select": {row[0] for row in run(of(table, "select id from {}"))} == expected,
                "update": touched(of(table, "update {} set region = region")) == int(may_link),
                "delete": touched(of(table, "delete from {}")) == 0,
                "truncate": touched(of(table, "truncate {}")) == 0,
                "insert": is_added(table, signed(member, ground)) == may_link,
            }
        wrong += [(number, scope, ground, name, verb) for verb, ok in found.items() if not ok]
    assert wrong == []


@pytest.mark.parametrize("table", TABLES)
def test_nobody_links_for_another(world: World, table: type[models.Model]) -> None:
    """Each thing that a row says of who wrote it and why is checked against the pass."""
    member = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    good = signed(member, Ground.WPG10)
    others: dict[str, Any] = {
        "processing": world.processings[1].pk,
        "ground": Ground.AVG6E,
        "organisation": world.organisations[1].pk,
        "team": world.teams[1].pk,
        "registrar": world.registrars[1].user_id,
    }
    with passing(token_of(member, Ground.WPG10)):
        write(EntityEvent, good)
        assert is_added(table, good)
        assert [n for n, v in others.items() if is_added(table, replace(good, **{n: v}))] == []


def test_what_was_written_stays_and_an_end_is_filled_in_once(world: World, rows: Rows) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    with passing(token_of(member, Ground.WPG10)):
        for table in OF_LINKS:
            assert touched(of(table, "update {} set remove_due = '2022-06-01'")) == 0
        assert touched("update linkage_pair set chance = 1") == 0
        assert touched("update linkage_placement set entity = gen_random_uuid()") == 0
        assert touched("update linkage_pairjudgement set answer = 'different'") == 0
        assert touched("update linkage_entityevent set at = now()") == 0
        assert touched("update exchange_hit set answer = 'known', reason = 'proef'") == 1
        run("update exchange_hit set answer = 'known', reason = 'proef'")
        assert touched("update exchange_hit set answer = 'not_known'") == 0
        assert run("update linkage_placement set known_until = gen_random_uuid()") == [(1,)]
        assert touched("update linkage_placement set known_until = null") == 0
        assert touched("update linkage_placement set known_until = gen_random_uuid()") == 0


@pytest.mark.parametrize("work", ["carry", "link", "retain", "access", "version"])
def test_what_the_database_does_itself_nobody_else_does(
    world: World, rows: Rows, work: str
) -> None:
    """A setting that only the owner's functions are heard in opens nothing to the site's role."""
    run("select set_config('samen.work', %s, true)", work)
    run("select set_config('samen.retained', %s, true)", f"{world.processings[0].pk}|wpg")
    member = world.members[0, MemberRole.REGISTRAR, Scope.NATIONAL]
    with passing(token_of(member, Ground.WPG10)):
        for table in TABLES:
            assert run(of(table, "select id from {}")) == []
            assert touched(of(table, "delete from {}")) == 0
    run("select set_config('samen.work', '', true)")


def test_forgetting_earlier_pairs_reaches_no_other_purpose(world: World, rows: Rows) -> None:
    member = world.members[0, MemberRole.ANALYST, Scope.NATIONAL]
    less = world.members[0, MemberRole.ANALYST, Scope.TEAM]
    with passing(token_of(less, Ground.WPG10)):
        run("select linkage_keep_pairs_of(gen_random_uuid())")
    with passing(token_of(member, Ground.WPG10)):
        assert len(run("select id from linkage_pair")) == 1
        run("select linkage_keep_pairs_of(gen_random_uuid())")
        assert run("select id from linkage_pair") == []
    for number, ground in ((1, Ground.WPG10), (0, Ground.AVG6E), (1, Ground.AVG6E)):
        other = world.members[number, MemberRole.ANALYST, Scope.NATIONAL]
        with passing(token_of(other, ground)):
            assert len(run("select id from linkage_pair")) == 1
