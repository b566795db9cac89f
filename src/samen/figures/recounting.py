"""Counted figures of a letter, counted again by a statistician of the processing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samen.core.terms import Ground, MemberRole, Scope
from samen.figures.actions import Replay, recompute
from samen.figures.models import ReleasedFigure
from samen.figures.queries_of_releases import counts_of
from samen.purposes.inside import inside
from samen.purposes.queries import memberships_of


@dataclass(frozen=True, slots=True)
class Recounted:
    """A figure of the programme that was counted here. outcome: None when no purpose was open to
    count it again in."""

    figure: int
    outcome: Replay | None


def recounted(figures: Iterable[int], *, user: int | None, today: date) -> list[Recounted]:
    """What counting again says of each figure that the house counted; others are left out.

    user: a statistician; without one, or without a membership in the processing of a figure, its
    count is not opened.
    """
    outcomes: dict[object, Replay | None] = {}
    found = []
    for figure, row in sorted(counts_of(figures).items()):
        if row.count not in outcomes:
            outcomes[row.count] = _again(row, user, today)
        found.append(Recounted(figure, outcomes[row.count]))
    return found


def _again(row: ReleasedFigure, user: int | None, today: date) -> Replay | None:
    for part in memberships_of(user, on=today) if user is not None else ():
        if (part.processing_id, part.role, part.scope) == (
            row.release.processing, MemberRole.STATISTICIAN, Scope.NATIONAL,
        ):  # fmt: skip
            ground = next(
                Ground(each)
                for each in part.processing.grounds
                if Ground(each).regime == row.release.regime
            )
            opened = inside(membership=part.pk, user=part.user_id, ground=ground, today=today)
            with opened as purpose:
                return recompute(purpose, row.count).outcome if row.count else None
    return None
