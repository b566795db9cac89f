"""`./samen link FILE…`: who is the same person in records of sources; without a database."""

import argparse
import json
import sys
import time
import uuid
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from samen import __version__
from samen.core.matching.engines import Engine, duck, spark
from samen.core.matching.entities import entity_ids
from samen.core.matching.explanation import sentences
from samen.core.matching.link import EVEN, Linked, linked
from samen.core.matching.model import COMPARISONS, Model
from samen.site.arguments import Parser, made_folder
from samen.site.person_files import (
    PersonRecords,
    read_links,
    read_persons,
    record_keys,
    write_whole,
)

_EXAMPLE = """example:
  ./samen link persons.csv                            how many persons there are
  ./samen link police.csv shelters.parquet --out links.parquet
  ./samen link list.csv --map family_name=Naam1,birth_date=Geb --unique-id nr --json
  ./samen link both.parquet --previous links.parquet --out links-2.parquet"""
_STEPS = {
    "read": "lezen",
    "standardise": "gelijk schrijven",
    "block": "paren zoeken",
    "learn": "leren",
    "score": "wegen",
    "cluster": "samenvoegen",
    "write": "schrijven",
}
_REASON = (
    "even odds: the chances are learnt from these data and their size, so that here a link is as "
    "likely right as wrong; it serves counting, not decisions about a person"
)
_ASKED = "asked for; it serves counting, not decisions about a person"


class _Clock:
    """Which step runs, on stderr, and how long each took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._begin, self._step = time.monotonic(), ""

    def step(self, name: str) -> None:
        now = time.monotonic()
        if self._step:
            self.seconds[self._step] = round(now - self._begin, 2)
        self._begin, self._step = now, name
        if name:
            sys.stderr.write(f"samen: {_STEPS[name]} …\n")
            sys.stderr.flush()


def run(arguments: list[str]) -> int:
    """Link, write and print."""
    options = _parser().parse_args(arguments)
    if options.out:
        made_folder(options.out.parent)
    engine = _engine(options.engine)
    clock = _Clock()
    clock.step("read")
    records = read_persons(options.files, options.unique_id, options.map)
    before = read_links(options.previous, records.id_name) if options.previous else {}
    model = _model(options.model) if options.model else None
    threshold = EVEN if options.threshold is None else options.threshold
    found = linked(records.columns, records.size, engine, clock.step, threshold, model)
    if options.out:
        clock.step("write")
        _write(options.out, options.files, records, found, before)
    clock.step("")
    summary = _summary(found, options, clock.seconds)
    if options.json:
        sys.stdout.write(json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_as_text(summary))
    return 0


def _engine(name: str) -> Engine:
    return spark() if name == "spark" else duck()


def _model(path: Path) -> Model:
    try:
        return Model.from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Model.from_json("")


def _summary(
    found: Linked, options: argparse.Namespace, seconds: dict[str, float]
) -> dict[str, Any]:
    return {
        "records": len(found.labels),
        "entities": found.entities,
        "pairs": found.pairs,
        "linked": int(found.is_linked.sum()),
        "threshold": found.threshold,
        "threshold_reason": _REASON if options.threshold is None else _ASKED,
        "capped": [
            {"rule": each.rule, "keys": each.keys, "largest": each.largest} for each in found.capped
        ],
        "ceiling": round(found.ceiling, 4),
        "seconds": seconds,
        "model": found.model.hash,
        "versions": {
            "samen": __version__,
            **{name: version(name) for name in ("splink", "duckdb", "pyarrow")},
        },
    }


def _as_text(summary: dict[str, Any]) -> str:
    """What a person at a screen wants to know first."""
    threshold = f"{summary['threshold']:.3g}".replace(".", ",")
    lines = [
        f"Records: {summary['records']}; personen: {summary['entities']}",
        f"Paren bekeken: {summary['pairs']}; gekoppeld: {summary['linked']}",
        f"Drempel: kans {threshold}. Hij dient om te tellen, niet om over iemand te beslissen.",
        f"Van de ware paren is naar schatting {summary['ceiling']:.1%} bekeken.".replace(
            ".", ",", 1
        ),
    ]
    if summary["capped"]:
        lines.append("Sleutels die te veel records delen, zeggen niets over wie iemand is:")
        lines += [
            f"  {each['rule']}: {each['keys']}, de grootste met {each['largest']} records"
            for each in summary["capped"]
        ]
    return "\n".join(lines) + "\n"


def _write(
    path: Path, files: list[Path], records: PersonRecords, found: Linked, before: dict[str, str]
) -> None:
    """The pairs first: whoever finds links finds their explanation too."""
    sources = records.sources if len(files) > 1 else None
    keys = record_keys(records.ids, sources) if before else [""] * records.size
    ids = entity_ids(found.labels, keys, before, uuid.uuid4().int)
    write_whole(path.with_suffix(f".pairs{path.suffix}"), _pairs(records, found, sources))
    path.with_suffix(".model.json").write_text(found.model.as_json(), encoding="utf-8")
    columns = {records.id_name: records.ids, "entity_id": pa.array(ids)}
    write_whole(path, pa.table(columns if sources is None else {"source": sources, **columns}))


def _pairs(records: PersonRecords, found: Linked, sources: pa.ChunkedArray | None) -> pa.Table:
    scored = found.scored
    sides = {"l": scored.pairs // records.size, "r": scored.pairs % records.size}
    number, told = sentences(scored, found.model)
    columns = {f"id_{side}": records.ids.take(pa.array(at)) for side, at in sides.items()}
    if sources is not None:
        columns |= {f"source_{side}": sources.take(pa.array(at)) for side, at in sides.items()}
    columns |= {
        "probability": scored.probabilities,
        "linked": found.is_linked,
        "weight": scored.totals.astype(np.float32),
        "explanation": pa.DictionaryArray.from_arrays(pa.array(number), pa.array(told)),
    }
    for at, each in enumerate(COMPARISONS):
        columns[f"weight_{each.name}"] = scored.weights[:, at].astype(np.float32)
        columns[f"rarity_{each.name}"] = scored.rarities[:, at].astype(np.float32)
    return pa.table({**columns, "weight_together": scored.context.astype(np.float32)})


def _mapping(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(name and header for name, _, header in pairs):
        raise argparse.ArgumentTypeError("a mapping is written as family_name=COLUMN,city=COLUMN")
    return {name.strip(): header.strip() for name, _, header in pairs}


def _chance(text: str) -> float:
    try:
        given = float(text)
    except ValueError:
        given = 0.0
    if not 0.0 < given < 1.0:
        raise argparse.ArgumentTypeError("a threshold is a chance between 0 and 1, such as 0.95")
    return given


def _parser() -> Parser:
    parser = Parser("link", "Who is the same person in records of one or more files.", _EXAMPLE)
    given = parser.add_argument
    given("files", metavar="FILE", nargs="+", type=Path,
          help="CSV or Parquet, a row a record; several files are several sources")  # fmt: skip
    given("--unique-id", default="", metavar="COLUMN",
          help="the column with the id of a record; else recognised, else the row")  # fmt: skip
    given("--map", type=_mapping, default={}, metavar="NAME=COLUMN,…",
          help="which column is which, where the header does not tell")  # fmt: skip
    given("--out", type=Path, metavar="FILE.parquet",
          help="write the entity of each record; beside it the pairs and the model")  # fmt: skip
    given("--engine", choices=("duckdb", "spark"), default="duckdb")
    given("--threshold", type=_chance, metavar="P",
          help="the chance from which records are one person; default 0.5")  # fmt: skip
    given("--previous", type=Path, metavar="LINKS.parquet",
          help="links of an earlier run, whose entities keep their id")  # fmt: skip
    given("--model", type=Path, metavar="MODEL.json",
          help="the model of an earlier run, instead of learning one")  # fmt: skip
    given("--json", action="store_true")
    return parser
