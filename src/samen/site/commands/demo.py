"""`./samen demo`: from an empty machine to a reviewed letter and the next one, then serve."""

import argparse
import os
from pathlib import Path
from textwrap import wrap
from typing import Any

import psycopg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from samen.core.errors import BadInput, CannotRun
from samen.site import database, running
from samen.site.arguments import Parser, folder_name, made_folder, whole_number

LETTER = database.ROOT / "data/letters/2021-11-17-voortgangsbrief-voorbeeld.txt"
YEAR_OF_PROGRESS = database.ROOT / "data/demo/voortgang-2022.csv"
WHAT = """Load the programme's facts, read a letter, accept what was read, invent a year of
progress, write the 2022 letter and its results table, take in four partners' files, and serve
the site. It makes the database anew each time, unless real accounts are in it."""
WIDTH, INDENT = 78, 6 * " "
EXAMPLE = "example: ./samen demo --letter brief.pdf --out out --no-serve"


def run(arguments: list[str]) -> int:
    parser = Parser("demo", WHAT, EXAMPLE)
    parser.add_argument("--letter", type=Path, default=LETTER, help="the letter to read")
    parser.add_argument(
        "--out", type=folder_name, default=Path("out"), help="folder for the new letter"
    )
    parser.add_argument("--no-serve", action="store_true", help="stop when the files are written")
    parser.add_argument("--port", type=whole_number, default=8000)
    options = parser.parse_args(arguments)
    if not options.letter.is_file():
        raise BadInput(
            "There is no file {path}.",
            "A .txt, .docx, .pdf, .html or .odt letter.",
            path=options.letter,
        )
    made_folder(options.out)
    running.stop_all()
    if not options.no_serve:
        running.require_free(options.port)
    _tell(options)
    if not options.no_serve:
        from samen.site.commands.serve import serve

        serve(options.port)
    return 0


def _tell(options: argparse.Namespace) -> None:
    """The story of the demo, step by step, with its progress on the screen."""
    console = Console()
    bars = Progress(
        TextColumn("{task.description:<34}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        console=console,
    )
    with bars:
        story = Story(bars, options.letter, options.out, options.port)
        story.tell()
    for line in story.lines:
        console.print(line, highlight=False, markup=False)


class Story:
    """The demo's steps. What they say at the end stands in `lines`."""

    def __init__(self, bars: Progress, letter: Path, out: Path, port: int) -> None:
        self.bars, self.letter, self.out, self.port = bars, letter, out, port
        self.lines: list[str] = []

    def tell(self) -> None:
        self._prepare()
        from samen.core.terms import MemberRole, Role
        from samen.site import demo, demo_exchange, demo_register
        from samen.site.commands.letter import write_files

        people = demo.make_accounts()
        by = demo.account(people, Role.PROGRAMME_TEAM)
        with self._step("Programme's facts as of 2021"):
            demo.load_facts(by=by)
        with self._step(f"Reading {self.letter.name[:22]}"):
            letter = demo.read_letter_in(self.letter, by=by)
        accepted, left = demo.accept_all(
            letter, by=by, report=self._report("Accepting what is sure")
        )
        moved = demo.invent_progress(
            YEAR_OF_PROGRESS, by=by, report=self._report("A year of invented progress")
        )
        members, added = demo_register.make_register(
            domain=demo.DEMO_DOMAIN, out=self.out / "partners",
            report=self._report("Partners' files into the register"),
        )  # fmt: skip
        analyst = next(one for one in members if one.role is MemberRole.ANALYST)
        persons = demo_register.link_registrations(
            analyst, demo_register.JOINT, report=self._report("Linking the registrations")
        )
        with self._step("A municipality to ask without names"):
            others, known = demo_exchange.make_exchange(
                members, domain=demo.DEMO_DOMAIN, folder=self.out / "partners", port=self.port
            )
        counters, counts = self._counts(by)
        with self._step("Writing the 2022 letter"):
            on_desk = demo.write_letter(previous=demo.document_of(letter), by=by)
            written = write_files(on_desk, self.out)
        accounts: list[Any] = [*people, *members, *others, *counters]
        self.lines = [
            "",
            f"Read: {accepted + left} candidates, {accepted} accepted, {left} left for you.",
            f"Progress: {moved} entries moved in an invented 2022.",
            f"Checks on the new letter: {len(on_desk.findings)} findings, "
            f"{len(on_desk.blocking)} blocking.",
            f"Register: {added} registrations of invented people; files of six partners in "
            f"{self.out / 'partners'}.",
            f"Linked: the joint processing's registrations are of {persons} persons so far; "
            "suggestions wait for the analyst.",
            f"Without names: the joint processing may ask {demo_exchange.BODY}, which has {known} "
            "registrations, and the other way round.",
            counts,
            f"Files: {', '.join(str(path) for path in written)}",
            "",
            "Demo accounts (invented people; this machine only), also in "
            f"{self._keep_accounts(accounts)}:",
            *_told(accounts),
            "",
            f"Its day is {os.environ['SAMEN_TODAY']}. To serve it again on that day:",
            f"  SAMEN_DEMO=1 SAMEN_TODAY={os.environ['SAMEN_TODAY']} ./samen serve",
            "",
        ]

    def _keep_accounts(self, accounts: list[Any]) -> Path:
        """Keep the accounts in a file that only its owner reads, for who closed the terminal."""
        path = self.out / "accounts.txt"
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_text("\n".join([*_told(accounts), ""]), "utf-8")
        return path

    def _counts(self, by: Any) -> tuple[list[Any], str]:
        """Count, estimate and release; whose accounts there are for it, and what came of it."""
        from samen.site import demo, demo_counting, demo_figures

        members, many = demo_counting.make_counting(
            domain=demo.DEMO_DOMAIN, report=self._report("Five partners' victims, to count"),
            linking=self._report("Linking them, as many as published"),
        )  # fmt: skip
        report = self._report("Counting, the gate, a release")
        told = demo_figures.make_figures(members, by=by, report=report)
        totals = ", ".join(f"{n} in {year}" for year, n in sorted(told.totals.items()))
        return members, (
            f"Counted after linking, from {many} registrations of a nation as large as published: "
            f"{totals}; release {told.release} at /cijfers/."
        )

    def _prepare(self) -> None:
        os.environ["SAMEN_DEMO"] = "1"
        os.environ.setdefault("SAMEN_TODAY", "2022-11-15")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
        with self._step("Database"):
            empty_database(database.ensure_database())
            (database.STATE / "demo-day").unlink(missing_ok=True)
        with self._step("Tables, texts and style sheet"):
            from samen.core.estimation.compiled import interpret, is_kept
            from samen.site.prepare import prepare

            if not is_kept():
                interpret()
            prepare()
            import django

            django.setup()

    def _step(self, words: str) -> "Step":
        return Step(self.bars, words)

    def _report(self, words: str) -> "Report":
        return Report(self.bars, words)


def _told(accounts: list[Any]) -> list[str]:
    """Of each account its address and password, and below it what it is for."""
    from django.utils.translation import override

    from samen.site.demo_guide import ACCOUNTS

    wide = max(len(one.email) for one in accounts)
    with override("en"):
        return [
            line
            for one in accounts
            for line in (
                f"  {one.email:<{wide}} {one.password}",
                *wrap(
                    str(ACCOUNTS[one.email.partition("@")[0]]), WIDTH,
                    initial_indent=INDENT, subsequent_indent=INDENT,
                ),
            )
        ]  # fmt: skip


class Step:
    """A step with no inner count: busy, then done."""

    def __init__(self, bars: Progress, words: str) -> None:
        self.bars, self.words = bars, words

    def __enter__(self) -> None:
        self.task = self.bars.add_task(self.words, total=1)

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.bars.update(self.task, completed=1)


class Report:
    """A step that counts: called with (done, total)."""

    def __init__(self, bars: Progress, words: str) -> None:
        self.bars, self.task = bars, bars.add_task(words, total=None)

    def __call__(self, done: int, total: int) -> None:
        self.bars.update(self.task, completed=done, total=total)


def empty_database(urls: database.Urls) -> None:
    """Throw an earlier demo's tables away; refuse where real accounts are."""
    with psycopg.connect(urls.owner, autocommit=True) as connection:
        there = connection.execute("select to_regclass('public.accounts_user')").fetchone()
        if there and there[0]:
            row = connection.execute(
                "select count(*) from accounts_user where email not like '%@demo.example'"
            ).fetchone()
            if row and row[0]:
                raise CannotRun(
                    "The database holds {count} real accounts.",
                    "The demo fills an empty database with invented people.",
                    "Give the demo a place of its own: SAMEN_STATE=.demo ./samen demo",
                    count=row[0],
                )
        connection.execute("drop schema public cascade")
        connection.execute("create schema public")
        connection.execute(f"grant usage on schema public to {database.APP}")
