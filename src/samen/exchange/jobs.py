"""Long work of this room: the next round of a question."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from uuid import UUID

from django.utils.translation import gettext_noop as _

from samen.core.errors import SamenError
from samen.core.exchange.vocabulary import QuestionState
from samen.core.terms import Ground
from samen.exchange.actions_of_asking import JOB, count, fail, fetch, open_pairs, page_of
from samen.exchange.queries import question as question_of
from samen.purposes.inside import Purpose, inside
from samen.work import clock
from samen.work.actions import step
from samen.work.jobs import long_work

ROUNDS: Mapping[QuestionState, Callable[..., object]] = {
    QuestionState.COUNTED: open_pairs,
    QuestionState.PAIRED: fetch,
}
"""What is due after the first round."""
ASKING = _("Masking the keys and asking the other organisation.")
COUNTED = _("The other organisation answered.")


@long_work(JOB)
def ask(work: int, *, membership: str, user: int, ground: str, question: str) -> str:
    """Do the round that is due; one that breaks off can be asked again."""
    number = UUID(question)

    def opened() -> AbstractContextManager[Purpose]:
        return inside(
            membership=UUID(membership), user=user, ground=Ground(ground), today=clock.today()
        )

    step(work=work, done=0, total=1, words=ASKING, now=clock.now())
    try:
        with opened() as purpose:
            state = QuestionState(question_of(purpose, number).state)
            ROUNDS.get(state, count)(purpose, number, now=clock.now())
    except SamenError:
        with opened() as purpose:
            fail(purpose, number)
        raise
    step(work=work, done=1, total=1, words=COUNTED, now=clock.now())
    return page_of(UUID(membership), ground, number)
