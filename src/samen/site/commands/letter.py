"""`./samen letter new|check|write|verify YEAR`: the next letter from the command line."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from samen.core.errors import BadInput, CannotRun
from samen.site.arguments import Parser, day, folder_name, made_folder, not_written, words, year

if TYPE_CHECKING:
    from samen.letters.queries.writing import Desk
    from samen.programme.actions.wording import Actor

OUT = Path("out")
EXAMPLE = """examples:
  ./samen letter new 2022 --on 2022-11-15 --subject "Vierde voortgangsbrief" --sender "Ministerie"
  ./samen letter check 2022
  ./samen letter write 2022 --out out/
  ./samen letter verify 2022 --out out/
"""


def run(arguments: list[str]) -> int:
    parser = Parser("letter", "Start, check, write or verify the letter of a year.", EXAMPLE)
    parser.add_argument("act", choices=["new", "check", "write", "verify"])
    parser.add_argument("year", type=year)
    parser.add_argument(
        "--out",
        type=folder_name,
        help="folder of the files: to write to, or to verify (default: out)",
    )
    parser.add_argument("--on", type=day, help="date of the letter (new)")
    parser.add_argument("--subject", type=words(300), default="", help="subject (new)")
    parser.add_argument("--sender", type=words(200), default="", help="ministry that sends (new)")
    parser.add_argument(
        "--by",
        type=words(254),
        default="",
        help="account that acts (new), or a statistician who counts again (check)",
    )
    options = parser.parse_args(arguments)
    _start_django()
    act = {"new": new, "check": check, "write": write, "verify": verify}[options.act]
    return act(options)


def new(options: argparse.Namespace) -> int:
    """Start the letter of a year; its sections are drafted from the register."""
    from samen.letters.actions.writing import LetterPlan, start_letter
    from samen.letters.queries.writing import newest_letter_before
    from samen.work import clock

    on = options.on or clock.today()
    plan = LetterPlan(
        year=options.year,
        on=on,
        subject=options.subject or f"Voortgangsbrief {options.year}",
        sender=options.sender or "Ministerie",
        previous_document=newest_letter_before(on),
    )
    number = start_letter(plan=plan, by=_account(options.by), now=clock.now())
    sys.stdout.write(f"Letter {number} for {options.year} is drafted; see ./samen serve.\n")
    return 0


def check(options: argparse.Namespace) -> int:
    """Print every finding; exit 1 while a blocking one stands.

    Of a frozen letter: when it was frozen, and the findings that it left with.
    """
    on_desk = _desk(options.year)
    if frozen_at := on_desk.letter.frozen_at:
        sys.stdout.write(
            f"Frozen on {frozen_at:%Y-%m-%d}: its text changes no more. It left with:\n"
        )
    for finding in on_desk.found:
        word = "BLOCKS" if finding in on_desk.blocking else "note  "
        where = f" [{finding.section}]" if finding.section else ""
        sys.stdout.write(f"{word} {finding.check}{where}: {finding.reason} {finding.mend}\n")
    differs = _recounted(on_desk, options.by)
    total, blocking = len(on_desk.found), len(on_desk.blocking)
    sys.stdout.write(f"{total} findings, {blocking} of them blocking.\n")
    return 1 if blocking or differs else 0


def _recounted(on_desk: "Desk", address: str) -> int:
    """Count the letter's counted figures again and say what came of it; how many differ."""
    from samen.accounts import queries
    from samen.figures.actions import Replay
    from samen.figures.recounting import recounted
    from samen.work import clock

    person = queries.person_by_email(address) if address else None
    user = person.pk if person else None
    found = recounted(on_desk.figures, user=user, today=clock.today())
    for each in found:
        outcome = each.outcome or "not counted again: no purpose is open, give --by a statistician"
        sys.stdout.write(f"counted figure {each.figure}: {outcome}\n")
    return sum(each.outcome is Replay.DIFFERS for each in found)


def write(options: argparse.Namespace) -> int:
    """Write the letter and its results table to a folder."""
    on_desk = _desk(options.year)
    for path in write_files(on_desk, made_folder(options.out or OUT)):
        sys.stdout.write(f"{path}\n")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Hold a frozen letter against its hashes and the register, and the folder against it.

    Exit 1 when a file or figure differs.
    """
    from samen.letters.queries.verifying import verify_letter
    from samen.letters.queries.writing import files_of

    on_desk = _desk(options.year)
    for file in files_of(on_desk.letter):
        sys.stdout.write(f"{file.sha256}  {on_desk.letter.year}-{file.name}\n")
    tampered = _tampered(on_desk, options.out)
    differences = [*verify_letter(on_desk.letter), *tampered]
    for difference in differences:
        sys.stdout.write(f"{difference}\n")
    sys.stdout.write(
        f"{len(differences)} differences.\n" if differences else "Every file and figure holds.\n"
    )
    if tampered:
        sys.stdout.write(
            "Such a file was changed, or is a draft from before the letter was frozen. "
            f"./samen letter write {options.year} --out DIR writes the frozen files.\n"
        )
    return 1 if differences else 0


def write_files(on_desk: "Desk", folder: Path) -> list[Path]:
    """Write every file of a letter, of a frozen one those that were frozen; each complete.

    Raises CannotRun where the folder takes no files.
    """
    from samen.letters.forms_of_letter import MAKERS
    from samen.letters.queries.verifying import frozen_files

    frozen = frozen_files(on_desk.letter)
    written = []
    for name, make in MAKERS.items():
        path = folder / f"{on_desk.letter.year}-{name}"
        part = path.with_suffix(path.suffix + ".part")
        content = frozen.get(name) or make(on_desk.rendered)
        try:
            part.write_bytes(content)
            part.replace(path)
        except OSError as error:
            raise not_written(folder, error) from None
        written.append(path)
    return written


def _tampered(on_desk: "Desk", folder: Path | None) -> list[str]:
    """The files of a folder that are not those that were frozen; a file may be missing."""
    from samen.letters.queries.verifying import frozen_files

    if folder is not None and not folder.is_dir():
        raise BadInput("There is no folder {folder}.", "", "Name a folder.", folder=str(folder))
    paths = {(folder or OUT) / f"{on_desk.letter.year}-{name}": content
             for name, content in frozen_files(on_desk.letter).items()}  # fmt: skip
    there = [path for path in paths if path.is_file()]
    if folder is not None and paths and not there:
        return [f"{folder} holds no file of the letter"]
    return [f"{path} is not the file that was frozen"
            for path in there if _read(path) != paths[path]]  # fmt: skip


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRun(
            "{path} cannot be read: {cause}.",
            "",
            "Check its rights.",
            path=str(path),
            cause=(error.strerror or "unknown cause").lower(),
        ) from None


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samen.site.settings")
    import django

    django.setup()


def _desk(year: int) -> "Desk":
    from samen.letters.queries.writing import desk, letter_of_year

    letter = letter_of_year(year)
    if letter is None:
        raise BadInput(
            "There is no letter for {year}.", "", "Start it: ./samen letter new {year}", year=year
        )
    return desk(letter)


def _account(address: str) -> "Actor":
    """The account that acts: the named one, or the only programme team there is."""
    from samen.accounts import queries
    from samen.core.terms import Role
    from samen.work import clock

    found = queries.person_by_email(address) if address else None
    if found is None and not address:
        found = queries.people_with_role(Role.PROGRAMME_TEAM, on=clock.today()).first()
    if found is None:
        raise CannotRun(
            "No account to act as.",
            "Every act has a named person.",
            "Name one with --by, or run ./samen demo to get demo accounts.",
        )
    return found
