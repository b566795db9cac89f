"""`./samen manage import_figures FILE --by ADDRESS`: published series, checked, then taken in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop as _

from samen.accounts.queries import person_by_email
from samen.core.errors import BadInput
from samen.programme.actions.importing import look_at_figures, take_in_figures
from samen.work import clock


class Command(BaseCommand):
    """Says what is doubted of a file; with --take it takes the file in, as its source says it."""

    help = "Look at a file of published figures; with --take, take it in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV: indicator, year, value, publication, …")
        parser.add_argument("--by", required=True, help="address of who takes it in")
        parser.add_argument("--take", action="store_true", help="take it in, doubts and all")

    def handle(self, *_args: Any, **options: Any) -> None:
        by = person_by_email(options["by"])
        if by is None:
            raise BadInput(_("Nobody has this address."), "", _("Give the address of an account."))
        if not options["file"].is_file():
            raise BadInput(
                _("There is no file {path}."), "", _("Give the path of one."), path=options["file"]
            )
        act = take_in_figures if options["take"] else look_at_figures
        look = act(options["file"].read_bytes(), by=by, now=clock.now())
        for title, doubts in look.doubts.items():
            for doubt in doubts:
                said = " ".join(each.format(**doubt.values) for each in doubt.sentences)
                self.stdout.write(f"{title}: {said}")
        done = "taken in" if options["take"] else "would come in"
        self.stdout.write(f"{look.lines} lines, {look.added} new values {done}.")
        if look.doubted and not options["take"]:
            raise CommandError(f"{look.doubted} doubts; look at the source, then give --take.")
