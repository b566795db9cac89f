"""What a run writes: pairs, first placements, and the moves of those who stood somewhere.

All of it is decided again from what stands at that moment: what people judged, and what was
destroyed, while the pairs were scored.
"""

import secrets
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection

from samen.core.matching.acting import STRICT, acting, as_they_stood, is_strict
from samen.core.matching.blocking import Pairs
from samen.core.matching.clusters import Judged, Labels
from samen.core.matching.entities import heirs, keepers, minted, rivals
from samen.core.matching.link import EVEN, Compared, Linked
from samen.core.matching.vocabulary import ChangeReason, EntityChange
from samen.linkage.judging import Couple, holding, standing
from samen.linkage.many import add_rows
from samen.linkage.models import LinkRun, StandingDecision
from samen.linkage.placing import Cause, by_seniority, move, open_placements, record
from samen.linkage.values import CODE, NEVER, SUGGESTED
from samen.purposes.inside import Purpose
from samen.register.actions import bound
from samen.register.queries_of_linkage import days

type Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Standing:
    """What stands about the registrations of a run, in their order.

    days: `remove` and `destroy` of each; is_there: whether it is still in the register. before:
    the number of the entity in which each stands, -1 for none; entities: by that number.
    """

    numbers: pa.Array
    days: pa.Table
    is_there: Flags
    before: Labels
    entities: list[UUID]
    judged: Judged


def look(purpose: Purpose, numbers: list[str]) -> Standing:
    """What stands now about these registrations."""
    given = pa.array(numbers, pa.string())
    there = days(purpose)
    at = pc.index_in(given, there["id"].combine_chunks())
    places = open_placements(purpose).values_list("registration", "entity")
    rows = [(str(registration), entity) for registration, entity in places.iterator(50_000)]
    entities = list(dict.fromkeys(entity for _, entity in rows))
    code = {entity: number for number, entity in enumerate(entities)}
    before = np.full(len(numbers), -1, dtype=np.int64)
    found = _places(given, [registration for registration, _ in rows])
    known = found >= 0
    before[found[known]] = np.array([code[entity] for _, entity in rows], np.int64)[known]
    said = holding(purpose, standing(purpose))
    judged = Judged(_pairs(given, said.same), _pairs(given, said.different))
    is_there = at.is_valid().to_numpy(zero_copy_only=False)
    return Standing(given, there.take(at), is_there, before, entities, judged)


def _places(given: pa.Array, wanted: list[str]) -> Labels:
    """The place of each of these numbers; -1 for one that is not there."""
    found = pc.fill_null(pc.index_in(pa.array(wanted, pa.string()), given), -1)
    places: Labels = found.to_numpy(zero_copy_only=False).astype(np.int64)
    return places


def _pairs(given: pa.Array, couples: frozenset[Couple]) -> Pairs:
    ordered = sorted(couples)
    one = _places(given, [str(left) for left, _ in ordered])
    other = _places(given, [str(right) for _, right in ordered])
    known = (one >= 0) & (other >= 0)
    found: Pairs = np.minimum(one, other)[known] * len(given) + np.maximum(one, other)[known]
    return found


@dataclass(frozen=True)
class Acted:
    """What is linked, the group in which each registration stands from now on, numbered from 0,
    and of each told pair whether it acts."""

    linked: Linked
    groups: Labels
    acts: Flags

    @property
    def is_suggested(self) -> Flags:
        """Of each told pair whether people are asked about it."""
        found: Flags = self.linked.scored.probabilities >= SUGGESTED
        return found & ~_same(self.groups, self.linked)


def acted(found: Compared, stood: Standing, decision: StandingDecision | None) -> Acted:
    """What follows from pairs that were scored, from what people said, and from a decision.

    One pair does not decide for all others here: what acts is averaged.
    """
    linked = found.linked(judged=stood.judged, drawn=0.0)
    if decision is None:
        groups = as_they_stood(stood.before)
        acts = linked.is_linked & is_strict(linked.scored, STRICT) & _same(groups, linked)
    else:
        groups, acts = acting(linked, decision.strict, stood.judged)
    return Acted(linked, np.unique(groups, return_inverse=True)[1].astype(np.int64), acts)


def write_run(
    purpose: Purpose, found: Compared, stood: Standing, decision: StandingDecision | None,
    now: datetime,
) -> LinkRun:  # fmt: skip
    """Write a run and all that follows from it. The state is held by who asks."""
    done, number = acted(found, stood, decision), uuid.uuid4()
    write_pairs(purpose, done, stood, number)
    with connection.cursor() as cursor:
        cursor.execute("SELECT linkage_keep_pairs_of(%s)", [number])
    purpose.renew()
    place(purpose, done.groups, stood, Cause(ChangeReason.RUN, now, run=number))
    with connection.cursor() as cursor:
        cursor.execute("SELECT linkage_take_stock()")
    return add_run(
        purpose, number, found, decision, now, records=found.size, linked=int(done.acts.sum()),
        suggested=int(done.is_suggested.sum()),
        entities=len(np.unique(done.groups[stood.is_there])),
    )  # fmt: skip


def add_run(
    purpose: Purpose, number: UUID, found: Compared, decision: StandingDecision | None,
    now: datetime, **counts: int,
) -> LinkRun:  # fmt: skip
    """The row of a run. counts: what it came to, as LinkRun names it."""
    return LinkRun.objects.create(
        **bound(purpose, NEVER), **counts, pk=number, at=now,
        decision=decision.pk if decision else None, model=found.model.as_json(),
        model_sha256=found.model.hash, code_version=CODE,
        strict=decision.strict if decision else STRICT, even=EVEN, looked_at=found.pairs,
        ceiling=found.ceiling,
        capped=[[each.rule, each.keys, each.largest] for each in found.capped],
    )  # fmt: skip


def _same(groups: Labels, linked: Linked) -> Flags:
    size, pairs = len(groups), linked.scored.pairs
    found: Flags = groups[pairs // size] == groups[pairs % size]
    return found


def write_pairs(purpose: Purpose, done: Acted, stood: Standing, number: UUID) -> None:
    """Write the pairs that are told, as those of a run."""
    linked, size = done.linked, len(stood.numbers)
    pairs = linked.scored.pairs
    kept = stood.is_there[pairs // size] & stood.is_there[pairs % size]
    scored = linked.scored.where(kept)
    columns: dict[str, object] = {}
    for side, at in (("left", scored.pairs // size), ("right", scored.pairs % size)):
        columns[f"{side}_id"] = stood.numbers.take(pa.array(at))
        for day in ("remove", "destroy"):
            columns[f"{side}_{day}"] = stood.days[day].take(pa.array(at))
    columns |= {
        "weight": scored.totals,
        "chance": scored.probabilities,
        "levels": _as_arrays(scored.levels),
        "rarities": _as_arrays(np.round(scored.rarities, 6)),
        "together": linked.is_linked[kept],
        "acts": done.acts[kept],
    }
    every = bound(purpose, NEVER) | {"run": number, "region": ""}
    del every["remove_due"], every["destroy_due"]
    least = {f"{day}_due": f"least(left_{day}, right_{day})" for day in ("remove", "destroy")}
    add_rows("linkage_pair", pa.table(columns), every, least)


def _as_arrays(values: npt.NDArray[np.generic]) -> list[str]:
    """Rows as PostgreSQL writes arrays."""
    return ["{" + ",".join(map(str, row)) + "}" for row in values.tolist()]


def place(purpose: Purpose, groups: Labels, stood: Standing, cause: Cause) -> None:
    """Give each registration the entity of its group: first placements, then moves."""
    before = np.where(stood.is_there, stood.before, -1)
    heir = heirs(groups, before, len(stood.entities))
    senior = by_seniority(purpose, [stood.entities[at] for at in rivals(heir).tolist()])
    code = {entity: number for number, entity in enumerate(stood.entities)}
    kept = keepers(heir, [code[entity] for entity in senior])
    many = int(groups.max(initial=-1)) + 1
    ids = [UUID(each) for each in minted(many, secrets.randbits(128))]
    for group, entity in kept.items():
        ids[group] = stood.entities[entity]
    _place_first(purpose, groups, ids, stood, cause)
    moved = [at for at in np.flatnonzero(before >= 0).tolist()
             if ids[groups[at]] != stood.entities[before[at]]]  # fmt: skip
    places = {UUID(stood.numbers[at].as_py()): (stood.entities[before[at]], ids[groups[at]])
              for at in moved}  # fmt: skip
    for part in connected(places):
        move(purpose, {number: places[number][1] for number in part}, cause)


def _place_first(
    purpose: Purpose, groups: Labels, ids: list[UUID], stood: Standing, cause: Cause
) -> None:
    new = np.flatnonzero((stood.before < 0) & stood.is_there)
    if not len(new):
        return
    event = record(purpose, EntityChange.BORN, cause, [], [])
    names = [str(each) for each in ids]
    rows = pa.table(
        {
            "registration": stood.numbers.take(pa.array(new)),
            "entity": [names[group] for group in groups[new].tolist()],
            "remove_due": stood.days["remove"].take(pa.array(new)),
            "destroy_due": stood.days["destroy"].take(pa.array(new)),
        }
    )
    every = bound(purpose, NEVER) | {"known_from": event.pk, "region": ""}
    del every["remove_due"], every["destroy_due"]
    add_rows("linkage_placement", rows, every, {})


def connected(moves: dict[UUID, tuple[UUID, UUID]]) -> Iterator[list[UUID]]:
    """The registrations that move, those that share an entity together: one event each."""
    root: dict[UUID, UUID] = {}

    def top(entity: UUID) -> UUID:
        while root.setdefault(entity, entity) != entity:
            entity = root[entity]
        return entity

    for was, becomes in moves.values():
        root[top(was)] = top(becomes)
    parts: dict[UUID, list[UUID]] = {}
    for registration, (was, _) in moves.items():
        parts.setdefault(top(was), []).append(registration)
    yield from (sorted(part) for part in parts.values())
