"""`./samen estimate FILE`: multiple systems estimation, without a database."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from samen import __version__
from samen.core.errors import BadInput
from samen.core.estimation.bootstrap import REPLICATES, Progress
from samen.core.estimation.capture_file import read_table
from samen.core.estimation.compiled import is_kept
from samen.core.estimation.estimate import METHODS, Estimate, Plan, estimate
from samen.core.estimation.models import parse, unnamed
from samen.core.estimation.report import dutch, english
from samen.core.estimation.report.checked import checked
from samen.core.estimation.report.contract import as_json
from samen.core.estimation.report.groups import groups
from samen.core.estimation.report.language import Language, in_dutch, in_english
from samen.core.estimation.rounding import said
from samen.core.estimation.table import MOST_LISTS, CaptureTable
from samen.core.estimation.verdict import Use
from samen.site.arguments import (
    Parser,
    folder_name,
    given_name,
    given_names,
    made_folder,
    not_written,
    whole_number,
)
from samen.site.interrupts import interruptible
from samen.site.messages import translator
from samen.site.speech import add_language
from samen.site.text_files import csv_lines

_EXAMPLE = """example:
  ./samen estimate lists.csv                          stepwise selection, with its interval
  ./samen estimate lists.csv --method all --report out
  ./samen estimate lists.csv --by year,sex
  ./samen estimate lists.csv --sensitivity --validate --report out
  ./samen estimate lists.csv --model "[12,23]" --bootstrap 0 --json"""
FEWEST_REPLICATES, MOST_REPLICATES = 40, 10_000_000
"""Of fewer the middle 95% has no end; 0 gives no interval."""
MOST_WORLDS = 100_000
BY_REPLICATES = 1000


def run(arguments: list[str]) -> int:
    """Estimate and print; 0 also when there is no estimate to give, 2 when the input is wrong."""
    options = _parser().parse_args(arguments)
    words = (english if options.lang == "en" else dutch).WORDS
    with _progress(words["reading"], quiet=options.json) as on_progress:
        table = _table(options, on_progress)
    plan = _plan(options, table)
    if options.report:
        made_folder(options.report, "--report")
    if not is_kept():
        sys.stderr.write(f"{words['compiling']}\n")
    with _progress(words["estimating"], quiet=options.json) as on_progress:
        found = interruptible(lambda: estimate(table, plan, on_progress))
    if options.report:
        with _progress(words["auditing"], quiet=options.json) as on_progress:
            interruptible(lambda: _write_report(found, options.report, on_progress))
    if options.json:
        sys.stdout.write(_json(found) + "\n")
    else:
        sys.stdout.write(as_text(found, options.lang))
    return 0


def _write_report(found: Estimate, folder: Path, on_progress: Progress) -> None:
    from django.conf import settings

    from samen.core.estimation.report.files import report_files
    from samen.work import clock

    # Those of the site would start its database.
    if not settings.configured:
        day = os.environ.get("SAMEN_TODAY")
        settings.configure(TODAY=date.fromisoformat(day) if day else None, DEMO=False,
                           DEMO_DAY=None, TIME_ZONE="Europe/Amsterdam", USE_TZ=True)  # fmt: skip
    files = report_files(found, translator("nl"), _versions(), clock.today(), on_progress)
    files["estimate.json"] = (_json(found) + "\n").encode()
    try:
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise not_written(folder, error, "--report") from None
    sys.stderr.write(f"{', '.join(sorted(files))}: {folder}\n")


def _json(found: Estimate) -> str:
    return json.dumps(as_json(found, _versions()), ensure_ascii=False, indent=1)


def _versions() -> dict[str, str]:
    return {"samen": __version__} | {name: version(name) for name in ("numpy", "scipy", "numba")}


def as_text(found: Estimate, lang: str = "nl") -> str:
    """What a person at a screen wants to know first."""
    language = in_english() if lang == "en" else in_dutch(translator("nl"))
    words, answer = language.words, found.answer
    lines = [f"{words['registered']}: {language.whole(found.table.n_observed)}",
             f"{words['lists']}: {', '.join(found.table.lists)}"]  # fmt: skip
    if found.judgement.use is not Use.REFUSE:
        indicative = found.judgement.use is Use.INDICATIVE
        careful = f" ({words['indicative']})" if indicative else ""
        lines.append(f"{words['all_persons']}{careful}: {said(answer, language.thousands)}")
    lines.append(f"{words['verdict']}: {words[found.judgement.use.value]}")
    lines += [f"  - {language.reason(reason)}" for reason in found.judgement.reasons]
    heads = [words[name].lower() for name in ("asked", "estimate", "model")]
    lines += ["", f"{heads[0]:<17}{heads[1]:>34}  {heads[2]}"]
    for name, each in found.answers.items():
        mark = "*" if name == answer.name else " "
        told = words["none"] if each.total is None else said(each, language.thousands)
        lines.append(f"{mark}{name:<16}{told:>34}  {each.model[:40]}")
    lines += _split(found, language)
    lines += _checked(found, language)
    if found.draws:
        lines += ["", words["repeated"].format(
            n=language.whole(found.plan.replicates), seed=found.plan.seed,
            share=language.share(found.draws.without_estimate))]  # fmt: skip
    return "\n".join(lines) + "\n"


def _split(found: Estimate, language: Language) -> list[str]:
    """The groups that were asked for, alone and two by two."""
    rows = groups(found.by, language)
    heads = ("", "", language.words["registered"], language.words["estimated"])
    told = [(each.name, each.value, each.registered, each.estimate) for each in rows]
    return ["", *_table_of([heads, *told])] if told else []


def _checked(found: Estimate, language: Language) -> list[str]:
    """The checks that were asked for, in a few lines; the report and the JSON hold all of them."""
    told = checked(found, language, sizes=True)
    if told is None:
        return []
    drawings = [each for each in (told.tornado, *told.paths) if each]
    lines = [line for each in drawings for line in ("", each.title, *_table_of(each.rows))]
    if told.known:
        lines += ["", language.words["known"], *_table_of([told.known.heads, *told.known.rows])]
    return [*lines, "", *filter(None, (told.tipping, told.bias, told.coverage))]


def _table_of(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows with their columns under each other, the first to the left."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    return [
        "  ".join([f"  {row[0]:<{widths[0]}}",
                   *(f"{each:>{width}}" for each, width in zip(row[1:], widths[1:], strict=True))])
        for row in zip(*columns, strict=True)
    ]  # fmt: skip


def _parser() -> Parser:
    parser = Parser("estimate", "How many persons stand on no list.", _EXAMPLE)
    parser.add_argument("file", metavar="FILE", help="a CSV file: a row a person or a history")
    parser.add_argument(
        "--lists", type=given_names, default=[], help="list columns; else every 0/1 column"
    )
    parser.add_argument(
        "--count", type=given_name, default=None, help="column of counts; else `count` if there"
    )
    parser.add_argument(
        "--by", type=given_names, default=[], help="columns to split by, such as year,sex"
    )
    parser.add_argument("--method", choices=METHODS, help="default: stepwise, with --model fixed")
    parser.add_argument("--model", type=given_name, help="such as [12,23], or A:B + C")
    parser.add_argument("--max-order", type=whole_number, default=3, help="largest term searched")
    parser.add_argument("--bootstrap", type=whole_number, metavar="N",
                        help="replicates; default 20000, and 1000 for --by")  # fmt: skip
    parser.add_argument("--seed", type=whole_number, default=1)
    parser.add_argument(
        "--sensitivity",
        action="store_true",
        help="the estimate under other assumptions, and where it tips",
    )
    parser.add_argument(
        "--validate", action="store_true", help="whether the method finds numbers that are known"
    )
    parser.add_argument("--coverage", type=whole_number, metavar="N", default=0,
                        help="as --validate, with how often the interval holds the truth in N "
                        "simulated worlds")  # fmt: skip
    parser.add_argument("--report", type=folder_name, metavar="DIR", help="write the report there")
    parser.add_argument("--json", action="store_true")
    add_language(parser)
    return parser


def _plan(options: argparse.Namespace, table: CaptureTable) -> Plan:
    asked = options.bootstrap
    if asked:
        _within("--bootstrap", asked, FEWEST_REPLICATES, MOST_REPLICATES)
    _within("--seed", options.seed, 0, 2**63 - 1)
    _within("--coverage", options.coverage, 0, MOST_WORLDS)
    _within("--max-order", options.max_order, 1, MOST_LISTS)
    method = options.method or ("stepwise" if options.model is None else "fixed")
    if (method == "fixed") != (options.model is not None):
        raise BadInput("The method fixed and a model were not given together.",
                       "A model is for the method fixed, and that needs one.",
                       'Give --model "[12,3]", or choose another method.')  # fmt: skip
    return Plan(
        method,
        parse(options.model, table.lists) if options.model is not None else None,
        options.max_order,
        REPLICATES if asked is None else asked,
        options.seed,
        os.cpu_count() or 1,
        tuple(options.by),
        BY_REPLICATES if asked is None else asked,
        options.sensitivity,
        options.validate or bool(options.coverage),
        options.coverage,
    )


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise BadInput("{name} is {value}.", "It lies between {least} and {most}.", "",
                       name=name, value=value, least=least, most=most)  # fmt: skip


def _table(options: argparse.Namespace, on_progress: Progress) -> CaptureTable:
    with csv_lines(Path(options.file), on_progress) as lines:
        table = read_table(lines, options.lists, options.by, options.count or "")
    note = unnamed(options.model, table.lists) if options.model else None
    return replace(table, notes=(*table.notes, note)) if note else table


@contextmanager
def _progress(work: str, *, quiet: bool) -> Iterator[Progress]:
    """A bar with the time left, on the error stream, so that the output stays clean."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(work, total=1.0)
        yield lambda share: bars.update(task, completed=share)
