"""What the commands say to arguments that are wrong: a sentence on stderr and exit code 2."""

from pathlib import Path

import pytest

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
