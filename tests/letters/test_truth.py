"""The truth about the invented letters holds: quotes stand where they are said to stand."""

import re
from pathlib import Path
from typing import Any

import pytest

from bench.reading import letter_paths, truth_of
from bench.scoring import NOT_MARKED
from samen.core.terms import CandidateKind

ROOT = Path(__file__).parents[2]
LETTERS = [path for name in ("demo", "dev", "held_out") for path in letter_paths(name)]
KINDS = {kind.value for kind in CandidateKind} - NOT_MARKED
NAMES = (
    "vn bureau voor drugs en misdaad",
    "op de begroting van het ministerie van",
    "de begroting van het ministerie van",
    "nationaal rapporteur mensenhandel en seksueel geweld tegen kinderen",
    "staatssecretaris van volksgezondheid welzijn en sport",
    "staatssecretaris van sociale zaken en werkgelegenheid",
    "staatssecretaris van justitie en veiligheid",
    "minister voor buitenlandse handel en ontwikkelingssamenwerking",
    "internationale organisatie voor migratie",
    "centrum tegen kinderhandel en mensenhandel",
    "directoraat generaal rechtspleging en rechtshandhaving",
    "politie en om",
    "programma samen tegen mensenhandel",
    "ministerie van justitie en veiligheid",
    "wetboek van strafrecht",
    "tweede kamer vergaderjaar",
    "van justitie en veiligheid",
    "stand van zaken",
    "het einde van het jaar",
)
IDS = r"kst-\d{5}(-(?:[IVX]+|\d+|R\d+))?-(?:\d+|[A-Z]+)|"

by_letter = pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)


def folded(text: str) -> str:
    return " ".join(text.split())


def quotes(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry, *entry.get("also", [])]


def test_all_letters_are_there() -> None:
    assert [len(letter_paths(name)) for name in ("demo", "dev", "held_out")] == [1, 151, 18]


@by_letter
def test_each_quote_stands_on_its_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for entry in truth_of(path)["entries"]:
        for place in quotes(entry):
            there = folded("\n".join(lines[place["line"] - 1 : place["line_end"]]))
            assert place["quote"], entry
            assert folded(place["quote"]) in there, entry


@by_letter
def test_kinds_and_ids_are_well_formed(path: Path) -> None:
    for entry in truth_of(path)["entries"]:
        assert entry["kind"] in KINDS
        if entry["kind"] == "parliamentary_ref":
            assert re.fullmatch(IDS, entry["id"]), entry
            assert entry["id"] or entry.get("optional"), entry


@by_letter
def test_periods_run_forward(path: Path) -> None:
    for entry in truth_of(path)["entries"]:
        if entry["kind"] == "date" and entry["earliest"] and entry["latest"]:
            assert entry["earliest"] <= entry["latest"], entry


@by_letter
def test_a_settled_motion_has_the_words_that_settle_it(path: Path) -> None:
    text = folded(path.read_text(encoding="utf-8"))
    for entry in truth_of(path)["entries"]:
        if entry["kind"] == "motion":
            assert (entry["status"] == "settled") is (entry["settled_quote"] is not None)
            assert (entry["settled_quote"] or "") in text


@by_letter
def test_footnotes_count_up_from_one(path: Path) -> None:
    entries = truth_of(path)["entries"]
    notes = sorted((x["line"], x["number"]) for x in entries if x["kind"] == "footnote")
    numbers = [number for _, number in notes]
    follows = zip(numbers, [0, *numbers], strict=False)
    assert all(number in (1, before + 1) for number, before in follows)  # 1 again in a chapter


@by_letter
def test_no_sentence_of_the_real_letter(path: Path, seed_letter_path: Path) -> None:
    real = runs_of_six(seed_letter_path.read_text(encoding="utf-8"))
    ours = runs_of_six(path.read_text(encoding="utf-8"))
    assert not real & ours


def runs_of_six(text: str) -> set[tuple[str, ...]]:
    """Runs of six words; names of offices, bodies and laws and set phrases break a run."""
    words = " ".join(re.findall(r"[^\W\d_]+", text.lower()))
    for name in NAMES:
        words = words.replace(name, "§")
    split = words.split()
    runs = {tuple(split[i : i + 6]) for i in range(len(split) - 5)}
    return {run for run in runs if "§" not in run}
