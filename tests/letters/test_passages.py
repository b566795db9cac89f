"""Short passages of a stranger, with their truth, stay as well read as they were."""

from functools import cache
from pathlib import Path

import pytest

from bench.passages import letter_of, passages_in, score_passages
from bench.reading import ROOT, rates, reader
from bench.scoring import Tally

PLACE = ROOT / "tests/letters/truth/passages"
FILES = [PLACE / "open.jsonl", PLACE / "held_out.jsonl"]


@cache
def open_tallies() -> dict[str, list[Tally]]:
    return score_passages(reader(), passages_in(FILES[0]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_quote_stands_in_its_passage(path: Path) -> None:
    for passage in passages_in(path):
        text = " ".join(letter_of(passage).decode().split())
        for entry in passage["entries"]:
            assert " ".join(entry["quote"].split()) in text, passage["id"]


@pytest.mark.parametrize(
    ("kind", "recall", "precision"),
    [
        ("indicator", 0.95, 0.97),
        ("commitment", 0.95, 0.95),
        ("action", 0.88, 0.90),
        ("motion", 0.95, 0.95),
        ("legal", 0.97, 0.97),
        ("date", 0.95, 0.95),
    ],
)
def test_no_kind_is_read_worse(kind: str, recall: float, precision: float) -> None:
    found = rates([tally.counts for tally in open_tallies()[kind]])
    assert found[0] >= recall
    assert found[1] >= precision
