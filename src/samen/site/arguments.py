"""Arguments of the command line: what is wrong with one is said in a sentence, with exit code 2."""

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NoReturn

from samen.core.errors import BadInput, CannotRun
from samen.core.unseen import unseen_signs

FIRST_YEAR, LAST_YEAR = 2018, 2100
"""Of a letter: from the programme's first one on."""
MOST_SHOWN = 60
"""Signs of a wrong argument that are said again."""


class Parser(argparse.ArgumentParser):
    """A parser that raises BadInput where argparse would print its usage and end the process."""

    def __init__(self, command: str, description: str, example: str) -> None:
        super().__init__(
            prog=f"./samen {command}",
            description=description,
            epilog=example,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        raise refused(self.prog, message)


_PROBLEMS = (
    "{command}: unrecognized arguments: {given}.",
    "{command}: the following arguments are required: {given}.",
    "{command}: argument {name}: expected one argument.",
    "{command}: argument {name}: expected at least one argument.",
    "{command}: argument {name}: invalid choice: {given} (choose from {choices}).",
    "{command}: argument {name}: {given} is no whole number.",
    "{command}: argument {name}: {given} is no folder; a point is the one you are in.",
    "{command}: argument {name}: {given} names nothing.",
    "{command}: argument {name}: ignored explicit argument {given}.",
    "{command}: ambiguous option: {name} could match {choices}.",
    "{command}: {problem}.",
)
"""What argparse says, so that it can be said in Dutch; the last one is for all else."""


def refused(command: str, message: str) -> BadInput:
    """The error for arguments that a command does not know."""
    said = f"{command}: {message.rstrip('.?!')}."
    forms = (re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(form)) for form in _PROBLEMS)
    matches = [re.fullmatch(form, said, re.DOTALL) for form in forms]
    at, values = next((at, found.groupdict()) for at, found in enumerate(matches) if found)
    return BadInput(_PROBLEMS[at], "", "See {command} --help", **values)


def day(text: str) -> date:
    """A date of the command line."""
    # What holds the bounds loads Django, which commands without dates do not wait for.
    from samen.accounts.days import is_held

    try:
        given = date.fromisoformat(text)
    except ValueError:
        raise _wrong(text, "is no date; write it as 2022-11-15") from None
    if not is_held(given):
        raise _wrong(text, "is too far away; dates lie from 1900 to 2100")
    return given


def whole_number(text: str) -> int:
    """A port of the command line."""
    try:
        return int(text)
    except ValueError:
        raise _wrong(text, "is no whole number") from None


def given_name(text: str) -> str:
    """A name of the command line; an empty variable of a script is no option left out."""
    if not text.strip():
        raise _wrong(text, "names nothing")
    return text.strip()


def given_names(text: str) -> list[str]:
    """Names with commas between them."""
    found = [each.strip() for each in text.split(",") if each.strip()]
    if not found:
        raise _wrong(text, "names nothing")
    return found


def folder_name(text: str) -> Path:
    """A folder of the command line; an empty name would be the one that somebody is in."""
    if not text.strip():
        raise _wrong(text, "is no folder; a point is the one you are in")
    return Path(text)


def year(text: str) -> int:
    """The year of a letter."""
    given = whole_number(text)
    if not FIRST_YEAR <= given <= LAST_YEAR:
        raise _wrong(text, f"is no year of a letter; give one from {FIRST_YEAR} to {LAST_YEAR}")
    return given


def words(most: int) -> Callable[[str], str]:
    """A type of argument: words of at most `most` signs, each of which can be seen."""

    def seen(text: str) -> str:
        if len(text) > most:
            raise argparse.ArgumentTypeError(f"{len(text)} signs are given, at most {most} fit")
        if unseen_signs(text):
            raise _wrong(text, "holds a sign that nobody sees; type it anew")
        return text

    return seen


def made_folder(folder: Path, option: str = "--out") -> Path:
    """The folder that files will be written to, made where it is not there; option: that named it.

    Raises CannotRun, before any work is done, where it cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise not_written(folder, error, option) from None


def not_written(folder: Path, error: OSError, option: str = "--out") -> CannotRun:
    """The error for a folder that takes no files."""
    return CannotRun(
        "Nothing can be written to {folder}: {cause}.",
        "A folder is needed, new or there, that you may write to.",
        "Name another one with {option}.",
        option=option,
        folder=str(folder),
        cause=(error.strerror or type(error).__name__).lower(),
    )


def _wrong(text: str, why: str) -> argparse.ArgumentTypeError:
    shown = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
    return argparse.ArgumentTypeError(f"{shown!r} {why}")
