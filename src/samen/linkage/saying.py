"""Writing what a person said of pairs, and taking it back."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused, TooBig
from samen.core.matching.vocabulary import PairAnswer
from samen.linkage.judging import Couple, standing
from samen.linkage.models import EntityEvent, Pair, PairJudgement
from samen.linkage.values import NEVER
from samen.purposes.inside import Purpose
from samen.register.actions import bound
from samen.register.queries_of_linkage import dues

MOST_COUPLES = 10_000
LONGEST_NOTE = 500


def refuse_gone(numbers: Collection[UUID]) -> None:
    """Raise Refused when one of these registrations is not there any more."""
    if len(dues(numbers)) < len(set(numbers)):
        raise Refused(
            _("One of these registrations is not there any more."),
            _("What was due is destroyed, and nothing is decided about it."),
            _("Go back to the list, and load it again."),
        )


def say(
    purpose: Purpose, couples: Sequence[Couple], answer: PairAnswer, *, now: datetime,
    note: str = "", is_blind: bool = False, event: UUID | None = None,
) -> list[PairJudgement]:  # fmt: skip
    """Write one judgement for each pair. event: what they go with."""
    if len(couples) > MOST_COUPLES:
        raise TooBig(
            _("This speaks of {count} pairs at once."),
            _("At most {most} are judged in one act."),
            _("Take smaller parts, one after another."),
            count=len(couples), most=MOST_COUPLES,
        )  # fmt: skip
    numbers = {number for pair in couples for number in pair}
    days = dues(numbers)
    scored = Pair.objects.filter(left_id__in=numbers, right_id__in=numbers)
    told = scored.values_list("left_id", "right_id", "chance")
    chances = {(left, right): chance for left, right, chance in told}
    every = bound(purpose, NEVER)
    rows = []
    for left, right in couples:
        one, other = days[left], days[right]
        rows.append(PairJudgement(
            **every | {"remove_due": min(one.remove_due, other.remove_due),
                       "destroy_due": min(one.destroy_due, other.destroy_due)},
            left_id=left, right_id=right, left_remove=one.remove_due, right_remove=other.remove_due,
            left_destroy=one.destroy_due, right_destroy=other.destroy_due, answer=answer,
            note=note.strip()[:LONGEST_NOTE], is_blind=is_blind, at=now, event=event,
            chance=chances.get((left, right)),
        ))  # fmt: skip
    return PairJudgement.objects.bulk_create(rows)


def attach(purpose: Purpose, event: EntityEvent, couples: Iterable[Couple]) -> None:
    """Note at the judgements on these pairs what they brought about."""
    wanted = set(couples)
    numbers = {number for pair in wanted for number in pair}
    answers = standing(purpose).filter(left_id__in=numbers, right_id__in=numbers, event=None)
    said = PairAnswer.SAME if len(event.after) == 1 else PairAnswer.DIFFERENT
    chosen = [each.pk for each in answers.filter(answer=said)
              if (each.left_id, each.right_id) in wanted]  # fmt: skip
    PairJudgement.objects.filter(pk__in=chosen).update(event=event.pk)


def take_back(
    purpose: Purpose, judgements: Iterable[UUID], now: datetime, event: UUID | None = None,
    note: str = "",
) -> None:  # fmt: skip
    """Undo judgements. event: the undoing that they go with. note: why."""
    PairJudgement.objects.filter(pk__in=list(judgements)).update(
        undone_by=purpose.membership.user_id, undone_at=now, undone_with=event,
        undone_note=note.strip()[:LONGEST_NOTE],
    )  # fmt: skip


def replace_own(purpose: Purpose, pair: Couple, now: datetime) -> None:
    """Undo the person's earlier judgement of a pair; refused when it brought something about."""
    own = standing(purpose).filter(
        left_id=pair[0], right_id=pair[1], registrar=purpose.membership.user_id
    )
    if any(each.event is not None for each in own):
        raise brought_about()
    take_back(purpose, [each.pk for each in own], now)


def brought_about() -> Refused:
    return Refused(
        _("This judgement merged or split entities."),
        _("What a judgement brought about is undone with it."),
        _("Undo that merge or split; it is among the changes of the entity."),
    )
