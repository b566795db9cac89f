"""Ctrl-C ends long work soon, and leaves nothing running."""

import signal
import subprocess
import sys
import time

import pytest

LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
"""A shell that starts work in the background has it ignore interrupts; this one listens."""
CHAINS = """
import numpy as np
from samen.core.estimation.latent_classes import Length, latent_classes
latent_classes(np.array([0, 40, 30, 6, 20, 4, 5, 2]), 1, Length(8, 10**6, 100, 0), 2,
               lambda share: print(share, flush=True))
"""
GRAPHS = """
import numpy as np
from samen.core.estimation.decomposable import average_over_graphs
print(0, flush=True)
while True:
    average_over_graphs(np.arange(64))
"""
WORLDS = """
from samen.core.estimation.coverage import Effort, simulated_coverage
from samen.core.estimation.procedures import Stepwise
from samen.core.estimation.table import from_counts
table = from_counts("ABC", {1: 90, 2: 100, 3: 42, 4: 80, 5: 38, 6: 43, 7: 20})
simulated_coverage(table, Stepwise(), 10**6, Effort(workers=2),
                   on_progress=lambda share: print(share, flush=True))
"""


@pytest.mark.parametrize("work", [CHAINS, GRAPHS, WORLDS])
def test_an_interrupt_ends_the_work(work: str) -> None:
    """It would take minutes; the seconds allowed are for a busy machine."""
    with subprocess.Popen(
        [sys.executable, "-c", LISTENING + work],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            assert running.stdout
            running.stdout.readline()
            time.sleep(0.2)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=10)
        finally:
            running.kill()
    assert running.returncode != 0
    assert "KeyboardInterrupt" in said
