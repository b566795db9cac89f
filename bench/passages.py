"""Short passages of strangers, each with its complete truth for one kind: how well they are read.

A passage is read as a letter of its date. Truth is written by hand, apart from the reader
(tests/letters/truth/README.md); of held-out passages only totals are shown.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.fields import FIELDS
from bench.scoring import Tally, match

_NAMES = {"owner": "owners", "owners_exact": "owners", "interval": "latest"}
_FIRST = 3
"""The line of the letter on which a passage begins: its date stands before it."""

Passage = dict[str, Any]
Read = Callable[[bytes, str], Any]


def passages_in(path: Path) -> list[Passage]:
    """Every passage of a file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def letter_of(passage: Passage) -> bytes:
    """A passage as a letter of its date."""
    day = date.fromisoformat(passage["date"])
    return f"Datum {day:%d-%m-%Y}\n\n{passage['text']}\n".encode()


def truths_of(passage: Passage) -> Iterator[dict[str, Any]]:
    """What a passage holds, with each field that is scored; a quote may stand on any line."""
    last = _FIRST + passage["text"].count("\n")
    names = [_NAMES.get(name, name) for name in FIELDS.get(passage["kind"], ())]
    plain = {name: None for name in (*names, "earliest", "number", "dossier", "suffix", "name")}
    for entry in passage["entries"]:
        yield plain | {"kind": passage["kind"], "line": _FIRST, "line_end": last} | entry


def score_passages(read: Read, passages: list[Passage]) -> dict[str, list[Tally]]:
    """Per kind, the tally of each passage of that kind."""
    tallies: dict[str, list[Tally]] = {}
    for passage in passages:
        kind = passage["kind"]
        found = [each.as_json() for each in read(letter_of(passage), "a.txt").candidates]
        mine = [one for one in found if one["kind"] == kind and one["line"] >= _FIRST]
        tallies.setdefault(kind, []).append(match(kind, [*truths_of(passage)], mine))
    return tallies
