"""Arguments of the command line: what is wrong with one is said in a sentence, with exit code 2."""

import argparse
from datetime import date
from typing import NoReturn

from samen.core.errors import BadInput


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


def refused(command: str, message: str) -> BadInput:
    """The error for arguments that a command does not know."""
    return BadInput("{command}: {problem}.", "", "See {command} --help", command=command,
                    problem=message.rstrip("."))  # fmt: skip


def day(text: str) -> date:
    """A date of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2022-11-15") from None


def whole_number(text: str) -> int:
    """A year or a port of the command line."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None
