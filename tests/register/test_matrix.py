"""Role x scope x purpose x law x table x verb, on a real database as the site's own role."""

import itertools
import uuid
from datetime import date

import pytest
from django.db import Error, transaction

from samen.core.terms import Ground, MemberRole, Scope
from tests.register.world import (
    FILES,
    GROUNDS,
    HIDDEN,
    TABLES,
    WRITABLE,
    Kept,
    World,
    insert,
    kept,
    on,
    passing,
    token_of,
)

WRITERS = {MemberRole.REGISTRAR, MemberRole.CASE_HOLDER}
LATER = date(2023, 1, 1)


def seen(table: str) -> set[uuid.UUID]:
    return {row[0] for row in on(table, "select id from {}")}


def attempt(table: str, words: str, *values: object) -> int:
    """How many rows a statement touches; 0 for one that is refused. Undone at once."""
    try:
        with transaction.atomic():
            touched = int(on(table, words, *values)[0][0])
            transaction.set_rollback(True)
            return touched
    except Error:
        return 0


def is_added(table: str, row: Kept) -> bool:
    try:
        with transaction.atomic():
            insert(table, row, LATER)
            transaction.set_rollback(True)
            return True
    except Error:
        return False


@pytest.mark.parametrize("role", MemberRole)
def test_every_role_in_every_scope_sees_and_changes_its_own_rows_only(
    world: World, role: MemberRole
) -> None:
    wrong = []
    cells = itertools.product((0, 1), Scope, GROUNDS, TABLES)
    for number, scope, ground, table in cells:
        member = world.members[number, role, scope]
        expected = world.may_see(table, member, ground)
        readers = WRITERS if table in FILES else WRITERS | {MemberRole.ANALYST}
        assert expected or table in HIDDEN or role not in readers
        may_change = role in WRITERS and table in WRITABLE
        may_add = may_change or (role in WRITERS and table == "origin")
        with passing(token_of(member, ground)):
            changed = attempt(table, "update {} set region = region")
            found = {
                "select": seen(table) == expected,
                "update": changed == (len(expected) if may_change else 0),
                "delete": attempt(table, "delete from {}") == 0,
                "truncate": attempt(table, "truncate {}") == 0,
                "insert": is_added(table, kept(table, member, ground, "Noord", False)) == may_add,
            }
        wrong += [(number, scope, ground, table, verb) for verb, ok in found.items() if not ok]
    assert wrong == []


@pytest.mark.parametrize("table", WRITABLE)
@pytest.mark.parametrize("scope", Scope)
def test_nobody_writes_for_another(world: World, table: str, scope: Scope) -> None:
    """Each thing that a row says of who holds it and why is checked against the pass."""
    member = world.members[0, MemberRole.REGISTRAR, scope]
    good = kept(table, member, Ground.WPG10, "Noord", False)
    others = {
        "processing": world.processings[1].pk,
        "ground": Ground.AVG6E,
        "organisation": world.organisations[1].pk,
        "team": world.teams[1].pk,
        "registrar": world.registrars[1].user_id,
    }
    with passing(token_of(member, Ground.WPG10)):
        assert is_added(table, good)
        let = [n for n, v in others.items() if is_added(table, Kept(**vars(good) | {n: v}))]
        assert let == []


@pytest.mark.parametrize("table", WRITABLE)
def test_no_row_moves_to_another_purpose_or_out_of_reach(world: World, table: str) -> None:
    member = world.members[0, MemberRole.REGISTRAR, Scope.TEAM]
    moves = {
        "update {} set processing_id = %s": world.processings[1].pk,
        "update {} set regime = %s": "avg",
        "update {} set team_id = %s": world.teams[1].pk,
        "update {} set remove_due = %s": date(2021, 1, 1),
    }
    with passing(token_of(member, Ground.WPG10)):
        assert attempt(table, "update {} set remove_due = %s", date(2022, 1, 1))
        assert [words for words, value in moves.items() if attempt(table, words, value)] == []
