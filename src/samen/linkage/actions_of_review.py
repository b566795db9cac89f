"""The acts of people on links: judging a pair, merging and splitting entities.

A person's word is kept as judgements on pairs, and entities follow from it: a later run finds
the judgements, and never overrules them.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import product
from uuid import UUID, uuid4

import numpy as np
from django.utils.translation import gettext_noop as _

from samen.accounts.queries import are_two_persons
from samen.core.errors import Conflict, Refused
from samen.core.matching.clusters import Judged, parted
from samen.core.matching.entities import heirs
from samen.core.matching.vocabulary import ChangeReason, PairAnswer
from samen.core.terms import LogAct
from samen.linkage.holding import allowed, hold_state
from samen.linkage.judging import Couple, among, couple, holding, standing, takes_two
from samen.linkage.models import EntityEvent, Pair, PairJudgement
from samen.linkage.placing import (
    Cause,
    by_seniority,
    members_of,
    move,
    open_placements,
    place_alone,
)
from samen.linkage.saying import attach, brought_about, refuse_gone, replace_own, say, take_back
from samen.purposes.inside import Purpose


def judge(
    purpose: Purpose, one: UUID, other: UUID, *, answer: PairAnswer, note: str = "",
    is_blind: bool = False, now: datetime,
) -> PairJudgement:  # fmt: skip
    """Say of two registrations that they are of one person, or not, or that one cannot tell.

    Same merges their entities, when enough people say it and nobody says of one of each that
    they are different; different splits the entity in which both stand. A person's later word
    takes the place of the earlier one, unless that brought about a merge or split.
    """
    pair = couple(one, other)
    with allowed(purpose):
        hold_state(purpose)
        refuse_gone(pair)
        place_alone(purpose, pair, now)
        replace_own(purpose, pair, now)
        made = say(purpose, [pair], answer, note=note, now=now, is_blind=is_blind)[0]
        if answer == PairAnswer.SAME:
            _join(purpose, pair, Cause(ChangeReason.JUDGEMENT, now))
        elif answer == PairAnswer.DIFFERENT:
            _part(purpose, pair, Cause(ChangeReason.JUDGEMENT, now))
    purpose.note(LogAct.WRITE, pair, ["judgement"])
    made.refresh_from_db()
    return made


def withdraw(purpose: Purpose, number: UUID, *, now: datetime) -> None:
    """Take back a judgement that brought nothing about."""
    with allowed(purpose):
        hold_state(purpose)
        found = standing(purpose).filter(pk=number).first()
        if found is None:
            raise Refused(_("This judgement does not stand any more."), "",
                          _("Load the page again."))  # fmt: skip
        if found.event is not None:
            raise brought_about()
        take_back(purpose, [found.pk], now)
    purpose.note(LogAct.WRITE, [found.left_id, found.right_id], ["judgement"])


def merge_entities(
    purpose: Purpose, one: UUID, other: UUID, *, note: str = "", now: datetime
) -> EntityEvent | None:
    """Make one entity of two; None when somebody else has to say so too.

    The one with most judgements, then the oldest, keeps its id.
    """
    with allowed(purpose):
        hold_state(purpose)
        members = _members(purpose, one, other)
        if _contradicted(purpose, members[one], members[other]):
            raise Conflict(
                _("Somebody said of registrations in these two that they are different."),
                _("What a person calls different is not merged."),
                _("Undo that judgement first, or ask who gave it."),
            )
        centre = _centre(members[one], members[other])
        star = {couple(centre[0], each) for each in members[other]}
        star |= {couple(each, centre[1]) for each in members[one]}
        own = among(purpose, members[one] | members[other]).filter(
            registrar=purpose.membership.user_id, answer=PairAnswer.SAME
        )
        new = star - {(each.left_id, each.right_id) for each in own}
        say(purpose, sorted(new), PairAnswer.SAME, note=note, now=now)
        event = _join(purpose, couple(*centre), Cause(ChangeReason.JUDGEMENT, now))
        if event is not None:
            attach(purpose, event, star)
    purpose.note(LogAct.WRITE, members[one] | members[other], ["merge"])
    return event


def split_entity(
    purpose: Purpose, entity: UUID, apart: Iterable[UUID], *, note: str = "", now: datetime
) -> EntityEvent:
    """Take registrations out of an entity, to be one of their own; the larger part keeps the id."""
    with allowed(purpose):
        hold_state(purpose)
        members = _members(purpose, entity)[entity]
        out = members & set(apart)
        rest = members - out
        if not out or not rest or out != set(apart):
            raise Refused(
                _("These registrations are not a part of this entity."),
                _("An entity is split into some of its registrations and the others."),
                _("Load the page again, and choose some of them, not all."),
            )
        crossing = [couple(*pair) for pair in product(sorted(out), sorted(rest))]
        say(purpose, crossing, PairAnswer.DIFFERENT, note=note, now=now)
        fresh = uuid4()
        smaller = out if len(out) <= len(rest) else rest
        event = move(purpose, dict.fromkeys(smaller, fresh), Cause(ChangeReason.JUDGEMENT, now))
        attach(purpose, event, crossing)
    purpose.note(LogAct.WRITE, members, ["split"])
    return event


def _join(purpose: Purpose, pair: Couple, cause: Cause) -> EntityEvent | None:
    """Merge the entities of two registrations, where enough people say so and nobody objects."""
    one, other = _entities(purpose, pair)
    members = members_of(purpose, {one, other})
    same = among(purpose, pair).filter(answer=PairAnswer.SAME)
    people = set(same.values_list("registrar", flat=True))
    needs_two = takes_two(purpose, members[one] | members[other])
    if one == other or not people or (needs_two and not are_two_persons(people)):
        return None
    if _contradicted(purpose, members[one], members[other]):
        return None
    kept, gone = by_seniority(purpose, [one, other])
    event = move(purpose, dict.fromkeys(members[gone], kept), cause)
    attach(purpose, event, [pair])
    return event


def _part(purpose: Purpose, pair: Couple, cause: Cause) -> EntityEvent | None:
    """Split the entity in which both of a pair stand, along the weakest evidence."""
    entity, other = _entities(purpose, pair)
    if entity != other:
        return None
    members = sorted(members_of(purpose, [entity])[entity])
    groups = parted(len(members), *_evidence(purpose, members))
    groups = np.unique(groups, return_inverse=True)[1].astype(np.int64)
    kept = int(heirs(groups, np.zeros(len(members), np.int64), 1)[0])
    fresh = {group: uuid4() for group in set(groups.tolist()) - {kept}}
    moves = {
        number: fresh[group]
        for number, group in zip(members, groups.tolist(), strict=True)
        if group != kept
    }
    event = move(purpose, moves, cause)
    attach(purpose, event, [pair])
    return event


def _evidence(purpose: Purpose, members: list[UUID]) -> tuple[np.ndarray, np.ndarray, Judged]:
    """Pairs, their weights, and what people said, among the registrations of one entity."""
    place = {number: at for at, number in enumerate(members)}
    size = len(members)

    def code(pair: Couple) -> int:
        return place[pair[0]] * size + place[pair[1]]

    rows = Pair.objects.filter(left_id__in=members, right_id__in=members)
    scored = {code((each.left_id, each.right_id)): each.weight for each in rows}
    said = holding(purpose, among(purpose, members))
    judged = Judged(
        np.array(sorted(map(code, said.same)), np.int64),
        np.array(sorted(map(code, said.different)), np.int64),
    )
    codes = sorted(scored)
    return np.array(codes, np.int64), np.array([scored[each] for each in codes], float), judged


def _entities(purpose: Purpose, pair: Couple) -> Couple:
    """In which entities two registrations stand."""
    found = open_placements(purpose).filter(registration__in=pair)
    stands = dict(found.values_list("registration", "entity"))
    return stands[pair[0]], stands[pair[1]]


def _members(purpose: Purpose, *entities: UUID) -> dict[UUID, set[UUID]]:
    """The registrations of entities; refused when one of these has none, or they are one."""
    found = members_of(purpose, entities)
    if len(found) < len(entities) or not all(found.values()):
        raise Refused(
            _("This entity is not there any more."),
            _("An entity that was merged or emptied leads to what it became."),
            _("Load the page again."),
        )
    return found


def _contradicted(purpose: Purpose, some: Collection[UUID], others: Collection[UUID]) -> bool:
    """Whether somebody said of a registration of each that they are different."""
    said = among(purpose, {*some, *others}).filter(answer=PairAnswer.DIFFERENT)
    return any((each.left_id in some) != (each.right_id in some) for each in said)


def _centre(some: Collection[UUID], others: Collection[UUID]) -> Couple:
    """One registration of each of two entities: between them the likest pair, else the first."""
    rows = Pair.objects.filter(left_id__in={*some, *others}, right_id__in={*some, *others})
    for each in rows.order_by("-weight", "left_id", "right_id"):
        if (each.left_id in some) != (each.right_id in some):
            one, other = each.left_id, each.right_id
            return (one, other) if one in some else (other, one)
    return min(some), min(others)
