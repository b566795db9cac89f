"""The file of one entity: its registrations, why they are one person, who decided, who is near.

The same parts make the Word file and the JSON. The ground on which it is fetched stands on top.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, gettext

from samen.core.networks.vocabulary import NodeKind
from samen.core.networks.words import EDGES
from samen.core.writing.rendered import Heading
from samen.linkage import queries
from samen.linkage.labels import label
from samen.linkage.networks import around
from samen.linkage.plain_words import in_plain_words, moment, why_changed
from samen.linkage.queries_of_entities import Told, told_history
from samen.linkage.side_by_side import ORIGIN
from samen.purposes.inside import Purpose
from samen.register import access_document as document
from samen.register.access_document import Part
from samen.register.access_values import value_lines
from samen.register.labels import label as register_label
from samen.register.queries import Seen
from samen.work import clock

FORMS = ("docx", "json")
MOST_REASONS = 50
MOST_NEAR = 60
"""Persons, places and things of the network that a file tells of; the page shows more."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A heading and its parts."""

    heading: Heading
    parts: tuple[Part, ...]


def gathered(purpose: Purpose, entity: UUID, rows: list[Seen], at: datetime) -> CaseFile:
    """All that an entity is made of, with the ground and goal for which it is fetched."""
    part = purpose.membership
    heading = Heading(
        sender=part.organisation.name, addressee=part.processing.name,
        subject=gettext("Case file"), on=clock.day_of(at), reference=str(entity),
        salutation=gettext("Fetched for: {goal} Ground: {ground}. By: {name}.").format(
            goal=part.processing.goal, ground=register_label("ground", purpose.ground),
            name=part.user.name,
        ),
    )  # fmt: skip
    places = {row.pk: place for place, row in enumerate(rows, start=1)}
    parts = [
        Part(gettext("Why this is one person"), tuple(_reasons(purpose, places))),
        *(_registration(row, places[row.pk]) for row in rows),
        Part(gettext("What was decided"), tuple(_changes(purpose, entity))),
        Part(gettext("Who and what is near"), tuple(_near(purpose, rows[0].pk))),
    ]
    return CaseFile(heading, tuple(each for each in parts if each.lines))


def _reasons(purpose: Purpose, places: dict[UUID, int]) -> list[tuple[str, str]]:
    dutch = get_language() == "nl"
    lines = []
    for scored in queries.pairs_among(purpose, places)[:MOST_REASONS]:
        why = queries.explanation(purpose, scored, dutch=dutch)
        if why is not None:
            lines.append(
                (
                    _couple(places, scored.left_id, scored.right_id),
                    in_plain_words(why, scored.chance),
                )
            )
    for one, other in combinations(places, 2):
        for each in queries.judgements(purpose, one, other):
            if each.undone_at is None:
                said = f"{label('answer', each.answer)}. {each.note}".strip()
                lines.append((_couple(places, one, other), f"{each.registrar.name}: {said}"))
    return lines


def _couple(places: dict[UUID, int], one: UUID, other: UUID) -> str:
    first, second = sorted((places[one], places[other]))
    return gettext("Registrations {one} and {other}").format(one=first, other=second)


def _registration(row: Seen, place: int) -> Part:
    title = gettext("Registration {n}: {kind}").format(
        n=place, kind=register_label("kind", row.kind)
    )
    shown: dict[str, Any] = {name: said for name, said in row.said.items() if name not in ORIGIN}
    return Part(title, (
        (gettext("Registered by"), row.organisation.name), *value_lines(shown),
    ))  # fmt: skip


def _changes(purpose: Purpose, entity: UUID) -> list[tuple[str, str]]:
    return [
        (moment(told.event.at),
         " ".join([f"{_change(told)} ({told.event.registrar.name}).", *why_changed(told)]))
        for told in told_history(purpose, entity)
    ]  # fmt: skip


def _change(told: Told) -> str:
    """What was changed and why; of an undoing which change it undid."""
    if told.undoes:
        words = gettext("Change {number}: change {undone} undone")
        return words.format(number=told.event.number, undone=told.undoes)
    words = gettext("Change {number}: {change}, {reason}")
    said = words.format(
        number=told.event.number, change=label("change", told.event.change),
        reason=label("reason", told.event.reason),
    )  # fmt: skip
    return f"{said}, {gettext('undone')}" if told.is_undone else said


def _near(purpose: Purpose, number: UUID) -> list[tuple[str, str]]:
    """The edges of the network within two steps, nearest first, with who says so."""
    found = around(purpose, [(NodeKind.PERSON, number)], most=MOST_NEAR)
    if found is None:
        return []
    net, side = found.network, 0 if get_language() == "nl" else 1
    name = {node.id: node.label for node in net.nodes}
    lines = [
        (EDGES[edge.kind][side], f"{name[edge.left]} – {name[edge.right]} ({edge.source})")
        for edge in sorted(net.edges, key=lambda e: (net.places[e.left], net.places[e.right]))
    ]
    if net.left_out:
        told = gettext("{n} more are near; the page of the network shows them.")
        lines.append((gettext("Not in this file"), told.format(n=net.left_out)))
    return lines


def as_word(made: CaseFile) -> bytes:
    """The file as a .docx."""
    return document.as_word(made.parts, made.heading)


def as_json(made: CaseFile) -> bytes:
    """The file as JSON: the heading, and a list of parts with their lines."""
    told = {
        "reference": made.heading.reference, "subject": made.heading.subject,
        "on": made.heading.on, "fetched": made.heading.salutation,
        "parts": [{"title": each.title, "lines": each.lines} for each in made.parts],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1, default=str).encode()
