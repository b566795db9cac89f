"""What came in since the last run: compared with whom it may be, and put in place.

Looked at again is what a told pair with a new registration touches, whole: the entities, and all
that hangs together with them. The last run's model weighs.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from django.db import connection
from django.db.models import Q

from samen.core.matching.arrivals import near
from samen.core.matching.blocking import Capped
from samen.core.matching.columns import Column
from samen.core.matching.engines import duck
from samen.core.matching.kept import findable
from samen.core.matching.link import EVEN, LEAST_TOLD, Compared
from samen.core.matching.model import COMPARISONS, Model
from samen.core.matching.rarities import rarities
from samen.core.matching.scoring import Scored, scored_again
from samen.core.matching.standardise import standardised
from samen.core.matching.vocabulary import ChangeReason, PairAnswer
from samen.linkage.judging import touching
from samen.linkage.models import LinkRun, StandingDecision
from samen.linkage.placing import Cause, open_placements
from samen.linkage.queries import pairs
from samen.linkage.queries_of_review import apart
from samen.linkage.running import acted, add_run, look, place, write_pairs
from samen.purposes.inside import Purpose

type Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Fresh:
    """Registrations of which some are new, and the pairs that have a new one.

    numbers: in order; is_new: of each. scored: pairs of places among them, with the model of a
    run. pairs: how many were scored.
    """

    numbers: list[UUID]
    is_new: Flags
    scored: Scored
    model: Model
    pairs: int


def compared(
    numbers: list[str], columns: Mapping[Column, pa.ChunkedArray], is_new: Flags, model: Model,
    on_step: Callable[[str], None],
) -> Fresh:  # fmt: skip
    """New registrations compared with those that share a key with them, and with each other.

    numbers, columns: of all registrations. How frequent values are is counted over all.
    """
    on_step("standardise")
    ready = standardised(columns, len(numbers))
    old, new = np.flatnonzero(~is_new), np.flatnonzero(is_new)
    known = findable(ready.take(old))
    found = near(ready.take(new), known, duck(), model, rarities(ready), on_step)
    places = np.concatenate([old[found.numbers], new])
    scored = found.scored.among(len(numbers), places, len(places))
    return Fresh([UUID(each) for each in numbers], is_new, scored, model, found.pairs)


def write_new(
    purpose: Purpose, fresh: Fresh, last: LinkRun, decision: StandingDecision | None, now: datetime
) -> LinkRun:
    """Write what follows, as a run over all does. The state is held by who asks."""
    whole = sorted(_whole(purpose, _touched(fresh)))
    capped = tuple(Capped(*each) for each in last.capped)
    found = Compared(
        len(whole), _scored(purpose, fresh, whole), fresh.model, fresh.pairs, last.ceiling, capped
    )
    stood, number = look(purpose, [str(each) for each in whole]), uuid.uuid4()
    done = acted(found, stood, decision)
    write_pairs(purpose, done, stood, number)
    with connection.cursor() as cursor:
        cursor.execute("SELECT linkage_keep_pairs_of(%s, %s)", [number, whole])
    purpose.renew()
    place(purpose, done.groups, stood, Cause(ChangeReason.RUN, now, run=number))
    stand = open_placements(purpose)
    return add_run(
        purpose, number, found, decision, now, records=stand.count(),
        added=int(fresh.is_new.sum()), linked=pairs(purpose).filter(acts=True).count(),
        suggested=apart(purpose).count(), entities=stand.values("entity").distinct().count(),
    )  # fmt: skip


def _touched(fresh: Fresh) -> set[UUID]:
    """The new registrations, and who is in a told pair with one."""
    size = len(fresh.numbers)
    told = fresh.scored.pairs[fresh.scored.probabilities >= LEAST_TOLD]
    ends = np.concatenate([np.flatnonzero(fresh.is_new), told // size, told % size])
    return {fresh.numbers[at] for at in ends.tolist()}


def _whole(purpose: Purpose, touched: Iterable[UUID]) -> set[UUID]:
    """These registrations and all that hang together with them: by pairs above even odds, by what
    people call the same, and by entities."""
    known: set[UUID] = set()
    further = set(touched)
    while further:
        known |= further
        chosen = list(further)
        either = Q(left_id__in=chosen) | Q(right_id__in=chosen)
        linked = pairs(purpose).filter(either, chance__gt=EVEN)
        said = touching(purpose, chosen).filter(answer=PairAnswer.SAME)
        further = {
            number
            for found in (linked, said)
            for pair in found.values_list("left_id", "right_id")
            for number in pair
        }
        entities = open_placements(purpose).filter(registration__in=chosen).values("entity")
        beside = open_placements(purpose).filter(entity__in=entities)
        further |= set(beside.values_list("registration", flat=True))
        further -= known
    return known


def _scored(purpose: Purpose, fresh: Fresh, whole: list[UUID]) -> Scored:
    """The pairs among these registrations: those with a new one, and those told before."""
    at = {number: place for place, number in enumerate(whole)}
    places = np.array([at.get(number, -1) for number in fresh.numbers], np.int64)
    size = len(fresh.numbers)
    inside = (places[fresh.scored.pairs // size] >= 0) & (places[fresh.scored.pairs % size] >= 0)
    new = {number for number, is_new in zip(fresh.numbers, fresh.is_new, strict=True) if is_new}
    told = [
        (at[left] * len(whole) + at[right], levels, rarity)
        for left, right, levels, rarity in pairs(purpose)
        .filter(left_id__in=whole, right_id__in=whole)
        .values_list("left_id", "right_id", "levels", "rarities")
        if left not in new and right not in new
    ]
    shape = (len(told), len(COMPARISONS))
    before = scored_again(
        np.array([pair for pair, _, _ in told], np.int64),
        np.array([levels for _, levels, _ in told], np.int8).reshape(shape),
        np.array([rarity for _, _, rarity in told], float).reshape(shape),
        fresh.model,
    )
    return fresh.scored.where(inside).among(len(whole), places, size).beside(before)
