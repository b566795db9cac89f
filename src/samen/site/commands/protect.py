"""`./samen protect TABLE…`: make tables safe to publish, or audit a pattern; without a database."""

import argparse
import csv
import json
import secrets
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from samen import __version__
from samen.core.disclosure.attack import Interval
from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.program import Limit
from samen.core.disclosure.protect import (
    Protected,
    Status,
    audited,
    with_cell_keys,
    with_rounding,
    with_suppression,
)
from samen.core.disclosure.system import Cell, Mask, System, Table, named, system_of
from samen.core.disclosure.table_file import codes_of, hierarchies_for, read_hidden, read_table
from samen.core.errors import BadInput, CannotRun, Unreadable
from samen.site.arguments import Parser, folder_name, whole_number
from samen.site.speech import add_language, translation
from samen.site.text_files import csv_lines

_EXAMPLE = """example:
  ./samen protect table.csv                          hide what would give persons away
  ./samen protect a.csv b.csv --hierarchy codes.yaml --out safe
  ./samen protect table.csv --method round --threshold 5
  ./samen protect table.csv --audit pattern.csv --attackers all --json"""
_WORDS = {
    "nl": {
        "cells": "Cellen: {cells}; onveilig: {unsafe}",
        "refused": "Oordeel: geweigerd.",
        "beside": "Daarnaast verborgen: {beside}, met samen {persons} personen",
        "gap": "Hoogstens {gap} boven het minste verlies dat kan.",
        "key": "Sleutel (bewaar hem geheim, bij de publicatie): {key}",
        "safe": "Oordeel: veilig tegen {against}.",
        "unsafe": "Oordeel: onveilig tegen {against}.",
        "known": "  Is de drempel bekend, toets dan ook met --attackers all.",
        "total": "totaal",
        "close": "  {cell}: wie dit leest ({attacker}) weet dat het er {low} tot {high} zijn",
        "more": "  en {n} andere; zie --json",
        Attacker.OUTSIDER: "een buitenstaander die de drempel niet kent",
        Attacker.RULE: "wie de drempel kent",
        Attacker.CONTRIBUTOR: "wie als enige in een cel zit",
    },
    "en": {
        "cells": "Cells: {cells}; unsafe: {unsafe}",
        "refused": "Verdict: refused.",
        "beside": "Hidden beside them: {beside}, with {persons} persons together",
        "gap": "At most {gap} above the least loss that is possible.",
        "key": "Key (keep it secret, with the publication): {key}",
        "safe": "Verdict: safe against {against}.",
        "unsafe": "Verdict: unsafe against {against}.",
        "known": "  If the threshold is known, try --attackers all too.",
        "total": "total",
        "close": "  {cell}: who reads this ({attacker}) knows that there are {low} to {high}",
        "more": "  and {n} others; see --json",
        Attacker.OUTSIDER: "an outsider who does not know the threshold",
        Attacker.RULE: "who knows the threshold",
        Attacker.CONTRIBUTOR: "who is the only one in a cell",
    },
}
_METHODS = ("suppress", "round", "cellkey")
_ALL = "all"
_HIDDEN_MARK = "x"
_SHOWN = 12
"""Cells named on the screen; --json has them all."""


def run(arguments: list[str]) -> int:
    """Protect or audit, and print; 1 when somebody gets too much or nothing can be released."""
    options = _parser().parse_args(arguments)
    _refuse_unused(options)
    if options.method == "cellkey":
        options.key = options.key or secrets.token_hex(16)
    tables = [_read(path) for path in options.files]
    hierarchies = _hierarchies(options.hierarchy, tables)
    system = system_of(tables, hierarchies)
    roots = {each.dimension: each.root for each in hierarchies}
    found = _answer(options, tables, system, roots)
    if options.out:
        _write(options.out, options.files, tables, found, roots)
    if options.json:
        sys.stdout.write(json.dumps(as_json(found, roots), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(as_text(found, options.key, options.lang))
    return 0 if found.status is Status.SAFE else 1


def _refuse_unused(options: argparse.Namespace) -> None:
    if options.audit and options.method != _METHODS[0]:
        raise BadInput("A pattern of hidden cells goes with the method suppress.",
                       "Moved counts are attacked by the method that moves them.",
                       "Leave out --audit or --method.")  # fmt: skip
    if options.key and options.method != "cellkey":
        raise BadInput("A key was given for a method that has none.",
                       "Only the method cellkey has a key.", "Leave out --key.")  # fmt: skip
    if options.seconds < 0:
        raise BadInput("{name} is {value}.", "It lies between {least} and {most}.", "",
                       name="--seconds", value=options.seconds, least=0, most="∞")  # fmt: skip


def as_json(found: Protected, roots: Mapping[str, str]) -> dict[str, Any]:
    """The contract of `--json`. A cell has a code for each dimension; attack holds the cells of
    which somebody gets too much, pattern the status of every cell: s shown, u unsafe, x hidden
    beside it, z nobody."""
    system = found.system
    pattern: list[dict[str, Any]] = [
        {"cell": _codes(cell, roots), "status": status}
        for cell, status in zip(system.cells, _statuses(found), strict=True)
    ]
    if found.values is not None:
        for row, value in zip(pattern, found.values.tolist(), strict=True):
            row["value"] = value
    pattern = [row for row, unseen in zip(pattern, system.unpublished, strict=True) if not unseen]
    return {
        "cells": len(pattern),
        "primary": int(found.primary.sum()),
        "secondary": int(found.secondary.sum()),
        "objective": found.objective,
        "gap": found.gap,
        "status": found.status.value,
        "reason": str(found.reason) if found.reason else None,
        "attack": [_interval(each, roots) for each in found.too_close],
        "pattern": pattern,
        "policy": {
            "threshold": found.policy.threshold,
            "protection": found.policy.protection,
            "attackers": [each.value for each in found.policy.attackers],
        },
        "versions": {"samen": __version__},
    }


def as_text(found: Protected, key: str, lang: str = "nl") -> str:
    """What a person at a screen wants to know first."""
    words, shown = _WORDS[lang], ~found.system.unpublished
    lines = [words["cells"].format(cells=int(shown.sum()), unsafe=int(found.primary.sum()))]
    if found.status is Status.REFUSED:
        translate = translation("protect", ["--lang", lang])
        reason = found.reason.in_words(translate) if found.reason else ""
        return "\n".join([*lines, words["refused"], f"  {reason}"]) + "\n"
    if found.values is None:
        beside = int(found.secondary.sum())
        lines.append(words["beside"].format(beside=beside, persons=found.objective))
    if found.gap is not None:
        gap = f"{found.gap:.1%}"
        lines.append(words["gap"].format(gap=gap.replace(".", ",") if lang == "nl" else gap))
    if key:
        lines.append(words["key"].format(key=key))
    return "\n".join(lines + _verdict(found, words)) + "\n"


def _verdict(found: Protected, words: Mapping[str, str]) -> list[str]:
    safe = found.status is Status.SAFE
    against = ", ".join(words[each] for each in found.policy.attackers)
    lines = [words["safe" if safe else "unsafe"].format(against=against)]
    if safe and Attacker.RULE not in found.policy.attackers:
        lines.append(words["known"])
    lines += [
        words["close"].format(
            cell=" × ".join(code for _, code in each.cell) or words["total"],
            attacker=each.attacker,
            low=each.low,
            high=each.high,
        )
        for each in found.too_close[:_SHOWN]
    ]
    if len(found.too_close) > _SHOWN:
        lines.append(words["more"].format(n=len(found.too_close) - _SHOWN))
    return lines


def _interval(each: Interval, roots: Mapping[str, str]) -> dict[str, Any]:
    return {
        "cell": _codes(each.cell, roots),
        "low": each.low,
        "high": each.high,
        "attacker": each.attacker.value,
    }


def _codes(cell: Cell, roots: Mapping[str, str]) -> dict[str, str]:
    """A code for each dimension, in the order of their names."""
    return dict(sorted({**roots, **dict(cell)}.items()))


def _statuses(found: Protected) -> list[str]:
    marks = np.where(found.system.counts == 0, "z", "s")
    marks = np.where(found.secondary, "x", marks)
    return [str(mark) for mark in np.where(found.primary & found.hidden, "u", marks)]


def _answer(
    options: argparse.Namespace, tables: Sequence[Table], system: System, roots: Mapping[str, str]
) -> Protected:
    policy = Policy(options.threshold, options.protection, _attackers(options.attackers))
    start = time.monotonic()
    limit = Limit(options.seconds, lambda: time.monotonic() - start)
    if options.audit:
        return audited(system, policy, _hidden(options.audit, tables, system, roots), limit)
    if options.method == "round":
        return with_rounding(system, policy, limit)
    if options.method == "cellkey":
        return with_cell_keys(system, policy, options.key.encode(), limit)
    return with_suppression(system, policy, limit)


def _attackers(name: str) -> tuple[Attacker, ...]:
    return tuple(Attacker) if name == _ALL else (Attacker(name),)


def _hidden(path: Path, tables: Sequence[Table], system: System, roots: Mapping[str, str]) -> Mask:
    with csv_lines(path) as lines:
        pairs = read_hidden(lines, tables, roots)
    cells = {named(table.dimensions, codes, roots) for table, codes in pairs}
    return np.array([cell in cells for cell in system.cells], dtype=bool)


def _read(path: Path) -> Table:
    with csv_lines(path) as lines:
        return read_table(lines)


def _hierarchies(path: Path | None, tables: Sequence[Table]) -> list[Hierarchy]:
    if path is None:
        return hierarchies_for(tables, [])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable("The hierarchy file cannot be read.", "It is a YAML file in UTF-8.",
                         "Check its name and rights.") from error  # fmt: skip
    return hierarchies_for(tables, read_hierarchies(text, codes_of(tables)))


def _write(
    folder: Path,
    files: Sequence[Path],
    tables: Sequence[Table],
    found: Protected,
    roots: Mapping[str, str],
) -> None:
    """Beside each other: the tables as they may be published, and the pattern, which stays inside.

    A hidden cell has the same mark whether it is unsafe or hidden beside one.
    """
    statuses = dict(zip(found.system.cells, _statuses(found), strict=True))
    shown = found.system.counts if found.values is None else found.values
    values = dict(zip(found.system.cells, shown.tolist(), strict=True))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (path, table) in enumerate(zip(files, tables, strict=True), 1):
            name = path.stem if len({each.stem for each in files}) == len(files) else f"{number}"
            _write_rows(folder / f"{name}-pattern.csv", table, roots, statuses, "status")
            public_file = folder / f"{name}-safe.csv"
            public_file.unlink(missing_ok=True)  # of an earlier run, that this one contradicts
            if found.status is Status.SAFE:
                public: dict[Cell, object] = {
                    cell: _HIDDEN_MARK if statuses[cell] in "ux" else value
                    for cell, value in values.items()
                }
                _write_rows(public_file, table, roots, public, "n")
    except OSError as error:
        raise CannotRun("The tables cannot be written.",
                        "They go to a folder that can be written to.",
                        "Give another folder with --out.") from error  # fmt: skip


def _write_rows(
    path: Path, table: Table, roots: Mapping[str, str], said: Mapping[Cell, object], column: str
) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*table.dimensions, column])
        writer.writerows(
            [*codes, said[named(table.dimensions, codes, roots)]] for codes in table.counts
        )


def _parser() -> Parser:
    parser = Parser(
        "protect", "Make tables of counts safe to publish, or audit a pattern.", _EXAMPLE
    )
    parser.add_argument("files", metavar="TABLE", nargs="+", type=Path,
                        help="CSV: a column a dimension, a column n, totals included")  # fmt: skip
    parser.add_argument("--hierarchy", type=Path, metavar="FILE", help="YAML: what adds up to what")
    parser.add_argument("--threshold", type=whole_number, default=5, help="unsafe below; default 5")
    parser.add_argument("--protection", type=whole_number, default=1, metavar="N",
                        help="how far an attacker has to stay; default 1")  # fmt: skip
    parser.add_argument("--method", choices=_METHODS, default=_METHODS[0])
    parser.add_argument("--attackers", choices=[*(each.value for each in Attacker), _ALL],
                        default=Attacker.OUTSIDER.value, help="against whom")  # fmt: skip
    parser.add_argument("--audit", type=Path, metavar="PATTERN", help="CSV: attack this pattern")
    parser.add_argument("--key", default="", help="secret of --method cellkey; else a new one")
    parser.add_argument("--seconds", type=whole_number, default=600, help="time for the solver")
    parser.add_argument("--out", type=folder_name, metavar="DIR", help="write the tables there")
    parser.add_argument("--json", action="store_true")
    add_language(parser)
    return parser
