"""`./samen manage export_standard RELEASE TABLE --codes FILE`: a table by their codes."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_noop as _

from samen.core.csv_rows import csv_text
from samen.core.errors import BadInput
from samen.core.publishing.standards import read_coding
from samen.figures.queries_of_releases import released_with
from samen.figures.standards import exported, table_of


class Command(BaseCommand):
    """Writes CSV: the counts of at least eleven, by the codes that somebody filled in."""

    help = "A released table as CSV by the codes of a standard; counts below eleven are left out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("release", type=int, help="the number of a release that stands")
        parser.add_argument("table", type=int, help="which of its tables, from 1")
        parser.add_argument("--codes", type=Path, required=True, help="CSV as the house gives it: "
                            "dimension, ours, field, code")  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        state = released_with(options["release"])
        table = table_of(state, options["table"]) if state else None
        if table is None:
            raise BadInput(
                _("Release {release} with table {table} does not stand."), "",
                _("Take the numbers of its page."),
                release=options["release"], table=options["table"],
            )  # fmt: skip
        if not options["codes"].is_file():
            raise BadInput(
                _("There is no file {path}."), "", _("Give the path of one."), path=options["codes"]
            )
        coding = read_coding(csv_text(options["codes"].read_bytes()))
        sys.stdout.write(exported(table, coding).decode())
