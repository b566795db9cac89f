"""The act that undoes a merge or split: afterwards all stands where it stood before it.

An undoing is an event itself, which can be undone. Of what a run did, undoing says the contrary
as judgements, so that the next run does not do it again.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import Conflict, Refused
from samen.core.matching.vocabulary import ChangeReason, EntityChange, PairAnswer
from samen.core.terms import LogAct
from samen.linkage.holding import allowed, hold_state
from samen.linkage.judging import Couple, among, couple, standing
from samen.linkage.models import EntityEvent, PairJudgement, Placement
from samen.linkage.placing import Cause, members_of, move, open_placements
from samen.linkage.saying import refuse_gone, say, take_back
from samen.purposes.inside import Purpose

NAMED = 5
"""How many later changes a refusal names."""


def undo(purpose: Purpose, number: UUID, *, note: str = "", now: datetime) -> EntityEvent:
    """Undo a merge, split, move or undoing. Refused while later changes stand on it.

    note: why; it stands with the judgements that this takes, gives back or makes, and goes with
    them.
    """
    with allowed(purpose):
        hold_state(purpose)
        event = _undoable(purpose, number)
        later = _standing_on(purpose, event)
        if later:
            raise Refused(
                _("Later changes stand on this one: {numbers}."),
                _("What is undone first is what was done last."),
                _("Undo these first, the highest number before the others."),
                numbers=", ".join(str(each.number) for each in later[:NAMED]),
            )
        was = _stands(purpose, {*event.before, *event.after})
        done = _put_back(purpose, event, was, now)
        _follow(purpose, event, done, note, now)
        if event.run is not None:
            _say_contrary(purpose, was, done, note, now)
        _refuse_overruling(purpose, was)
    purpose.note(LogAct.WRITE, list(was), ["undo"])
    return done


def _undoable(purpose: Purpose, number: UUID) -> EntityEvent:
    here = EntityEvent.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    )
    event = here.filter(pk=number).first()
    if event is None:
        raise Refused(_("There is no such change here."), "", _("Load the page again."))
    if event.reason == ChangeReason.DESTROYED:
        raise Refused(
            _("This changed because registrations were destroyed."),
            _("What was destroyed does not come back."),
            _("Merge or split what is left, if that is right."),
        )
    if event.change == EntityChange.BORN:
        raise Refused(
            _("Here registrations got their first entity."),
            _("Merges and splits can be undone."),
            _("Split the entity, if its registrations are not of one person."),
        )
    if event.pk in {each.undoes for each in _not_undone(here.filter(number__gt=event.number))}:
        raise Refused(_("This was undone already."), "", _("Load the page again."))
    return event


def _not_undone(events: Iterable[EntityEvent]) -> list[EntityEvent]:
    """Of events, latest first, those that no later one undid, nor undid an undoing of them."""
    cancelled: set[UUID] = set()
    left = []
    known = {each.pk: each for each in events}
    for event in known.values():
        if event.pk in cancelled:
            continue
        if event.undoes in known:
            cancelled.add(event.undoes)
        else:
            left.append(event)
    return left


def _standing_on(purpose: Purpose, event: EntityEvent) -> list[EntityEvent]:
    """The later changes of the same entities that still stand, latest first."""
    touched = {*event.before, *event.after}
    here = EntityEvent.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, number__gt=event.number
    )
    return [each for each in _not_undone(here) if touched & {*each.before, *each.after}]


def _stands(purpose: Purpose, entities: Iterable[UUID]) -> dict[UUID, UUID]:
    """Where the registrations of these entities stand."""
    found = members_of(purpose, entities)
    return {number: entity for entity, numbers in found.items() for number in numbers}


def _put_back(
    purpose: Purpose, event: EntityEvent, was: dict[UUID, UUID], now: datetime
) -> EntityEvent:
    closed = Placement.objects.filter(known_until=event.pk)
    back = dict(closed.values_list("registration", "entity"))
    moves = {number: entity for number, entity in back.items() if number in was}
    refuse_gone(moves)
    if not moves:
        raise Refused(
            _("None of the registrations that this moved is there any more."),
            _("What was destroyed does not come back."),
            _("Go back to the list, and load it again."),
        )
    cause = Cause(ChangeReason.UNDO, now, undoes=event.pk)
    return move(purpose, moves, cause, EntityChange.UNDONE)


def _follow(
    purpose: Purpose, event: EntityEvent, done: EntityEvent, note: str, now: datetime
) -> None:
    """Undo the judgements of an event that is undone; give back those that it had undone.

    What is given back goes with the event that it went with before.
    """
    brought = standing(purpose).filter(event__in=_same_as(event))
    take_back(purpose, brought.values_list("pk", flat=True), now, done.pk, note)
    given = PairJudgement.objects.filter(undone_with=event.pk)
    parts: dict[tuple[str, UUID | None], set[Couple]] = {}
    for each in given:
        part = parts.setdefault((each.answer, each.event), set())
        part.add((each.left_id, each.right_id))
    for (answer, origin), couples in parts.items():
        say(purpose, sorted(couples), PairAnswer(answer), note=note, now=now, event=origin)


def _same_as(event: EntityEvent) -> list[UUID]:
    """An event, and the earlier ones that it did again by undoing an undoing of them."""
    found = [event.pk]
    while event.undoes is not None:
        undoing = EntityEvent.objects.get(pk=event.undoes)
        if undoing.undoes is None:
            break
        event = EntityEvent.objects.get(pk=undoing.undoes)
        found.append(event.pk)
    return found


def _refuse_overruling(purpose: Purpose, numbers: Collection[UUID]) -> None:
    """Raise Conflict when registrations would stand together that a person calls different."""
    stands = dict(open_placements(purpose).filter(registration__in=list(numbers))
                  .values_list("registration", "entity"))  # fmt: skip
    for each in among(purpose, numbers).filter(answer=PairAnswer.DIFFERENT):
        if stands[each.left_id] == stands[each.right_id]:
            raise Conflict(
                _("Somebody said of registrations in this change that they are different."),
                _("What a person calls different does not come together by undoing."),
                _("Undo that judgement first, or ask who gave it."),
            )


def _say_contrary(
    purpose: Purpose, was: dict[UUID, UUID], done: EntityEvent, note: str, now: datetime
) -> None:
    """Say of what a run did that it was wrong, about the registrations that went back."""
    stands = dict(open_placements(purpose).filter(registration__in=list(was))
                  .values_list("registration", "entity"))  # fmt: skip
    moved = sorted(number for number in stands if stands[number] != was[number])
    different = {
        couple(one, other)
        for one in moved
        for other in stands
        if was[one] == was[other] and stands[one] != stands[other]
    }
    same: set[Couple] = set()
    for one in moved:
        beside = [each for each in stands if stands[each] == stands[one] and was[each] != was[one]]
        same |= {couple(one, min(beside))} if beside else set()
    for answer, couples in ((PairAnswer.DIFFERENT, different), (PairAnswer.SAME, same)):
        if couples:
            say(purpose, sorted(couples), answer, note=note, now=now, event=done.pk)
