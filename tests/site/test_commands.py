"""What the commands say to arguments that are wrong: a sentence on stderr and exit code 2."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from pytest_django import DjangoDbBlocker

from samen.core.errors import CannotRun
from samen.site import cli, running


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lees"]) == 2
    assert "'lees'" in capsys.readouterr().err


def test_stop_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stop", "nu"]) == 2
    assert "takes no arguments" in capsys.readouterr().err


@pytest.mark.parametrize("port", [-1, 0, 65_536])
def test_a_number_that_is_no_port(port: int) -> None:
    with pytest.raises(CannotRun, match="no port"):
        running.require_free(port)


def test_a_database_without_tables_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bare_room.py").write_text(
        "import os, psycopg\n"
        "def run(arguments):\n"
        "    try:\n"
        "        psycopg.connect(os.environ['DATABASE_URL']).execute('select * from bare_room')\n"
        "    except psycopg.Error as error:\n"
        "        raise RuntimeError from error\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    assert cli.guarded("bare_room", []) == 2
    told = capsys.readouterr().err
    assert "./samen manage migrate" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("check --frob", "--fix"),
        ("bench nope", "'nope'"),
        ("stop nu", "no arguments"),
        ("manage frob", "'frob'"),
        ("read", "file"),
        ("read --frob x", "--frob"),
        ("demo --frob", "--frob"),
        ("demo --port x", "no whole number"),
        ("serve --port x", "no whole number"),
        ("letter frob 2022", "'frob'"),
        ("letter new abc", "no whole number"),
        ("letter new 2022 --on 31-12", "2022-11-15"),
        ("letter new 2022 --on 9999-12-31", "1900 to 2100"),
        ("letter new 40000", "2018 to 2100"),
        ("letter new " + "9" * 5000, "no whole number"),
        ("letter new 2022 --subject " + "x" * 301, "at most 300"),
        ("letter new 2022 --sender " + "x" * 201, "at most 200"),
        ("letter new 2022 --by a\u202eb", "nobody sees"),
        ("manage help frob", "'frob'"),
    ],
)
def test_wrong_arguments_get_one_sentence(
    line: str,
    named: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMEN_LANGUAGE", "en")
    assert cli.main(line.split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("samen: ")
    assert told.err.count("\n") == 1
    assert named in told.err
    assert f"See ./samen {line.split(maxsplit=1)[0]} --help" in told.err


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("retention --frob", "unrecognized arguments: --frob"),
        ("invite fenna@voorbeeld.example", "name"),
        ("invite fenna Fenna", "Enter a valid email address"),
        ("check --tag frob", "frob"),
    ],
)
@pytest.mark.usefixtures("django_db_setup")
def test_what_djangos_commands_refuse_is_one_sentence(
    line: str,
    named: str,
    capsys: pytest.CaptureFixture[str],
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Django's checks ask the database for its version, once a process."""
    with django_db_blocker.unblock():
        assert cli.main(["manage", *line.split()]) == 2
    told = capsys.readouterr()
    command = line.split(maxsplit=1)[0]
    assert told.err.startswith(f"samen: ./samen manage {command}: ")
    assert told.err.count("\n") == 1
    assert named in told.err


@pytest.mark.parametrize("out", ["a file", "below a file", "/proc/samen"])
def test_a_folder_that_takes_no_files_is_told_before_the_work(
    out: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("hier")
    folder = {"a file": tmp_path / "file", "below a file": tmp_path / "file" / "x"}.get(out, out)
    assert cli.main(["demo", "--no-serve", "--out", str(folder)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"samen: Nothing can be written to {folder}: ")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("command", ["bench", "check", "demo", "letter", "read", "serve", "stop"])
def test_help_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = cli.main([command, "--help"])
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == 0
    assert f"./samen {command}" in capsys.readouterr().out.partition("example")[2]


@pytest.fixture
def run_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(running, "RUN", tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", ["{pid} 1.0", "{pid}", "{pid} ", "onzin 1.0", "", "-1 1.0"])
def test_a_number_that_now_belongs_to_somebody_else_is_left_alone(
    words: str, run_folder: Path
) -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        (run_folder / "web.pid").write_text(words.format(pid=other.pid))
        assert running.still_there() == []
        assert running.stop_all() == []
        assert other.poll() is None
        other.kill()
    assert not (run_folder / "web.pid").exists()


def test_a_process_of_ours_is_stopped_and_forgotten(run_folder: Path) -> None:
    pid = running.start("web", ["sleep", "60"])
    assert running.still_there() == ["web"]
    assert running.stop_all() == ["web"]
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert list(run_folder.glob("*.pid")) == []


@pytest.mark.parametrize("command", ["migrate", "collectstatic", "procrastinate", "invite"])
def test_commands_of_django_and_of_the_rooms_are_known(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samen.site.cli", "manage", command, "--help"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_what_ended_by_itself_is_started_again(run_folder: Path) -> None:
    commands = {"web": ["sleep", "60"], "worker": ["sleep", "61"]}
    first = {name: running.start(name, command) for name, command in commands.items()}
    psutil.Process(first["web"]).kill()
    psutil.Process(first["web"]).wait(5)
    assert running.start_again(commands) == ["web"]
    assert running.start_again(commands) == []
    assert running.number_of("worker") == first["worker"]
    assert sorted(running.stop_all()) == ["web", "worker"]
    assert "--respawn-failed-workers" in running.web_command(8000)


def test_a_second_site_of_one_checkout_is_refused(
    run_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pid = running.start("web", ["sleep", "60"])
    assert cli.main(["serve", "--port", "8999"]) == 2
    assert "runs already" in capsys.readouterr().err
    assert running.number_of("web") == pid
    running.stop_all()


def test_stop_waits_for_the_command_that_watches(run_folder: Path) -> None:
    slow = "import signal, sys, time\nsignal.signal(15, lambda *_: (time.sleep(1), sys.exit()))\n"
    with subprocess.Popen([sys.executable, "-c", slow + "print(1, flush=True)\ntime.sleep(60)"],
                          stdout=subprocess.PIPE) as watch:  # fmt: skip
        assert watch.stdout
        watch.stdout.readline()
        running.remember(running.WATCH, watch.pid)
        running.stop_all()
        assert watch.poll() is not None
    assert list(run_folder.glob("*.pid")) == []
