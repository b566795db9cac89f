"""Killed with -9 in the middle of a review or of a freeze: what is kept is whole."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from django.db import connection, transaction

from samen.core.terms import CandidateKind, Judgement, LetterState
from samen.letters.actions import review, writing
from samen.letters.forms_of_letter import MAKERS
from samen.letters.models import Candidate, Decision, FrozenFile
from samen.letters.queries.verifying import verify_letter
from samen.programme import queries as register
from samen.site.database import with_database
from tests.cast import make_cast
from tests.letters.incoming_letters import LETTER_DATE, NOW, candidate, letter_by_hand
from tests.letters.outgoing_letters import NOW as OUT
from tests.letters.outgoing_letters import drafted

pytestmark = pytest.mark.django_db(transaction=True)
COUNT = 60
REVIEWER = textwrap.dedent("""
    import sys, django
    django.setup()
    from datetime import UTC, datetime
    from samen.accounts.models import User
    from samen.letters.actions import review
    by = User.objects.get(pk=int(sys.argv[1]))
    for number in map(int, sys.argv[2:]):
        review.accept_candidate(candidate=number, by=by, now=datetime(2021, 11, 18, 9, tzinfo=UTC))
""")


FREEZER = textwrap.dedent("""
    import sys, django
    django.setup()
    from datetime import UTC, datetime
    from samen.accounts.models import User
    from samen.letters.actions import writing
    by = User.objects.get(pk=int(sys.argv[1]))
    now = datetime(2022, 11, 15, 9, tzinfo=UTC)
    writing.freeze_letter(letter=int(sys.argv[2]), by=by, now=now, because="Zo kan het.")
""")


def start(program: str, *arguments: int) -> "subprocess.Popen[bytes]":
    """Another process that works in the database of this test."""
    url = with_database(os.environ["DATABASE_OWNER_URL"], connection.settings_dict["NAME"])
    environment = os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], env=environment)


def decided(rows: list[int]) -> int:
    return Candidate.objects.filter(pk__in=rows).exclude(state=Judgement.OPEN).count()


@pytest.mark.parametrize("least", [1, 7])
def test_what_was_accepted_stays_whole_and_the_rest_is_open(least: int) -> None:
    noor = make_cast()["programme_team"]
    letter = letter_by_hand(noor)
    rows = [candidate(letter, CandidateKind.ACTION).pk for _ in range(COUNT)]
    reviewer = start(REVIEWER, noor.pk, *rows)
    deadline = time.monotonic() + 60
    while decided(rows) < least and time.monotonic() < deadline:
        time.sleep(0.01)
    reviewer.send_signal(signal.SIGKILL)
    reviewer.wait()
    done = decided(rows)
    assert least <= done
    entries = register.entries_as_of(on=LETTER_DATE)
    accepted = Candidate.objects.exclude(state=Judgement.OPEN)
    assert {entry.id for entry in entries} == {row.entry_id for row in accepted}
    assert Decision.objects.count() == done
    assert all(entry.source and entry.source.quote for entry in entries)
    for row in Candidate.objects.filter(state=Judgement.OPEN):
        review.accept_candidate(candidate=row.pk, by=noor, now=NOW)
    assert len(register.entries_as_of(on=LETTER_DATE)) == COUNT


def waits_for_us() -> bool:
    """Whether another session waits for a lock that this one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted"
            " AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return bool(cursor.fetchone()[0])


def test_a_freeze_that_is_killed_leaves_a_draft_that_can_be_frozen() -> None:
    """Killed after its files were made, when it is about to register the letter as a paper."""
    noor = make_cast()["programme_team"]
    letter = drafted(noor)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE programme_document IN SHARE MODE")
        freezer = start(FREEZER, noor.pk, letter.pk)
        deadline = time.monotonic() + 60
        while not waits_for_us() and freezer.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        assert waits_for_us()
        freezer.send_signal(signal.SIGKILL)
        freezer.wait()
    letter.refresh_from_db()
    assert (letter.state, letter.sha256) == (LetterState.DRAFT, "")
    assert not FrozenFile.objects.exists()
    assert not register.papers_with_text()
    writing.freeze_letter(letter=letter.pk, by=noor, now=OUT, because="Zo kan het.")
    letter.refresh_from_db()
    assert letter.state == LetterState.FROZEN
    assert FrozenFile.objects.count() == len(MAKERS)
    assert verify_letter(letter) == []
