"""What people say of pairs: entities follow it, two people where a victim is touched, no machine
overrules it, and every merge and split can be undone."""

from datetime import timedelta
from itertools import combinations
from uuid import UUID, uuid4

import pytest

from samen.accounts.actions import note_same_person
from samen.core.errors import BadInput, Conflict, Refused
from samen.core.matching.vocabulary import EntityChange, PairAnswer
from samen.core.terms import MemberRole, RegistrationKind
from samen.linkage import queries, queries_of_entities
from samen.linkage.actions import decide, end_decision
from samen.linkage.actions_of_review import judge, merge_entities, split_entity, withdraw
from samen.linkage.actions_of_undoing import undo
from samen.linkage.models import PairJudgement
from tests.linkage.people import (
    LIKELY,
    NOW,
    SURE,
    UNTIL,
    decided,
    run,
    stands,
    state_of,
    strangers,
)
from tests.register.given_files import DAY, Setting

pytestmark = pytest.mark.django_db(transaction=True)
ONE, OTHER = MemberRole.ANALYST, MemberRole.CASE_HOLDER


@pytest.fixture
def known(setting: Setting) -> list[UUID]:
    """Six registrations of suspects, each placed by itself."""
    numbers = strangers(setting, 6)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): LIKELY})
    return numbers


def said(
    setting: Setting, one: UUID, other: UUID, answer: PairAnswer, who: MemberRole = ONE
) -> PairJudgement:
    with setting.inside(who) as purpose:
        return judge(purpose, one, other, answer=answer, now=NOW)


def last_event(setting: Setting) -> UUID:
    with setting.inside(ONE) as purpose:
        return queries_of_entities.events(purpose)[0].pk


def undone(setting: Setting, event: UUID) -> None:
    with setting.inside(ONE) as purpose:
        undo(purpose, event, now=NOW)


def test_same_merges_and_undoing_it_leaves_the_state_as_it_was(
    setting: Setting, known: list[UUID]
) -> None:
    before = state_of(setting)
    made = said(setting, known[0], known[1], PairAnswer.SAME)
    assert made.event is not None
    assert made.chance == pytest.approx(16 / 17)
    after = state_of(setting)
    assert len(set(stands(setting).values())) == 5
    undone(setting, made.event)
    assert state_of(setting) == before
    with setting.inside(ONE) as purpose:
        assert [each.undone_by is not None for each in queries.judgements(purpose, *known[:2])] == [
            True
        ]
    undone(setting, last_event(setting))
    assert state_of(setting) == after


def test_different_splits_along_the_weakest_evidence(setting: Setting, known: list[UUID]) -> None:
    decided(setting)
    strong = {pair: SURE for pair in combinations(known[:3], 2)}
    with setting.inside(ONE) as purpose:
        run(purpose, strong | {(known[1], known[2]): LIKELY + 7})
    assert len(set(stands(setting).values())) == 4
    said(setting, known[0], known[2], PairAnswer.DIFFERENT)
    places = stands(setting)
    assert places[known[0]] == places[known[1]] != places[known[2]]


def test_a_human_different_is_never_overruled_by_a_run(setting: Setting, known: list[UUID]) -> None:
    decided(setting)
    said(setting, known[0], known[1], PairAnswer.DIFFERENT)
    with setting.inside(ONE) as purpose:
        run(purpose, {pair: SURE + 20 for pair in combinations(known, 2)})
    places = stands(setting)
    assert places[known[0]] != places[known[1]]
    assert len(set(places.values())) == 2


def test_a_human_same_is_kept_by_a_run(setting: Setting, known: list[UUID]) -> None:
    decided(setting)
    said(setting, known[0], known[1], PairAnswer.SAME)
    before = state_of(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, {(known[0], known[1]): -12.0})
    assert state_of(setting) == before


def test_of_a_contradiction_different_wins_and_the_conflict_is_shown(
    setting: Setting, known: list[UUID]
) -> None:
    said(setting, known[0], known[1], PairAnswer.SAME)
    said(setting, known[0], known[2], PairAnswer.DIFFERENT)
    said(setting, known[1], known[2], PairAnswer.SAME, OTHER)
    places = stands(setting)
    assert places[known[1]] != places[known[2]]
    with setting.inside(ONE) as purpose:
        assert [(each.left_id, each.right_id) for each in queries.conflicts(purpose)] == [
            (known[1], known[2])
        ]
        assert queries.waiting(purpose) == []
        with pytest.raises(Conflict, match="they are different"):
            merge_entities(purpose, places[known[1]], places[known[2]], now=NOW)


def test_a_merge_that_touches_a_victim_takes_two_people(setting: Setting) -> None:
    known = strangers(setting, 2, kind=RegistrationKind.VICTIM)
    first = said(setting, known[0], known[1], PairAnswer.SAME)
    assert first.event is None
    with setting.inside(OTHER) as purpose:
        assert [each.pk for each in queries.waiting(purpose)] == [first.pk]
    said(setting, known[0], known[1], PairAnswer.SAME)
    assert len(set(stands(setting).values())) == 2
    second = said(setting, known[0], known[1], PairAnswer.SAME, OTHER)
    assert second.event is not None
    assert len(set(stands(setting).values())) == 1
    decided(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, {(known[0], known[1]): -9.0})
    assert len(set(stands(setting).values())) == 1


@pytest.mark.parametrize("by_pair", [True, False], ids=["judged", "merged"])
def test_undoing_what_two_people_decided_takes_both_answers_back(
    setting: Setting, by_pair: bool
) -> None:
    """Afterwards nobody waits for one more, and it takes both of them again."""
    known = strangers(setting, 2, kind=RegistrationKind.VICTIM)
    with setting.inside(ONE) as purpose:
        run(purpose, {(known[0], known[1]): LIKELY})
    places = stands(setting)
    for role in (ONE, OTHER):
        if by_pair:
            said(setting, known[0], known[1], PairAnswer.SAME, role)
        else:
            with setting.inside(role) as purpose:
                merge_entities(purpose, places[known[0]], places[known[1]], now=NOW)
    assert len(set(stands(setting).values())) == 1
    undone(setting, last_event(setting))
    assert stands(setting) == places
    with setting.inside(OTHER) as purpose:
        assert [each.undone_at for each in queries.judgements(purpose, *known)] == [NOW, NOW]
        assert queries.waiting(purpose) == queries.conflicts(purpose) == []
    said(setting, known[0], known[1], PairAnswer.SAME, OTHER)
    assert stands(setting) == places


def test_a_second_account_of_one_person_is_no_second_person(setting: Setting) -> None:
    numbers = strangers(setting, 2, kind=RegistrationKind.VICTIM)
    accounts = [setting.members[who].user_id for who in (ONE, OTHER)]
    note_same_person(user=accounts[1], same_as=accounts[0])
    for who in (ONE, OTHER):
        said(setting, numbers[0], numbers[1], PairAnswer.SAME, who)
    with setting.inside(OTHER) as purpose:
        assert queries.waits_for_second(purpose) == 0
        assert len(queries.waiting(purpose)) == 2
    decided(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): -9.0})
    assert len(set(stands(setting).values())) == 2


def test_a_decision_may_ask_two_people_for_every_merge(setting: Setting, known: list[UUID]) -> None:
    with setting.inside(ONE) as purpose:
        decide(purpose, reason="Altijd met zijn tweeën.", until=UNTIL, needs_two=True)
    places = stands(setting)
    entities = places[known[0]], places[known[1]]
    with setting.inside(ONE) as purpose:
        assert merge_entities(purpose, *entities, now=NOW) is None
    with setting.inside(OTHER) as purpose:
        merged = merge_entities(purpose, *entities, now=NOW)
    assert merged is not None
    assert merged.change == EntityChange.MERGED


def test_entities_are_merged_split_and_put_back(setting: Setting, known: list[UUID]) -> None:
    states = [state_of(setting)]
    events = []
    for other in (known[1], known[2]):
        places = stands(setting)
        with setting.inside(ONE) as purpose:
            event = merge_entities(purpose, places[known[0]], places[other], now=NOW)
        assert event is not None
        events.append(event.pk)
        states.append(state_of(setting))
    with setting.inside(ONE) as purpose:
        entity = stands(setting)[known[0]]
        events.append(split_entity(purpose, entity, [known[1]], now=NOW).pk)
    with pytest.raises(Refused, match="Later changes stand on this one: 4, 3"):
        undone(setting, events[0])
    for number in reversed(events):
        undone(setting, number)
        assert state_of(setting) == states.pop()
    with pytest.raises(Refused, match="undone already"):
        undone(setting, events[0])


def test_a_split_of_a_person_is_kept_by_the_next_run(setting: Setting, known: list[UUID]) -> None:
    decided(setting)
    everything = {pair: SURE for pair in combinations(known, 2)}
    with setting.inside(ONE) as purpose:
        run(purpose, everything)
        entity = stands(setting)[known[0]]
        split_entity(purpose, entity, known[:2], now=NOW)
    before = state_of(setting)
    with setting.inside(ONE) as purpose:
        run(purpose, everything)
    assert state_of(setting) == before


def test_an_old_id_leads_to_what_it_became(setting: Setting, known: list[UUID]) -> None:
    places = stands(setting)
    old = [places[number] for number in known[:3]]
    said(setting, known[0], known[1], PairAnswer.SAME)
    said(setting, known[1], known[2], PairAnswer.SAME)
    kept = stands(setting)[known[0]]
    with setting.inside(ONE) as purpose:
        assert [queries_of_entities.resolve(purpose, each) for each in old] == [{kept}] * 3
        assert queries_of_entities.resolve(purpose, uuid4()) == set()
        before = DAY - timedelta(days=1)
        assert queries_of_entities.members_on(purpose, kept, before) == []
        assert known[1] in queries_of_entities.members_on(purpose, kept, DAY)


def test_a_later_word_takes_the_place_of_an_earlier_one(
    setting: Setting, known: list[UUID]
) -> None:
    said(setting, known[0], known[1], PairAnswer.UNSURE)
    said(setting, known[0], known[1], PairAnswer.DIFFERENT)
    with setting.inside(ONE) as purpose:
        told = queries.judgements(purpose, known[0], known[1])
        stand = {each.answer: each.undone_at is None for each in told}
        assert stand == {"unsure": False, "different": True}
        last = next(each.pk for each in told if each.undone_at is None)
        withdraw(purpose, last, now=NOW)
        with pytest.raises(Refused, match="does not stand any more"):
            withdraw(purpose, last, now=NOW)


def test_a_judgement_that_brought_something_about_is_undone_with_it(
    setting: Setting, known: list[UUID]
) -> None:
    made = said(setting, known[0], known[1], PairAnswer.SAME)
    with pytest.raises(Refused, match="merged or split"):
        said(setting, known[0], known[1], PairAnswer.UNSURE)
    with setting.inside(ONE) as purpose, pytest.raises(Refused, match="merged or split"):
        withdraw(purpose, made.pk, now=NOW)


def test_what_cannot_be_done_is_told_in_a_sentence(setting: Setting, known: list[UUID]) -> None:
    with pytest.raises(Refused, match="not there any more"):
        said(setting, known[0], uuid4(), PairAnswer.SAME)
    for answer in PairAnswer:
        with pytest.raises(BadInput, match="beside itself"):
            said(setting, known[0], known[0], answer)
    with pytest.raises(Refused, match="not let you link"):
        said(setting, known[0], known[1], PairAnswer.SAME, MemberRole.REGISTRAR)
    entity = stands(setting)[known[0]]
    with setting.inside(ONE) as purpose:
        with pytest.raises(Refused, match="not there any more"):
            merge_entities(purpose, entity, uuid4(), now=NOW)
        with pytest.raises(Refused, match="not a part of this entity"):
            split_entity(purpose, entity, [known[0]], now=NOW)
        with pytest.raises(Refused, match="first entity"):
            undo(purpose, queries_of_entities.events(purpose)[0].pk, now=NOW)
        with pytest.raises(Refused, match="no such change"):
            undo(purpose, uuid4(), now=NOW)


def test_suggestions_leave_out_what_was_judged(setting: Setting, known: list[UUID]) -> None:
    weights = {(known[0], known[1]): 2.0, (known[2], known[3]): LIKELY, (known[4], known[5]): -1.0}
    with setting.inside(ONE) as purpose:
        run(purpose, weights)
        told = [(each.left_id, each.right_id) for each in queries.suggestions(purpose)]
        assert told == [(known[0], known[1]), (known[2], known[3])]
        judge(purpose, known[0], known[1], answer=PairAnswer.DIFFERENT, now=NOW)
        assert len(queries.suggestions(purpose)) == 1


def test_one_decision_stands_at_a_time_and_is_ended_by_name(setting: Setting) -> None:
    made = decided(setting)
    with setting.inside(ONE) as purpose:
        with pytest.raises(Conflict, match="stands already"):
            decide(purpose, reason="Nog een", until=UNTIL)
        end_decision(purpose, made.pk)
        assert queries.standing_decision(purpose) is None
        with pytest.raises(Refused, match="does not stand any more"):
            end_decision(purpose, made.pk)
        assert queries.decisions(purpose)[0].ended_by == purpose.membership.user_id
