"""What stood open on 1 March, as it was and as we knew it."""

from datetime import UTC, date, datetime

import pytest

from samen.core.errors import Conflict, Refused
from samen.programme.actions import append_status
from samen.programme.actions.wording import Actor
from samen.programme.models import StatusChange
from samen.programme.queries import attention, entries_as_of, life_of, open_entries, search
from samen.programme.values import Standing

pytestmark = pytest.mark.django_db
LATER = datetime(2022, 6, 1, 9, tzinfo=UTC)


def test_a_promise_is_not_there_before_it_was_made(promise: int) -> None:
    assert entries_as_of(on=date(2021, 11, 16)) == []
    assert [state.id for state in entries_as_of(on=date(2021, 11, 17))] == [promise]


def test_what_was_learned_later_changes_the_past_but_not_what_we_knew(
    promise: int, tess: Actor
) -> None:
    kept = Standing(status="kept", on=date(2022, 2, 15), keep_due=True)
    append_status(entry=promise, standing=kept, by=tess, now=LATER)
    first_of_march = date(2022, 3, 1)
    assert open_entries(on=first_of_march) == []
    known_then = open_entries(on=first_of_march, known_at=datetime(2022, 3, 1, tzinfo=UTC))
    assert [state.id for state in known_then] == [promise]


def test_a_status_is_never_edited_or_removed(promise: int) -> None:
    from django.db import Error, transaction

    change = StatusChange.objects.get(entry_id=promise)
    with pytest.raises(Error), transaction.atomic():
        StatusChange.objects.filter(pk=change.pk).update(note="anders")
    with pytest.raises(Error), transaction.atomic():
        change.delete()


def test_a_step_that_the_ladder_forbids_is_refused(promise: int, tess: Actor) -> None:
    append_status(
        entry=promise, standing=Standing(status="kept", on=date(2022, 1, 1)), by=tess, now=LATER
    )
    with pytest.raises(Refused, match="nagekomen"):
        append_status(
            entry=promise, standing=Standing(status="new", on=date(2022, 2, 1)), by=tess, now=LATER
        )


def test_who_saw_an_old_status_is_told(promise: int, tess: Actor) -> None:
    seen = StatusChange.objects.get(entry_id=promise).pk
    running = Standing(status="running", on=date(2022, 1, 1))
    append_status(entry=promise, standing=running, by=tess, now=LATER, last_seen=seen)
    with pytest.raises(Conflict):
        append_status(entry=promise, standing=running, by=tess, now=LATER, last_seen=seen)


def test_it_is_found_and_its_life_is_told(promise: int) -> None:
    assert [hit.id for hit in search(query="crisisbed").hits] == [promise]
    life = life_of(entry=promise)
    assert life is not None
    assert [(e.status, e.passage.line) for e in life.events if e.passage] == [("new", 12)]


def test_overdue_begins_the_day_after_the_term(promise: int) -> None:
    for day, expected in ((date(2022, 7, 8), "soon"), (date(2022, 7, 9), "overdue")):
        counted = attention(entries_as_of(on=day), on=day)
        assert [state.id for state in counted[expected]] == [promise]
