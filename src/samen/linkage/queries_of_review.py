"""What people are asked about: the next pair of a list, and how the lists come about.

Three lists: suggestions, least sure first; entities that hang on a weak link; and the sample
from which the quality of linking is estimated. Who judges sees nobody else's answer before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.lookups import Exact

from samen.core.matching.acting import STRICT
from samen.core.matching.quality import BANDS
from samen.core.terms import LogAct
from samen.linkage import judging
from samen.linkage.judging import Couple
from samen.linkage.models import Pair, PairJudgement
from samen.linkage.placing import members_of, open_placements
from samen.linkage.queries import pairs
from samen.linkage.values import SUGGESTED
from samen.purposes.inside import Purpose

EACH = 20
"""Pairs of the sample in each stratum."""
MOST_WAITING = 500
"""Pairs of a list that are counted; of more it is told that there are more."""
SAMPLE = """
SELECT id FROM (
    SELECT id, row_number() OVER (
        PARTITION BY width_bucket(chance, %s::float[]), together, acts
        ORDER BY md5(left_id::text || right_id::text)
    ) AS place
    FROM linkage_pair WHERE processing_id = %s AND regime = %s
) AS drawn WHERE place <= %s
"""


class ReviewList(StrEnum):
    """Which pairs are put before somebody; the word stands in the address."""

    SUGGESTIONS = "voorstellen"
    WEAK = "zwakke-schakels"
    SAMPLE = "steekproef"


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair that is asked about, and how many more wait in its list."""

    pair: Pair
    left: int


def next_pair(
    purpose: Purpose, which: ReviewList, *, beside: UUID | None = None, step: int = 1
) -> Asked | None:
    """The first pair of a list that this person did not judge yet; None when there is none.

    beside: a pair that was put off; the one that comes after it is asked, or with a step of -1
    the one before it. What was put off comes back when the others are done.
    """
    waiting = list(islice(_waiting(purpose, which), MOST_WAITING))
    if not waiting:
        return None
    places = [each.pk for each in waiting]
    at = (places.index(beside) + step) % len(places) if beside in places else 0
    chosen = waiting[at]
    purpose.note(LogAct.READ, [chosen.left_id, chosen.right_id], ["links"])
    return Asked(chosen, len(waiting) - 1)


def _waiting(purpose: Purpose, which: ReviewList) -> Iterator[Pair]:
    own = _couples(judging.standing(purpose).filter(registrar=purpose.membership.user_id))
    if which is ReviewList.SAMPLE:
        drawn = pairs(purpose).filter(pk__in=sample(purpose)).order_by("pk")
        yield from (each for each in drawn if _couple(each) not in own)
        return
    said = judging.holding(purpose, judging.standing(purpose))
    settled = own | said.same | said.different
    found = _suggested(purpose) if which is ReviewList.SUGGESTIONS else weak_links(purpose)
    yield from (each for each in found if _couple(each) not in settled)


def _entity(purpose: Purpose, side: str) -> Subquery:
    """The entity in which one side of a pair stands."""
    here = open_placements(purpose).filter(registration=OuterRef(side))
    return Subquery(here.values("entity")[:1])


def _is_one(purpose: Purpose) -> Exact:
    """Whether both of a pair stand in one entity."""
    return Exact(_entity(purpose, "left_id"), _entity(purpose, "right_id"))


def apart(purpose: Purpose) -> QuerySet[Pair]:
    """Pairs that may be one person and do not stand in one entity. Who shows some notes that."""
    return pairs(purpose).filter(chance__gte=SUGGESTED).exclude(_is_one(purpose))


def _suggested(purpose: Purpose) -> Iterator[Pair]:
    """Pairs that may be one person and do not stand in one entity, least sure first."""
    return apart(purpose).order_by("chance", "pk").iterator(MOST_WAITING)


def weak_links(purpose: Purpose) -> list[Pair]:
    """Of each entity that hangs on a link less than strict that link, weakest first.

    It is the least of the heaviest tree over the pairs of the entity: without it the entity
    falls apart, or hangs on still less.
    """
    inside = pairs(purpose).filter(_is_one(purpose), together=True)
    loose = inside.filter(chance__lt=STRICT).values_list("left_id", flat=True)
    doubtful = set(
        open_placements(purpose).filter(registration__in=loose).values_list("entity", flat=True)
    )
    members = members_of(purpose, doubtful)
    entity_of = {number: entity for entity, those in members.items() for number in those}
    held: dict[UUID, list[Pair]] = defaultdict(list)
    for each in inside.filter(left_id__in=list(entity_of)):
        held[entity_of[each.left_id]].append(each)
    trees = (_heaviest_tree(found) for found in held.values())
    weakest = (tree[-1] for tree in trees if len(tree) > 1 and tree[-1].chance < STRICT)
    return sorted(weakest, key=lambda each: (each.weight, each.pk))


def _heaviest_tree(found: Iterable[Pair]) -> list[Pair]:
    """The links that hold registrations together at their strongest, heaviest first (Kruskal)."""
    root: dict[UUID, UUID] = {}

    def top(number: UUID) -> UUID:
        while (above := root.get(number, number)) != number:
            number = above
        return number

    tree = []
    for each in sorted(found, key=lambda pair: (-pair.weight, pair.pk)):
        one, other = top(each.left_id), top(each.right_id)
        if one != other:
            root[one] = other
            tree.append(each)
    return tree


def sample(purpose: Purpose) -> list[UUID]:
    """The pairs of the sample: of each stratum those that come first by a hash of the two.

    A later run draws the same pairs again, as far as they stay in their stratum.
    """
    with connection.cursor() as cursor:
        processing = purpose.membership.processing_id
        cursor.execute(SAMPLE, [list(BANDS), processing, purpose.regime, EACH])
        return [number for (number,) in cursor.fetchall()]


def my_last(purpose: Purpose) -> PairJudgement | None:
    """The judgement that this person gave last and that still stands."""
    own = judging.standing(purpose).filter(registrar=purpose.membership.user_id)
    return own.order_by("-at", "-pk").first()


def suggestions_left(purpose: Purpose) -> int:
    """How many suggestions wait for this person, up to MOST_WAITING. No person is in it."""
    return sum(1 for _ in islice(_waiting(purpose, ReviewList.SUGGESTIONS), MOST_WAITING))


def waiting_counts(purpose: Purpose) -> dict[ReviewList, int]:
    """How many pairs of each list wait for this person. No person is in it."""
    return {
        which: sum(1 for _ in islice(_waiting(purpose, which), MOST_WAITING))
        for which in ReviewList
    }


def _couple(each: Pair | PairJudgement) -> Couple:
    return each.left_id, each.right_id


def _couples(found: Iterable[PairJudgement]) -> set[Couple]:
    return {_couple(each) for each in found}
