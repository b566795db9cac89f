"""Two who act at once: the second comes while the first is not done."""

import time
from collections.abc import Callable
from threading import Thread

from django.db import connection, transaction

from samen.core.errors import SamenError

WAITING = (
    "select count(*) from pg_locks join pg_database on pg_database.oid = pg_locks.database"
    " or pg_locks.database is null where not granted and datname = current_database()"
)


def while_first_acts(first: Callable[[], object], second: Callable[[], object]) -> list[object]:
    """What the second act, on a connection of its own, gave or was told.

    It begins when the first has written, and waits there until the first is kept.
    """
    outcomes: list[object] = []

    def run() -> None:
        try:
            outcomes.append(second())
        except SamenError as told:
            outcomes.append(told)
        finally:
            connection.close()

    thread = Thread(target=run)
    with transaction.atomic():
        first()
        thread.start()
        until = time.monotonic() + 20
        while thread.is_alive() and not _somebody_waits():
            assert time.monotonic() < until, "the second never met the first"
            time.sleep(0.02)
        assert not outcomes, "the second was done before the first"
    thread.join(timeout=30)
    return outcomes


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        row = cursor.fetchone()
    return bool(row and row[0])
