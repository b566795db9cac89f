"""What people join takes two where it has to: in the database, and when two act at once."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from samen.accounts.actions import note_same_person
from samen.core.errors import Conflict, Refused
from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.core.terms import MemberRole, RegistrationKind
from samen.linkage.actions import decide
from samen.linkage.actions_of_review import judge, merge_entities, split_entity
from samen.linkage.actions_of_undoing import undo
from samen.linkage.models import EntityEvent, PairJudgement, Placement, StandingDecision
from samen.linkage.placing import Cause, members_of, move
from samen.purposes.inside import Purpose
from tests.linkage.people import LIKELY, NOW, UNTIL, run, stands, strangers
from tests.register.given_files import DAY, Setting
from tests.two_at_once import while_first_acts

pytestmark = pytest.mark.django_db(transaction=True)
ONE, OTHER = MemberRole.ANALYST, MemberRole.CASE_HOLDER
VICTIM = RegistrationKind.VICTIM


@pytest.fixture
def victims(setting: Setting) -> list[UUID]:
    """Three victims who have nothing in common, each placed alone."""
    numbers = strangers(setting, 3, kind=VICTIM)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): LIKELY})
    return numbers


def said(setting: Setting, pair: list[UUID], who: MemberRole) -> PairJudgement:
    with setting.inside(who) as purpose:
        return judge(purpose, *pair, answer=PairAnswer.SAME, now=NOW)


def joined(setting: Setting, numbers: list[UUID], reason: ChangeReason, **more: UUID) -> None:
    """Bring registrations together as one entity, past the rules of the application."""
    places = stands(setting)
    with setting.inside(ONE) as purpose:
        moves = dict.fromkeys(numbers[1:], places[numbers[0]])
        move(purpose, moves, Cause(reason, NOW, **more), EntityChange.MERGED)


@pytest.mark.parametrize("reason", [ChangeReason.JUDGEMENT, ChangeReason.DESTROYED,
                                    ChangeReason.UNDO])  # fmt: skip
def test_the_database_joins_nobody_by_the_word_of_one(
    setting: Setting, victims: list[UUID], reason: ChangeReason
) -> None:
    places = stands(setting)
    said(setting, victims[:2], ONE)
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, victims[:2], reason)
    assert stands(setting) == places


def test_a_placement_belongs_to_an_event(setting: Setting, victims: list[UUID]) -> None:
    with setting.inside(ONE):
        place = Placement.objects.filter(registration=victims[0]).get()
        Placement.objects.filter(pk=place.pk).update(known_until=uuid4())
        place.pk, place.known_from = uuid4(), uuid4()
        with pytest.raises(DatabaseError, match="event"), transaction.atomic():
            place.save(force_insert=True)


def test_a_second_account_does_not_join_in_the_database(
    setting: Setting, victims: list[UUID]
) -> None:
    accounts = [setting.members[who].user_id for who in (ONE, OTHER)]
    note_same_person(user=accounts[1], same_as=accounts[0])
    for who in (ONE, OTHER):
        said(setting, victims[:2], who)
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, victims[:2], ChangeReason.JUDGEMENT)
    note_same_person(user=accounts[1], same_as=None)
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, victims, ChangeReason.JUDGEMENT)
    joined(setting, victims[:2], ChangeReason.JUDGEMENT)
    assert len(set(stands(setting).values())) == 2


def test_a_standing_decision_for_two_counts_in_the_database(setting: Setting) -> None:
    numbers = strangers(setting, 3)
    with setting.inside(ONE) as purpose:
        run(purpose, {(numbers[0], numbers[1]): LIKELY})
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, numbers[:2], ChangeReason.JUDGEMENT)
    said(setting, numbers[:2], ONE)
    assert len(set(stands(setting).values())) == 2
    with setting.inside(ONE) as purpose:
        decide(purpose, reason="Altijd met zijn tweeën.", until=UNTIL, needs_two=True)
    said(setting, numbers[1:], ONE)
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, numbers[1:], ChangeReason.JUDGEMENT)


def test_an_undoing_puts_back_what_was_and_nothing_else(
    setting: Setting, victims: list[UUID]
) -> None:
    for who in (ONE, OTHER):
        said(setting, victims[:2], who)
    with setting.inside(ONE) as purpose:
        entity = stands(setting)[victims[0]]
        split = split_entity(purpose, entity, victims[:1], now=NOW)
    with pytest.raises(DatabaseError, match="another person joins"):
        joined(setting, [victims[0], victims[2]], ChangeReason.UNDO, undoes=split.pk)
    with setting.inside(OTHER) as purpose:
        undo(purpose, split.pk, now=NOW)
        assert {frozenset(each) for each in members_of(purpose, [entity]).values()} == {
            frozenset(victims[:2])
        }


def test_nobody_takes_back_or_ends_in_the_name_of_another(
    setting: Setting, victims: list[UUID]
) -> None:
    said(setting, victims[:2], OTHER)
    other = setting.members[OTHER].user_id
    with setting.inside(ONE) as purpose:
        decide(purpose, reason="Proef.", until=UNTIL)
        for by in (other, None):
            with pytest.raises(DatabaseError, match="name of another"), transaction.atomic():
                PairJudgement.objects.update(undone_at=NOW, undone_by=by)
            with pytest.raises(DatabaseError, match="name of another"), transaction.atomic():
                StandingDecision.objects.update(ended_on=DAY, ended_by=by)


def at_once(
    setting: Setting, act: Callable[[Purpose], object], second: Callable[[Purpose], object]
) -> list[object]:
    """What the second person got, who acts while the first is not done."""

    def by(role: MemberRole, does: Callable[[Purpose], object]) -> object:
        with setting.inside(role) as purpose:
            return does(purpose)

    return while_first_acts(lambda: by(ONE, act), lambda: by(OTHER, second))


def test_two_who_call_a_pair_the_same_at_once_join_it_once(
    setting: Setting, victims: list[UUID]
) -> None:
    def same(purpose: Purpose) -> PairJudgement:
        return judge(purpose, *victims[:2], answer=PairAnswer.SAME, now=NOW)

    (second,) = at_once(setting, same, same)
    assert isinstance(second, PairJudgement)
    assert second.event is not None
    with setting.inside(ONE):
        assert EntityEvent.objects.filter(change=EntityChange.MERGED).count() == 1
        assert PairJudgement.objects.filter(event=second.event).count() == 2


def test_of_two_who_answer_a_pair_differently_at_once_nothing_is_joined(
    setting: Setting, victims: list[UUID]
) -> None:
    said(setting, victims[:2], OTHER)

    def different(purpose: Purpose) -> object:
        return judge(purpose, *victims[:2], answer=PairAnswer.DIFFERENT, now=NOW)

    def merge(purpose: Purpose) -> object:
        places = {each.registration: each.entity for each in Placement.objects.all()}
        return merge_entities(purpose, places[victims[0]], places[victims[1]], now=NOW)

    (told,) = at_once(setting, different, merge)
    assert isinstance(told, Conflict)
    assert "different" in told.found
    assert len(set(stands(setting).values())) == 3


def test_of_two_who_undo_the_same_at_once_the_second_is_told(
    setting: Setting, victims: list[UUID]
) -> None:
    for who in (ONE, OTHER):
        merged = said(setting, victims[:2], who).event
    assert merged is not None

    def back(purpose: Purpose) -> object:
        return undo(purpose, merged, now=NOW)

    (told,) = at_once(setting, back, back)
    assert isinstance(told, Refused)
    assert "undone already" in told.found
