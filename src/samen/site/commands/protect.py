"""`./samen protect TABLE…`: make tables safe to publish, or audit a pattern; without a database."""

import argparse
import csv
import json
import secrets
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from samen.core.disclosure.coarser import Coarser, coarser, loss_of
from samen.core.disclosure.contributions import read_contributions, with_contributions
from samen.core.disclosure.earlier import before_of
from samen.core.disclosure.hierarchy import Hierarchy
from samen.core.disclosure.hierarchy_file import read_hierarchies
from samen.core.disclosure.ledger import privacy_of
from samen.core.disclosure.noise import Mechanism, Noise, question, with_noise
from samen.core.disclosure.policy import Attacker, Policy, Zeros
from samen.core.disclosure.program import Limit
from samen.core.disclosure.protect import (
    Protected,
    Status,
    audited,
    refused,
    with_cell_keys,
    with_rounding,
    with_suppression,
)
from samen.core.disclosure.system import (
    Cell,
    Mask,
    System,
    Table,
    named,
    roots_of,
    system_of,
)
from samen.core.disclosure.table_file import (
    Earlier,
    codes_of,
    hierarchies_for,
    read_earlier,
    read_hidden,
    read_table,
)
from samen.core.errors import BadInput, CannotRun, Refused, Unreadable
from samen.site.arguments import Parser, folder_name, whole_number
from samen.site.privacy_ledger import exact, spend
from samen.site.protect_words import (
    as_json,
    as_text,
    coarser_as_json,
    coarser_as_text,
    statuses,
)
from samen.site.speech import add_language
from samen.site.text_files import csv_lines

_EXAMPLE = """example:
  ./samen protect table.csv                          hide what would give persons away
  ./samen protect a.csv b.csv --hierarchy codes.yaml --out safe
  ./samen protect table.csv --method round --threshold 5
  ./samen protect table.csv --audit pattern.csv --attackers all --json"""
_METHODS = ("suppress", "round", "cellkey", *(each.value for each in Mechanism))
_KEYED = _METHODS[2:]
_LOSS = {Mechanism.LAPLACE: "epsilon", Mechanism.GAUSSIAN: "rho"}
"""In what the loss of privacy by each noise is counted."""
_ALL = "all"
_HIDDEN_MARK = "x"


def run(arguments: list[str]) -> int:
    """Protect or audit, and print; 1 when somebody gets too much or nothing can be released."""
    options = _parser().parse_args(arguments)
    _refuse_unused(options)
    if options.method in _KEYED:
        options.key = options.key or secrets.token_hex(16)
    tables = [_read(path, read_table) for path in options.files]
    earlier = [_read(path, read_earlier) for path in options.earlier]
    hierarchies = _hierarchies(options.hierarchy, [*tables, *earlier])
    before = before_of(earlier, tables, hierarchies)
    roots = roots_of([*hierarchies, *before.hierarchies])
    system = partial(_system, options, earlier, hierarchies)
    limit = _limit(options)
    found = _answer(options, tables, system(tables), roots, limit)
    merged = _coarser(options, tables, hierarchies, system, found, limit)
    if options.out:
        _write(options.out, options.files, tables, found, roots)
    if options.json:
        told = as_json(found, roots) | (coarser_as_json(*merged) if merged else {})
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(as_text(found, options.key, options.lang))
        sys.stdout.write(coarser_as_text(*merged, options.lang) if merged else "")
    return 0 if found.status is Status.SAFE else 1


def _refuse_unused(options: argparse.Namespace) -> None:
    if options.audit and options.method != _METHODS[0]:
        raise BadInput("A pattern of hidden cells goes with the method suppress.",
                       "Moved counts are attacked by the method that moves them.",
                       "Leave out --audit or --method.")  # fmt: skip
    _refuse_coarser(options)
    if options.earlier and options.method != _METHODS[0]:
        raise BadInput("Earlier releases go with the method suppress.",
                       "Beside numbers that are out, moved ones do not add up.",
                       "Leave out --earlier or --method.")  # fmt: skip
    if options.key and options.method not in _KEYED:
        raise BadInput("A key was given for a method that has none.",
                       "The methods cellkey, laplace and gaussian have a key.",
                       "Leave out --key.")  # fmt: skip
    _refuse_ledger(options)
    if options.seconds < 0:
        raise BadInput("{name} is {value}.", "It lies between {least} and {most}.", "",
                       name="--seconds", value=options.seconds, least=0, most="∞")  # fmt: skip


def _answer(
    options: argparse.Namespace,
    tables: Sequence[Table],
    system: System,
    roots: Mapping[str, str],
    limit: Limit,
) -> Protected:
    policy = _policy(options, system)
    if options.audit:
        return audited(system, policy, _hidden(options.audit, tables, system, roots), limit)
    if options.method == "round":
        return with_rounding(system, policy, limit)
    if options.method in _LOSS:
        return _noised(options, system, policy)
    if options.method == "cellkey":
        return with_cell_keys(system, policy, options.key.encode(), limit)
    return with_suppression(system, policy, limit)


def _refuse_coarser(options: argparse.Namespace) -> None:
    if options.coarser is None:
        return
    if options.audit or options.method != _METHODS[0]:
        raise BadInput("A coarser table is proposed where cells are hidden.",
                       "It goes with the method suppress, and not with a pattern.",
                       "Leave out --coarser.")  # fmt: skip
    if not 0 <= options.coarser <= 100:
        raise BadInput("{name} is {value}.", "It lies between {least} and {most}.", "",
                       name="--coarser", value=options.coarser, least=0, most=100)  # fmt: skip


def _refuse_ledger(options: argparse.Namespace) -> None:
    """Noise needs a ledger and its own kind of loss; nothing else has them."""
    needs = {"ledger", _LOSS[Mechanism(options.method)]} if options.method in _LOSS else set()
    has = {name for name in ("epsilon", "rho", "ledger") if getattr(options, name) is not None}
    if has != needs or (options.budget is not None and not needs):
        raise BadInput("The method {method} and the options for noise do not go together.",
                       "laplace has --epsilon, gaussian has --rho, both have --ledger.",
                       "Give those, and no other.", method=options.method)  # fmt: skip


def _limit(options: argparse.Namespace) -> Limit:
    start = time.monotonic()
    return Limit(options.seconds, lambda: time.monotonic() - start)


def _coarser(
    options: argparse.Namespace,
    tables: Sequence[Table],
    hierarchies: Sequence[Hierarchy],
    system: Callable[[Sequence[Table]], System],
    found: Protected,
    limit: Limit,
) -> tuple[Coarser | None, tuple[Coarser, ...]] | None:
    """The proposal, where one was asked for and the table loses more."""
    if options.coarser is None or loss_of(found) <= options.coarser / 100:
        return None
    return coarser(tables, hierarchies, system, found.policy, options.coarser / 100, limit)


def _noised(options: argparse.Namespace, system: System, policy: Policy) -> Protected:
    mechanism, key = Mechanism(options.method), options.key.encode()
    name = _LOSS[mechanism]
    noise = Noise(mechanism, exact(getattr(options, name), f"--{name}"))
    budget = None if options.budget is None else exact(options.budget, "--budget")
    found = with_noise(system, policy, noise, key)
    try:
        ledger = spend(options.ledger, budget, question(system, noise, key), noise)
    except Refused as error:
        return refused(system, policy, error)
    return replace(found, privacy=privacy_of(ledger, noise))


def _policy(options: argparse.Namespace, system: System) -> Policy:
    groups = tuple(options.groups)
    for name in set(groups) - {name for cell in system.cells for name, _ in cell}:
        raise BadInput("There is no column {name}.", "A group has the codes of a column.",
                       "Give another name with --groups.", name=name[:60])  # fmt: skip
    return Policy(
        options.threshold,
        options.protection,
        _attackers(options.attackers, system),
        Zeros(options.zeros),
        groups,
        options.p,
        tuple(options.dominance) if options.dominance else None,
        options.source,
        options.coalition,
    )


def _attackers(name: str, system: System) -> tuple[Attacker, ...]:
    """All are those of whom it is known what they know."""
    if name != _ALL:
        return (Attacker(name),)
    given = system.contributions
    reported = given is not None and given.by_source.shape[0]
    return tuple(each for each in Attacker if reported or each is not Attacker.REPORTER)


def _system(
    options: argparse.Namespace,
    earlier: Sequence[Earlier],
    hierarchies: Sequence[Hierarchy],
    tables: Sequence[Table],
) -> System:
    before = before_of(earlier, tables, hierarchies)
    system = system_of(tables, hierarchies, before)
    if options.contributions is None:
        return system
    if before.hierarchies:
        raise BadInput("An earlier release has other counts, and contributions are given.",
                       "Of who came and went since it is not known what each contributed.",
                       "Leave out --contributions or that release.")  # fmt: skip
    rows = _read(options.contributions, read_contributions)
    return with_contributions(system, rows, hierarchies)


def _hidden(path: Path, tables: Sequence[Table], system: System, roots: Mapping[str, str]) -> Mask:
    with csv_lines(path) as lines:
        pairs = read_hidden(lines, tables, roots)
    cells = {named(table.dimensions, codes, roots) for table, codes in pairs}
    return np.array([cell in cells for cell in system.cells], dtype=bool)


def _read[T](path: Path, reads: Callable[[Iterable[str]], T]) -> T:
    with csv_lines(path) as lines:
        return reads(lines)


def _hierarchies(path: Path | None, tables: Sequence[Table | Earlier]) -> list[Hierarchy]:
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
    marks = dict(zip(found.system.cells, statuses(found), strict=True))
    shown = found.system.counts if found.values is None else found.values
    values = dict(zip(found.system.cells, shown.tolist(), strict=True))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (path, table) in enumerate(zip(files, tables, strict=True), 1):
            name = path.stem if len({each.stem for each in files}) == len(files) else f"{number}"
            inside = {"n": values, "status": marks} if found.values is None else {"status": marks}
            _write_rows(folder / f"{name}-pattern.csv", table, roots, inside)
            public_file = folder / f"{name}-safe.csv"
            public_file.unlink(missing_ok=True)  # of an earlier run, that this one contradicts
            if found.status is Status.SAFE:
                public = {
                    cell: _HIDDEN_MARK if marks[cell] in "ux" else value
                    for cell, value in values.items()
                }
                _write_rows(public_file, table, roots, {"n": public})
    except OSError as error:
        raise CannotRun("The tables cannot be written.",
                        "They go to a folder that can be written to.",
                        "Give another folder with --out.") from error  # fmt: skip


def _write_rows(
    path: Path, table: Table, roots: Mapping[str, str], said: Mapping[str, Mapping[Cell, object]]
) -> None:
    """said: the columns beside the dimensions, and what stands in them."""
    cells = {codes: named(table.dimensions, codes, roots) for codes in table.counts}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*table.dimensions, *said])
        writer.writerows(
            [*codes, *(column[cell] for column in said.values())] for codes, cell in cells.items()
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
    _add_rules(parser)
    parser.add_argument("--method", choices=_METHODS, default=_METHODS[0])
    parser.add_argument("--attackers", choices=[*(each.value for each in Attacker), _ALL],
                        default=Attacker.OUTSIDER.value, help="against whom")  # fmt: skip
    parser.add_argument("--earlier", type=Path, nargs="+", action="extend", default=[],
                        metavar="FILE", help="CSV: what earlier releases show")  # fmt: skip
    parser.add_argument("--coarser", type=whole_number, metavar="PERCENT",
                        help="propose a coarser table where more is hidden")  # fmt: skip
    parser.add_argument("--audit", type=Path, metavar="PATTERN", help="CSV: attack this pattern")
    parser.add_argument("--key", default="", help="secret of moved counts; else a new one")
    parser.add_argument("--epsilon", metavar="E", help="of --method laplace: what it may lose")
    parser.add_argument("--rho", metavar="R", help="of --method gaussian: what it may lose")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="what noise has cost so far")
    parser.add_argument("--budget", metavar="B", help="of a new ledger, for all releases")
    parser.add_argument("--seconds", type=whole_number, default=600, help="time for the solver")
    parser.add_argument("--out", type=folder_name, metavar="DIR", help="write the tables there")
    parser.add_argument("--json", action="store_true")
    add_language(parser)
    return parser


def _add_rules(parser: Parser) -> None:
    parser.add_argument("--zeros", choices=[each.value for each in Zeros],
                        default=Zeros.KNOWN.value, help="what a cell of nobody is")  # fmt: skip
    parser.add_argument("--groups", metavar="COLUMN", action="append", default=[],
                        help="no group may have one code of it; can be given again")  # fmt: skip
    parser.add_argument("--contributions", type=Path, metavar="FILE",
                        help="CSV: who gave what, a row each")  # fmt: skip
    parser.add_argument("--p", type=whole_number, default=0, metavar="P",
                        help="the p%% rule: nobody's share known to within P%%")  # fmt: skip
    parser.add_argument("--dominance", type=whole_number, nargs=2, metavar=("N", "K"),
                        help="the (n,k) rule: N contributors give at most K%%")  # fmt: skip
    parser.add_argument("--source", type=whole_number, default=0, metavar="S",
                        help="one source organisation gives at most S%%")  # fmt: skip
    parser.add_argument("--coalition", type=whole_number, default=1, metavar="N",
                        help="contributors who put together what they know; default 1")  # fmt: skip
