"""What must be in order before the site runs: tables, messages, static files."""

import os
import subprocess
import sys

from samen.core.errors import CannotRun
from samen.site.database import ROOT


def prepare() -> None:
    """Migrate as the owner, compile messages, collect static files. Repeatable."""
    from samen.site.messages import compile_messages

    compile_messages()
    manage("migrate", "--verbosity=0")
    manage("collectstatic", "--noinput", "--verbosity=0")


def manage(*arguments: str) -> None:
    """Run a Django command in a process of its own, since the owner's rights end with it."""
    command = [sys.executable, "-m", "samen.site.cli", "manage", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    if done.returncode != 0:
        raise CannotRun(
            "./samen manage {command} failed: {words}",
            "",
            "Mend what it names and run the same command again.",
            command=arguments[0],
            words=done.stderr.strip()[-400:],
        )
