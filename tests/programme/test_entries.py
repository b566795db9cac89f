"""Entries are merged, withdrawn and mended, and each of these can be undone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from samen.core.errors import BadInput, Conflict, Refused
from samen.core.terms import EvidenceRole
from samen.programme.actions import (
    add_document,
    add_evidence,
    append_status,
    edit_entry,
    merge_entries,
    record_action,
    record_motion,
    restore_entry,
    undo_merge,
    withdraw_entry,
)
from samen.programme.actions.wording import Actor
from samen.programme.queries import asks_evidence, entries_as_of, entry_state, life_of, search
from samen.programme.values import DocumentFacts, MotionFacts, Place, Standing, Wording

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 2, 1, tzinfo=UTC)
TODAY = date(2022, 2, 1)


def _action(title: str, by: Actor, on: date) -> int:
    return record_action(
        wording=Wording(title, owners=("VNG",)),
        standing=Standing(status="running", on=on),
        by=by,
        now=NOW,
    )


def test_a_merged_entry_is_told_with_the_other_and_can_be_parted(tess: Actor) -> None:
    old = _action("Opvang uitbreiden", tess, date(2021, 1, 1))
    new = _action("Opvang vergroten", tess, date(2022, 1, 1))
    merge_entries(entry=old, into=new, now=NOW)
    assert [state.id for state in entries_as_of(on=TODAY)] == [new]
    life = life_of(entry=new)
    assert life is not None
    assert [event.told_of for event in life.events] == [new, old]
    undo_merge(entry=old)
    assert [state.id for state in entries_as_of(on=TODAY)] == [old, new]


def test_the_past_knows_nothing_of_a_later_merge(tess: Actor) -> None:
    old = _action("Opvang uitbreiden", tess, date(2021, 1, 1))
    new = _action("Opvang vergroten", tess, date(2022, 1, 1))
    merge_entries(entry=old, into=new, now=datetime(2022, 3, 1, tzinfo=UTC))
    assert [state.id for state in entries_as_of(on=TODAY, known_at=NOW)] == [old, new]


def test_another_kind_is_not_merged(tess: Actor, promise: int) -> None:
    action = _action("Opvang uitbreiden", tess, TODAY)
    with pytest.raises(Refused, match="Toezegging"):
        merge_entries(entry=action, into=promise, now=NOW)


@pytest.mark.parametrize(
    "standing",
    [
        Standing(status="running", on=date(9999, 12, 31)),
        Standing(status="running", on=date(1, 1, 1)),
        Standing(status="running", on=TODAY, due=date(9999, 12, 31)),
    ],
)
def test_a_status_far_away_is_refused(tess: Actor, promise: int, standing: Standing) -> None:
    with pytest.raises(BadInput, match="too far away"):
        append_status(entry=promise, standing=standing, by=tess, now=NOW)
    state = entry_state(entry=promise, on=TODAY)
    assert state is not None
    assert (state.status, state.due) == ("new", date(2022, 7, 8))


def test_a_withdrawn_entry_leaves_the_lists_and_comes_back(tess: Actor) -> None:
    action = _action("Opvang uitbreiden", tess, TODAY)
    withdraw_entry(entry=action, reason="Dubbel", now=NOW)
    assert entries_as_of(on=TODAY) == []
    with pytest.raises(Refused, match="withdrawn"):
        edit_entry(entry=action, wording=Wording("Anders"))
    restore_entry(entry=action)
    assert [state.id for state in entries_as_of(on=TODAY)] == [action]


def test_owners_are_known_by_name_and_by_kind(tess: Actor) -> None:
    action = _action("Opvang uitbreiden", tess, TODAY)
    state = entry_state(entry=action, on=TODAY)
    assert state is not None
    assert state.owners == ("VNG",)
    assert len(state.organisations) == 1
    edit_entry(entry=action, wording=Wording("Opvang", owners=("volgend kabinet",)))
    state = entry_state(entry=action, on=TODAY)
    assert state is not None
    assert (state.owners, state.organisations) == (("volgend kabinet",), ())


def test_a_motion_is_its_paper_and_is_there_once(tess: Actor) -> None:
    facts = MotionFacts(movers=("Voorbeeld",), dossier="28638", number="997")
    asked = Standing(status="new", on=TODAY)
    record_motion(wording=Wording("Verzoek"), standing=asked, motion=facts, by=tess, now=NOW)
    with pytest.raises(Conflict, match="kst-28638-997"):
        record_motion(wording=Wording("Weer"), standing=asked, motion=facts, by=tess, now=NOW)
    assert [hit.title for hit in search(query="voorbeeld").hits] == ["Verzoek"]


def test_a_closed_promise_asks_for_evidence_until_it_has_some(
    tess: Actor, promise: int, letter: int
) -> None:
    kept = Standing(status="kept", on=TODAY)
    append_status(entry=promise, standing=kept, by=tess, now=NOW)
    state = entry_state(entry=promise, on=TODAY)
    assert state is not None
    assert asks_evidence(state)
    place = Place(letter, 20, 20, 5, 9, "Dat is gedaan.", EvidenceRole.SETTLES)
    add_evidence(entry=promise, place=place, by=tess, now=NOW)
    state = entry_state(entry=promise, on=TODAY)
    assert state is not None
    assert not asks_evidence(state)


def test_who_changed_what_is_kept(tess: Actor) -> None:
    action = _action("Opvang uitbreiden", tess, TODAY)
    edit_entry(entry=action, wording=Wording("Opvang vergroten"))
    history = apps.get_model("programme", "EntryEvent")._default_manager
    trail = history.filter(pgh_obj_id=action).order_by("pgh_id")
    titles = [event.title for event in trail]
    assert titles[-2:] == ["Opvang uitbreiden", "Opvang vergroten"]


def test_a_paper_with_another_file_is_called_by_its_reference(tess: Actor) -> None:
    known = DocumentFacts(
        title="Verzonnen brief", date=TODAY, reference="1234-A", file_hash="a" * 64
    )
    add_document(document=known, by=tess, now=NOW)
    with pytest.raises(Conflict, match="1234-A is in the register with another file"):
        add_document(document=replace(known, file_hash="b" * 64), by=tess, now=NOW)
