"""`./samen manage simulate`: files of an invented nation, or a sentence that says why not."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from samen.core.errors import BadInput, CannotRun
from samen.core.simulation.records import RECORDS, TRUTH
from samen.site import simulation
from samen.site.commands import manage


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
    assert simulation.nation(1).persons == 8380


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
