"""`./samen manage simulate`: an invented nation as files, with the truth beside them."""

from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from samen.site import simulation

NATIONAL = "national"


class Command(BaseCommand):
    """Writes the records for linkage, who they truly are, and the partners' files."""

    help = "Write an invented nation as files (docs/simulation.md). Nobody in it exists."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        size = parser.add_mutually_exclusive_group()
        size.add_argument("--persons", type=_persons, metavar="N",
                          help="persons over the years; national = as published")  # fmt: skip
        size.add_argument("--size", type=_number, metavar="N", help="records, exactly so many")
        parser.add_argument("--seed", type=int, default=1, help="another seed, another nation")
        parser.add_argument("--model", default="typical",
                            help="error model of data/simulation/errors.csv")  # fmt: skip
        parser.add_argument("--no-partners", action="store_true",
                            help="only the records for linkage, which is much faster")  # fmt: skip
        parser.add_argument("--out", type=Path, required=True, help="folder for the files")

    def handle(self, *_args: Any, **given: Any) -> None:
        order = simulation.Order(given["seed"], given["model"], given["persons"], given["size"],
                                 partners=not given["no_partners"])  # fmt: skip
        written = sum(simulation.write_nation(order, given["out"]))
        self.stdout.write(f"{written} records in {given['out'] / simulation.RECORDS_FILE}")
        if order.partners:
            self.stdout.write(f"the partners' files in {given['out'] / simulation.PARTNERS_FOLDER}")


def _persons(text: str) -> int | None:
    return None if text == NATIONAL else _number(text)


def _number(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError("give a whole number of at least 1")
    return number
