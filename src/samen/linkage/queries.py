"""What may be asked about links. Each look at a registration is noted in the purpose's log.

The database leaves out what the purpose does not show; nothing here does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db.models import QuerySet

from samen.core.matching.explanation import Bar, Reasons, counter_explanation, reasons, waterfall
from samen.core.matching.model import Model
from samen.core.matching.scoring import scored_again
from samen.core.matching.vocabulary import PairAnswer
from samen.core.terms import LogAct
from samen.linkage import judging
from samen.linkage.models import LinkRun, Pair, PairJudgement, StandingDecision
from samen.linkage.placing import open_placements, seen_by
from samen.linkage.values import CODE, SUGGESTED
from samen.purposes.inside import Purpose
from samen.register.queries_of_linkage import how_many

MOST_PAIRS = 200


def runs(purpose: Purpose) -> QuerySet[LinkRun]:
    """The runs of a processing, latest first. No person is in them."""
    return LinkRun.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("registrar")


def came_since(purpose: Purpose, run: LinkRun) -> int:
    """How many registrations of persons came in since a run."""
    seen = seen_by(purpose, run).values("registration").distinct().count()
    return max(how_many(purpose) - seen, 0)


def decisions(purpose: Purpose) -> QuerySet[StandingDecision]:
    """The standing decisions of a processing, ended ones too, latest first."""
    return StandingDecision.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("registrar")


def standing_decision(purpose: Purpose) -> StandingDecision | None:
    """The decision under which strict links act today."""
    return judging.decision_on(purpose, purpose.day)


def suggestions(purpose: Purpose, *, most: int = MOST_PAIRS) -> list[Pair]:
    """Pairs for people: those that did not act and that nobody judged finally, least sure first."""
    stands = dict(open_placements(purpose).values_list("registration", "entity"))
    said = judging.holding(purpose, judging.standing(purpose))
    settled = said.same | said.different
    own = set(judging.standing(purpose).filter(registrar=purpose.membership.user_id)
              .values_list("left_id", "right_id"))  # fmt: skip
    found: list[Pair] = []
    for pair in pairs(purpose).filter(chance__gte=SUGGESTED).order_by("chance", "pk").iterator():
        key = (pair.left_id, pair.right_id)
        if stands.get(key[0]) != stands.get(key[1]) and key not in settled and key not in own:
            found.append(pair)
            if len(found) == most:
                break
    purpose.note(LogAct.READ, _registrations(found), ["links"])
    return found


def pairs(purpose: Purpose) -> QuerySet[Pair]:
    """The pairs of the last run. Who shows some of them notes that (`pair`, `suggestions`)."""
    return Pair.objects.filter(processing=purpose.membership.processing_id, regime=purpose.regime)


def pair(purpose: Purpose, one: UUID, other: UUID) -> Pair | None:
    """What the last run made of two registrations; None when it did not tell them."""
    left, right = judging.couple(one, other)
    found = pairs(purpose).filter(left_id=left, right_id=right).first()
    purpose.note(LogAct.READ, [left, right] if found else [], ["links"])
    return found


def pairs_among(purpose: Purpose, numbers: Iterable[UUID]) -> list[Pair]:
    """The pairs of the last run between these registrations, likest first."""
    chosen = list(numbers)
    found = list(pairs(purpose).filter(left_id__in=chosen, right_id__in=chosen).order_by("-weight"))
    purpose.note(LogAct.READ, _registrations(found), ["links"])
    return found


def _registrations(found: Iterable[Pair | PairJudgement]) -> list[UUID]:
    return sorted({number for each in found for number in (each.left_id, each.right_id)})


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two registrations may be of one person: in words, as bars, whether their sum points to
    one person, and what would turn it."""

    reasons: Reasons
    bars: list[Bar]
    is_for: bool
    contrary: str


def explanation(purpose: Purpose, of: Pair, *, dutch: bool = True) -> Explanation | None:
    """Why a pair weighs what it weighs, made anew from its levels.

    None when its run is gone, or had other levels.
    """
    run = runs(purpose).filter(pk=of.run, code_version=CODE).first()
    if run is None:
        return None
    model = Model.from_json(run.model)
    levels, rarities = np.array([of.levels], np.int8), np.array([of.rarities])
    scored = scored_again(np.zeros(1, np.int64), levels, rarities, model)
    odds = float(np.log2(run.even / (1 - run.even)))
    return Explanation(
        reasons(scored, model, dutch)[1][0],
        waterfall(scored, 0, dutch),
        bool(scored.totals[0] > odds),
        counter_explanation(scored, 0, model, odds, dutch),
    )


def judgements(purpose: Purpose, one: UUID, other: UUID) -> list[PairJudgement]:
    """What people said of two registrations, oldest first, undone ones too."""
    left, right = judging.couple(one, other)
    purpose.note(LogAct.READ, [left, right], ["judgements"])
    found = PairJudgement.objects.filter(left_id=left, right_id=right)
    return list(found.select_related("registrar"))


def waiting(purpose: Purpose) -> list[PairJudgement]:
    """Judgements `same` for which somebody else has to say so too, oldest first."""
    return _not_followed(purpose, by_enough=False)


def waits_for_second(purpose: Purpose) -> int:
    """How many pairs that others judged to be the same wait for this person. No person is in it."""
    own = purpose.own_accounts
    return len({
        (each.left_id, each.right_id) for each in _apart(purpose, by_enough=False)
        if each.registrar_id not in own
    })  # fmt: skip


def conflicts(purpose: Purpose) -> list[PairJudgement]:
    """Judgements `same` by enough people that are not followed, oldest first.

    Of the pair, or of others in the two entities, somebody said that they are different.
    """
    return _not_followed(purpose, by_enough=True)


def _not_followed(purpose: Purpose, *, by_enough: bool) -> list[PairJudgement]:
    """Judgements `same` on registrations that stand apart."""
    found = _apart(purpose, by_enough=by_enough)
    purpose.note(LogAct.READ, _registrations(found), ["judgements"])
    return found


def _apart(purpose: Purpose, *, by_enough: bool) -> list[PairJudgement]:
    said = list(judging.standing(purpose).filter(answer=PairAnswer.SAME))
    numbers = {number for each in said for number in (each.left_id, each.right_id)}
    stands = dict(open_placements(purpose).filter(registration__in=numbers)
                  .values_list("registration", "entity"))  # fmt: skip
    enough = judging.said_by_enough(purpose, said)
    return [
        each
        for each in said
        if stands.get(each.left_id) != stands.get(each.right_id)
        and ((each.left_id, each.right_id) in enough) == by_enough
    ]
