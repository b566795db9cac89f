"""`./samen manage simulate`: files of an invented nation, or a sentence that says why not."""

import csv
import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from samen.core.errors import BadInput, CannotRun
from samen.core.registration import Check, open_table
from samen.core.registration.mapping import read_profile
from samen.core.simulation.layouts import LAYOUTS
from samen.core.simulation.mistakes import plain
from samen.core.simulation.records import RECORDS, TRUTH
from samen.site import simulation
from samen.site.commands import manage
from tests.core.registration.given import fields


def simulate(*arguments: str) -> int:
    return manage.run(["simulate", *arguments])


def test_it_writes_records_and_who_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nation"
    assert simulate("--size", "700", "--seed", "5", "--out", str(out)) == 0
    assert "700 records in" in capsys.readouterr().out
    records, truth = pq.read_table(out / "records.parquet"), pq.read_table(out / "truth.parquet")
    assert (records.schema, truth.schema) == (RECORDS, TRUTH)
    assert records.num_rows == truth.num_rows == 700


def test_a_number_of_persons_is_shared_out_over_the_years(tmp_path: Path) -> None:
    assert simulate("--persons", "838", "--model", "clean", "--out", str(tmp_path)) == 0
    assert 700 < len(pq.read_table(tmp_path / "truth.parquet")["person"].unique()) <= 838
    nation, _ = simulation.Order().nation()
    assert nation.persons == 8380


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--size", "0"], "at least 1"),
        (["--persons", "many"], "at least 1"),
        (["--size", "5", "--persons", "5"], "not allowed with"),
        (["--model", "worst"], "clean, typical, harsh"),
        (["--size", "9000000000"], "at most 1000000000"),
        (["--seed", "x"], "--seed"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, arguments: list[str], told: str) -> None:
    with pytest.raises(BadInput, match=told):
        simulate(*arguments, "--out", str(tmp_path / "nation"))
    assert not (tmp_path / "nation").exists()


def test_a_folder_that_takes_no_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotRun, match="Nothing can be written"):
        simulate("--out", str(tmp_path / "file"))


def test_each_partner_has_its_file_in_its_own_format(tmp_path: Path) -> None:
    """CSV (one of them Latin-1 with semicolons), XLSX, JSON and Parquet hold the same rows."""
    assert simulate("--persons", "600", "--seed", "2", "--out", str(tmp_path)) == 0
    folder = tmp_path / "partners"
    truth = pq.read_table(folder / "truth.parquet").to_pylist()
    rows = {
        "police": read_csv(folder / "politie.csv", "utf-8-sig", ";"),
        "municipality": read_csv(folder / "gemeenten.csv", "latin-1", ";"),
        "comensha": read_csv(folder / "comensha.csv", "utf-8", ","),
        "inspectorate": read_sheet(folder / "arbeidsinspectie.xlsx"),
        "shelter": json.loads((folder / "opvang.json").read_text(encoding="utf-8")),
        "border_police": pq.read_table(folder / "kmar.parquet").to_pylist(),
    }
    for partner, found in rows.items():
        layout = LAYOUTS[partner]
        number = next(header for header, name in layout.columns.items() if name == "number")
        wanted = [row["number"] for row in truth if row["partner"] == partner]
        assert [row[number] for row in found] == wanted
        assert list(found[0]) == list(layout.columns)


@pytest.mark.parametrize(
    ("model", "least", "most"), [("clean", 0.0, 0.0), ("typical", 0.002, 0.04)]
)
def test_under_its_profile_a_file_is_taken_in(
    tmp_path: Path, model: str, least: float, most: float
) -> None:
    """Every row of a clean nation; of a typical one a few are refused, to be mended."""
    assert simulate("--persons", "900", "--model", model, "--out", str(tmp_path)) == 0
    folder = tmp_path / "partners"
    rows = refused = 0
    for layout in LAYOUTS.values():
        profile = folder / "profiles" / f"{Path(layout.file).stem}.json"
        mapping = read_profile(profile.read_text(encoding="utf-8"), fields())
        with (folder / layout.file).open("rb") as stream:
            table = open_table(stream)
            check = Check(table.names, mapping, fields(), date(2025, 1, 1))
            for checked in map(check.check, table.batches()):
                rows += len(checked.is_good)
                refused += sum(not good for good in checked.is_good)
    assert rows > 2000
    assert least <= refused / rows <= most


def test_names_that_latin_1_lacks_lose_their_signs(tmp_path: Path) -> None:
    assert simulate("--persons", "3000", "--model", "clean", "--out", str(tmp_path)) == 0
    rows = read_csv(tmp_path / "partners" / "gemeenten.csv", "latin-1", ";")
    names = {row[header] for row in rows for header in ("Voornamen", "Geslachtsnaam")}
    known = [name for each in simulation.world().names.values() for name in each.pool.words]
    assert names & {plain(name) for name in known if max(name) > "\xff"}
    assert not any("?" in name for name in names)


def test_without_partners_there_are_only_records(tmp_path: Path) -> None:
    assert simulate("--size", "50", "--no-partners", "--out", str(tmp_path)) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"records.parquet", "truth.parquet"}


def read_csv(path: Path, encoding: str, separator: str) -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def read_sheet(path: Path) -> list[dict[str, object]]:
    head, *rows = load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]
