"""`./samen test [PYTEST ARGUMENTS]`: all tests, on a database of their own."""

import subprocess
import sys

from samen.site.database import ROOT

HELP = """usage: ./samen test [PYTEST ARGUMENTS]

Runs all tests on two workers, with a temporary PostgreSQL. Browser tests run where Chromium
is; where it is not, they say so (set SAMEN_BROWSER_TESTS=required to make that a failure).

example: ./samen test tests/core -k motion
"""


def run(arguments: list[str]) -> int:
    if arguments[:1] in (["--help"], ["-h"]):
        sys.stdout.write(HELP)
        return 0
    # Files in the order of collection: the browser tests come last (tests/plugin.py).
    spread = [] if arguments else ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *spread, *arguments]
    code = subprocess.run(command, cwd=ROOT).returncode
    return code if code in (0, 1) else 2  # pytest's own: 1 a test failed, above 1 it could not run
