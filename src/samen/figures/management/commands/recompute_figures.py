"""`./samen manage recompute_figures`: count every run of a processing again, and compare."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import Ground, MemberRole, Scope
from samen.figures.actions import Replay, recompute
from samen.figures.queries import counts
from samen.purposes.inside import inside
from samen.purposes.queries import part_of
from samen.work import clock

WORDS = {
    Replay.SAME: "the same bytes",
    Replay.INPUTS_CHANGED: "{parts} of 256 parts changed in the register since",
    Replay.DIFFERS: "DIFFERS: the code is another, or the count was not right",
}


class Command(BaseCommand):
    """Recomputes, changes nothing, and ends with an error when a count is not what it was."""

    help = "Count every run of a processing again from its registrations, and compare the bytes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--processing", required=True, help="its name")
        parser.add_argument("--member", required=True, help="address of a statistician in it")
        parser.add_argument("--ground", choices=[str(each) for each in Ground], required=True)

    def handle(self, *_args: Any, **options: Any) -> None:
        membership, user = _part(options["member"], options["processing"])
        opened = inside(
            membership=membership, user=user, ground=Ground(options["ground"]),
            today=clock.today(),
        )  # fmt: skip
        wrong = 0
        with opened as purpose:
            for each in counts(purpose):
                purpose.renew()
                again = recompute(purpose, each.pk)
                wrong += again.outcome is Replay.DIFFERS
                self.stdout.write(
                    f"{each.query} {each.first_year}-{each.last_year} "
                    f"{each.cells_sha256[:16]}: {WORDS[again.outcome].format(parts=again.parts)}"
                )
        if wrong:
            raise CommandError(f"{wrong} counts are not what they were.", returncode=1)


def _part(address: str, processing: str) -> tuple[UUID, int]:
    """The membership with which somebody counts in a processing, and their account.

    Raises Refused for who has none.
    """
    part = part_of(
        address,
        processing,
        on=clock.today(),
        roles=(MemberRole.STATISTICIAN,),
        scopes=(Scope.NATIONAL,),
    )
    if part is not None:
        return part.pk, part.user_id
    raise Refused(
        _("Nobody with this address counts in this processing today."),
        _("Statisticians count who see the whole of a processing."),
        _("Give the name of the processing and the address of one of them."),
    )
