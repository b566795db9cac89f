"""`./samen estimate` as it is called from outside."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from samen.site.commands.estimate import run
from tests.house.tree import ROOT

COUNTS = "A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,6\n0,0,1,20\n1,0,1,12\n0,1,1,9\n1,1,1,3\n"
KEYS = {"n_observed", "estimate", "hidden", "interval", "model", "status", "verdict", "reasons",
        "estimators", "by", "seed", "versions"}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lists.csv"
    path.write_text(COUNTS)
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    assert run([*map(str, arguments), "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(found) >= KEYS
    return found


def failed(*arguments: object) -> str:
    command = [str(ROOT / "samen"), "estimate", *map(str, arguments), "--lang", "en"]
    found = subprocess.run(command, capture_output=True, text=True)
    assert found.returncode == 2, found
    assert "Traceback" not in found.stderr
    assert found.stderr.count("\n") == 1
    return found.stderr


def test_the_contract_of_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, file, "--bootstrap", 500, "--seed", 7)
    assert found["n_observed"] == 120
    assert found["hidden"] == pytest.approx(found["estimate"] - 120)
    assert found["interval"]["level"] == 0.95
    assert found["interval"]["low"] < found["estimate"] < found["interval"]["high"]
    assert found["seed"] == 7
    assert {"main", "stepwise", "bic", "aic", "average", "chao", "zelterman"} <= set(
        found["estimators"]
    )
    assert found == told(capsys, file, "--bootstrap", 500, "--seed", 7)


def test_without_replicates_there_is_a_point_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the terminal, the JSON and the report alike."""
    found = told(capsys, file, "--bootstrap", 0, "--report", tmp_path)
    assert found["interval"] is None
    assert found["estimate"] > 120
    asked = found["estimators"]["stepwise"]
    assert (asked["low"], asked["high"], asked["kind"]) == (None, None, None)
    assert run([str(file), "--bootstrap", "0"]) == 0
    assert re.search(r"\*stepwise +ca\. \d+  \[", capsys.readouterr().out)
    page = (tmp_path / "estimate.html").read_text()
    assert "No interval was computed." in page
    assert re.search(r"Chosen stepwise: ca\. \d+\.", page)


@pytest.mark.parametrize("method", ["main", "stepwise", "bic", "aic", "average", "lcmcr", "dga"])
def test_every_method_answers(method: str, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, file, "--method", method, "--bootstrap", 200)
    assert method in found["estimators"]
    assert (found["estimate"] is None) == (found["status"] != "ok")


def test_a_model_without_estimate_is_a_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "small.csv"
    path.write_text("A,B,C,count\n1,0,0,40\n0,1,0,30\n1,1,0,6\n0,0,1,20\n")
    for model, status in (("[12,3]", "does_not_exist"), ("[12,13,23]", "not_identifiable")):
        found = told(capsys, path, "--model", model)
        assert (found["status"], found["estimate"], found["verdict"]) == (status, None, "refuse")
        assert found["reasons"]
    assert told(capsys, path, "--model", "[13,23]", "--bootstrap", 0)["estimate"] == pytest.approx(
        296
    )


def test_what_was_read_otherwise_than_meant_is_said_beside_the_verdict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lists.csv"
    path.write_text("A,B,C,D\n" + "1,0,0,ja\n0,1,0,nee\n0,0,1,ja\n1,1,0,nee\n" * 9 + "1,0,1,ja\n")
    found = told(capsys, path, "--model", "[12]", "--bootstrap", 0)
    assert (found["model"], found["lists"]) == ("[12,3]", ["A", "B", "C"])
    assert [reason.split(".")[0] for reason in found["reasons"][-2:]] == [
        "The column D is not taken as a list: its cells are others than 0 and 1",
        "The model does not name C",
    ]
    assert run([str(path), "--model", "[12]", "--bootstrap", "0"]) == 0
    assert "Het model noemt C niet." in capsys.readouterr().out
    assert len(told(capsys, path, "--model", "[12,3]", "--bootstrap", 0)["reasons"]) == len(
        found["reasons"]) - 1  # fmt: skip


def test_by_covariates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "years.csv"
    rows = [f"{line},{year},{sex}" for line in ("1,0", "0,1", "1,1") for year in (2019, 2020)
            for sex in "vm" for _ in range(12)]  # fmt: skip
    path.write_text("A,B,year,sex\n" + "\n".join([*rows, "1,0,,v", "1,1,2019,"]) + "\n")
    found = told(capsys, path, "--by", "year,sex", "--bootstrap", 40)
    rows_by = {tuple(row["values"].items()): row for row in found["by"]}
    assert len(rows_by) == 1 + 2 + 2 + 4
    years = [rows_by[(("year", year),)]["estimate"] for year in ("2019", "2020")]
    assert sum(years) == pytest.approx(rows_by[()]["estimate"])
    assert rows_by[(("year", "2020"),)]["change"] == pytest.approx(years[1] - years[0])


def test_a_person_reads_dutch(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(file), "--bootstrap", "300"]) == 0
    text = capsys.readouterr().out
    assert "Geregistreerd: 120" in text
    assert "Oordeel: " in text
    assert "*stepwise" in text


def test_checks_are_null_until_they_are_asked_for(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = told(capsys, file, "--bootstrap", 0)
    assert (bare["sensitivity"], bare["validation"]) == (None, None)
    found = told(capsys, file, "--bootstrap", 0, "--sensitivity", "--validate")
    assert found["estimate"] == bare["estimate"]
    swayed, tested = found["sensitivity"], found["validation"]
    assert [each["list"] for each in swayed["without_list"]] == ["A", "B", "C"]
    assert len(swayed["pairs"]) == len(swayed["merged"]) == 3
    at_one = [each for each in swayed["all_lists"]["points"] if each["odds_ratio"] == 1]
    assert at_one[0]["estimate"] == pytest.approx(found["estimate"])
    assert [each["known"] for each in tested["lists"]] == [61, 48, 44]
    assert tested["by_lists"][-1]["estimate"] == pytest.approx(found["estimate"])
    assert tested["by_persons"][-1]["median"] == pytest.approx(found["estimate"])
    assert tested["worlds"] is None


def test_coverage_is_asked_for_with_a_number_of_worlds(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    worlds = told(capsys, file, "--bootstrap", 0, "--coverage", 2)["validation"]["worlds"]
    assert worlds["n"] == 2
    assert [each["kind"] for each in worlds["intervals"]] == ["percentile", "bca", "calibrated"]


def test_checks_of_a_table_without_an_estimate_have_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "apart.csv"
    path.write_text("A,B,C,count\n1,0,0,30\n0,1,0,20\n0,0,1,10\n")
    found = told(capsys, path, "--sensitivity", "--coverage", 2)
    assert found["estimate"] is None
    assert all(each["reason"] for each in found["sensitivity"]["without_list"])
    assert found["validation"]["worlds"]["n"] == 0
    assert found["validation"]["worlds"]["log_bias"] is None


def test_a_person_reads_the_checks_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(file), "--bootstrap", "100", "--sensitivity", "--coverage", "2"]) == 0
    text = capsys.readouterr().out
    for said in ("Zonder lijst A", "Elke lijst als bekende populatie", "kansverhouding",
                 "bekende lijst", "In 2 populaties"):  # fmt: skip
        assert said in text


def test_wrong_input_is_one_sentence_and_exit_code_2(file: Path, tmp_path: Path) -> None:
    empty, binary = tmp_path / "empty.csv", tmp_path / "binary.csv"
    empty.write_bytes(b"")
    binary.write_bytes(b"A,B\n\0\1\2")
    assert "There is no file nowhere.csv." in failed(tmp_path / "nowhere.csv")
    assert "is a folder" in failed(tmp_path)
    assert "is empty" in failed(empty)
    assert "no text" in failed(binary)
    assert "no column X" in failed(file, "--lists", "A,X")
    assert "--bootstrap is -1" in failed(file, "--bootstrap", "-1")
    assert "between 40 and 10000000" in failed(file, "--bootstrap", "39")
    assert "--seed is -1" in failed(file, "--seed", "-1")
    assert "--coverage is -1" in failed(file, "--coverage", "-1")
    assert "method dga has no checks" in failed(file, "--method", "dga", "--validate")
    assert "--max-order is 99" in failed(file, "--max-order", 99)
    assert "cannot be read" in failed(file, "--model", "[19]")
    assert "not given together" in failed(file, "--method", "fixed")


def test_a_table_may_come_through_a_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was read for its encoding, and then empty."""
    pipe = tmp_path / "lists.csv"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(pipe.write_text, COUNTS)
        assert told(capsys, pipe, "--bootstrap", 0)["n_observed"] == 120


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig"])
def test_other_encodings(encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lists.csv"
    path.write_bytes(COUNTS.replace("A,B", "Politié,B").encode(encoding))
    assert told(capsys, path, "--bootstrap", 0)["lists"] == ["Politié", "B", "C"]


def test_groups_and_their_pairs_stand_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    path = ROOT / "data" / "estimation" / "Invented_by.csv"
    assert run([str(path), "--by", "year,sex", "--bootstrap", "40"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum("year × sex" in line for line in lines) == 6
    (total,) = [line for line in lines if line.split()[:2] == ["year", "2021"]]
    assert total.split()[2] == "606"


def test_the_reason_is_a_ratio_of_limits_as_they_are_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And other methods that lie far apart are in the table, not in the reason once more."""
    run([str(ROOT / "data" / "estimation" / "Western.csv"), "--bootstrap", "500"])
    lines = capsys.readouterr().out.splitlines()
    (told,) = [line for line in lines if line.startswith("*stepwise")]
    low, high = (int(n.replace(".", "")) for n in re.findall(r"[\d.]+", told)[1:3])
    (reason,) = [line for line in lines if "keer de ondergrens" in line]
    assert str(round(high / low, 1)).replace(".", ",") in reason
    assert any("ver uiteenlopen" in line for line in lines)
    assert any("(indicatief)" in line for line in lines)


def test_the_first_number_does_not_wait_for_what_it_does_not_use(file: Path) -> None:
    """Loading these took longer than the estimate; a process of its own, as tests load them too."""
    asked = (
        "import sys; from samen.site.commands.estimate import run\n"
        f"run([{str(file)!r}, '--bootstrap', '0'])\n"
        "heavy = {'scipy.special', 'scipy.stats', 'scipy.optimize', 'django', 'rich', 'typst'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert told.stdout.splitlines()[-1] == "[]", told.stderr


def test_garbage_is_sought_in_what_a_command_makes_and_not_in_what_it_loads(file: Path) -> None:
    """Searching the loaded modules took a fifth of the first number's time."""
    asked = (
        "import gc; from samen.site.cli import main\n"
        f"main(['estimate', {str(file)!r}, '--bootstrap', '0'])\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 50_000)"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert told.stdout.splitlines()[-1] == "True True", told.stderr
