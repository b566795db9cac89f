"""The processes that this checkout started, remembered in `.samen/run/`.

A file holds the process number and the moment the process began, so that a number that the
system gave to somebody else is never stopped.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil

from samen.core.errors import CannotRun
from samen.site.database import STATE

RUN = STATE / "run"
PATIENCE_SECONDS = 10
MOST_PORT = 65_535
WATCH = "serve"  # The command itself, which starts again what ends: it is stopped first.


def start(name: str, command: list[str]) -> int:
    """Start a process that outlives us; its output goes to `.samen/run/NAME.log`."""
    RUN.mkdir(parents=True, exist_ok=True)
    with (RUN / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
        )
    remember(name, process.pid)
    return process.pid


def remember(name: str, pid: int) -> None:
    RUN.mkdir(parents=True, exist_ok=True)
    (RUN / f"{name}.pid").write_text(f"{pid} {_began(pid)}")


def forget(name: str) -> None:
    (RUN / f"{name}.pid").unlink(missing_ok=True)


def number_of(name: str) -> int:
    """The process number of one that runs, 0 when it does not."""
    return _remembered().get(name, 0)


def stop_all() -> list[str]:
    """Stop every process we started; return their names. What has ended is forgotten."""
    known = _remembered()
    watch = known.pop(WATCH, 0)
    if watch != os.getpid():
        _end_watch(watch)
    found = {name: pid for name, pid in known.items() if pid}
    for pid in found.values():
        _signal_group(pid, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(map(_began, found.values())) and time.monotonic() < deadline:
        time.sleep(0.1)
    for pid in filter(_began, found.values()):
        _signal_group(pid, signal.SIGKILL)
        time.sleep(0.2)
    for name, pid in known.items():
        if not _began(pid):
            forget(name)
    return list(found)


def _end_watch(pid: int) -> None:
    """End the command that watches the others; it stops them itself, and is waited for."""
    for what, seconds in ((signal.SIGTERM, 2 * PATIENCE_SECONDS), (signal.SIGKILL, 1)):
        if not _began(pid):
            break
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, what)
        deadline = time.monotonic() + seconds
        while _began(pid) and time.monotonic() < deadline:
            time.sleep(0.1)
    forget(WATCH)


def start_again(commands: dict[str, list[str]]) -> list[str]:
    """Start what has ended by itself; return the names."""
    ended = [name for name in commands if name not in still_there()]
    for name in ended:
        start(name, commands[name])
    return ended


def require_alone() -> None:
    """Raise CannotRun while another `./samen serve` or demo of this checkout runs."""
    if still_there():
        raise CannotRun(
            "The site of this checkout runs already.",
            "One runs at a time.",
            "Run ./samen stop first, or give this one a place of its own with SAMEN_STATE.",
        )


def still_there() -> list[str]:
    return [name for name, pid in _remembered().items() if pid]


def require_free(port: int) -> None:
    """Raise CannotRun when something else listens on the port, or when it is none."""
    if not 1 <= port <= MOST_PORT:
        raise CannotRun(
            "{port} is no port.",
            "A port is a number from 1 to {most}.",
            "Choose another.",
            port=port,
            most=MOST_PORT,
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CannotRun(
                "Port {port} is taken.",
                "",
                "Run ./samen stop, or choose another: ./samen serve --port {other}",
                port=port,
                other=port + 1,
            ) from error


def wait_until_answers(port: int, pid: int, seconds: float = 40) -> None:
    """Wait until a server answers; raise CannotRun with its last words when it died."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        if not _began(pid):
            break
        time.sleep(0.1)
    log = RUN / "web.log"
    lines = log.read_text(errors="replace").splitlines()
    own = next((line for line in reversed(lines) if line.startswith("samen: ")), "")
    raise CannotRun(
        "The web server did not start.",
        "Its last words: {words}",
        "All of them are in {log}.",
        words=own.removeprefix("samen: ") or "none",
        log=log,
    )


def web_command(port: int) -> list[str]:
    granian = str(Path(sys.executable).parent / "granian")
    return [
        *(granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
        *("--workers-kill-timeout", "3", "--respawn-failed-workers"),
        "samen.site.wsgi:application",
    ]


def worker_command() -> list[str]:
    return [sys.executable, "-m", "samen.site.cli", "manage", "procrastinate", "worker"]


def _remembered() -> dict[str, int]:
    """Name and process number of what still runs, 0 for what has ended."""
    found = {}
    for file in sorted(RUN.glob("*.pid")):
        pid, _, began = file.read_text().partition(" ")
        is_ours = pid.isdecimal() and began and _began(int(pid)) == began
        found[file.stem] = int(pid) if is_ours else 0
    return found


def _began(pid: int) -> str:
    """When a process began, as the system says it; empty when it is gone or a zombie."""
    try:
        process = psutil.Process(pid)
        return "" if process.status() == psutil.STATUS_ZOMBIE else str(process.create_time())
    except (psutil.Error, ValueError, OverflowError):
        return ""


def _signal_group(pid: int, what: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(os.getpgid(pid), what)
