"""What the gate said, for who counts in its purpose: with what was asked, to be seen again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from samen.core.disclosure.protect import Status
from samen.core.terms import LogAct
from samen.figures.gate import Close, Shown, Why
from samen.figures.looking import as_hidden
from samen.figures.queries import reports
from samen.figures.queries_of_releases import State
from samen.figures.values import Asked, Codes, Proposal, Reason
from samen.purposes.inside import Purpose


@dataclass(frozen=True, slots=True)
class Look:
    """What the gate said of a proposal. hidden: the cells of each table, where it was safe.

    instead: what could be asked, each with the field that is left out, the fields of its tables,
    and how many cells are shown and hidden.
    """

    number: UUID
    at: datetime
    by: str
    status: Status
    close: tuple[Close, ...]
    reason: Reason | None
    asked: Asked
    hidden: tuple[frozenset[Codes], ...]
    instead: Sequence[Mapping[str, Any]]

    @property
    def is_safe(self) -> bool:
        return self.status is Status.SAFE

    def is_old(self, releases: Sequence[State]) -> bool:
        """Whether something went out since, which the gate did not look at."""
        return any(each.released_at and each.released_at > self.at for each in releases)


def look_with(purpose: Purpose, number: UUID) -> Look | None:
    """What the gate said and was asked on a page; None where there is no such look here."""
    row = reports(purpose).filter(pk=number).exclude(asked={}).first()
    if row is None:
        return None
    purpose.note(LogAct.READ, [row.pk], ["gate"])
    return Look(
        row.pk, row.at, row.registrar.name, Status(row.status),
        tuple(_close(each) for each in row.found),
        Reason(**row.reason) if row.reason else None, row.asked,
        tuple(frozenset(map(tuple, cells)) for cells in row.hidden), row.instead,
    )  # fmt: skip


def as_it_would_be_shown(purpose: Purpose, proposal: Proposal, look: Look) -> list[Shown]:
    """The tables of a proposal that was found safe; of any other there are none."""
    return as_hidden(purpose, proposal, look.hidden) if look.is_safe else []


def _close(told: Mapping[str, Any]) -> Close:
    return Close(tuple(sorted(told["cell"].items())), told["attacker"], told["low"], told["high"],
                 Why(told["why"]))  # fmt: skip
