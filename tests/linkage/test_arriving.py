"""What came in since the last run is put in place, and only what it touches is looked at again."""

from datetime import timedelta
from uuid import UUID

import numpy as np
import pyarrow as pa
import pytest

from samen.core.errors import Refused
from samen.core.matching.columns import Column
from samen.core.matching.model import Model
from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.core.terms import MemberRole
from samen.linkage import actions, queries
from samen.linkage.actions_of_arrivals import link_new
from samen.linkage.actions_of_review import judge
from samen.linkage.actions_of_undoing import undo
from samen.linkage.arriving import Flags, compared, write_new
from samen.linkage.holding import hold_state
from samen.linkage.judging import decision_on
from samen.linkage.models import EntityEvent, LinkRun, Pair
from samen.linkage.queries_of_entities import events
from samen.linkage.values import CODE
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import linkable
from samen.register.values import Row
from tests.core.matching.nation import invented
from tests.linkage.people import NOW, decided, person, registered, stands, strangers
from tests.register.given_files import Setting

pytestmark = pytest.mark.django_db(transaction=True)
ANALYST = MemberRole.ANALYST
LATER, LAST = NOW + timedelta(hours=1), NOW + timedelta(hours=2)
PHONE, DOCUMENT = "+31612345678", "NX12045671"


def anna(key: str, given: str = "Anna", phone: str = PHONE, document: str = DOCUMENT) -> Row:
    return person(key, given, phone=phone, document_number=document)


def bogdan(key: str) -> Row:
    return person(
        key, "Bogdan", "Petrov", "1990-02-03", phone="+31687654321", document_number="PX7654321"
    )


def linked(setting: Setting) -> LinkRun:
    with setting.inside(ANALYST) as purpose:
        return actions.link_all(purpose, now=NOW, told=lambda _name: None)


def put_in_place(setting: Setting, at: int = 1) -> LinkRun:
    with setting.inside(ANALYST) as purpose:
        return link_new(purpose, now=NOW + timedelta(hours=at), told=lambda _name: None)


def nation(seed: int, persons: int = 120) -> list[Row]:
    columns, _ = invented(persons, seed)
    said = {name: column.to_pylist() for name, column in columns.items()}
    return [
        person(
            f"k{at}", said[Column.GIVEN_NAME][at], said[Column.FAMILY_NAME][at],
            said[Column.BIRTH_DATE][at], phone=said[Column.PHONE][at] or "",
            document_number=said[Column.DOCUMENT][at] or "",
        )
        for at in range(len(said[Column.SEX]))
    ]  # fmt: skip


def all_new(numbers: list[str]) -> Flags:
    return np.ones(len(numbers), bool)


def model_of(run: LinkRun) -> Model:
    return Model.from_json(run.model)


def pairs_together(purpose: Purpose) -> set[tuple[UUID, UUID, bool]]:
    found = queries.pairs(purpose).filter(together=True)
    return set(found.values_list("left_id", "right_id", "acts"))


def groups(placed: dict[UUID, UUID]) -> set[frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for registration, entity in placed.items():
        found.setdefault(entity, set()).add(registration)
    return {frozenset(each) for each in found.values()}


def test_a_new_registration_joins_whom_it_is_and_all_others_stay(setting: Setting) -> None:
    known = registered(setting, [anna("a"), bogdan("b")])
    decided(setting)
    linked(setting)
    before = stands(setting)
    new = registered(setting, [anna("c", "Ana")])
    run = put_in_place(setting)
    after = stands(setting)
    assert {number: after[number] for number in known} == before
    assert len(set(after.values())) == 2
    assert after[new[0]] in before.values()
    assert (run.records, run.added, run.entities, run.linked, run.suggested) == (3, 1, 2, 1, 0)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_run_over_all_afterwards_finds_everybody_in_place(setting: Setting, seed: int) -> None:
    """With the model of the run; in two batches, under a standing decision. Values that few have
    are rarer or less rare by a few more registrations, which moves no link here."""
    rows = nation(seed)
    registered(setting, rows[: len(rows) - 30])
    decided(setting)
    linked(setting)
    registered(setting, rows[len(rows) - 30 : len(rows) - 10])
    put_in_place(setting)
    registered(setting, rows[len(rows) - 10 :])
    run = put_in_place(setting, at=2)
    assert (run.records, run.added) == (len(rows), 10)
    in_place = stands(setting)
    with setting.inside(ANALYST) as purpose:
        together = pairs_together(purpose)
        numbers, columns = linkable(purpose)
        everybody = compared(numbers, columns, all_new(numbers), model_of(run), lambda _: None)
        hold_state(purpose)
        again = write_new(purpose, everybody, run, decision_on(purpose, purpose.day), LAST)
        assert pairs_together(purpose) == together
    assert groups(stands(setting)) == groups(in_place)
    assert (again.linked, again.entities) == (run.linked, run.entities)


def test_two_entities_that_a_new_registration_joins_merge_and_can_be_undone(
    setting: Setting,
) -> None:
    registered(setting, [anna("a", phone=""), anna("b", "Ana", document="")])
    decided(setting)
    linked(setting)
    before = groups(stands(setting))
    assert len(before) == 2
    registered(setting, [anna("c")])
    put_in_place(setting)
    assert len(groups(stands(setting))) == 1
    with setting.inside(ANALYST) as purpose:
        merge = next(each for each in events(purpose) if each.change == EntityChange.MERGED)
        assert merge.reason == ChangeReason.RUN
        undo(purpose, merge.pk, now=LATER)
    known = frozenset().union(*before)
    assert {group & known for group in groups(stands(setting))} == before


def test_what_people_said_is_followed(setting: Setting) -> None:
    """Of two that a person called different the new one joins at most one."""
    known = registered(setting, [anna("a"), anna("b", "Ana")])
    decided(setting)
    with setting.inside(ANALYST) as purpose:
        judge(purpose, *known, answer=PairAnswer.DIFFERENT, now=NOW)
    linked(setting)
    registered(setting, [anna("c")])
    put_in_place(setting)
    placed = stands(setting)
    assert placed[known[0]] != placed[known[1]]


def test_without_a_decision_what_is_new_stands_by_itself_and_is_suggested(
    setting: Setting,
) -> None:
    registered(setting, [anna("a"), bogdan("b")])
    linked(setting)
    new = registered(setting, [anna("c")])
    run = put_in_place(setting)
    assert (run.entities, run.linked) == (3, 0)
    with setting.inside(ANALYST) as purpose:
        told = queries.suggestions(purpose)
        assert [new[0] in (each.left_id, each.right_id) for each in told] == [True]
        why = queries.explanation(purpose, told[0])
        assert why is not None
        assert "documentnummer is gelijk" in str(why.reasons)


def test_only_pairs_of_what_is_touched_are_written_anew(setting: Setting) -> None:
    registered(setting, [anna("a"), anna("b", "Ana"), bogdan("c"), bogdan("d")])
    decided(setting)
    first = linked(setting)
    registered(setting, [anna("e")])
    run = put_in_place(setting)
    with setting.inside(ANALYST):
        by_run = {number: Pair.objects.filter(run=number).count() for number in (first.pk, run.pk)}
        assert by_run == {first.pk: 1, run.pk: 3}
        assert EntityEvent.objects.count() == 2


def test_who_was_judged_before_any_run_saw_them_is_still_compared(setting: Setting) -> None:
    registered(setting, [anna("a")])
    other = registered(setting, [bogdan("b")])
    decided(setting)
    linked(setting)
    new = registered(setting, [anna("c")])
    with setting.inside(ANALYST) as purpose:
        judge(purpose, new[0], other[0], answer=PairAnswer.DIFFERENT, now=LATER)
        assert queries.came_since(purpose, queries.runs(purpose)[0]) == 1
    put_in_place(setting, at=2)
    placed = stands(setting)
    assert len(set(placed.values())) == 2
    with setting.inside(ANALYST) as purpose:
        assert queries.came_since(purpose, queries.runs(purpose)[0]) == 0


def test_who_is_destroyed_while_it_is_compared_is_not_written_of(setting: Setting) -> None:
    known = registered(setting, [anna("a"), bogdan("b")])
    decided(setting)
    last = linked(setting)
    with setting.inside(ANALYST) as purpose:
        numbers, columns = linkable(purpose)
        gone = [*numbers, str(UUID(int=2**128 - 1))]
        again = {name: column.take(pa.array([0, 1, 0])) for name, column in columns.items()}
        fresh = compared(
            gone, again, all_new(gone) & [False, False, True], model_of(last), lambda _: None
        )
        assert len(fresh.scored.pairs) == 1
        hold_state(purpose)
        run = write_new(purpose, fresh, last, decision_on(purpose, purpose.day), LATER)
        assert (run.records, run.linked) == (2, 0)
        assert not Pair.objects.exists()
    assert set(stands(setting)) == set(known)


def test_nothing_new_and_no_run_are_told_in_a_sentence(setting: Setting) -> None:
    strangers(setting, 2)
    with pytest.raises(Refused, match="No run of this version"):
        put_in_place(setting)
    linked(setting)
    with pytest.raises(Refused, match="No registrations of persons came in"):
        put_in_place(setting)


def test_a_run_of_another_version_is_not_built_upon(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    strangers(setting, 2)
    linked(setting)
    registered(setting, [anna("a")])
    monkeypatch.setattr("samen.linkage.actions_of_arrivals.CODE", CODE + " later")
    with pytest.raises(Refused, match="No run of this version"):
        put_in_place(setting)


@pytest.mark.parametrize("role", [MemberRole.REGISTRAR, MemberRole.STATISTICIAN])
def test_who_may_not_link_puts_nothing_in_place(setting: Setting, role: MemberRole) -> None:
    with setting.inside(role) as purpose, pytest.raises(Refused, match="not let you link"):
        link_new(purpose, now=NOW, told=lambda _name: None)
