"""Role x scope x purpose x law x verb, for records of provisions and requests for access.

Both have rules of their own: an officer reads them, and nobody changes what was provided.
"""

import itertools
from uuid import UUID

import pytest

from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.models import Membership
from tests.register.test_matrix import LATER, attempt, is_added, seen
from tests.register.world import (
    DAY,
    EARLIER,
    GROUNDS,
    REGIONS,
    Kept,
    World,
    fits,
    insert,
    kept,
    passing,
    token_of,
)

WRITERS = (MemberRole.REGISTRAR, MemberRole.CASE_HOLDER)
OFFICER = MemberRole.PRIVACY_OFFICER
MAY: dict[str, dict[str, tuple[MemberRole, ...]]] = {
    "provision": {"read": (*WRITERS, MemberRole.ANALYST, OFFICER), "add": WRITERS},
    "accessrequest": {"read": (OFFICER,), "add": (OFFICER,)},
}


@pytest.fixture
def records(world: World) -> list[Kept]:
    """In both processings, under both laws and in both regions a row that is seen and one that is
    past."""
    rows = []
    for (table, may), number, ground, region, is_past in itertools.product(
        MAY.items(), (0, 1), GROUNDS, REGIONS, (False, True)
    ):
        writer = world.members[number, may["add"][0], Scope.REGION if region == "Noord"
                               else Scope.NATIONAL]  # fmt: skip
        row = kept(table, writer, ground, region, is_past)
        with passing(token_of(writer, ground, EARLIER)):
            insert(table, row, DAY if is_past else LATER)
        rows.append(row)
    return rows


def expected(records: list[Kept], table: str, member: Membership, ground: Ground) -> set[UUID]:
    """What a member should see of them, row by row; a request has no reach."""
    if member.role not in MAY[table]["read"]:
        return set()
    whole = table == "accessrequest"
    return {
        row.id for row in records if row.table == table and (
            fits(row, member, ground) if not whole else not row.is_past
            and (row.processing, row.ground.regime) == (member.processing_id, ground.regime)
        )
    }  # fmt: skip


@pytest.mark.parametrize("role", MemberRole)
def test_every_role_in_every_scope_reads_and_adds_its_own_records_only(
    world: World, records: list[Kept], role: MemberRole
) -> None:
    wrong, shown = [], 0
    for number, scope, ground, table in itertools.product((0, 1), Scope, GROUNDS, MAY):
        member = world.members[number, role, scope]
        may_see = expected(records, table, member, ground)
        shown += len(may_see)
        with passing(token_of(member, ground)):
            added = is_added(table, kept(table, member, ground, "Noord", False))
            found = {
                "select": seen(table) == may_see,
                "update": attempt(table, "update {} set region = region") == 0,
                "delete": attempt(table, "delete from {}") == 0,
                "truncate": attempt(table, "truncate {}") == 0,
                "insert": added == (role in MAY[table]["add"]),
            }
        wrong += [(number, scope, ground, table, verb) for verb, ok in found.items() if not ok]
    assert wrong == []
    assert bool(shown) == any(role in may["read"] for may in MAY.values())


@pytest.mark.parametrize("table", MAY)
def test_no_record_is_written_for_another(world: World, table: str) -> None:
    member = world.members[0, MAY[table]["add"][0], Scope.NATIONAL]
    good = kept(table, member, Ground.WPG10, "Noord", False)
    others = {"processing": world.processings[1].pk, "ground": Ground.AVG6E,
              "organisation": world.organisations[1].pk,
              "registrar": world.registrars[1].user_id}  # fmt: skip
    with passing(token_of(member, Ground.WPG10)):
        assert is_added(table, good)
        let = [n for n, v in others.items() if is_added(table, Kept(**vars(good) | {n: v}))]
    assert let == []
