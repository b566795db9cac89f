"""`./samen estimate --report DIR`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen.core.errors import BadInput, CannotRun
from samen.site.commands.estimate import run

NAMES = ["estimate.html", "estimate.json", "estimate.pdf", "publicatie.html", "publicatie.pdf",
         "publication.html", "publication.pdf", "schatting.html", "schatting.pdf"]  # fmt: skip
TABLE = "A,B,C,count\n1,0,0,400\n0,1,0,300\n0,0,1,200\n1,1,0,60\n1,0,1,50\n0,1,1,3\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "lists.csv"
    path.write_text(TABLE)
    return path


def test_the_report_is_written_beside_what_is_printed(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made" / "here"
    assert run([str(table), "--bootstrap", "100", "--json", "--report", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    printed = json.loads(capsys.readouterr().out)
    assert json.loads((folder / "estimate.json").read_text()) == printed
    assert len(printed["input"]) == 64
    page = (folder / "schatting.html").read_text()
    assert "1.013 personen" in page
    assert "&lt;5" in page


def test_the_report_starts_no_database(table: Path, tmp_path: Path) -> None:
    """A process of its own, as the tests have one."""
    asked = (
        "import sys; from samen.site.commands.estimate import run\n"
        f"run([{str(table)!r}, '--bootstrap', '0', '--report', {str(tmp_path)!r}])\n"
        "print('samen.site.settings' in sys.modules)"
    )
    away = {"DJANGO_SETTINGS_MODULE", "SAMEN_TODAY"}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True,
                          env=kept | {"SAMEN_TODAY": "2022-11-15"})  # fmt: skip
    assert told.stdout.splitlines()[-1] == "False", told.stderr
    assert "15 november 2022" in (tmp_path / "schatting.html").read_text()


def test_reasons_are_in_the_language_of_the_page(table: Path, tmp_path: Path) -> None:
    assert run([str(table), "--bootstrap", "0", "--report", str(tmp_path)]) == 0
    assert "Er is niet om een interval gevraagd." in (tmp_path / "schatting.html").read_text()
    assert "No interval was asked for." in (tmp_path / "estimate.html").read_text()


def test_the_input_has_one_hash_however_it_is_written(table: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    rows = TABLE.replace(",", ";").splitlines()
    other.write_text("\r\n".join([rows[0], *reversed(rows[1:]), "0;1;0;0"]) + "\r\n")
    hashes = []
    for path in (table, other):
        assert run([str(path), "--bootstrap", "0", "--report", str(tmp_path / path.stem)]) == 0
        told = json.loads((tmp_path / path.stem / "estimate.json").read_text())
        hashes.append(told["input"])
    assert hashes[0] == hashes[1]


@pytest.mark.parametrize("inside", ["", "below"])
def test_a_folder_that_cannot_be_written_is_said(table: Path, inside: str) -> None:
    """A file stands where the folder would come."""
    with pytest.raises(CannotRun, match="--report"):
        run([str(table), "--bootstrap", "0", "--report", str(table / inside)])


@pytest.mark.parametrize("name", ["", "  "])
def test_no_name_is_no_folder(
    table: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be the folder that somebody happens to be in."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="is no folder"):
        run([str(table), "--bootstrap", "0", "--report", name])
    assert list(tmp_path.iterdir()) == [table]
