"""Values that follow each other: which one stands, when withdrawn ones are left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from samen.programme.models import Withdrawal


@dataclass(frozen=True, slots=True)
class Turn:
    """The standing value before a value and the one after it; None where there is none."""

    before: int | None
    after: int | None


def turns(before: Mapping[int, int | None], gone: Iterable[int]) -> dict[int, Turn]:
    """The turn of every value. before: each value with the one that it follows.

    gone: the withdrawn values, which are skipped on the way to a neighbour.
    """
    left_out = set(gone)
    after = {earlier: value for value, earlier in before.items() if earlier is not None}
    return {
        value: Turn(_next(before, value, left_out), _next(after, value, left_out))
        for value in before
    }


def _next(steps: Mapping[int, int | None], value: int, left_out: set[int]) -> int | None:
    found = steps.get(value)
    while found is not None and found in left_out:
        found = steps.get(found)
    return found


def withdrawn_figures(known_at: datetime | None = None) -> dict[int, Withdrawal]:
    """The withdrawals that held at a moment (None: now), by figure."""
    rows = _holding(known_at).filter(figure__isnull=False)
    return {row.figure_id: row for row in rows if row.figure_id is not None}


def withdrawn_targets(known_at: datetime | None = None) -> dict[int, Withdrawal]:
    """The withdrawals that held at a moment (None: now), by target."""
    rows = _holding(known_at).filter(target__isnull=False)
    return {row.target_id: row for row in rows if row.target_id is not None}


def _holding(known_at: datetime | None) -> QuerySet[Withdrawal]:
    if known_at is None:
        return Withdrawal.objects.filter(ended_at__isnull=True)
    return Withdrawal.objects.filter(
        Q(ended_at__isnull=True) | Q(ended_at__gt=known_at), at__lte=known_at
    )
