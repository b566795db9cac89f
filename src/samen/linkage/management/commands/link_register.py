"""`./samen manage link_register`: link registrations of a processing, as one of its members."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import Ground, Scope
from samen.linkage.actions import link_all
from samen.linkage.actions_of_arrivals import link_new
from samen.linkage.values import LINKERS
from samen.purposes.inside import inside
from samen.purposes.queries import part_of
from samen.work import clock


class Command(BaseCommand):
    """Links, whole or not at all, and prints what it came to."""

    help = (
        "Link all registrations of persons in a processing, or those that are new; without a "
        "standing decision all links are suggestions."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--processing", required=True, help="its name")
        parser.add_argument("--member", required=True, help="address of an analyst in it")
        parser.add_argument("--ground", choices=[str(each) for each in Ground], required=True)
        parser.add_argument(
            "--new", action="store_true", help="only what came in since the last run, by its model"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        membership, user = _part(options["member"], options["processing"])
        opened = inside(
            membership=membership, user=user, ground=Ground(options["ground"]),
            today=clock.today(),
        )  # fmt: skip
        now = clock.now()
        act = link_new if options["new"] else link_all
        with opened as purpose:
            run = act(purpose, now=now, told=lambda name: self.stderr.write(f"{name} ..."))
        self.stdout.write(f"{run.records} registrations, {run.entities} persons, "
                          f"{run.linked} links, {run.suggested} suggestions.")  # fmt: skip


def _part(address: str, processing: str) -> tuple[UUID, int]:
    """The membership with which somebody links in a processing, and their account.

    Raises Refused for who has none.
    """
    part = part_of(address, processing, on=clock.today(), roles=LINKERS, scopes=(Scope.NATIONAL,))
    if part is not None:
        return part.pk, part.user_id
    raise Refused(
        _("Nobody with this address links in this processing today."),
        _("Analysts and case holders link who see the whole of a processing."),
        _("Give the name of the processing and the address of one of them."),
    )
