"""`./samen read`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen.core.terms import CandidateKind
from samen.site.commands.read import run

_TEXT = "Datum 2 juni 2021\n\nVoortgang\n\nHet OM start eind 2021 met de werkwijze (28638-190).\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_json_keeps_the_contract(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(letter), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["letter"]["date"] == "2021-06-02"
    assert told["letter"]["sequence"] is None
    common = {"kind", "quote", "line", "line_end", "confidence", "reason", "theme"}
    assert all(common <= set(entry) for entry in told["entries"])
    kinds = {entry["kind"] for entry in told["entries"]}
    assert {"theme", "organisation", "parliamentary_ref", "date"} <= kinds <= set(CandidateKind)


def test_table_is_readable(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(letter)]) == 0
    out = capsys.readouterr().out
    assert "Kamerstukken (1)" in out
    assert "kst-28638-190" in out


def test_what_cannot_be_read_is_one_sentence_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "leeg.txt"
    empty.write_bytes(b"")
    for path in (empty, tmp_path / "weg.txt", tmp_path):
        assert run([str(path)]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("samen: ")
        assert captured.err.count("\n") == 1


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["--help"])
    assert left.value.code == 0
    assert "./samen read brief.txt" in capsys.readouterr().out


def test_a_pipe_does_not_hang(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pipe = tmp_path / "brief.txt"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        assert run([str(path)]) == 2
        assert "een pijp of een apparaat" in capsys.readouterr().err


def test_the_output_is_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Het café gaat open op 1 juni 2021 – zegt de gemeente.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "samen.site.cli", "read", str(path), "--json"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["entries"]
