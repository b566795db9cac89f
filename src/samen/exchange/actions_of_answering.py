"""The acts of the owner: take a question, open pairs, answer them.

A question comes in without anybody at the keys. It is looked up under the part of who keeps the
agreement, and the log says so.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Conflict, Refused
from samen.core.exchange import protocol
from samen.core.exchange.limits import refuse_many
from samen.core.exchange.messages import Message, read
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide, QuestionState, Step
from samen.core.terms import Ground, LogAct
from samen.exchange.actions_of_asking import add_hits
from samen.exchange.holding import allowed
from samen.exchange.houses import house_of
from samen.exchange.models import ExchangeQuestion, Hit, Peer, SeenRequest
from samen.exchange.queries import Several, hits_of, is_expired, received_today, several
from samen.exchange.values import LONGEST_REASON, MOST_AT_ONCE, NEVER
from samen.purposes.inside import Purpose, inside
from samen.register.actions import bound


def take_request(peer: Peer, nonce: str, *, now: datetime) -> None:
    """Note a signed request. Raises Conflict for one that was taken before."""
    try:
        with transaction.atomic():
            SeenRequest.objects.create(peer=peer.pk, nonce=nonce, at=now)
    except IntegrityError as error:
        raise Conflict(
            _("This request was taken already."),
            _("Each is taken once."),
            _("Sign and send a new one."),
        ) from error


def forget_requests(*, before: datetime) -> int:
    """Forget requests that are too old to be taken anyway; how many."""
    return SeenRequest.objects.filter(at__lt=before).delete()[0]


def receive(
    peer: Peer, content: bytes, step: str, *, now: datetime, today: date, request: str = ""
) -> bytes:
    """The answer to a message of a peer, and what it brought about, whole or not at all."""
    if step not in STEPS:
        raise BadInput(
            _("There is no such step of the exchange."), _("A step is one of the protocol's."), ""
        )
    message = read(content, Step(step))
    opened = inside(
        membership=peer.keeper_id, user=peer.keeper.user_id, ground=Ground(peer.ground),
        today=today, request=request,
    )  # fmt: skip
    with opened as purpose, allowed(purpose):
        return STEPS[Step(step)](purpose, peer, message, now).as_bytes()


def _counts(purpose: Purpose, peer: Peer, message: Message, now: datetime) -> Message:
    question = _received(peer, message)
    if question is None:
        size = max((len(found) for found in message.asked.values()), default=0)
        refuse_many(received_today(peer.pk, purpose.day), size)
        question = ExchangeQuestion.objects.create(
            **bound(purpose, NEVER), number=message.question, peer=peer.pk,
            side=QuestionSide.RECEIVED, state=QuestionState.COUNTED, at=now, on=purpose.day,
            size=size, digest=_digest(message),
        )  # fmt: skip
    elif question.state != QuestionState.COUNTED or is_expired(question, purpose.day):
        raise Refused(
            _("This question was counted, and put further or left since."),
            _("A count is repeated within two weeks, until its pairs are opened."),
            _("Ask anew under another number."),
        )
    purpose.note(LogAct.READ, [question.pk], ["asked without names"])
    house, _numbers = house_of(purpose, question)
    return protocol.counts_for(house, message)


def _pairs(purpose: Purpose, peer: Peer, message: Message, _now: datetime) -> Message:
    question = _known(purpose, peer, message)
    purpose.note(LogAct.READ, [question.pk], ["pairs without names"])
    house, _numbers = house_of(purpose, question)
    return protocol.pairs_for(house, message)


def _opened(purpose: Purpose, peer: Peer, message: Message, _now: datetime) -> Message:
    question = _known(purpose, peer, message)
    said = Message(Step.OPENED, question.number)
    if question.state == QuestionState.PAIRED:
        raise Conflict(
            _("The pairs of this question were opened already."),
            _("They are opened once."),
            _("Fetch the answers."),
        )
    house, numbers = house_of(purpose, question)
    found = protocol.opened(house, message)
    if len(found) > question.size:
        raise Refused(
            _("More pairs were opened than records were asked about."),
            _("Each pair is about one record of the set."),
            _("Begin the question again."),
        )
    add_hits(purpose, question, [
        (each.token, numbers[place], keys) for each in found for place, keys in each.places.items()
    ])  # fmt: skip
    question.state, question.pairs = QuestionState.PAIRED, len(found)
    question.save(update_fields=["state", "pairs"])
    meant = {numbers[place] for each in found for place in each.places}
    purpose.note(LogAct.WRITE, sorted(meant), ["hits without names"])
    return said


def _answers(purpose: Purpose, peer: Peer, message: Message, _now: datetime) -> Message:
    question = _known(purpose, peer, message)
    answered = Hit.objects.filter(question=question.pk).exclude(answer="")
    said = {each.token: [each.answer, each.reason] for each in answered}
    purpose.note(LogAct.READ, [each.registration for each in answered], ["answers without names"])
    return Message(Step.ANSWERS, question.number, said=said)


STEPS: Mapping[Step, Callable[[Purpose, Peer, Message, datetime], Message]] = {
    Step.ASK: _counts,
    Step.ASK_PAIRS: _pairs,
    Step.OPEN_PAIRS: _opened,
    Step.ASK_ANSWERS: _answers,
}


def answer(
    purpose: Purpose,
    question: ExchangeQuestion,
    token: str,
    *,
    said: HitAnswer,
    reason: str,
    now: datetime,
) -> None:
    """Answer one hit, by name and once; only this goes to who asked."""
    with allowed(purpose):
        hits_of(purpose, question, token)
        if not answer_several(purpose, question, [token], said=said, reason=reason, now=now).rows:
            raise Conflict(
                _("This hit was answered already."),
                _("An answer stands once it was given."),
                _("Load the page again."),
            )


def answer_several(
    purpose: Purpose, question: ExchangeQuestion, tokens: Collection[str], *, said: HitAnswer,
    reason: str, now: datetime,
) -> Several:  # fmt: skip
    """Answer these hits alike, each by name and once; what was answered, and what could not be."""
    if not reason.strip() or len(reason) > LONGEST_REASON:
        raise BadInput(
            _("The reason is missing or longer than {most} signs."),
            _("It goes to the other organisation, and names nobody."),
            _("Say in a sentence why you answer so."),
            most=LONGEST_REASON,
        )
    if not 0 < len(tokens) <= MOST_AT_ONCE:
        raise BadInput(
            _("No hit was chosen, or more than {most}."),
            _("At most {most} are answered at once."),
            _("Choose the hits that have this one answer."),
            most=MOST_AT_ONCE,
        )
    with allowed(purpose):
        found = several(purpose, question, tokens, held=True)
        Hit.objects.filter(pk__in=[each.pk for each in found.rows]).update(
            answer=said, reason=reason.strip(), answered_at=now,
            answered_by=purpose.membership.user_id,
        )  # fmt: skip
    meant = sorted({each.registration for each in found.rows})
    purpose.note(LogAct.WRITE, meant, ["answers without names"])
    return found


def _received(peer: Peer, message: Message) -> ExchangeQuestion | None:
    """The question as it came before, if it did. Raises Conflict when it was about others."""
    found = ExchangeQuestion.objects.filter(
        peer=peer.pk, number=message.question, side=QuestionSide.RECEIVED
    ).first()
    if found is not None and message.asked and found.digest != _digest(message):
        raise Conflict(
            _("A question with this number was about other records."),
            _("Both rounds are about the same."),
            _("Ask anew under another number."),
        )
    return found


def _known(purpose: Purpose, peer: Peer, message: Message) -> ExchangeQuestion:
    found = _received(peer, message)
    is_late = found is not None and message.step != Step.ASK_ANSWERS
    if found is None or (is_late and is_expired(found, purpose.day)):
        raise Refused(
            _("There is no such question here, or it was counted too long ago."),
            _("Pairs are opened within two weeks after the first round."),
            _("Begin with the first round."),
        )
    return found


def _digest(message: Message) -> str:
    """Of what was asked, in whichever round."""
    return Message(Step.ASK, message.question, message.asked).digest()
