"""A run over the registrations of a processing: what acts, what is suggested, what stays."""

from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from threading import Thread
from uuid import uuid4

import pytest
from django.db import connection

from samen.core.errors import Conflict, Refused
from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.core.terms import MemberRole
from samen.linkage import actions, queries, queries_of_entities
from samen.linkage.actions_of_review import judge
from samen.linkage.actions_of_undoing import undo
from samen.linkage.holding import run_alone
from samen.linkage.models import EntityEvent, LinkRun, Pair, Placement
from samen.linkage.running import look, write_run
from samen.purposes.actions import remove_member
from samen.purposes.models import Membership
from samen.register.models import Registration
from samen.register.queries_of_keeping import looks_at
from samen.register.queries_of_linkage import linkable
from samen.register.values import Row
from tests.killed_in import killed_in
from tests.linkage.people import (
    NOW,
    SURE,
    UNLIKELY,
    decided,
    person,
    registered,
    run,
    scored,
    stands,
    state_of,
    strangers,
)
from tests.register.given_files import DAY, Setting, csv_file, taken

pytestmark = pytest.mark.django_db(transaction=True)
SAME = [
    person("a", phone="+31612345678", document_number="NX12045671"),
    person("b", "Ana", "van der Vermeulen", phone="+31612345678", document_number="NX12045671"),
    person("c", "Bogdan", "Petrov", "1990-02-03", phone="+31687654321"),
]


def linked(setting: Setting) -> LinkRun:
    with setting.inside(MemberRole.ANALYST) as purpose:
        return actions.link_all(purpose, now=NOW, told=lambda _name: None)


def test_after_a_run_the_planner_knows_how_many_were_placed(setting: Setting) -> None:
    """Without it a count right after a run takes minutes."""
    registered(setting, SAME)
    linked(setting)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'linkage_placement'")
        assert cursor.fetchone() == (len(SAME),)


def test_who_asks_about_a_person_is_told_of_each_run_over_it(setting: Setting) -> None:
    with setting.inside() as purpose:
        taken(purpose, csv_file())
        number = Registration.objects.get(source_key="id:P1").pk
    for runs in (1, 2):
        linked(setting)
        with setting.inside(MemberRole.PRIVACY_OFFICER) as purpose:
            looks = looks_at(purpose, [number])
        assert [list(each.fields) for each in looks].count(["links"]) == runs


def test_without_a_decision_all_links_are_suggestions(setting: Setting) -> None:
    registered(setting, SAME)
    found = linked(setting)
    assert (found.records, found.entities, found.linked) == (3, 3, 0)
    assert found.suggested >= 1
    with setting.inside(MemberRole.ANALYST) as purpose:
        told = queries.suggestions(purpose)
        assert len(told) == found.suggested
        why = queries.explanation(purpose, told[0])
        assert why is not None
        assert "documentnummer is gelijk" in str(why.reasons)
        assert why.bars[-1].sum_after == pytest.approx(told[0].weight, abs=1e-4)


def test_a_run_of_another_version_explains_nothing(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its levels are others: read by today's they would tell what was never found."""
    registered(setting, SAME)
    linked(setting)
    monkeypatch.setattr("samen.linkage.queries.CODE", "samen 0")
    with setting.inside(MemberRole.ANALYST) as purpose:
        told = queries.suggestions(purpose)
        assert told
        assert queries.explanation(purpose, told[0]) is None


def test_under_a_decision_a_strict_link_acts_and_again_changes_nothing(setting: Setting) -> None:
    registered(setting, SAME)
    decided(setting)
    found = linked(setting)
    assert (found.records, found.entities, found.linked) == (3, 2, 1)
    before = state_of(setting)
    again = linked(setting)
    assert again.pk != found.pk
    assert state_of(setting) == before
    with setting.inside(MemberRole.ANALYST):
        assert {pair.run for pair in Pair.objects.all()} == {again.pk}
        assert EntityEvent.objects.count() == 1


def test_ten_percent_new_arrivals_rename_nobody(setting: Setting) -> None:
    """Neither who stood alone, nor who gained a registration, gets another id."""
    decided(setting)
    known = strangers(setting, 10)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): SURE})
    before = stands(setting)
    new = registered(setting, [person("nieuw", "Chidi", "Okonkwo", "1991-04-30")])
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): SURE, (known[2], new[0]): SURE})
    after = stands(setting)
    assert {number: after[number] for number in known} == before
    assert after[new[0]] == before[known[2]]


def test_entities_that_come_together_keep_the_id_with_most_judgements(setting: Setting) -> None:
    decided(setting)
    known = strangers(setting, 5)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): SURE, (known[0], known[2]): SURE,
                      (known[1], known[2]): SURE})  # fmt: skip
        judge(purpose, known[3], known[4], answer=PairAnswer.SAME, now=NOW)
    before = stands(setting)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {pair: SURE for pair in combinations(known, 2)})
        merge = queries_of_entities.events(purpose)[0]
        assert queries_of_entities.resolve(purpose, before[known[0]]) == {before[known[3]]}
    assert set(stands(setting).values()) == {before[known[3]]}
    assert (merge.change, merge.reason) == (EntityChange.MERGED, ChangeReason.RUN)
    assert set(merge.before) == {before[known[0]], before[known[3]]}


def test_a_strict_link_against_which_the_others_speak_does_not_act(setting: Setting) -> None:
    """For counting the best pair would decide; what acts is averaged."""
    decided(setting)
    known = strangers(setting, 4)
    last = known[3]
    weights = {pair: SURE for pair in combinations(known[:3], 2)}
    weights |= {
        (known[0], last): SURE,
        (known[1], last): 2 * UNLIKELY,
        (known[2], last): 2 * UNLIKELY,
    }
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, weights)
    stood = stands(setting)
    assert len({stood[number] for number in known[:3]}) == 1
    assert stood[last] != stood[known[0]]


def test_what_the_scores_no_longer_hold_together_is_split_and_undone(setting: Setting) -> None:
    """An undoing of what a run did is a word of a person: the next run does not do it again."""
    decided(setting)
    known = strangers(setting, 3)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): SURE})
    before = state_of(setting)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): UNLIKELY})
        split = queries_of_entities.events(purpose)[0]
        assert split.change == EntityChange.SPLIT
        undo(purpose, split.pk, now=NOW)
    assert state_of(setting) == before
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {(known[0], known[1]): UNLIKELY})
    assert state_of(setting) == before


def test_a_judgement_given_while_a_run_scores_is_followed(setting: Setting) -> None:
    decided(setting)
    known = strangers(setting, 2)
    with setting.inside(MemberRole.ANALYST) as purpose:
        judge(purpose, *known, answer=PairAnswer.DIFFERENT, now=NOW)
        found = run(purpose, {(known[0], known[1]): SURE})
    assert (found.entities, found.linked) == (2, 0)


def test_who_is_destroyed_while_a_run_scores_is_not_written_of(setting: Setting) -> None:
    decided(setting)
    known = strangers(setting, 3)
    with setting.inside(MemberRole.ANALYST) as purpose:
        numbers, _ = linkable(purpose)
        looked = look(purpose, [str(uuid4()), *numbers])
        assert looked.is_there.tolist() == [False, True, True, True]
        weights = {pair: SURE for pair in combinations(known, 2)}
        write_run(purpose, scored([str(looked.numbers[0]), *numbers], weights), looked, None, NOW)
        assert {each.registration for each in Placement.objects.all()} == set(known)


def test_two_runs_at_once_one_wins_and_the_other_is_told(setting: Setting) -> None:
    registered(setting, SAME)
    outcomes: list[object] = []

    def second() -> None:
        try:
            outcomes.append(linked(setting))
        except Conflict as told:
            outcomes.append(str(told))
        finally:
            connection.close()

    with setting.inside(MemberRole.ANALYST) as purpose:
        run_alone(purpose)
        other = Thread(target=second)
        other.start()
        other.join(timeout=60)
    assert "Somebody else is linking" in str(outcomes[0])


@pytest.mark.parametrize("role", [MemberRole.REGISTRAR, MemberRole.STATISTICIAN])
def test_who_may_not_link_is_told_so(setting: Setting, role: MemberRole) -> None:
    with setting.inside(role) as purpose, pytest.raises(Refused, match="not let you link"):
        actions.link_all(purpose, now=NOW, told=lambda _name: None)


def test_nothing_to_link_is_told_in_a_sentence(setting: Setting) -> None:
    with pytest.raises(Refused, match="no registrations of persons"):
        linked(setting)


@pytest.mark.parametrize(
    "rows",
    [
        [person("one")],
        [person(f"k{n}", "Anna", "Jansen", "") for n in range(12)],
        [person("a", "Bogdan", "Petrov", "1990-02-03"), person("b", "Chidi", "Okonkwo", "")],
        [person("x", "", "", ""), person("y", "", "", "")],
    ],
    ids=["one", "all equal", "no links", "empty"],
)
def test_odd_registers_are_linked_too(setting: Setting, rows: list[Row]) -> None:
    numbers = registered(setting, rows)
    decided(setting)
    found = linked(setting)
    assert (found.records, found.linked) == (len(rows), 0)
    assert len(set(stands(setting).values())) == len(numbers)


def test_a_run_killed_while_it_writes_leaves_nothing_and_the_next_is_whole(
    setting: Setting,
) -> None:
    decided(setting)
    known = strangers(setting, 3)
    sure = {(known[0], known[1]): SURE}
    killed_in(setting.inside(MemberRole.ANALYST), lambda purpose: run(purpose, sure))
    with setting.inside(MemberRole.ANALYST) as purpose:
        assert LinkRun.objects.count() + Pair.objects.count() + Placement.objects.count() == 0
        again = run(purpose, sure)
    assert (again.entities, again.linked) == (2, 1)


def test_a_purpose_that_ends_while_a_run_scores_leaves_nothing(setting: Setting) -> None:
    registered(setting, SAME)

    def told(name: str) -> None:
        if name == "write":
            part = setting.members[MemberRole.ANALYST]
            with ThreadPoolExecutor(1) as other:
                other.submit(_leave, part).result()

    with pytest.raises(Refused), setting.inside(MemberRole.ANALYST) as purpose:
        actions.link_all(purpose, now=NOW, told=told)
    with setting.inside(MemberRole.CASE_HOLDER):
        assert LinkRun.objects.count() + Pair.objects.count() + Placement.objects.count() == 0


def _leave(part: Membership) -> None:
    remove_member(membership=part.pk, today=DAY)
    connection.close()
