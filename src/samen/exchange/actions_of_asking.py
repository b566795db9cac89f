"""The acts of the asker: ask, count, open pairs, fetch answers.

Each takes an open purpose, in whose transaction it is done: what breaks off leaves nothing half.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.exchange import limits, protocol
from samen.core.exchange.messages import Message
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide, QuestionState, Step
from samen.core.terms import LogAct
from samen.exchange.holding import allowed
from samen.exchange.houses import house_of
from samen.exchange.line import Send, plain, send
from samen.exchange.models import ExchangeQuestion, Hit, Peer
from samen.exchange.queries import earlier_sets, is_expired, question, running
from samen.exchange.values import LONGEST_REASON, NEVER
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due
from samen.register.actions import bound
from samen.register.queries_of_linkage import dues, kinds, nothing_is_destroyed
from samen.work.actions import start_work

JOB = "exchange.ask"


def ask(
    purpose: Purpose, peer: UUID, registrations: Collection[UUID], *, now: datetime
) -> ExchangeQuestion:
    """Put a question: about whom, and whom it is asked of. Nothing goes over the line yet.

    Raises Refused for a set that may not be asked (core/exchange/limits).
    """
    other = _running(purpose, peer)
    shown = frozenset(kinds(registrations))
    limits.refuse_set(shown, earlier_sets(purpose, other.organisation_id), purpose.day)
    with allowed(purpose):
        made = ExchangeQuestion.objects.create(
            **bound(purpose, NEVER), number=uuid4(), peer=peer, side=QuestionSide.ASKED,
            state=QuestionState.WAITING, at=now, on=purpose.day, size=len(shown),
            registrations=sorted(shown),
        )  # fmt: skip
    purpose.note(LogAct.READ, sorted(shown), ["asked without names"])
    return made


def order(purpose: Purpose, asked: ExchangeQuestion, *, now: datetime) -> int:
    """Let the next round be done as long work; the number of the work."""
    with allowed(purpose):
        work = start_work(
            title=_("Asking without names"), job=JOB, started_by=purpose.membership.user_id,
            now=now,
            arguments={
                "membership": str(purpose.membership.pk), "user": purpose.membership.user_id,
                "ground": str(purpose.ground), "question": str(asked.pk),
            },
            result_url=page_of(purpose.membership.pk, purpose.ground, asked.pk),
        )  # fmt: skip
    return work.pk


def page_of(membership: UUID, ground: str, question: UUID) -> str:
    """The address of a question, where one that broke off can be asked again."""
    return reverse("exchange:question", args=(membership, ground, question))


def count(purpose: Purpose, number: UUID, *, now: datetime, over: Send = send) -> ExchangeQuestion:
    """Round one: how many keys of each kind the other house has too."""
    asked, peer = _open(purpose, number, QuestionState.WAITING, QuestionState.FAILED)
    house, _numbers = house_of(purpose, asked, asked.registrations)
    message = protocol.ask(house)
    answer = over(peer, message, Step.COUNTS, now)
    purpose.renew()
    asked.counts = {kind.value: n for kind, n in protocol.counted(house, answer).items()}
    asked.digest, asked.state = message.digest(), QuestionState.COUNTED
    with allowed(purpose):
        asked.save(update_fields=["counts", "digest", "state"])
    purpose.note(LogAct.WRITE, [asked.pk], ["question without names"])
    return asked


def open_pairs(
    purpose: Purpose, number: UUID, *, now: datetime, over: Send = send
) -> ExchangeQuestion:
    """Round two: which registrations may be known there; each is put before a person there."""
    asked, peer = _open(purpose, number, QuestionState.COUNTED)
    if is_expired(asked, purpose.day):
        raise Refused(
            _("This question was counted too long ago."),
            _("Pairs are opened within two weeks."),
            _("Ask anew when the term for these registrations is over."),
        )
    house, numbers = house_of(purpose, asked, asked.registrations)
    message = protocol.ask(house, Step.ASK_PAIRS)
    if Message(Step.ASK, asked.number, message.asked).digest() != asked.digest:
        raise Refused(
            _("Registrations of this question were changed or destroyed since it was counted."),
            _("Both rounds are about the same registrations."),
            _("Ask anew when the term for these registrations is over."),
        )
    found = protocol.found(house, message, over(peer, message, Step.PAIRS, now))
    purpose.renew()
    over(peer, protocol.open_pairs(asked.number, found), Step.OPENED, now)
    purpose.renew()
    asked.pairs, asked.state = len(found), QuestionState.PAIRED
    with allowed(purpose):
        asked.save(update_fields=["pairs", "state"])
        add_hits(purpose, asked, [
            (each.token, numbers[each.place], frozenset(each.hits)) for each in found
        ])  # fmt: skip
    purpose.note(LogAct.WRITE, [numbers[each.place] for each in found], ["hits without names"])
    return asked


def fetch(purpose: Purpose, number: UUID, *, now: datetime, over: Send = send) -> int:
    """Fetch what people there answered since; how many answers are new."""
    asked, peer = _open(purpose, number, QuestionState.PAIRED)
    answer = over(peer, Message(Step.ASK_ANSWERS, asked.number), Step.ANSWERS, now)
    said = dict(answer.said)
    new = []
    with allowed(purpose):
        for hit in Hit.objects.select_for_update().filter(question=asked.pk, answer=""):
            told = said.get(hit.token)
            if isinstance(told, list) and len(told) == 2 and told[0] in list(HitAnswer):
                hit.answer, hit.reason = told[0], plain(told[1], LONGEST_REASON)
                hit.answered_at = now
                new.append(hit)
        Hit.objects.bulk_update(new, ["answer", "reason", "answered_at"])
    purpose.note(LogAct.WRITE, [each.registration for each in new], ["answers without names"])
    return len(new)


def fail(purpose: Purpose, number: UUID) -> None:
    """Note that the first round broke off; the same question can be asked again."""
    with allowed(purpose):
        waiting = ExchangeQuestion.objects.filter(pk=number, state=QuestionState.WAITING)
        waiting.update(state=QuestionState.FAILED)


def add_hits(
    purpose: Purpose, of: ExchangeQuestion, pairs: Collection[tuple[str, UUID, frozenset[str]]]
) -> None:
    """Keep which registrations stand behind which token; they go with the registration."""
    nothing_is_destroyed()
    days = dues(registration for _, registration, _ in pairs)
    Hit.objects.bulk_create(
        Hit(
            **bound(purpose, Due(there.remove_due, there.destroy_due)), question=of.pk,
            token=token, registration=registration, keys=sorted(keys),
        )
        for token, registration, keys in pairs
        if (there := days.get(registration)) is not None
    )  # fmt: skip


def _running(purpose: Purpose, number: UUID) -> Peer:
    found = running(purpose).filter(pk=number).first()
    if found is None:
        raise Refused(
            _("No agreement with this organisation has effect today."),
            _("An approved one does, from its first to its last day."),
            _("Let a privacy officer of the processing approve one."),
        )
    return found


def _open(purpose: Purpose, number: UUID, *states: QuestionState) -> tuple[ExchangeQuestion, Peer]:
    asked = question(purpose, number)
    if asked.side != QuestionSide.ASKED or asked.state not in states:
        raise Refused(
            _("This question is not so far, or further already."),
            _("First it is counted, then pairs are opened, then answers come."),
            _("Load the page again."),
        )
    return asked, _running(purpose, asked.peer)


def not_asked_lately(purpose: Purpose, peer: UUID, registrations: Collection[UUID]) -> list[UUID]:
    """The registrations without those that the same organisation was asked about in the term.

    Raises Refused when the term leaves too few to ask about.
    """
    earlier = earlier_sets(purpose, _running(purpose, peer).organisation_id)
    return limits.not_asked_lately(list(registrations), earlier, purpose.day)
