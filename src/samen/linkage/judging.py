"""What people said of pairs, and what of it holds.

Different holds when one person says it. Same holds when enough people say it: two where a
victim is touched or a standing decision asks it, else one; and as long as the event stands that
it brought about.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop as _

from samen.accounts.queries import are_two_persons
from samen.core.errors import BadInput
from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import RegistrationKind
from samen.linkage.models import PairJudgement, StandingDecision
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import kinds

type Couple = tuple[UUID, UUID]
TWO = 2


@dataclass(frozen=True, slots=True)
class Holding:
    """The pairs of which holds that they are the same, and different; the first number is less."""

    same: frozenset[Couple]
    different: frozenset[Couple]


def couple(one: UUID, other: UUID) -> Couple:
    """Two registrations in their order. Raises BadInput for one with itself."""
    if one == other:
        raise BadInput(
            _("This is one registration, beside itself."),
            _("A pair is of two."),
            _("Go back to the list, and choose a pair."),
        )
    return (one, other) if one < other else (other, one)


def standing(purpose: Purpose) -> QuerySet[PairJudgement]:
    """The judgements that are not undone, oldest first."""
    return PairJudgement.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, undone_at=None
    )


def among(purpose: Purpose, numbers: Collection[UUID]) -> QuerySet[PairJudgement]:
    """The judgements on pairs of which both registrations are among these."""
    chosen = list(numbers)
    return standing(purpose).filter(left_id__in=chosen, right_id__in=chosen)


def touching(purpose: Purpose, numbers: Collection[UUID]) -> QuerySet[PairJudgement]:
    """The judgements on pairs of which a registration is among these."""
    chosen = list(numbers)
    return standing(purpose).filter(Q(left_id__in=chosen) | Q(right_id__in=chosen))


def decision_on(purpose: Purpose, day: date) -> StandingDecision | None:
    """The standing decision of a day."""
    return StandingDecision.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day), start__lte=day, until__gte=day,
        processing=purpose.membership.processing_id, regime=purpose.regime,
    ).first()  # fmt: skip


def takes_two(purpose: Purpose, numbers: Iterable[UUID]) -> bool:
    """Whether a merge of these registrations takes two people."""
    decision = decision_on(purpose, purpose.day)
    if decision is not None and decision.needs_two:
        return True
    return RegistrationKind.VICTIM in kinds(numbers).values()


def holding(purpose: Purpose, judgements: Iterable[PairJudgement]) -> Holding:
    """What holds of these judgements."""
    known = list(judgements)
    different = {
        (each.left_id, each.right_id) for each in known if each.answer == PairAnswer.DIFFERENT
    }
    return Holding(said_by_enough(purpose, known) - different, frozenset(different))


def said_by_enough(purpose: Purpose, judgements: Iterable[PairJudgement]) -> frozenset[Couple]:
    """The pairs of which enough people say that they are the same, whoever else objects."""
    said: dict[Couple, set[int]] = {}
    brought: set[Couple] = set()
    for each in judgements:
        if each.answer == PairAnswer.SAME:
            pair = (each.left_id, each.right_id)
            said.setdefault(pair, set()).add(each.registrar_id)
            if each.event is not None:
                brought.add(pair)
    several = {frozenset(people) for people in said.values() if len(people) >= TWO}
    enough = {people for people in several if are_two_persons(people)}
    single = {pair for pair, people in said.items() if frozenset(people) not in enough} - brought
    decision = decision_on(purpose, purpose.day)
    if decision is not None and decision.needs_two:
        return frozenset(said.keys() - single)
    known = kinds({number for pair in single for number in pair})
    victims = {number for number, kind in known.items() if kind == RegistrationKind.VICTIM}
    return frozenset(pair for pair in said if pair not in single or not victims & set(pair))
