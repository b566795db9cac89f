"""Two organisations ask one another over real HTTP: what comes of it, and what is refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from http.client import HTTPConnection
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError

from samen.core.errors import Refused, SamenError
from samen.core.exchange import keys, masking
from samen.core.exchange.limits import QUESTIONS_A_DAY, SMALLEST_SET
from samen.core.exchange.messages import Message
from samen.core.exchange.vocabulary import HitAnswer, QuestionSide, QuestionState, Step
from samen.exchange import actions_of_asking as asking
from samen.exchange.actions import end_peer
from samen.exchange.actions_of_answering import answer
from samen.exchange.line import STEP, send
from samen.exchange.models import ExchangeQuestion, Hit, Peer, SeenRequest
from samen.exchange.queries import hits, questions, waiting
from samen.exchange.signing import Signed
from samen.purposes.actions import remove_member
from samen.purposes.inside import Purpose
from samen.purposes.queries import entries
from samen.register.actions import correct
from samen.work import clock
from tests.exchange.houses import ANALYST, OFFICER, SHARED, Two, as_asked_before
from tests.register.given_files import DAY

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not masking.is_installed(), reason="openmined-psi has no wheel for this machine"
    ),
]


def asked(two: Two, about: list[UUID] | None = None) -> ExchangeQuestion:
    with two.asker.inside(ANALYST) as purpose:
        return asking.ask(purpose, two.mine.pk, about or two.asked, now=clock.now())


def counted(two: Two) -> ExchangeQuestion:
    question = asked(two)
    with two.asker.inside(ANALYST) as purpose:
        return asking.count(purpose, question.pk, now=clock.now())


def paired(two: Two) -> ExchangeQuestion:
    question = counted(two)
    with two.asker.inside(ANALYST) as purpose:
        return asking.open_pairs(purpose, question.pk, now=clock.now())


def at_owner(two: Two) -> ExchangeQuestion:
    with two.owner.inside(ANALYST) as purpose:
        (found,) = questions(purpose, QuestionSide.RECEIVED)
        return found


def test_the_asker_gets_counts_and_the_owner_a_line_in_its_log(two: Two) -> None:
    question = counted(two)
    assert question.state == QuestionState.COUNTED
    assert {kind: n for kind, n in question.counts.items() if n} == {
        "name_and_date": SHARED,
        "document": SHARED,
    }
    received = at_owner(two)
    assert (received.number, received.peer) == (question.number, two.theirs.pk)
    assert (received.size, received.registrations) == (64, [])
    with two.owner.inside(ANALYST) as purpose:
        assert hits(purpose, received) == []


def test_pairs_are_put_before_people_at_the_owner_who_know_nothing_else(two: Two) -> None:
    question = paired(two)
    assert question.pairs == SHARED
    with two.asker.inside(ANALYST) as purpose:
        mine = hits(purpose, question)
    with two.owner.inside(ANALYST) as purpose:
        theirs = hits(purpose, at_owner(two))
        assert waiting(purpose) == {at_owner(two).pk: SHARED}
    assert {hit.registration for hit in mine} == set(two.asked[:SHARED])
    assert {hit.registration for hit in theirs} == set(two.held[:SHARED])
    assert {hit.token: two.asked.index(hit.registration) for hit in mine} == {
        hit.token: two.held.index(hit.registration) for hit in theirs
    }
    assert all(hit.keys == ["document", "name_and_date"] for hit in (*mine, *theirs))


def test_an_answer_of_a_person_comes_back_with_its_reason_and_nothing_else(two: Two) -> None:
    question = paired(two)
    received = at_owner(two)
    with two.owner.inside(ANALYST) as purpose:
        hit = hits(purpose, received)[0]
        answered(purpose, received, hit.token)
        with pytest.raises(Refused, match="answered already"):
            answered(purpose, received, hit.token)
    with two.asker.inside(ANALYST) as purpose:
        assert asking.fetch(purpose, question.pk, now=clock.now()) == 1
        assert asking.fetch(purpose, question.pk, now=clock.now()) == 0
        told = {each.token: (each.answer, each.reason) for each in hits(purpose, question)}
    assert told.pop(hit.token) == ("contact_me", "Bel het meldpunt.")
    assert set(told.values()) == {("", "")}


def answered(purpose: Purpose, received: ExchangeQuestion, token: str) -> None:
    answer(
        purpose, received, token, said=HitAnswer.CONTACT_ME, reason="Bel het meldpunt.",
        now=clock.now(),
    )  # fmt: skip


def test_both_logs_name_the_question_and_who_it_was_done_for(two: Two) -> None:
    paired(two)
    for setting, fields in (
        (two.asker, {"asked without names", "question without names", "hits without names"}),
        (two.owner, {"asked without names", "pairs without names", "hits without names"}),
    ):
        with setting.inside(OFFICER) as purpose:
            logged = {field for entry in entries(purpose) for field in entry.fields}
            assert fields <= logged
            assert {each.number for each in questions(purpose)} == {at_owner(two).number}


def test_privacy_officers_see_questions_and_not_who_was_hit(two: Two) -> None:
    paired(two)
    with two.owner.inside(OFFICER) as purpose:
        assert len(questions(purpose)) == 1
        assert Hit.objects.count() == 0


def test_a_set_of_one_is_refused_before_anything_goes_over_the_line(two: Two) -> None:
    with pytest.raises(Refused, match=f"There are 1 registrations.*takes {SMALLEST_SET}"):
        asked(two, two.asked[:1])
    assert not SeenRequest.objects.exists()


def test_a_registration_is_not_asked_about_again(two: Two) -> None:
    counted(two)
    with pytest.raises(Refused, match="24 of these registrations were asked"):
        asked(two)


def test_who_is_in_a_question_that_broke_off_is_asked_about_by_asking_it_again(two: Two) -> None:
    """Else the two sets could be laid beside one another."""
    question = asked(two)
    with two.asker.inside(ANALYST) as purpose:
        asking.fail(purpose, question.pk)
    with pytest.raises(Refused, match="23 of these registrations were asked"):
        asked(two, two.asked[1:])
    with two.asker.inside(ANALYST) as purpose:
        assert asking.count(purpose, question.pk, now=clock.now()).counts["document"] == SHARED


@pytest.mark.parametrize("side", ["asker", "owner"])
def test_what_ended_is_neither_asked_nor_answered(two: Two, side: str) -> None:
    setting, peer = (two.asker, two.mine) if side == "asker" else (two.owner, two.theirs)
    question = asked(two)
    with setting.inside(OFFICER) as purpose:
        end_peer(purpose, peer.pk)
    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="has effect today"):
        asking.count(purpose, question.pk, now=clock.now())
    with two.owner.inside(OFFICER) as purpose:
        assert questions(purpose) == []


def test_who_keeps_the_agreement_and_left_opens_nothing(two: Two) -> None:
    remove_member(membership=two.owner.members[ANALYST].pk, today=DAY)
    question = asked(two)
    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="no member"):
        asking.count(purpose, question.pk, now=clock.now())


def test_houses_with_other_keys_refuse_each_other(two: Two) -> None:
    question = asked(two)

    def older(peer: Peer, message: Message, step: Step, now: datetime) -> Message:
        class Older(Message):
            def as_bytes(self) -> bytes:
                keys.VERSION, before = keys.VERSION - 1, keys.VERSION
                try:
                    return super().as_bytes()
                finally:
                    keys.VERSION = before

        return send(peer, Older(message.step, message.question, message.asked), step, now)

    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="same version"):
        asking.count(purpose, question.pk, now=clock.now(), over=older)


def breaks_off_at(broken: Step) -> Callable[..., Message]:
    """A line that breaks when the answer to a step is on its way."""

    def over(peer: Peer, message: Message, step: Step, now: datetime) -> Message:
        answer = send(peer, message, step, now)
        if step == broken:
            raise Refused("The other organisation did not answer.")
        return answer

    return over


def test_a_line_that_breaks_in_round_one_leaves_nothing_half(two: Two) -> None:
    question = asked(two)
    with pytest.raises(Refused), two.asker.inside(ANALYST) as purpose:
        asking.count(purpose, question.pk, now=clock.now(), over=breaks_off_at(Step.COUNTS))
    with two.asker.inside(ANALYST) as purpose:
        asking.fail(purpose, question.pk)
        again = asking.count(purpose, question.pk, now=clock.now())
    assert again.counts["document"] == SHARED
    assert at_owner(two).number == question.number


def test_a_line_that_breaks_in_round_two_opens_no_pair(two: Two) -> None:
    question = counted(two)
    with pytest.raises(Refused), two.asker.inside(ANALYST) as purpose:
        asking.open_pairs(purpose, question.pk, now=clock.now(), over=breaks_off_at(Step.PAIRS))
    with two.owner.inside(ANALYST) as purpose:
        assert hits(purpose, at_owner(two)) == []
    with two.asker.inside(ANALYST) as purpose:
        assert asking.open_pairs(purpose, question.pk, now=clock.now()).pairs == SHARED


@pytest.mark.parametrize("field", ["on", "registrations", "size", "remove_due"])
def test_what_was_asked_stays_as_it_was(two: Two, field: str) -> None:
    question = asked(two)
    other = {"on": DAY - timedelta(days=1), "registrations": two.held, "size": 1}
    with pytest.raises(ProgrammingError, match="stays"), two.asker.inside(ANALYST):
        ExchangeQuestion.objects.filter(pk=question.pk).update(
            **{field: other.get(field, DAY + timedelta(days=9999))}
        )


def test_a_question_that_was_counted_long_ago_opens_nothing(two: Two) -> None:
    question = counted(two)
    as_asked_before(15, question.pk)
    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="counted too long"):
        asking.open_pairs(purpose, question.pk, now=clock.now())


@pytest.mark.parametrize("since", ["opened", "two weeks"])
def test_a_count_is_not_repeated_to_see_who_came_in_since(two: Two, since: str) -> None:
    question = counted(two)
    kept = at_owner(two).pk
    if since == "opened":
        with two.asker.inside(ANALYST) as purpose:
            asking.open_pairs(purpose, question.pk, now=clock.now())
    if since == "two weeks":
        as_asked_before(15, kept)
    with two.asker.inside(ANALYST) as purpose:
        ExchangeQuestion.objects.filter(pk=question.pk).update(state=QuestionState.WAITING)
        with pytest.raises(Refused, match="put further or left since"):
            asking.count(purpose, question.pk, now=clock.now())


def test_what_no_database_keeps_is_left_out_of_an_answer(two: Two) -> None:
    question = paired(two)

    with two.asker.inside(ANALYST) as purpose:
        token = hits(purpose, question)[0].token

    def odd(_peer: Peer, message: Message, step: Step, _now: datetime) -> Message:
        return Message(step, message.question, said={token: ["known", "a\x00b\ud800"]})

    with two.asker.inside(ANALYST) as purpose:
        assert asking.fetch(purpose, question.pk, now=clock.now(), over=odd) == 1
        assert "ab?" in {each.reason for each in hits(purpose, question)}


def test_an_organisation_asks_so_many_questions_a_day(two: Two) -> None:
    for _ in range(QUESTIONS_A_DAY):
        as_asked_before(100, counted(two).pk)
    question = asked(two)
    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="may ask 3 a day"):
        asking.count(purpose, question.pk, now=clock.now())


type Change = Callable[[dict[str, str]], object]
CHANGES: dict[str, tuple[Change, bytes]] = {
    "another time": (lambda given: given.update({"Samen-At": "2021-11-17T11:59:00+00:00"}), b""),
    "no signature": (lambda given: given.pop("Samen-Signature"), b""),
    "another body": (lambda given: given.copy(), b"more"),
}


def raw(address: str, headers: dict[str, str], body: bytes) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.request("POST", parts.path, body, headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace")


def signed(two: Two, body: bytes, now: datetime) -> dict[str, str]:
    signed = Signed(now.isoformat(), "0" * 32, urlsplit(two.mine.address).path)
    return signed.headers(two.mine.pk, body) | {STEP: Step.ASK_ANSWERS}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_not_signed_as_agreed_is_refused(two: Two, name: str) -> None:
    change, more = CHANGES[name]
    body = Message(Step.ASK_ANSWERS, uuid4()).as_bytes()
    headers = signed(two, body, clock.now())
    change(headers)
    status, words = raw(two.mine.address, headers, body + more)
    assert (status, "not signed with the key" in words) == (403, True)
    assert not SeenRequest.objects.exists()


def test_a_request_that_was_signed_long_ago_is_refused(two: Two) -> None:
    body = Message(Step.ASK_ANSWERS, uuid4()).as_bytes()
    headers = signed(two, body, clock.now() - timedelta(minutes=6))
    assert "too long ago" in raw(two.mine.address, headers, body)[1]


def test_the_same_request_is_taken_once(two: Two) -> None:
    body = Message(Step.ASK_ANSWERS, uuid4()).as_bytes()
    headers = signed(two, body, clock.now())
    first, again = (raw(two.mine.address, headers, body) for _ in range(2))
    assert "no such question" in first[1]
    assert (again[0], "taken already" in again[1]) == (409, True)


def test_an_answer_that_another_one_signed_is_not_believed(two: Two) -> None:
    question = asked(two)
    Peer.objects.filter(pk=two.mine.pk).update(key="ab" * 32)
    with two.asker.inside(ANALYST) as purpose, pytest.raises(SamenError, match="not signed"):
        asking.count(purpose, question.pk, now=clock.now())
    with two.asker.inside(ANALYST) as purpose:
        assert questions(purpose)[0].counts == {}


def test_nobody_at_the_other_end_is_one_sentence(two: Two) -> None:
    question = asked(two)
    Peer.objects.filter(pk=two.mine.pk).update(address="http://127.0.0.1:9/zonder-namen/aan/x/")
    with two.asker.inside(ANALYST) as purpose, pytest.raises(Refused, match="did not answer"):
        asking.count(purpose, question.pk, now=clock.now())


def test_with_a_registration_its_hits_go(two: Two) -> None:
    from samen.register.actions_of_keeping import destroy_due

    paired(two)
    destroy_due(today=DAY.replace(year=DAY.year + 4))
    for setting in (two.asker, two.owner):
        with setting.inside(ANALYST) as purpose:
            assert Hit.objects.filter(processing=purpose.membership.processing_id).count() == 0


def test_of_a_number_that_becomes_somebody_elses_the_hits_go(two: Two) -> None:
    paired(two)
    with two.owner.inside(ANALYST) as purpose:
        here = Hit.objects.filter(processing=purpose.membership.processing_id)
        before = here.count()
        first = here[0].registration
    born = {"birth_from": DAY.replace(year=1931), "birth_until": DAY.replace(year=1931)}
    with two.owner.inside() as purpose:
        correct(purpose, first, {"given_key": "kwq", "family_key": "zwx", **born})
    with two.owner.inside(ANALYST):
        assert here.filter(registration=first).count() == 0
        assert 0 < here.count() < before
