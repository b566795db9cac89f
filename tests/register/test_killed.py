"""A handful of kills at random moments; `./samen bench kills` has many, and kills databases too."""

import os
import signal

import pytest

from tests.register.killed import ACTS, make_trial


@pytest.mark.django_db(transaction=True)
def test_a_kill_at_any_moment_leaves_nothing_half_done_and_loses_nothing() -> None:
    trial = make_trial(1)
    faults = [trial.one(act, lambda child: os.kill(child, signal.SIGKILL)) for act in ACTS * 3]
    assert faults == [[]] * 9
