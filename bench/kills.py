"""Kills with `kill -9`, at moments that nobody chose, of the application and of the database.

    ./samen bench kills [TIMES]

On a database of its own that keeps what it was told: files come in, what is due goes, data are
provided, in a process that is killed somewhere in it or a while after; or all processes of the
database are. After each, everything is looked at: nothing half done, nothing that was
acknowledged lost, the chain of the log whole.
"""

import os
import signal
import sys
from collections import Counter

import psutil

from bench.register import own_database

TIMES, SEED = 100, 20211117


def main(arguments: list[str]) -> int:
    times = int(arguments[0]) if arguments else TIMES
    with own_database() as (_owner, cluster):
        from django.db import connections

        from tests.register.killed import ACTS, make_trial

        connections["default"].settings_dict["OPTIONS"].pop("pool", None)
        connections.close_all()
        trial, done, wrong = make_trial(SEED), Counter[str](), 0

        def application(child: int) -> None:
            os.kill(child, signal.SIGKILL)

        def database(_child: int) -> None:
            server = psutil.Process(int((cluster.data / "postmaster.pid").read_text().split()[0]))
            for each in [server, *server.children(recursive=True)]:
                each.kill()
            psutil.wait_procs([server], timeout=10)
            port = cluster.ensure_running()
            connections["default"].settings_dict["PORT"] = str(port)

        for number in range(times):
            act, victim = ACTS[number % len(ACTS)], (application, database)[number // 3 % 2]
            faults = trial.one(act, victim)
            done[f"{act}, {victim.__name__}"] += 1
            wrong += bool(faults)
            for fault in faults:
                print(f"{number}: {act}, {victim.__name__}: {fault}", flush=True)
    print(f"{times} kills, {wrong} with something wrong; {trial.acknowledged} came after the act "
          f"was acknowledged: {dict(done)}")  # fmt: skip
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
