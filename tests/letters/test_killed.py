"""A worker killed with -9 in the middle of a review: what was accepted stays, whole."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest
from django.db import connection

from samen.core.terms import CandidateKind, Judgement
from samen.letters.actions import review
from samen.letters.models import Candidate, Decision
from samen.programme import queries as register
from samen.site.database import with_database
from tests.cast import make_cast
from tests.letters.incoming_letters import LETTER_DATE, NOW, candidate, letter_by_hand

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


def decided(rows: list[int]) -> int:
    return Candidate.objects.filter(pk__in=rows).exclude(state=Judgement.OPEN).count()


@pytest.mark.parametrize("least", [1, 7])
def test_what_was_accepted_stays_whole_and_the_rest_is_open(least: int) -> None:
    noor = make_cast()["programme_team"]
    letter = letter_by_hand(noor)
    rows = [candidate(letter, CandidateKind.ACTION).pk for _ in range(COUNT)]
    url = with_database(os.environ["DATABASE_OWNER_URL"], connection.settings_dict["NAME"])
    environment = os.environ | {"DATABASE_URL": url, "DATABASE_OWNER_URL": url}
    reviewer = subprocess.Popen(
        [sys.executable, "-c", REVIEWER, str(noor.pk), *map(str, rows)], env=environment
    )
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
