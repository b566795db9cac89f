"""`./samen protect`: the contract of its output, its exit codes, and the files it writes."""

import csv
import json
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import pytest

from samen.core.disclosure.ledger import read_ledger
from samen.core.disclosure.noise import Mechanism, Noise
from samen.core.errors import Refused
from samen.site.cli import main
from samen.site.privacy_ledger import spend
from tests.core.disclosure.stored_tables import OPTIMA, TABLES

A, B = TABLES / "synthetic_A_prov_form", TABLES / "synthetic_B_prov_form_sex"


def asked(*arguments: object) -> int:
    return main(["protect", *map(str, arguments)])


@pytest.mark.parametrize("name", OPTIMA)
def test_the_optimum_comes_out(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    hierarchy = TABLES / f"{name}.yaml"
    given = ["--hierarchy", hierarchy] if hierarchy.exists() else []
    assert asked(TABLES / f"{name}.csv", *given, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    cells, primary, _, persons = OPTIMA[name]
    assert (told["cells"], told["primary"], told["objective"]) == (cells, primary, persons)
    assert (told["gap"], told["status"], told["attack"]) == (0.0, "safe", [])
    hidden = [each for each in told["pattern"] if each["status"] in "ux"]
    assert len(told["pattern"]) == cells
    assert len(hidden) == told["primary"] + told["secondary"]


@pytest.mark.parametrize(
    "more",
    [
        (f"{B}.csv", "--hierarchy", f"{B}.yaml"),
        (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--zeros", "unsafe", "--groups", "d1"),
        (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--attackers", "all", "--coarser", "1"),
        (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--earlier", f"{A}.csv"),
    ],
)
def test_the_same_call_prints_the_same_bytes(
    more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    asked(*more, "--json")
    first = capsys.readouterr().out
    assert json.loads(first)["status"] == "safe"
    asked(*more, "--json")
    assert capsys.readouterr().out == first


def test_an_audit_names_the_open_cells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pattern = tmp_path / "pattern.csv"
    with (TABLES / "synthetic_A_prov_form.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:  # only the unsafe cells are hidden
        row["n"] = "" if int(row["n"]) and int(row["n"]) < 5 else row["n"]
    with pattern.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["d0", "d1", "n"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    given = (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--audit")
    assert asked(*given, pattern, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["status"] == "unsafe"
    assert len(told["attack"]) == 6
    assert all(each["low"] == each["high"] for each in told["attack"])
    assert asked(*given, f"{A}.csv") == 0  # the status of a proven optimum
    said = capsys.readouterr().out
    assert "veilig tegen een buitenstaander" in said
    assert "--attackers all" in said


def test_what_is_written_can_be_audited_and_has_one_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(f"{A}.csv", "--hierarchy", f"{A}.yaml", "--out", tmp_path) == 0
    public = (tmp_path / "synthetic_A_prov_form-safe.csv").read_text()
    assert public.count(",x\n") == 17
    assert ",u" not in public
    for name in ("safe", "pattern"):
        path = tmp_path / f"synthetic_A_prov_form-{name}.csv"
        assert asked(f"{A}.csv", "--hierarchy", f"{A}.yaml", "--audit", path) == 0
    capsys.readouterr()


@pytest.mark.parametrize("method", ["round", "cellkey"])
def test_moved_counts_have_a_value_for_each_cell(
    method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ["--key", "k"] if method == "cellkey" else []
    asked(f"{A}.csv", "--hierarchy", f"{A}.yaml", "--method", method, *key, "--json")
    told = json.loads(capsys.readouterr().out)
    assert all(isinstance(each["value"], int) for each in told["pattern"])
    assert told["secondary"] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("/nowhere.csv",), "There is no file"),
        ((f"{A}.csv",), "add up to"),
        ((f"{A}.csv", "--hierarchy", "/nowhere.yaml"), "hierarchy file"),
        ((f"{A}.csv", "--hierarchy", f"{A}.yaml", "--threshold", "0"), "from 1 to"),
        ((f"{A}.yaml",), "no column n"),
        ((f"{A}.csv", "--audit", f"{A}.csv", "--method", "round"), "method suppress"),
        ((f"{A}.csv", "--key", "k"), "Leave out --key"),
        ((f"{A}.csv", "--seconds", "-1"), "--seconds"),
    ],
)
def test_wrong_input_is_a_sentence(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(*arguments, "--lang", "en") == 2
    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""


def test_a_solver_that_runs_out_of_time_releases_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (f"{B}.csv", "--hierarchy", f"{B}.yaml", "--seconds", "0", "--out", tmp_path)
    (tmp_path / "synthetic_B_prov_form_sex-safe.csv").write_text("of an earlier run")
    assert asked(*given, "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["status"] == "refused"
    assert {each["status"] for each in told["pattern"]} <= {"u", "x", "z"}
    assert list(tmp_path.glob("*-safe.csv")) == []


def test_amounts_are_protected_by_who_gave_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("a", "x", 100, "s"), ("a", "y", 50, "s"), ("a", "z", 2, "t")]
    rows += [("b", f"g{at}", 40, "st"[at % 2]) for at in range(6)]
    rows += [("c", f"g{at}", 30, "st"[at % 2]) for at in range(6)]
    table, given = tmp_path / "table.csv", tmp_path / "rows.csv"
    table.write_text("d,n\nT,572\na,152\nb,240\nc,180\n")
    given.write_text("d,contributor,value,source\n" + "".join(
        ",".join(map(str, row)) + "\n" for row in rows))  # fmt: skip
    rule = ("--threshold", 2, "--p", 10, "--contributions", given, "--json")
    assert asked(table, *rule, "--attackers", "all") == 0
    told = json.loads(capsys.readouterr().out)
    assert {each["cell"]["d"]: each["status"] for each in told["pattern"]} == {
        "a": "u", "b": "s", "c": "x", "T": "s"}  # fmt: skip
    assert told["policy"]["attackers"] == ["outsider", "rule", "contributor", "reporter"]
    assert asked(table, *rule[:-1], "--lang", "en") == 0
    assert "Hidden beside them: 1, which count 180 together" in capsys.readouterr().out
    assert asked(table, "--threshold", 2, "--p", 10, "--lang", "en") == 2
    assert "--contributions" in capsys.readouterr().err
    assert asked(table, *rule, "--groups", "e", "--lang", "en") == 2
    assert "no column e" in capsys.readouterr().err


def test_an_earlier_release_is_part_of_the_attack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "now.csv"
    table.write_text("d,n\nT,100\na,3\nb,17\nc,40\ne,40\n")
    assert asked(table, "--out", tmp_path) == 0
    safe, inside = tmp_path / "now-safe.csv", tmp_path / "now-pattern.csv"
    assert "a,3,u\n" in inside.read_text()
    for earlier in (safe, inside):  # what it made itself can stand beside it
        assert asked(table, "--earlier", earlier, "--audit", inside) == 0
    other = tmp_path / "other.csv"
    other.write_text("d,n\nT,100\na,x\nb,17\nc,x\ne,40\n")
    assert asked(table, "--audit", inside, "--earlier", other, safe, "--json") == 1
    capsys.readouterr()
    assert asked(table, "--earlier", other, "--method", "round", "--lang", "en") == 2
    assert "Leave out --earlier" in capsys.readouterr().err
    rows = tmp_path / "rows.csv"
    rows.write_text("d\n" + "a\n" * 3 + "b\n" * 17 + "c\n" * 40 + "e\n" * 40)
    other.write_text("d,n\nT,99\na,3\nb,16\nc,40\ne,40\n")
    assert asked(table, "--earlier", other, "--contributions", rows, "--lang", "en") == 2
    assert "came and went" in capsys.readouterr().err


def test_a_coarser_table_is_proposed_where_much_is_hidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--coarser")
    assert asked(*given, 1, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["loss"] > 0.01 >= told["coarser"]["loss"]
    assert told["coarser"] in told["coarser_tried"]
    assert asked(*given, 1) == 0
    assert "Een grovere tabel die minder verbergt" in capsys.readouterr().out
    assert asked(*given, 50, "--json") == 0
    assert "coarser" not in json.loads(capsys.readouterr().out)
    assert asked(*given, 101, "--lang", "en") == 2
    assert asked(*given, 5, "--method", "round", "--lang", "en") == 2
    assert "Leave out --coarser" in capsys.readouterr().err


def test_noise_costs_a_budget_that_is_spent_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "ledger.jsonl"
    given = (f"{A}.csv", "--hierarchy", f"{A}.yaml", "--method", "laplace", "--ledger", ledger)
    assert asked(*given, "--epsilon", "1", "--key", "k", "--lang", "en") == 2
    assert "--budget" in capsys.readouterr().err
    assert ledger.read_text() == ""
    said = []
    for budget in (("--budget", "1.5"), ()):
        assert asked(*given, "--epsilon", "1", "--key", "k", "--json", *budget) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    told = json.loads(said[0])
    assert told["privacy"] == {"unit": "epsilon", "cost": "1", "left": "1/2", "budget": "3/2"}
    before = ledger.read_text()
    assert asked(*given, "--epsilon", "1", "--key", "other", "--json", "--out", tmp_path) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "refused"
    assert ledger.read_text() == before
    assert not list(tmp_path.glob("*-safe.csv"))
    assert asked(*given, "--epsilon", "0.5", "--key", "other") == 0
    assert "van 3/2 is 0 over" in capsys.readouterr().out
    ledger.write_text(before.replace('"loss": "1"', '"loss": "0"'))
    for wrong in (("--epsilon", "1"), ("--rho", "1"), (), ("--epsilon", "much")):
        assert asked(*given, *wrong, "--lang", "en") == 2
    capsys.readouterr()


def test_two_at_once_do_not_spend_the_same_budget(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    noise = Noise(Mechanism.LAPLACE, Fraction(1))
    spend(ledger, Fraction(3), "first", noise)

    def ask(number: int) -> bool:
        try:
            spend(ledger, None, f"{number}", noise)
        except Refused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(16)))
    assert sum(answers) == 2
    assert read_ledger(ledger.read_text()).spent == 3
