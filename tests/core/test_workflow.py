"""The ladders: every status is on one, and every end can be left only by opening again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.errors import Refused
from samen.core.terms import ActionStatus, EntryKind, PromiseStatus
from samen.core.workflow import (
    ACTION_STEPS,
    CLOSED,
    LADDERS,
    PROMISE_STEPS,
    is_step,
    next_statuses,
    status_of,
)


def test_every_status_has_its_steps() -> None:
    assert set(ACTION_STEPS) == set(ActionStatus)
    assert set(PROMISE_STEPS) == set(PromiseStatus)


@given(st.sampled_from(list(LADDERS)), st.data())
def test_what_was_reported_may_be_reported_again(kind: EntryKind, data: st.DataObject) -> None:
    status = data.draw(st.sampled_from(list(LADDERS[kind])))
    assert is_step(kind, status, status)


@given(st.sampled_from(list(LADDERS)), st.data())
def test_any_status_may_be_the_first(kind: EntryKind, data: st.DataObject) -> None:
    status = data.draw(st.sampled_from(list(LADDERS[kind])))
    assert is_step(kind, None, status)


@pytest.mark.parametrize("kind", list(LADDERS))
def test_no_end_turns_into_another_end(kind: EntryKind) -> None:
    for status in LADDERS[kind]:
        if status in CLOSED:
            others = set(next_statuses(kind, status)) & CLOSED - {status}
            assert not others


def test_a_promise_is_new_once() -> None:
    assert not is_step(EntryKind.COMMITMENT, "running", "new")


def test_a_word_of_the_other_ladder_is_refused() -> None:
    with pytest.raises(Refused, match="Allowed are"):
        status_of(EntryKind.MOTION, "done")


def test_a_figure_has_no_ladder() -> None:
    assert next_statuses(EntryKind.INDICATOR, None) == ()
    with pytest.raises(Refused):
        status_of(EntryKind.INDICATOR, "new")
