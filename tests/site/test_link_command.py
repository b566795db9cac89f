"""`./samen link`: the contract of its output, its exit codes, and the files it writes."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from samen.site.cli import main
from samen.site.person_files import write_whole

PERSONS = (
    "nummer,voornaam,achternaam,geboortedatum,telefoon\n"
    "1,Jan,de Vries,1980-05-14,0612345678\n"
    "2,Jan,Vries,14-05-1980,+31612345678\n"
    "3,Anna,Nowak,1990-03-23,\n"
)


@pytest.fixture
def persons(tmp_path: Path) -> Path:
    path = tmp_path / "persons.csv"
    path.write_text(PERSONS)
    return path


def asked(*arguments: object) -> int:
    return main(["link", *map(str, arguments)])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert asked(*arguments) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("samen: ")
    return said


def test_the_summary_is_complete(persons: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(persons, "--json") == 0
    found = told(capsys)
    assert (found["records"], found["entities"], found["linked"]) == (3, 2, 1)
    assert found["threshold"] == 0.5
    assert "counting" in found["threshold_reason"]
    assert {"pairs", "capped", "ceiling", "seconds", "model", "versions"} <= set(found)
    assert "score" in found["seconds"]


def test_the_screen_says_that_the_threshold_serves_counting(
    persons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(persons) == 0
    assert "om te tellen" in capsys.readouterr().out


def test_out_holds_the_id_and_the_entity_of_each_record(persons: Path, tmp_path: Path) -> None:
    out = tmp_path / "links.parquet"
    assert asked(persons, "--out", out) == 0
    links = pq.read_table(out)
    assert links.column_names == ["nummer", "entity_id"]
    first, second, third = links["entity_id"].to_pylist()
    assert first == second != third
    pairs = pq.read_table(tmp_path / "links.pairs.parquet").to_pylist()
    assert [(each["id_l"], each["id_r"], each["linked"]) for each in pairs] == [("1", "2", True)]
    assert "telefoonnummer is gelijk" in pairs[0]["explanation"]
    weights = sum(
        value for name, value in pairs[0].items() if name.startswith(("weight_", "rarity_"))
    )
    assert weights == pytest.approx(pairs[0]["weight"], abs=0.001)


def test_ids_that_collide_between_files_stay_apart(persons: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.parquet"
    table = {"nummer": ["1", "9"], "achternaam": ["Ivanov", "Nowak"], "voornaam": ["Petar", "Anna"],
             "geboortedatum": ["1970-02-13", "1990-03-23"]}  # fmt: skip
    pq.write_table(pa.table(table), other)
    out = tmp_path / "links.parquet"
    assert asked(persons, other, "--out", out) == 0
    links = pq.read_table(out)
    assert links.column_names == ["source", "nummer", "entity_id"]
    rows = {(row["source"], row["nummer"]): row["entity_id"] for row in links.to_pylist()}
    assert rows["persons", "1"] != rows["other", "1"]
    assert rows["persons", "3"] == rows["other", "9"]


def test_a_file_with_itself(persons: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(persons, persons, "--json") == 0
    found = told(capsys)
    assert (found["records"], found["entities"]) == (6, 2)


def test_entities_keep_their_id(persons: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    assert asked(persons, "--out", first) == 0
    persons.write_text(PERSONS + "4,Anna,Novak,23-03-1990,\n")
    assert asked(persons, "--previous", first, "--out", second) == 0
    before, after = (pq.read_table(path)["entity_id"].to_pylist() for path in (first, second))
    assert after == [*before, before[2]]


def test_a_model_of_an_earlier_run_is_used_again(
    persons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "links.parquet"
    assert asked(persons, "--out", out, "--json") == 0
    first = told(capsys)
    assert asked(persons, "--model", tmp_path / "links.model.json", "--json") == 0
    assert told(capsys)["model"] == first["model"]
    (tmp_path / "bad.json").write_text("{}")
    assert "model" in refused(capsys, persons, "--model", tmp_path / "bad.json")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no records"),
        ("voornaam,achternaam\n", "no records"),
        ("kleur,vorm\nrood,rond\n", "recognised"),
        ("id,achternaam\n1,Bakker\n1,Smit\n", "twice"),
        ("id,achternaam\n1,Bakker\n,Smit\n", "empty"),
        ("id,achternaam\n1,Bakker,x\n", "fields"),
        ("id,id\n1,2\n", "one name"),
        ("achternaam\nBak\0ker\n", "no text"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(
    content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "persons.csv"
    path.write_text(content)
    said = refused(capsys, path)
    assert words in said
    assert "Bakker" not in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("--threshold", "2"),
        ("--map", "family_name"),
        ("--map", "city=nowhere"),
        ("--unique-id", "no"),
        ("--previous", "missing.parquet"),
    ],
)
def test_a_wrong_option_is_told(
    arguments: tuple[str, str], persons: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(capsys, persons, *arguments)


def test_a_missing_or_broken_file_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "opened" in refused(capsys, tmp_path / "none.csv")
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1 and no more")
    assert "cannot be read" in refused(capsys, broken)


def test_spark_that_is_not_there_is_told(
    persons: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samen.core.matching.engines.find_spec", lambda _: None)
    assert "Spark is not installed" in refused(capsys, persons, "--engine", "spark")


def test_what_is_stopped_half_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "links.parquet"
    out.write_text("of an earlier run")

    def stopped(_: pa.Table, path: str) -> None:
        Path(path).write_text("half")
        raise KeyboardInterrupt

    monkeypatch.setattr("pyarrow.parquet.write_table", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(out, pa.table({"a": [1]}))
    assert [path.name for path in tmp_path.iterdir()] == ["links.parquet"]
    assert out.read_text() == "of an earlier run"


def test_a_latin_file_with_semicolons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "oud.csv"
    path.write_bytes("voornaam;achternaam\nRenée;Müller\nRENEE;MULLER\n".encode("latin-1"))
    assert asked(path, "--json") == 0
    assert told(capsys)["records"] == 2
