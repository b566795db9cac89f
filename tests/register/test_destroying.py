"""What is due is destroyed on its day, in every purpose; what is held stays."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from samen.core.terms import Ground, MemberRole, Scope
from samen.purposes.inside import inside, ordered, retaining
from samen.purposes.queries import entries
from samen.register import actions, queries
from samen.register import actions_of_keeping as keeping
from tests.register.taken_rows import taken_row
from tests.register.test_doors import OFFICER, TYPED, opened
from tests.register.world import DAY, GROUNDS, TABLES, World, on, passing, run, token_of

DUE = date(2030, 11, 17)
"""Five years after the removal of what was typed on DAY (Wpg art. 14)."""
RETAINED = "select register_destroy_due('{}')"


@pytest.fixture
def typed(world: World) -> UUID:
    with opened(world, MemberRole.REGISTRAR) as purpose:
        number = taken_row(purpose, TYPED)
        actions.correct(purpose, number, {"city": "Utrecht"})
    return number


def left(world: World) -> dict[str, int]:
    """What is left of each table over both processings and laws, seen on an early day."""
    found = dict.fromkeys(TABLES, 0)
    for processing in (0, 1):
        member = world.members[processing, MemberRole.REGISTRAR, Scope.NATIONAL]
        for ground in GROUNDS:
            with passing(token_of(member, ground, date(2019, 6, 1))):
                for table in TABLES:
                    found[table] += int(on(table, "select count(*) from {}")[0][0])
    return found


def test_each_goes_on_its_day_and_not_before(world: World, typed: UUID) -> None:
    before = left(world)
    assert keeping.destroy_due(today=DUE - timedelta(days=1)) == 0
    assert left(world) == before
    assert keeping.destroy_due(today=DUE) == 1
    after = left(world)
    assert after["registration"] == before["registration"] - 1
    assert after["registrationversion"] == before["registrationversion"] - 1
    assert keeping.destroy_due(today=DUE) == 0


def test_all_goes_in_all_purposes_and_laws(world: World, typed: UUID) -> None:
    total = left(world)["registration"]
    assert keeping.destroy_due(today=date(2100, 1, 1)) == total
    after = left(world)
    assert after["registration"] == after["registrationversion"] == after["delivery"] == 0


def test_what_is_held_stays_until_the_hold_ends(world: World, typed: UUID) -> None:
    with opened(world, MemberRole.REGISTRAR) as purpose:
        hold = keeping.hold(purpose, typed, reason="rechtszaak")
    assert keeping.destroy_due(today=DUE) == 0
    with opened(world, MemberRole.REGISTRAR) as purpose:
        assert len(queries.versions(purpose, typed)) == 1
        keeping.end_hold(purpose, hold.pk)
    assert keeping.destroy_due(today=DUE) == 1


def test_the_log_tells_that_somebody_was_destroyed(world: World, typed: UUID) -> None:
    keeping.destroy_due(today=DUE)
    part = world.members[OFFICER]
    with inside(membership=part.pk, user=part.user_id, ground=Ground.WPG10, today=DAY) as purpose:
        last = entries(purpose, person=typed)[0]
    assert (last.act, last.user, len(last.subjects)) == ("delete", 0, 2), "with its file"


def test_nobody_destroys_without_the_order_for_it(world: World, typed: UUID) -> None:
    """Neither inside a purpose, nor within an order to change members, nor by a setting."""
    run("select set_config('samen.work', 'retain', true)")
    run("select set_config('samen.retained', %s, true)", f"{world.processings[0].pk}|wpg")
    member = world.members[0, MemberRole.REGISTRAR, Scope.NATIONAL]
    with passing(token_of(member, Ground.WPG10)), ordered(by=None, today=date(2100, 1, 1)):
        assert run("delete from register_registration") == [(0,)]
        with pytest.raises(DatabaseError, match="no order"), transaction.atomic():
            run(RETAINED)


def test_the_order_to_destroy_shows_and_removes_nothing_itself(world: World, typed: UUID) -> None:
    """Only the function with the owner's rights is heard, not who asks as the site's role."""
    run("select set_config('samen.work', 'retain', true)")
    run("select set_config('samen.retained', %s, true)", f"{world.processings[0].pk}|wpg")
    with retaining(today=date(2100, 1, 1)):
        for table in TABLES:
            assert on(table, "select count(*) from {}") == [(0,)]
            assert on(table, "delete from {}") == [(0,)]
