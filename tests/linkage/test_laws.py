"""Laws of entities under any sequence of runs, judgements, merges, splits and undoings."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from samen.core.errors import Conflict, Refused
from samen.core.matching.vocabulary import EntityChange, PairAnswer
from samen.core.terms import MemberRole
from samen.linkage import queries_of_entities
from samen.linkage.actions_of_review import judge, merge_entities, split_entity, withdraw
from samen.linkage.actions_of_undoing import undo
from samen.linkage.models import PairJudgement, Placement
from tests.linkage.people import NOW, decided, run, stands, strangers
from tests.register.given_files import Setting

pytestmark = pytest.mark.django_db(transaction=True)
SIZE = 5
PEOPLE = (MemberRole.ANALYST, MemberRole.CASE_HOLDER)
PLACES = st.integers(0, SIZE - 1)
WEIGHTS = st.lists(
    st.sampled_from([-14.0, -3.0, 1.0, 5.0, 14.0]), min_size=10, max_size=SIZE * (SIZE - 1) // 2
)
ACTS = st.one_of(
    st.tuples(st.just("run"), WEIGHTS),
    st.tuples(st.just("judge"), PLACES, PLACES, st.sampled_from(PairAnswer), st.booleans()),
    st.tuples(st.just("merge"), PLACES, PLACES),
    st.tuples(st.just("split"), PLACES),
    st.tuples(st.just("undo"), st.integers(0, 5)),
)


def act(setting: Setting, known: list[UUID], wanted: tuple[Any, ...]) -> None:
    """Do one thing; what is refused changes nothing."""
    kind, *given = wanted
    who = PEOPLE[bool(given[3])] if kind == "judge" else MemberRole.ANALYST
    places = stands(setting)
    try:
        with setting.inside(who) as purpose:
            if kind == "run":
                run(purpose, dict(zip(combinations(known, 2), given[0], strict=False)))
            elif kind == "undo":
                events = list(queries_of_entities.events(purpose))
                undo(purpose, events[given[0] % len(events)].pk, now=NOW)
            elif kind == "split":
                split_entity(purpose, places[known[given[0]]], [known[given[0]]], now=NOW)
            elif given[0] != given[1]:
                pair = known[given[0]], known[given[1]]
                if kind == "judge":
                    judge(purpose, *pair, answer=given[2], now=NOW)
                elif places[pair[0]] != places[pair[1]]:
                    merge_entities(purpose, places[pair[0]], places[pair[1]], now=NOW)
    except (Refused, Conflict):
        pass


def check(setting: Setting, known: list[UUID]) -> None:
    """Each registration stands in one entity, and none with one that it differs from."""
    with setting.inside(MemberRole.ANALYST):
        standing = list(Placement.objects.filter(known_until=None))
        assert sorted(each.registration for each in standing) == known
        said = PairJudgement.objects.filter(undone_at=None, answer=PairAnswer.DIFFERENT)
        places = {each.registration: each.entity for each in standing}
        assert [each for each in said if places[each.left_id] == places[each.right_id]] == []


@dataclass(frozen=True)
class Seen:
    """The state, the events that can be undone, latest first, and words that brought nothing."""

    state: str
    events: tuple[UUID, ...]
    words: frozenset[UUID]


def seen(setting: Setting) -> Seen:
    with setting.inside(MemberRole.ANALYST) as purpose:
        events = queries_of_entities.events(purpose).exclude(change=EntityChange.BORN)
        words = PairJudgement.objects.filter(undone_at=None, event=None)
        return Seen(
            queries_of_entities.state(purpose),
            tuple(events.values_list("pk", flat=True)),
            frozenset(words.values_list("pk", flat=True)),
        )


def take_back(setting: Setting, before: Seen, after: Seen) -> None:
    """Undo all that came in between, the last one first."""
    with setting.inside(MemberRole.ANALYST) as purpose:
        for word in after.words - before.words:
            withdraw(purpose, word, now=NOW)
        for event in after.events[: len(after.events) - len(before.events)]:
            undo(purpose, event, now=NOW)


def test_all_that_was_done_is_undone_to_the_byte(setting: Setting) -> None:
    decided(setting)
    known = strangers(setting, SIZE)
    with setting.inside(MemberRole.ANALYST) as purpose:
        run(purpose, {})

    @given(acts=st.lists(ACTS, min_size=1, max_size=8))
    @settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
    def law(acts: list[tuple[Any, ...]]) -> None:
        with transaction.atomic():
            kept = [seen(setting)]
            for each in acts:
                act(setting, known, each)
                check(setting, known)
                kept.append(seen(setting))
            for before, after in zip(kept[-2::-1], kept[:0:-1], strict=True):
                assert seen(setting).state == after.state
                take_back(setting, before, after)
                assert seen(setting).state == before.state
            transaction.set_rollback(True)

    law()
