"""`./samen manage take_in FILE`: take in a partner's file, as one of its registrars."""

import json
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.registration.guess import guess_mapping, mapping_of
from samen.core.registration.readers import open_table
from samen.core.terms import Ground, MemberRole, RegistrationKind, Scope
from samen.purposes.inside import inside
from samen.purposes.queries import part_of
from samen.register.actions_of_files import Reading, read_reading, take_in_file
from samen.register.known_fields import fields
from samen.register.models import Delivery
from samen.register.queries_of_files import profile, rows_to_mend, write_content
from samen.work import clock

WRITERS = (MemberRole.REGISTRAR, MemberRole.CASE_HOLDER)


class Command(BaseCommand):
    """Takes in one file, whole or not at all, and prints what it came to."""

    help = "Take in a partner's file under a processing; the same file twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV, XLSX, JSON or Parquet")
        parser.add_argument("--processing", required=True, help="its name")
        parser.add_argument("--member", required=True, help="address of a registrar in it")
        parser.add_argument("--ground", choices=[str(each) for each in Ground], required=True)
        parser.add_argument("--profile", default="", help="a kept profile, or a file with one; "
                            "without it the mapping is guessed by the heads")  # fmt: skip
        kinds = [str(each) for each in RegistrationKind]
        parser.add_argument("--kind", choices=kinds, default="victim", help="what the rows are of")
        parser.add_argument("--mend", type=Path, help="where the refused rows go")
        parser.add_argument("--provided", action="store_true", help="rows that are under another "
                            "law were provided for this purpose")  # fmt: skip

    def handle(self, *_args: Any, **options: Any) -> None:
        membership, user = _part(options["member"], options["processing"])
        if not options["file"].is_file():
            raise BadInput(
                _("There is no file {path}."), "", _("Give the path of one."), path=options["file"]
            )
        opened = inside(
            membership=membership, user=user, ground=Ground(options["ground"]),
            today=clock.today(),
        )  # fmt: skip
        now = clock.now()
        with options["file"].open("rb") as stream, opened as purpose:
            reading = _reading(stream, purpose.membership.organisation_id, options)
            delivery = take_in_file(purpose, stream=stream, name=options["file"].name,
                                    reading=reading, now=now, told=self._told)  # fmt: skip
            mend = rows_to_mend(delivery.pk)
            if mend and options["mend"]:
                with options["mend"].open("wb") as out:
                    write_content(purpose, mend, out.write)
        self._say(delivery, is_new=delivery.received_at == now)

    def _told(self, rows: int, at: int, size: int) -> None:
        self.stderr.write(f"{rows} rows read ({round(100 * at / size)}%)")

    def _say(self, delivery: Delivery, *, is_new: bool) -> None:
        if not is_new:
            self.stdout.write("This file was taken in before, under the same mapping.")
        self.stdout.write(
            f"{delivery.added} registrations added, {delivery.changed} changed, "
            f"{delivery.same} rows with nothing new, {delivery.refused} to mend."
        )
        if hidden := delivery.findings.get("hidden"):
            self.stdout.write(
                f"Hidden in the workbook: {hidden['rows']} rows, {len(hidden['columns'])} columns, "
                f"{hidden['sheets']} sheets; hidden sheets are not read."
            )
        if overtaken := delivery.findings.get("overtaken"):
            self.stdout.write(f"{overtaken} corrections by hand gave way to what it delivers.")


def _part(address: str, processing: str) -> tuple[UUID, int]:
    """The membership with which somebody writes in a processing, and their account.

    Raises Refused for who has none.
    """
    part = part_of(address, processing, on=clock.today(), roles=WRITERS, scopes=Scope)
    if part is not None:
        return part.pk, part.user_id
    raise Refused(
        _("Nobody with this address is a registrar in this processing today."),
        _("Registrars and case holders take in files."),
        _("Give the name of the processing and the address of one of them."),
    )


def _reading(stream: BinaryIO, organisation: int, options: dict[str, Any]) -> Reading:
    """How the file is read: by a kept profile, one in a file, or the heads of the file."""
    name, kind = options["profile"], RegistrationKind(options["kind"])
    if not name:
        table = open_table(stream)
        first = next(table.batches(), None)
        mapping = mapping_of(guess_mapping(table.names, first, fields()))
        return Reading(mapping, kind, options["provided"])
    kept = profile(organisation, name)
    if kept is None and not Path(name).is_file():
        raise BadInput(
            _("There is no profile with this name."),
            _("A profile is kept on the page of a file that is taken in."),
            _("Give the name of one, or the path of a file with one."),
        )
    text = json.dumps(kept.mapping) if kept else Path(name).read_text("utf-8", "replace")
    return replace(read_reading(text), kind=kind, provided=options["provided"])
