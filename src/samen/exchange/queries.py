"""What was agreed, asked, received, hit and answered. Nothing here shows a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.exchange.limits import Earlier
from samen.core.exchange.vocabulary import QuestionSide
from samen.core.terms import LogAct
from samen.exchange.models import ExchangeQuestion, Hit, Peer
from samen.exchange.values import EXPIRES_DAYS
from samen.purposes.inside import Purpose

type SeenPeer = Peer
type SeenQuestion = ExchangeQuestion


def peers(purpose: Purpose) -> QuerySet[Peer]:
    """The agreements of the processing on this ground, latest first."""
    found = Peer.objects.filter(processing=purpose.membership.processing_id, ground=purpose.ground)
    return found.select_related("organisation", "proposed_by", "approved_by", "keeper__user")


def to_approve(purpose: Purpose) -> QuerySet[Peer]:
    """The agreements that wait for a privacy officer other than who proposed them."""
    waiting = peers(purpose).filter(approved_by=None, ended_on=None)
    return waiting.exclude(proposed_by__in=purpose.own_accounts)


def peer(purpose: Purpose, number: UUID) -> Peer:
    """One agreement. Raises Refused when the processing has none with this number."""
    found = peers(purpose).filter(pk=number).first()
    if found is None:
        raise Refused(
            _("There is no such agreement here."),
            _("A processing has its own."),
            _("Choose one from the list."),
        )
    return found


def runs_on(day: date) -> Q:
    """Agreements that have effect on a day."""
    return Q(approved_by__isnull=False, start__lte=day, until__gte=day) & (
        Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    )


def running(purpose: Purpose) -> QuerySet[Peer]:
    """The agreements under which may be asked today."""
    return peers(purpose).filter(runs_on(purpose.day)).exclude(Q(address="") | Q(key=""))


def running_peer(number: UUID, day: date) -> Peer | None:
    """The agreement to which another house sends, when it has effect and the key is known."""
    found = Peer.objects.filter(runs_on(day), pk=number).exclude(key="")
    return found.select_related("keeper", "organisation").first()


def questions(purpose: Purpose, side: QuestionSide | None = None) -> list[ExchangeQuestion]:
    """The questions of the processing, latest first; its privacy officers see them too."""
    found = ExchangeQuestion.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("registrar")
    purpose.note(LogAct.READ, [], ["questions without names"])
    return list(found.filter(side=side) if side else found)


def question(purpose: Purpose, number: UUID) -> ExchangeQuestion:
    """One question by its own id. Raises Refused when the purpose does not show it."""
    found = ExchangeQuestion.objects.filter(pk=number, regime=purpose.regime).first()
    if found is None:
        raise Refused(
            _("There is no such question here."),
            _("A purpose shows its own questions."),
            _("Choose one from the list."),
        )
    return found


def earlier_sets(purpose: Purpose, other: int) -> list[Earlier]:
    """The sets that were asked of an organisation, under whichever agreement; also of a question
    that broke off, since it can be asked again."""
    of_it = peers_with(purpose, other)
    asked = ExchangeQuestion.objects.filter(side=QuestionSide.ASKED, peer__in=of_it)
    return [Earlier(each.on, frozenset(each.registrations)) for each in asked]


def peers_with(purpose: Purpose, other: int) -> list[UUID]:
    found = Peer.objects.filter(processing=purpose.membership.processing_id, organisation=other)
    return list(found.values_list("pk", flat=True))


def received_today(peer: UUID, day: date) -> list[int]:
    """How large the sets were that a peer asked about on a day."""
    found = ExchangeQuestion.objects.filter(side=QuestionSide.RECEIVED, peer=peer, on=day)
    return list(found.values_list("size", flat=True))


def is_expired(question: ExchangeQuestion, day: date) -> bool:
    """Whether a question is too old for its second round."""
    return question.on + timedelta(days=EXPIRES_DAYS) < day


def hits(purpose: Purpose, question: ExchangeQuestion) -> Sequence[Hit]:
    """The hits of a question, those not answered yet first."""
    found = list(Hit.objects.filter(question=question.pk).order_by("answer", "token"))
    purpose.note(LogAct.READ, [each.registration for each in found], ["hits without names"])
    return found


def hits_of(purpose: Purpose, question: ExchangeQuestion, token: str) -> list[Hit]:
    """The registrations behind one token. Raises Refused when there are none (any more)."""
    found = list(Hit.objects.filter(question=question.pk, token=token))
    if not found:
        raise Refused(
            _("There is no such hit here."),
            _("A hit goes with its registration."),
            _("Choose one from the list."),
        )
    purpose.note(LogAct.READ, [each.registration for each in found], ["hits without names"])
    return found


@dataclass(frozen=True, slots=True)
class Several:
    """Of hits that were chosen: what waits for an answer, and how many were answered already or
    are not there any more."""

    rows: list[Hit]
    answered: int
    gone: int

    @property
    def count(self) -> int:
        """How many hits wait: one of several registrations is one."""
        return len({each.token for each in self.rows})


def several(
    purpose: Purpose, question: ExchangeQuestion, tokens: Collection[str], *, held: bool = False
) -> Several:
    """What waits among these hits of a received question. held: until the act is done.

    Raises Refused for a question that this house asked: the other one answers it.
    """
    if question.side != QuestionSide.RECEIVED:
        raise Refused(
            _("The hits of this question are answered by the other organisation."),
            _("Who was asked answers."),
            _("Choose a question that was received."),
        )
    found = Hit.objects.filter(question=question.pk, token__in=list(tokens)).order_by("token")
    hits = list(found.select_for_update() if held else found)
    waits = [each for each in hits if not each.answer]
    answered = {each.token for each in hits} - {each.token for each in waits}
    gone = set(tokens) - {each.token for each in hits}
    purpose.note(LogAct.READ, [each.registration for each in waits], ["hits without names"])
    return Several(waits, len(answered), len(gone))


def waiting_tokens(question: ExchangeQuestion) -> list[str]:
    """The hits of a question that nobody answered yet. No person is in them."""
    found = Hit.objects.filter(question=question.pk, answer="")
    return sorted(set(found.values_list("token", flat=True)))


def waiting(purpose: Purpose) -> dict[UUID, int]:
    """How many hits of each received question are not answered yet."""
    received = ExchangeQuestion.objects.filter(
        side=QuestionSide.RECEIVED, processing=purpose.membership.processing_id,
        regime=purpose.regime,
    )  # fmt: skip
    open_hits = Hit.objects.filter(question__in=received.values("pk"), answer="")
    counted: dict[UUID, set[str]] = {}
    for number, token in open_hits.values_list("question", "token"):
        counted.setdefault(number, set()).add(token)
    return {number: len(tokens) for number, tokens in counted.items()}
