"""Two of one house who answer the same hits at once: the first answers, in their own name."""

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import override

from samen.core.errors import Conflict
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide
from samen.core.terms import MemberRole
from samen.exchange.actions_of_answering import answer, answer_several
from samen.exchange.models import Hit
from samen.exchange.queries import Several, hits, questions
from samen.purposes.inside import Purpose
from samen.work import clock
from tests.exchange.houses import ANALYST, Two
from tests.exchange.test_over_the_line import paired
from tests.two_at_once import while_first_acts

ONE, OTHER = ANALYST, MemberRole.CASE_HOLDER


def at_once(two: Two, whole: bool) -> object:
    """What the second of two got who answer the same, the one known and the other not known."""
    paired(two)

    def by(role: MemberRole, said: HitAnswer) -> object:
        with two.owner.inside(role) as purpose:
            (received,) = questions(purpose, QuestionSide.RECEIVED)
            tokens = sorted({each.token for each in hits(purpose, received)})
            why, now = f"Door {role}.", clock.now()
            if whole:
                return answer_several(purpose, received, tokens, said=said, reason=why, now=now)
            answer(purpose, received, tokens[0], said=said, reason=why, now=now)
            return None

    (told,) = while_first_acts(
        lambda: by(ONE, HitAnswer.KNOWN), lambda: by(OTHER, HitAnswer.NOT_KNOWN)
    )
    return told


def answers(purpose: Purpose) -> set[tuple[str, int | None]]:
    (received,) = questions(purpose, QuestionSide.RECEIVED)
    return {(each.answer, each.answered_by) for each in hits(purpose, received) if each.answer}


def test_of_two_who_answer_one_hit_the_second_is_told_that_it_was_answered(two: Two) -> None:
    told = at_once(two, whole=False)
    assert isinstance(told, Conflict)
    with override("en"):
        assert "answered already" in str(told)
    with two.owner.inside(ONE) as purpose:
        assert answers(purpose) == {(HitAnswer.KNOWN, purpose.membership.user_id)}


def test_nobody_answers_in_the_name_of_another(two: Two) -> None:
    paired(two)
    other = two.owner.members[OTHER].user_id
    with two.owner.inside(ONE) as purpose:
        (received,) = questions(purpose, QuestionSide.RECEIVED)
        mine = Hit.objects.filter(question=received.pk)
        for by in (other, None):
            with pytest.raises(DatabaseError, match="name of another"), transaction.atomic():
                mine.update(answer=HitAnswer.KNOWN, reason="Zo.", answered_by=by)


def test_of_two_who_answer_all_hits_the_second_answers_none(two: Two) -> None:
    told = at_once(two, whole=True)
    assert isinstance(told, Several)
    assert (told.rows, told.answered, told.gone) == ([], 3, 0)
    with two.owner.inside(ONE) as purpose:
        assert answers(purpose) == {(HitAnswer.KNOWN, purpose.membership.user_id)}
