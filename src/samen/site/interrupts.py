"""Long work that Ctrl-C ends at once, however deep in a compiled loop it is.

An interrupt reaches Python between its own steps only, and a process that ends waits for its
threads. So the work runs in a thread of its own, and who interrupts it ends the process.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread

_left = Event()


def interruptible[T](work: Callable[[], T]) -> T:
    """What the work gives, or its error. After an interrupt it goes on until `end_at_once`."""
    found: Future[T] = Future()

    def run() -> None:
        try:
            found.set_result(work())
        except BaseException as error:
            found.set_exception(error)

    Thread(target=run, daemon=True).start()
    try:
        return found.result()
    except KeyboardInterrupt:
        _left.set()
        raise


def end_at_once(code: int) -> None:
    """End the process if interrupted work still runs in it; all that it owns ends with it."""
    if _left.is_set():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
