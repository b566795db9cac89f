"""Ctrl-C ends `./samen estimate` at once, also in a loop that knows of no interrupt."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.house.tree import ROOT

LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from samen.site.cli import main
sys.exit(main(["estimate", *sys.argv[1:], "--lang", "en"]))
"""
"""A shell that starts work in the background has it ignore interrupts; this one listens."""
TABLE = ROOT / "data" / "estimation" / "UKdat.csv"


@pytest.mark.parametrize(
    "options",
    [
        # One call of a compiled loop that takes many minutes, and replicates of seconds each.
        ["--method", "aic", "--max-order", "6", "--bootstrap", "0"],
        ["--method", "bic", "--bootstrap", "5000"],
    ],
)
def test_an_interrupt_ends_the_command(options: list[str]) -> None:
    """The process is waited for until it counts, so that it is not still loading."""
    with subprocess.Popen(
        [sys.executable, "-c", LISTENING, str(TABLE), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SAMEN_ROOT": str(ROOT)},
    ) as running:
        try:
            _wait_for_work(running.pid)
            begun = time.monotonic()
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=10)
            took = time.monotonic() - begun
        finally:
            running.kill()
    assert said.splitlines()[-1] == "samen: stopped by you; what was saved is kept."
    assert running.returncode == 2
    assert took < 5, "seconds, on a busy machine; a tenth of one on a quiet one"


def _wait_for_work(process: int) -> None:
    """Until it has spent more processor time than loading takes, which is some two seconds."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        spent = psutil.Process(process).cpu_times()
        if spent.user + spent.system > 4:
            return
        time.sleep(0.2)
