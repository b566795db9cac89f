"""The register's motions and commitments in the House's field names, and where we differ."""

import json
from dataclasses import dataclass
from datetime import date

from samen.core.terms import EntryKind
from samen.programme.house_fields import Thing, differs, write_commitment, write_motion
from samen.programme.queries.life import commitment_facts, motion_facts
from samen.programme.queries.states import Filters, entries_as_of
from samen.programme.values import EntryState


@dataclass(frozen=True, slots=True)
class Difference:
    """A commitment that the House holds open and we closed, or the other way round."""

    entry: int
    title: str
    number: str
    theirs: str
    ours: str


def house_json(*, on: date) -> str:
    """Motions as Zaak and commitments as Toezegging, as JSON."""
    motions = [_motion(state) for state in _of_kind(EntryKind.MOTION, on)]
    promises = [_commitment(state) for state in _of_kind(EntryKind.COMMITMENT, on)]
    whole = {"Zaak": motions, "Toezegging": promises}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def house_differences(*, on: date) -> list[Difference]:
    """Where the House's status and ours do not agree."""
    found = []
    for state in _of_kind(EntryKind.COMMITMENT, on):
        facts = commitment_facts(entry=state.id)
        if facts is not None and differs(facts.foreign_status, state.status):
            found.append(
                Difference(state.id, state.title, facts.number, facts.foreign_status, state.status)
            )
    return found


def _of_kind(kind: EntryKind, on: date) -> list[EntryState]:
    return entries_as_of(on=on, filters=Filters(kind=kind))


def _motion(state: EntryState) -> Thing:
    facts = motion_facts(entry=state.id)
    if facts is None:
        raise LookupError(f"entry {state.id} is no motion")
    return write_motion(
        facts, title=state.detail or state.title, subject=state.title, status=state.status
    )


def _commitment(state: EntryState) -> Thing:
    facts = commitment_facts(entry=state.id)
    if facts is None:
        raise LookupError(f"entry {state.id} is no commitment")
    return write_commitment(
        facts,
        text=state.title,
        ministry="; ".join(state.owners),
        made_on=state.status_on,
        status=state.status,
    )
