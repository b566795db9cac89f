"""What is about a registration goes with it, and its entity is looked at again.

All of the database is read as its superuser, past all policies, and as a dump.
"""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from samen.core.errors import Refused
from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.core.terms import Ground, MemberRole
from samen.linkage import queries_of_entities
from samen.linkage.actions_of_review import judge
from samen.linkage.actions_of_undoing import undo
from samen.linkage.models import EntityEvent
from samen.purposes.actions import end_processing
from samen.purposes.keeping import due
from samen.purposes.models import Destruction
from samen.register import actions
from samen.register import actions_of_keeping as keeping
from tests.linkage.people import LIKELY, NOW, SURE, decided, person, registered, run, stands
from tests.register.given_files import DAY, Setting
from tests.register.test_keeping import dump, everything

pytestmark = pytest.mark.django_db(transaction=True)
EARLIER = DAY - timedelta(days=7)
FIRST = due(Ground.AVG6E, first=EARLIER, necessary=EARLIER, kept_months=24).destroy
LAST = due(Ground.AVG6E, first=DAY, necessary=DAY, kept_months=24).destroy
LEFT_BEHIND = """
select count(*) from (
    select registration as id from linkage_placement
    union all select left_id from linkage_pair union all select right_id from linkage_pair
    union all select left_id from linkage_pairjudgement
    union all select right_id from linkage_pairjudgement
) told where id not in (select id from register_registration)
"""
PAST = """
select (select count(*) from linkage_pair where destroy_due <= %(day)s)
    + (select count(*) from linkage_placement where destroy_due <= %(day)s)
    + (select count(*) from linkage_pairjudgement where destroy_due <= %(day)s)
"""


def asked(words: str, **values: object) -> int:
    with everything() as reading:
        row = reading.execute(words, values).fetchone()
        return int(row[0]) if row else 0


def events(setting: Setting) -> list[EntityEvent]:
    with setting.inside(MemberRole.ANALYST) as purpose:
        return list(queries_of_entities.events(purpose))


@pytest.fixture
def chain(setting: Setting) -> tuple[UUID, UUID, UUID]:
    """Two registrations of one person, held together by an earlier one between them."""
    decided(setting)
    bridge = registered(setting, [person("b", "Bogdan", "Petrov")], EARLIER)[0]
    one, other = registered(setting, [person("a"), person("c", "Chidi", "Okonkwo")])
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(one, bridge): SURE, (bridge, other): SURE, (one, other): LIKELY})
    assert len(set(stands(setting).values())) == 1
    return one, bridge, other


def test_who_held_two_together_goes_and_the_two_come_apart(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    entity = stands(setting)[chain[0]]
    assert keeping.destroy_due(today=FIRST - timedelta(days=1)) == 0
    assert keeping.destroy_due(today=FIRST) == 1
    places = stands(setting)
    assert places.keys() == {chain[0], chain[2]}
    assert places[chain[0]] != places[chain[2]]
    assert entity in places.values()
    split = events(setting)[0]
    assert (split.change, split.reason) == (EntityChange.SPLIT, ChangeReason.DESTROYED)
    assert set(split.after) == set(places.values())
    assert asked(LEFT_BEHIND) == 0
    told = {(each.table, each.rows) for each in Destruction.objects.filter(act="destroyed")}
    assert told >= {("linkage_pair", 2), ("linkage_placement", 1)}
    with setting.inside(MemberRole.ANALYST) as purpose:
        with pytest.raises(Refused, match="What was destroyed does not come back"):
            undo(purpose, split.pk, now=NOW)
        with pytest.raises(Refused, match="nothing is decided about it"):
            judge(purpose, chain[0], chain[1], answer=PairAnswer.SAME, now=NOW)


def test_who_is_held_together_otherwise_stays_together(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    with setting.inside(MemberRole.ANALYST) as purpose:
        judge(purpose, chain[0], chain[2], answer=PairAnswer.SAME, now=NOW)
    entity = stands(setting)[chain[0]]
    keeping.destroy_due(today=FIRST)
    assert stands(setting) == {chain[0]: entity, chain[2]: entity}


def test_an_entity_without_registrations_is_retired_and_leads_nowhere(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    entity = stands(setting)[chain[0]]
    assert keeping.destroy_due(today=LAST) == 3
    retired = events(setting)[0]
    assert (retired.change, retired.before, retired.after) == (EntityChange.RETIRED, [entity], [])
    with setting.inside(MemberRole.ANALYST) as purpose:
        assert queries_of_entities.resolve(purpose, entity) == set()
    assert asked(LEFT_BEHIND) == asked(PAST, day=date(2100, 1, 1)) == 0


def test_days_that_move_take_links_with_them(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    """The bridge is found necessary again, by a registrar who sees no link."""
    with setting.inside(MemberRole.ANALYST) as purpose:
        judge(purpose, chain[0], chain[1], answer=PairAnswer.SAME, now=NOW)
    entity = stands(setting)[chain[0]]
    with setting.inside(MemberRole.REGISTRAR) as purpose:
        actions.note_necessity(purpose, chain[1])
    assert keeping.destroy_due(today=FIRST) == 0
    assert asked(PAST, day=FIRST) == asked(PAST, day=LAST - timedelta(days=1)) == 0
    with setting.inside(MemberRole.ANALYST, today=FIRST) as purpose:
        assert len(queries_of_entities.members(purpose, entity)) == 3
    assert asked(PAST, day=LAST) == 3 + 3 + 1


def test_what_is_held_keeps_its_links_until_the_hold_ends(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    with setting.inside(MemberRole.REGISTRAR) as purpose:
        hold = keeping.hold(purpose, chain[1], reason="rechtszaak")
    assert keeping.destroy_due(today=FIRST) == 0
    assert asked("select count(*) from linkage_pair") == 3
    with setting.inside(MemberRole.REGISTRAR) as purpose:
        keeping.end_hold(purpose, hold.pk)
    assert keeping.destroy_due(today=FIRST) == 1
    assert asked("select count(*) from linkage_pair") == 1


def test_an_ended_processing_takes_its_links_with_it(
    setting: Setting, chain: tuple[UUID, UUID, UUID]
) -> None:
    end_processing(processing=setting.processing.pk, today=DAY + timedelta(days=1))
    assert keeping.destroy_due(today=DAY + timedelta(days=1)) == 3
    assert asked(LEFT_BEHIND) == asked(PAST, day=date(2100, 1, 1)) == 0
    told = Destruction.objects.filter(table="linkage_pair")
    assert [(each.reason, each.rows) for each in told] == [("end", 3)]


def test_twelve_days_on_each_goes_what_is_due_and_a_dump_holds_no_word_of_it(
    setting: Setting,
) -> None:
    """Twelve registrations of as many days, all of one person: pairs, places and judgements.

    A judgement has a canary in its note, and goes with the first of its two registrations.
    """
    decided(setting)
    days = [DAY - timedelta(days=12 - n) for n in range(12)]
    known = [registered(setting, [person(f"k{n}")], day)[0] for n, day in enumerate(days)]
    couples = list(pairwise(known))
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, dict.fromkeys(couples, SURE))
    for n, couple in enumerate(couples):
        with setting.inside(MemberRole.CASE_HOLDER) as purpose:
            note = f"Kanarie{n:02}Voorbeeld"
            judge(purpose, *couple, answer=PairAnswer.UNSURE, note=note, now=NOW)
    for n in range(12):
        day = FIRST - timedelta(days=5 - n)
        assert keeping.destroy_due(today=day) == 1
        assert asked(LEFT_BEHIND) == asked(PAST, day=day) == 0
        words = dump()
        assert [each for each in known if str(each) in words] == known[n + 1 :]
        assert [m for m in range(11) if f"Kanarie{m:02}" in words] == list(range(n + 1, 11))
        assert len(stands(setting)) == 11 - n
