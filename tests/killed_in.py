"""A process that is killed with its work written and not yet kept."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.db import connection

from samen.purposes.inside import Purpose

PAUSE = "select pg_sleep(6)"
PAUSED = "select 1 from pg_stat_activity where query = 'select pg_sleep(6)'"


def killed_in(inside: AbstractContextManager[Purpose], act: Callable[[Purpose], object]) -> None:
    """Act inside a purpose in a process of its own, which then waits in the database and is
    killed there."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            with inside as purpose:
                act(purpose)
                with connection.cursor() as cursor:
                    cursor.execute(PAUSE)
        finally:
            os._exit(0)
    until = time.monotonic() + 60
    while not _is_paused():
        assert time.monotonic() < until, "the act was never done"
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _is_paused() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(PAUSED)
        return cursor.fetchone() is not None
