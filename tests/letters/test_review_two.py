"""Two reviewers at once, on two connections: one wins, the other is told; a crash loses nothing."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from samen.accounts.models import User
from samen.core.errors import Conflict
from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate, Decision
from samen.programme import queries as register
from tests.cast import make_cast
from tests.letters.incoming_letters import LETTER_DATE, NOW, candidate, letter_by_hand

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """What the acts gave back, each run in a thread with a connection of its own."""
    gate, outcomes = Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait(timeout=10)
            outcomes.append(act())
        except Conflict as conflict:
            outcomes.append(conflict)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return outcomes


def accepting(row: Candidate, by: User) -> Callable[[], object]:
    return lambda: review.accept_candidate(candidate=row.pk, by=by, now=NOW)


def test_of_two_who_accept_the_same_candidate_one_wins() -> None:
    cast = make_cast()
    noor, ine = cast["programme_team"], cast["approver"]
    row = candidate(letter_by_hand(noor), CandidateKind.MOTION)
    outcomes = at_once([accepting(row, noor), accepting(row, ine)])
    lost = [each for each in outcomes if isinstance(each, Conflict)]
    row.refresh_from_db()
    assert (len(outcomes), len(lost)) == (2, 1)
    assert row.decided_by is not None
    assert row.decided_by.name in str(lost[0])
    assert len(register.entries_as_of(on=LETTER_DATE)) == 1
    assert Decision.objects.count() == 1


def test_two_mentions_of_one_motion_accepted_at_once_become_one_entry() -> None:
    cast = make_cast()
    noor, ine = cast["programme_team"], cast["approver"]
    letter = letter_by_hand(noor)
    first, second = (candidate(letter, CandidateKind.MOTION) for _ in range(2))
    outcomes = at_once([accepting(first, noor), accepting(second, ine)])
    assert len(set(outcomes)) == 1
    assert len(register.entries_as_of(on=LETTER_DATE)) == 1


def test_what_breaks_off_halfway_leaves_nothing_and_loses_nothing() -> None:
    noor = make_cast()["programme_team"]
    letter = letter_by_hand(noor)
    kept, broken = (candidate(letter, CandidateKind.ACTION) for _ in range(2))
    review.accept_candidate(candidate=kept.pk, by=noor, now=NOW)
    with transaction.atomic():
        review.accept_candidate(candidate=broken.pk, by=noor, now=NOW)
        transaction.set_rollback(True)
    states = {row.pk: row.state for row in letter.candidates.all()}
    assert states == {kept.pk: Judgement.ACCEPTED, broken.pk: Judgement.OPEN}
    assert [entry.id for entry in register.entries_as_of(on=LETTER_DATE)] == [
        Candidate.objects.get(pk=kept.pk).entry_id
    ]
